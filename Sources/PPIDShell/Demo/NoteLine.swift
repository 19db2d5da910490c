import PPIDScript
import PPIDValues

/// One line of notes: a comment that begins with `#:`.
struct NoteLine {
  let range: SourceRange
  /// What stands behind the sign.
  let text: String

  /// How a line of notes begins.
  private static let sign = "#:"

  /// The notes of a script, by place; what doesn't stand above a statement is a fault.
  static func all(
    in source: SourceText, _ marks: [Mark], around statements: [Statement], faults: inout [Diagnostic]
  ) -> [NoteLine] {
    marks.filter { $0.kind == .comment }.compactMap { mark -> NoteLine? in
      let text = source.text(in: mark.range)
      guard text.hasPrefix(sign) else { return nil }
      let start = mark.range.lowerBound
      let line = source.range(ofLine: source.line(at: start))
      guard source.bytes[line.lowerBound..<start].allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else {
        faults.append(
          Diagnostic(
            Phrase(
              id: "catatan berdiri di baris sendiri, di atas perintahnya", en: "a note stands on a line of its own, above its command"),
            source, mark.range))
        return nil
      }
      guard !statements.contains(where: { $0.range.lowerBound < start && start < $0.range.upperBound }) else {
        faults.append(
          Diagnostic(
            Phrase(id: "catatan tidak dapat berdiri di dalam perintah", en: "a note can't stand inside a command"), source, mark.range))
        return nil
      }
      return NoteLine(range: mark.range, text: text.dropFirst(sign.count).split(separator: " ").joined(separator: " "))
    }
  }

  /// The notes directly above the statement at `start`, nothing but blanks between them.
  static func above(_ start: Int, in source: SourceText) -> [NoteLine] {
    var lines: [NoteLine] = []
    var number = source.line(at: start) - 1
    while number > 0 {
      let range = source.range(ofLine: number)
      let text = source.text(in: range).drop { $0 == " " || $0 == "\t" }
      guard text.hasPrefix(sign) else { break }
      lines.append(NoteLine(range: range, text: text.dropFirst(sign.count).split(separator: " ").joined(separator: " ")))
      number -= 1
    }
    return lines.reversed()
  }
}
