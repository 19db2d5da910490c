import Foundation
import PPIDValues
import Testing

/// A page of the language reference, with the examples that stand in it.
///
/// A fenced block `ppid` is a script, given to `ppid -c`. In it `# ⇒ …` is the next line that it prints, `# ✗ …` the message of an
/// error on that line and `# ✎ …` that of a note; where the mark has a line to itself, the script's line above is meant. A block
/// `text` behind it is all that it prints. A script whose first line is `# name.ppid: …` is at hand as that file in the page's
/// `console` blocks: there what stands after `$` is given to the system's shell, and what is printed, on both streams, below.
struct LanguagePage: Sendable {
  struct Block: CustomTestStringConvertible, Sendable {
    enum Kind: String { case ppid, console }

    let page: LanguagePage
    let kind: Kind
    let firstLine: Int
    let lines: [String]
    /// What the block `text` behind it says.
    var output: [String]?

    var testDescription: String { "\(page.name):\(firstLine)" }
    var text: String { lines.joined(separator: "\n") }

    /// The lines that are run, without what they announce and without remarks.
    var code: [String] {
      switch kind {
      case .console: lines.filter { $0.hasPrefix("$ ") }
      case .ppid: lines.map { String($0.prefix(upTo: $0.firstRange(of: /(^| +)# .*/)?.lowerBound ?? $0.endIndex)) }.filter { !$0.isEmpty }
      }
    }

    /// The name under which its first line files it.
    var fileName: String? { (lines.first?.firstMatch(of: /^# (\S+\.ppid):/)?.1).map(String.init) }
  }

  let name: String
  let language: Language

  private static let folder = Office.source.deletingLastPathComponent().appendingPathComponent("Documentation")

  /// The page's blocks in order; a fence of another name is a failure.
  var blocks: [Block] {
    guard let text = try? String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8) else { return [] }
    var blocks: [Block] = []
    var open: (fence: String, firstLine: Int, lines: [String])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
      if let block = open, line == "```" {
        if block.fence == "text", !blocks.isEmpty {
          blocks[blocks.count - 1].output = block.lines
        } else if let kind = Block.Kind(rawValue: block.fence) {
          blocks.append(Block(page: self, kind: kind, firstLine: block.firstLine, lines: block.lines))
        } else {
          Issue.record("\(name):\(block.firstLine): a block `\(block.fence)` is not run")
        }
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), index + 2, [])
      }
    }
    return blocks
  }
}
