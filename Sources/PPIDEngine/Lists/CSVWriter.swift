import PPIDValues

/// For whom a CSV file is written.
package enum CSVProfile: String, Sendable, CaseIterable {
  /// For programs: UTF-8, commas, LF, values as the language spells them.
  case data
  /// For spreadsheets in Indonesia: a byte order mark, semicolons, CR LF, decimal commas, and no text that a spreadsheet
  /// would run or turn into something else.
  case excel

  var separator: CSVSeparator { self == .data ? .comma : .semicolon }
  fileprivate var lineEnd: [UInt8] { Array((self == .data ? "\n" : "\r\n").utf8) }
}

/// Writes the lines of a CSV file.
package struct CSVWriter: Sendable {
  package let profile: CSVProfile
  private var hasBegun = false

  package init(profile: CSVProfile) {
    self.profile = profile
  }

  /// The next line of the file, its end included; before the first what the profile puts at a file's beginning.
  package mutating func line(_ texts: [String]) -> [UInt8] {
    line(texts, text: { $0 }, isText: { _ in true })
  }

  /// The next line of the file, of values: a null is an empty cell, and numbers and days stay what they are.
  package mutating func line(_ values: [FieldValue]) -> [UInt8] {
    line(values, text: spelling, isText: { if case .text = $0 { true } else { false } })
  }

  private mutating func line<Cell>(
    _ cells: [Cell], text: (Cell) -> String, isText: (Cell) -> Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    if !hasBegun, profile == .excel { bytes += [0xEF, 0xBB, 0xBF] }
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(profile.separator.rawValue) }
      var text = text(cell)
      if isText(cell) {
        text = profile == .excel ? SpreadsheetGuard.guarded(text) : SpreadsheetGuard.unambiguous(text)
      }
      // A file that begins with these letters is taken for another kind by spreadsheets; a lone empty cell for no row.
      let mustQuote = (!hasBegun && index == 0 && text.hasPrefix("ID")) || (cells.count == 1 && text.isEmpty)
      append(text, quoted: mustQuote, to: &bytes)
    }
    hasBegun = true
    return bytes + profile.lineEnd
  }

  private func append(_ text: String, quoted mustQuote: Bool, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isPlain = text.utf8.allSatisfy { byte in
      byte != quote && byte != profile.separator.rawValue && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
    }
    let hasOuterSpace = text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
    guard mustQuote || !isPlain || hasOuterSpace else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func spelling(_ value: FieldValue) -> String {
    switch value {
    case .null: ""
    case .bool(let value): value ? "benar" : "salah"
    case .int(let value): String(value)
    case .double(let value): profile == .excel ? String(value).replacing(".", with: ",") : String(value)
    case .text(let value): value
    case .date(let value): value.description
    case .time(let value): value.description
    case .period(let value): value.description
    }
  }
}
