import Foundation
import PPIDScript
import Testing

@testable import PPIDShell

@Suite struct TranscriptTests {
  private static let folder = Office.source.appendingPathComponent("PPIDShellTests/Transcripts")

  /// The names of the transcripts, without their ending.
  private static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".ppid") }.map { String($0.dropLast(".ppid".count)) }.sorted()
  }()

  private static func file(_ name: String) -> URL { folder.appendingPathComponent("\(name).ppid") }

  private static func transcript(_ name: String) throws -> Transcript {
    Transcript(name: name, try String(contentsOf: file(name), encoding: .utf8))
  }

  @Test(arguments: names) func `a session prints what it printed when it was written down`(_ name: String) throws {
    let transcript = try Self.transcript(name)
    let office = try Office()
    try FileManager.default.copyItem(at: Office.westJava, to: office.folder.appendingPathComponent("jabar.csv"))
    var flags: [String] = []
    let printed = try transcript.entries.map { entry -> [String] in
      let words: [String]
      switch entry.kind {
      case .flags:
        flags = entry.text.split(separator: " ").map(String.init)
        return []
      case .line: words = [Office.program.path] + flags + ["-c", entry.text]
      case .shell: words = ["sh", "-c", entry.text]
      }
      let outcome = try office.start(words, isMerged: true).wait()
      var lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while lines.last == "" { lines.removeLast() }
      return outcome.status == 0 ? lines : lines + ["# status \(outcome.status)"]
    }
    try Rewriting.check(Self.file(name), is: transcript.text(printing: printed))
  }

  @Test func `every command stands in a session`() throws {
    let typed = try Self.names.flatMap { try Self.transcript($0).entries.map(\.text) }.joined(separator: "\n")
    let words = typed.split { !$0.isLetter && $0 != "-" }
    let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    let missing = Definitions.signatures.map(\.name).filter { name in
      name.contains(" ") ? !pairs.contains(name) : !words.contains { $0 == name }
    }
    #expect(missing == [])
  }
}
