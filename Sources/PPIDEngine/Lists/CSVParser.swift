/// Finds one row in decoded text.
struct CSVParser {
  enum Outcome {
    /// A row, where it ends, and the line that follows it.
    case row(end: Int, nextLine: Int)
    /// Nothing is left.
    case end
    /// The text ends within the row, and more may follow; with the line of the quote that is open there.
    case incomplete(openQuote: Int?)
    /// The row has more cells than `CSVParser.cellLimit`.
    case tooWide
    /// The file ends within a quoted cell that began on this line.
    case unclosedQuote(line: Int)
  }

  /// The most cells that a row may have; no spreadsheet has more.
  static let cellLimit = 16_384

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  let text: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  /// Whether the file ends where `text` does.
  let isWhole: Bool

  /// Reads the row that begins at `start`, on `line`, into `row`.
  func row(from start: Int, line: Int, into row: inout TableRow) -> Outcome {
    row.begin(line: line)
    var index = start
    var line = line
    guard index < text.count else { return isWhole ? .end : .incomplete(openQuote: nil) }
    if let end = lineEnd(at: index) {
      return end <= text.count ? .row(end: end, nextLine: line + 1) : .incomplete(openQuote: nil)
    }
    while true {
      if index < text.count, text[index] == CSVParser.quote {
        let opened = line
        guard let end = quotedPart(from: index + 1, line: &line, into: &row.bytes) else {
          return isWhole ? .unclosedQuote(line: opened) : .incomplete(openQuote: opened)
        }
        index = end
      }
      let plain = index
      while index < text.count, text[index] != separator, text[index] != CSVParser.lineFeed,
        text[index] != CSVParser.carriageReturn
      {
        index += 1
      }
      row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index]))
      guard index < text.count || isWhole else { return .incomplete(openQuote: nil) }
      guard row.ends.count < CSVParser.cellLimit else { return .tooWide }
      row.ends.append(row.bytes.count)
      guard index < text.count else { return .row(end: index, nextLine: line + 1) }
      if let end = lineEnd(at: index) {
        return end <= text.count ? .row(end: end, nextLine: line + 1) : .incomplete(openQuote: nil)
      }
      index += 1
    }
  }

  /// Where the line break at `index` ends; nil when there is none, beyond the text when what follows must decide.
  private func lineEnd(at index: Int) -> Int? {
    switch text[index] {
    case CSVParser.lineFeed: return index + 1
    case CSVParser.carriageReturn:
      guard index + 1 < text.count else { return isWhole ? index + 1 : index + 2 }
      return text[index + 1] == CSVParser.lineFeed ? index + 2 : index + 1
    default: return nil
    }
  }

  /// Appends a quoted part to `bytes` and gives the place after its closing quote; nil when the text ends before it.
  private func quotedPart(from start: Int, line: inout Int, into bytes: inout [UInt8]) -> Int? {
    var part = start
    while true {
      var index = part
      while index < text.count, text[index] != CSVParser.quote { index += 1 }
      guard index < text.count, index + 1 < text.count || isWhole else { return nil }
      let piece = UnsafeBufferPointer(rebasing: text[part..<index])
      bytes.append(contentsOf: piece)
      line += CSVParser.lineBreaks(in: piece)
      guard index + 1 < text.count, text[index + 1] == CSVParser.quote else { return index + 1 }
      bytes.append(CSVParser.quote)
      part = index + 2
    }
  }

  /// How many line breaks there are: LF, CR LF or CR.
  static func lineBreaks(in bytes: some Collection<UInt8>) -> Int {
    var count = 0
    var afterReturn = false
    for byte in bytes {
      if byte == carriageReturn || (byte == lineFeed && !afterReturn) { count += 1 }
      afterReturn = byte == carriageReturn
    }
    return count
  }
}
