/// What a column of a list is for.
enum ColumnRole: Sendable, Hashable {
  case field(ListField)
  /// The count of the rows (`No`, with `1`, `a.`, `IV`): decoration.
  case ordinal
  /// Place and time in one cell: `Jakarta, 2025`.
  case placeAndWhen
  /// A column under the forms, with a tick where the record has the form.
  case formMark(String)
  /// A column under the categories, with a tick where the record is of it.
  case categoryMark(Category)
  /// Something that has no place of its own: kept under its head.
  case other
  /// What the program keeps of its records itself, and doesn't take from a list.
  case kept

  /// A column for a field of the record.
  static func record(_ field: RecordField) -> ColumnRole { .field(.record(field)) }

  /// Whether every record has a cell of its own in such a column, so that no text runs on in it.
  var beginsRecord: Bool {
    switch self {
    case .field(.unit), .field(.record(.category)), .field(.record(.date)), .field(.record(.year)),
      .field(.record(.security)):
      true
    default: false
    }
  }

  /// Whether times stand in the column.
  var holdsTime: Bool { self == .placeAndWhen || self == .record(.when) }

  /// The field that the column fills; nil for one that fills none.
  var field: ListField? {
    switch self {
    case .field(let field): field
    case .placeAndWhen: .record(.when)
    case .formMark: .record(.form)
    case .categoryMark: .record(.category)
    case .other: .extra
    case .ordinal, .kept: nil
    }
  }
}

/// What a head says of its column.
struct HeadMeaning: Sendable, Hashable {
  var role: ColumnRole
  /// How well the column would do as the title, from 1, the best; nil when not at all.
  var titleRank: Int?
  /// Whether it gives way to a column that says the same more clearly.
  var isWeak = false
  /// The category that the head gives all its records: a list of `Informasi yang Dikecualikan`.
  var category: Category?
}
