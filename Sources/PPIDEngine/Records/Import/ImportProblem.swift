import PPIDValues

/// Something in a list that can't be taken as it stands, and refuses its record.
package struct ImportProblem: Sendable, Hashable {
  /// The line of the file on which the record begins.
  package let row: Int
  /// The column's head; empty when the trouble is with the whole row.
  package let column: String
  /// The text that stands there.
  package let value: String
  /// Why it isn't taken, and what would do.
  package let reason: Phrase
  /// The text that was probably meant; nil where nothing suggests itself.
  package let suggestion: String?
  /// What the column holds, where that is known.
  let field: ListField?

  package init(row: Int, column: String = "", value: String = "", reason: Phrase, suggestion: String? = nil) {
    self.init(row: row, column: column, value: value, reason: reason, suggestion: suggestion, field: nil)
  }

  init(row: Int, column: String, value: String, reason: Phrase, suggestion: String? = nil, field: ListField?) {
    self.row = row
    self.column = column
    self.value = value
    self.reason = reason
    self.suggestion = suggestion
    self.field = field
  }
}

/// What can be wrong with a cell.
enum CellFault: Sendable {
  case noTitle
  case unknownCategory
  case severalCategories
  case unknownSecurity
  case noDate
  case noYear
  case noRecordNumber
  case brokenExtra
  case beyondHeader
  case spreadsheetError

  /// Why the cell isn't taken, and what would do.
  var phrase: Phrase {
    switch self {
    case .noTitle:
      Phrase(id: "baris ini tidak berjudul", en: "this row has no title")
    case .unknownCategory:
      Phrase(
        id: "kategori tidak dikenal; yang ada: \(CellFault.names(Category.self))",
        en: "unknown category; there are: \(CellFault.names(Category.self))")
    case .severalCategories:
      Phrase(id: "lebih dari satu kategori dicentang", en: "more than one category is ticked")
    case .unknownSecurity:
      Phrase(
        id: "tingkat keamanan tidak dikenal; yang ada: \(CellFault.names(SecurityClass.self))",
        en: "unknown security class; there are: \(CellFault.names(SecurityClass.self))")
    case .noDate:
      Phrase(id: "bukan tanggal; tulis seperti 2026-11-22", en: "not a date; write it like 2026-11-22")
    case .noYear:
      Phrase(id: "bukan tahun; tulis seperti 2026", en: "not a year; write it like 2026")
    case .noRecordNumber:
      Phrase(
        id: "bukan nomor arsip; tulis seperti A-12, atau kosongkan",
        en: "not a record's number; write it like A-12, or leave it empty")
    case .beyondHeader:
      Phrase(
        id: "baris ini mempunyai sel di luar kepala tabel; teks yang memuat pemisah ditulis di antara tanda kutip",
        en: "this row has cells beyond the header; a text that holds the separator is written in quotes")
    case .spreadsheetError:
      Phrase(
        id: "ini galat lembar kerja, bukan isinya; perbaiki rumus atau lebar kolomnya, lalu simpan lagi sebagai CSV",
        en: "this is a spreadsheet's error, not what it means; mend the formula or the column's width and save as CSV again")
    case .brokenExtra:
      Phrase(id: "bukan rekaman JSON yang berisi teks", en: "not a JSON record of texts")
    }
  }

  private static func names<Name: RawRepresentable<String> & CaseIterable>(_: Name.Type) -> String {
    Name.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
