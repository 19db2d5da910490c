/// What stands between the cells of a row.
package enum CSVSeparator: UInt8, Sendable, CaseIterable {
  case semicolon = 0x3B
  case comma = 0x2C
  case tab = 0x09
  case bar = 0x7C

  /// The separator that people name with this text: itself, or `tab` or `\t`.
  package init?(_ text: String) {
    if text == "tab" || text == "\\t" {
      self = .tab
    } else if let byte = text.utf8.first, text.utf8.count == 1 {
      self.init(rawValue: byte)
    } else {
      return nil
    }
  }

  /// How much of a file's beginning is looked at, in bytes, and how many of its rows.
  static let sampleSize = 64 << 10
  static let sampleRows = 200

  /// The separator that divides `beginning` most evenly of those whose rows `accepts` takes, else of all.
  static func best(for beginning: [UInt8], isWhole: Bool, accepts: ([TableRow]) -> Bool) -> CSVSeparator {
    let samples =
      allCases
      .map { (separator: $0, rows: rows(of: beginning, isWhole: isWhole, separator: $0)) }
      .sorted { evenness(of: $0.rows) > evenness(of: $1.rows) }
    return (samples.first { accepts($0.rows) } ?? samples[0]).separator
  }

  private static func rows(of beginning: [UInt8], isWhole: Bool, separator: CSVSeparator) -> [TableRow] {
    beginning.withUnsafeBufferPointer { text in
      let parser = CSVParser(text: text, separator: separator.rawValue, isWhole: isWhole)
      var rows: [TableRow] = []
      var position = 0
      var line = 1
      var row = TableRow()
      while rows.count < sampleRows, case .row(let end, let next) = parser.row(from: position, line: line, into: &row) {
        rows.append(row)
        (position, line) = (end, next)
      }
      return rows
    }
  }

  /// The share of the rows that have as many cells as most, where that is more than one; many cells count a little.
  private static func evenness(of rows: [TableRow]) -> Double {
    let counts = rows.lazy.map(\.count).filter { $0 > 0 }
    var frequency: [Int: Int] = [:]
    for count in counts where count > 1 { frequency[count, default: 0] += 1 }
    guard let most = frequency.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
    return Double(most.value) / Double(counts.count) + Double(min(most.key, 50)) / 1000
  }
}
