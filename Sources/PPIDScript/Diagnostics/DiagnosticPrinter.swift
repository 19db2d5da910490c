import PPIDValues

/// Draws a diagnostic for people: what is wrong, where, the line, and carets under the place.
package struct DiagnosticPrinter: Sendable {
  package let language: Language
  package let isColored: Bool
  /// How many columns a terminal gives a character.
  package let width: @Sendable (Unicode.Scalar) -> Int
  /// Breaks a text into lines that fit beside so many columns.
  package let fold: @Sendable (String, Int) -> [String]
  /// Longer lines are cut around the place.
  private static let widestLine = 160

  package init(
    language: Language, isColored: Bool = false,
    width: @escaping @Sendable (Unicode.Scalar) -> Int = DiagnosticPrinter.plainWidth,
    fold: @escaping @Sendable (String, Int) -> [String] = { text, _ in [text] }
  ) {
    self.language = language
    self.isColored = isColored
    self.width = width
    self.fold = fold
  }

  /// A column for each character, none for combining marks, two for the wide characters of East Asia.
  package static func plainWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The drawing, lines with their ends.
  package func draw(_ diagnostic: Diagnostic) -> String {
    let source = diagnostic.source
    let start = min(diagnostic.range.lowerBound, source.bytes.count)
    let (line, column) = source.place(of: start)
    let gutter = String(repeating: " ", count: String(line).count)
    let severity = word(for: diagnostic.severity)
    var text = colored(severity, diagnostic.severity == .error ? "1;31" : "1;36") + ": "
    // A message of several lines is indented, so that nothing in it passes for another message.
    for (number, part) in diagnostic.problem.message[language].split(separator: "\n").enumerated() {
      let indent = number == 0 ? 2 : 4
      if number > 0 { text += "  " }
      text += folded(visible(String(part)), beside: number == 0 ? columns(severity) + 2 : indent, indent: indent)
    }
    text += "\(gutter) \(frame("┌─")) \(source.name):\(line):\(column)\n"
    let (shown, offset, length) = excerpt(diagnostic, line: line, start: start)
    text += "\(frame("\(line) │")) \(shown)\n"
    text += "\(gutter) \(frame("│")) \(String(repeating: " ", count: offset))\(colored(String(repeating: "^", count: length), "1;31"))"
    let margin = gutter.utf8.count + 3
    if let advice = diagnostic.problem.advice.map({ visible($0[language]) }) {
      // Beside the carets, or below them where there is no room.
      if fold(advice, margin + offset + length + 1).count == 1 {
        text += " \(advice)\n"
      } else {
        text += "\n\(gutter) \(frame("=")) " + folded(advice, beside: margin, indent: margin)
      }
    } else {
      text += "\n"
    }
    for call in diagnostic.trace {
      let (line, column) = call.source.place(of: call.range.lowerBound)
      let words = Phrase(id: "dipanggil sebagai", en: "called as")[language]
      text += "\(gutter) \(frame("=")) \(words) `\(call.function)`: \(call.source.name):\(line):\(column)\n"
    }
    return text
  }

  /// The text in lines that fit beside so many columns; the second and further ones begin after `indent` blanks.
  private func folded(_ text: String, beside columns: Int, indent: Int) -> String {
    fold(text, columns).joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
  }

  private func word(for severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: Phrase(id: "galat", en: "error")[language]
    case .note: Phrase(id: "catatan", en: "note")[language]
    }
  }

  /// The line, cut where it is too long, and where in it the carets begin and how many there are.
  private func excerpt(_ diagnostic: Diagnostic, line: Int, start: Int) -> (text: String, offset: Int, length: Int) {
    let source = diagnostic.source
    let range = source.range(ofLine: line)
    let end = max(min(diagnostic.range.upperBound, range.upperBound), start)
    let slack = DiagnosticPrinter.widestLine / 2
    let isLong = range.upperBound - range.lowerBound > DiagnosticPrinter.widestLine
    let lower = isLong ? boundary(max(range.lowerBound, start - slack), source) : range.lowerBound
    let upper = isLong ? boundary(min(range.upperBound, max(start + slack, lower)), source) : range.upperBound
    let head = visible(source.text(in: SourceRange(lower, start)))
    let place = visible(source.text(in: SourceRange(start, min(end, upper))))
    let tail = visible(source.text(in: SourceRange(min(end, upper), upper)))
    let before = lower > range.lowerBound ? "…" : ""
    let after = upper < range.upperBound ? "…" : ""
    return (before + head + place + tail + after, columns(before + head), max(1, columns(place)))
  }

  /// The nearest place at or after `offset` where a character begins.
  private func boundary(_ offset: Int, _ source: SourceText) -> Int {
    var offset = offset
    while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  private func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// Nothing of a script may command the terminal: control characters are shown as spaces or by their pictures.
  private func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case _ where isControl(scalar): result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private func frame(_ text: String) -> String { colored(text, "2") }

  private func colored(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
