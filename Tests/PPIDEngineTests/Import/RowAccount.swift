@testable import PPIDEngine

/// What became of each row of a list.
struct RowAccount {
  /// Rows that hold anything, counted without the list's reader.
  let filled: Int
  let records: [ListedRecord]
  let summary: ListSummary

  /// Reads a list; throws `ImportFailure` where it is refused as a whole.
  init(of bytes: [UInt8]) throws {
    var records: [ListedRecord] = []
    summary = try ListReader(bytes: bytes).forEach { records.append($0) }
    self.records = records
    filled = try RowAccount.filledRows(bytes, summary.separator)
  }

  private static func filledRows(_ bytes: [UInt8], _ separator: CSVSeparator) throws -> Int {
    let reader = try CSVReader(bytes: bytes, separator: separator)
    var row = TableRow()
    var count = 0
    while try reader.next(into: &row) {
      if row.cells.contains(where: { $0.unicodeScalars.contains { !$0.properties.isWhitespace } }) { count += 1 }
    }
    return count
  }

  /// Whether every row is part of a record or told to be skipped, once.
  var isBalanced: Bool {
    summary.records + summary.continuations + summary.skippedCount == filled && summary.rows == filled
      && records.count == summary.records && records.count(where: { !$0.problems.isEmpty }) == summary.refused
  }
}
