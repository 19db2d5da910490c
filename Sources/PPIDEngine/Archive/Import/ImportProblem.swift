import PPIDValues

/// Something in a list that can't be taken as it stands, and refuses its record.
package struct ImportProblem: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case noTitle
    case unknownCategory
    case severalCategories
    case unknownSecurity
    case noDate
    case noYear
    case noRecordNumber
    case brokenExtra
  }

  /// The line of the file on which the record begins.
  package let row: Int
  /// The column's head.
  package let column: String
  /// What the column holds.
  let field: ListField
  /// The text that stands there.
  package let value: String
  package let reason: Reason
}

extension ImportProblem.Reason {
  /// Why, and what would do.
  package var phrase: Phrase {
    switch self {
    case .noTitle:
      Phrase(id: "baris ini tidak berjudul", en: "this row has no title")
    case .unknownCategory:
      Phrase(
        id: "kategori tidak dikenal; yang ada: \(Self.names(Category.self))",
        en: "unknown category; there are: \(Self.names(Category.self))")
    case .severalCategories:
      Phrase(id: "lebih dari satu kategori dicentang", en: "more than one category is ticked")
    case .unknownSecurity:
      Phrase(
        id: "tingkat keamanan tidak dikenal; yang ada: \(Self.names(SecurityClass.self))",
        en: "unknown security class; there are: \(Self.names(SecurityClass.self))")
    case .noDate:
      Phrase(id: "bukan tanggal; tulis seperti 2026-11-22", en: "not a date; write it like 2026-11-22")
    case .noYear:
      Phrase(id: "bukan tahun; tulis seperti 2026", en: "not a year; write it like 2026")
    case .noRecordNumber:
      Phrase(
        id: "bukan nomor arsip; tulis seperti A-12, atau kosongkan",
        en: "not a record's number; write it like A-12, or leave it empty")
    case .brokenExtra:
      Phrase(id: "bukan rekaman JSON yang berisi teks", en: "not a JSON record of texts")
    }
  }

  private static func names<Name: RawRepresentable & CaseIterable>(_: Name.Type) -> String
  where Name.RawValue == String {
    Name.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
