/// The text of a cell as it is kept: nothing but its white space is changed.
enum CellText {
  /// How long a text may be, in bytes, that is read for what it says: a head, a category, a place and a time. What is
  /// longer is prose, and costs nothing to tell.
  static let longestPhrase = 300

  /// Without white space at its ends, and with one space for each run of it; nil when nothing is left.
  ///
  /// A run that holds a line break becomes a line break where `keepsLines`. Every space counts, the no-break space too.
  static func tidied(_ text: String, keepsLines: Bool = false) -> String? {
    var text = text
    return text.withUTF8 { needsTidying($0) } ? retold(text, keepsLines: keepsLines) : text.isEmpty ? nil : text
  }

  private static func retold(_ text: String, keepsLines: Bool) -> String? {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var gap: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // Where files were put one after the other, each brings its mark.
      if scalar == "\u{FEFF}", result.isEmpty { continue }
      if scalar.properties.isWhitespace {
        let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
        gap = keepsLines && (isBreak || gap == "\n") ? "\n" : " "
      } else {
        if let gap, !result.isEmpty { result.unicodeScalars.append(gap) }
        gap = nil
        result.unicodeScalars.append(scalar)
      }
    }
    return result.isEmpty ? nil : result
  }

  /// All cells of a row, tidied into one line each.
  static func cells(_ row: TableRow) -> [String?] {
    row.cells.map { tidied($0) }
  }

  /// The text of a cell from its bytes; quick for those that are tidy already, as most are.
  static func tidied(_ bytes: UnsafeBufferPointer<UInt8>, keepsLines: Bool = false) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard needsTidying(bytes) else { return bytes.isEmpty ? nil : text }
    return retold(SpreadsheetGuard.unguarded(text), keepsLines: keepsLines)
  }

  /// Whether a text is anything but ASCII without control characters and guards, and without spaces at its ends or
  /// beside each other.
  private static func needsTidying(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var afterSpace = true
    for byte in bytes {
      guard byte >= 0x20, byte < 0x80, !(byte == 0x20 && afterSpace) else { return true }
      afterSpace = byte == 0x20
    }
    return (afterSpace && !bytes.isEmpty) || bytes.first == UInt8(ascii: "'")
  }
}
