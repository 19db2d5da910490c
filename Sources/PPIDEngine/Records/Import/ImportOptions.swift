import PPIDValues

/// How a list is to be taken in.
package struct ImportOptions: Sendable {
  /// What to do with a row whose record is in the archive already and differs (`--ganda`).
  package enum Duplicates: String, Sendable, CaseIterable {
    case update = "perbarui"
    case refuse = "tolak"
    case skip = "lewati"
  }

  /// The unit of rows that name none.
  package var unit: UnitCode?
  /// The category of records to which the list gives none.
  package var category: Category?
  /// Nil to find out.
  package var separator: CSVSeparator?
  package var mapping = ColumnMapping()
  package var duplicates = Duplicates.update
  /// Whether good rows are stored when others are refused.
  package var isPartial = false
  /// What refused rows are told in.
  package var language = Language.indonesian

  package init() {}
}
