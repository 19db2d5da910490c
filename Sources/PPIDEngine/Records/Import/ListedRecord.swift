/// A record as a list gives it.
package struct ListedRecord: Sendable, Hashable {
  /// The line of the file on which it begins.
  package let row: Int
  /// The record's number, from a column `nomor` that holds such.
  package var number: RecordNumber?
  /// The unit's code, from a column `unit`.
  package var unit: String?
  package var content: RecordContent
  /// Why the record is refused; empty when it is good.
  package var problems: [ImportProblem] = []
}

/// A row of a list that is no record and belongs to none, with the reason.
package struct SkippedRow: Sendable, Hashable {
  package enum Reason: String, Sendable, CaseIterable {
    /// Above the header.
    case title
    case header
    case repeatedHeader
    /// `(1) (2) (3)` under the header.
    case columnNumbers
    /// It gives the rows below it their category.
    case section
    /// It says of what kind the rows below it are.
    case heading
    /// It says so, and there are none.
    case emptyHeading
    /// `Jumlah`, `Total`.
    case total
    /// Notes and signatures after the rows.
    case footer
    /// Nothing but a count.
    case numberOnly
  }

  package let row: Int
  package let reason: Reason
  /// The beginning of the row's texts, joined by a space.
  package let text: String
}

/// What came of reading a list.
package struct ListSummary: Sendable {
  /// Notes kept of rows that were skipped; what there are more is counted only.
  static let keptNotes = 1000

  package internal(set) var separator: CSVSeparator
  package internal(set) var encoding: TextEncoding
  /// Rows that hold anything.
  package internal(set) var rows = 0
  /// Records, refused ones included.
  package internal(set) var records = 0
  package internal(set) var refused = 0
  /// Rows that were joined to the record above.
  package internal(set) var continuations = 0
  /// Rows that are no records: each is counted, the first thousand are noted.
  package internal(set) var skippedCount = 0
  package internal(set) var skipped: [SkippedRow] = []
  /// What each column was taken for, by head: the field's name; nil for a column that isn't taken.
  package internal(set) var columns: [(head: String, field: String?)] = []

  mutating func skip(_ row: Int, _ reason: SkippedRow.Reason, _ cells: [String?]) {
    skippedCount += 1
    guard skipped.count < ListSummary.keptNotes else { return }
    let text = cells.lazy.compactMap { $0?.prefix(200) }.prefix(20).joined(separator: " ").prefix(200)
    skipped.append(SkippedRow(row: row, reason: reason, text: String(text)))
  }
}

extension ListSummary {
  /// Corrects the reason noted for a row.
  mutating func renote(_ row: Int, _ reason: SkippedRow.Reason) {
    guard let place = skipped.lastIndex(where: { $0.row == row }) else { return }
    skipped[place] = SkippedRow(row: row, reason: reason, text: skipped[place].text)
  }
}

/// How far reading has come.
package struct ListProgress: Sendable, Hashable {
  package let bytesRead: Int
  /// Nil when it can't be known (a pipe).
  package let bytesTotal: Int?
  package let records: Int
}
