import Foundation
import Testing

/// Files of the source tree that tests compare with what the program says. `PPID_REWRITE=1` writes them anew instead.
enum Rewriting {
  static let isWanted = ProcessInfo.processInfo.environment["PPID_REWRITE"] == "1"

  /// Compares `text` with the file, or writes it there.
  static func check(_ file: URL, is text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let old = try? String(contentsOf: file, encoding: .utf8)
    guard old != text else { return }
    if isWanted {
      try Data(text.utf8).write(to: file)
    } else {
      Issue.record("\(difference(old ?? "", text))", sourceLocation: sourceLocation)
    }
  }

  /// The first stretch of lines that differs, with the line's number.
  private static func difference(_ wanted: String, _ found: String) -> String {
    let wanted = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(wanted, found).prefix { $0 == $1 }.count
    func excerpt(_ lines: [Substring]) -> String {
      lines[Swift.min(first, lines.count)...].prefix(12).map { "    \($0)\n" }.joined()
    }
    return "from line \(first + 1) on, wanted:\n\(excerpt(wanted))found:\n\(excerpt(found))"
  }
}
