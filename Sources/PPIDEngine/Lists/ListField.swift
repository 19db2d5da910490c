/// What a column of a list can hold: a field of the record, or what the record is known by.
enum ListField: Sendable, Hashable {
  case record(RecordField)
  case number
  case unit
  /// Names with texts, as the program writes what has no column of its own.
  case extra

  /// All of them, in the order in which the program writes its columns.
  static let all: [ListField] = {
    var fields: [ListField] = [.number]
    for field in RecordField.allCases {
      fields.append(.record(field))
      if field == .kind { fields.append(.unit) }
    }
    return fields + [.extra]
  }()

  /// The field that users know by `name`.
  init?(_ name: String) {
    guard let field = ListField.all.first(where: { $0.name == name }) else { return nil }
    self = field
  }

  /// The name that users read and write.
  var name: String {
    switch self {
    case .record(let field): field.rawValue
    case .number: "nomor"
    case .unit: "unit"
    case .extra: "lainnya"
    }
  }
}
