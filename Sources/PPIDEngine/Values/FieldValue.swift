import PPIDValues

/// One value of a row, as the archive keeps it.
package enum FieldValue: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case text(String)
  case date(CalendarDate)
  case time(LocalTime)
  case period(Period)
}

/// What the values of a column are, unless they are null.
package enum FieldType: Sendable, Hashable {
  case bool, int, double, text, date, time, period
  /// Names with texts; kept as the text of a JSON object.
  case object
}

extension FieldValue {
  package static func optional(_ text: String?) -> FieldValue { text.map(FieldValue.text) ?? .null }
}

extension FieldValue {
  /// The characters of a text; nil for anything else.
  package var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The value as a text for machines; empty for null.
  var plain: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "benar" : "salah"
    case .int(let value): String(value)
    case .double(let value): String(value)
    case .text(let value): value
    case .date(let value): value.description
    case .time(let value): value.description
    case .period(let value): value.description
    }
  }
}

extension FieldValue: Hashable {
  /// Texts are equal when their code points are; Swift's own equality would take `é` in one piece for `é` in two.
  package static func == (left: FieldValue, right: FieldValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.text(let left), .text(let right)): left.hasSameBytes(as: right)
    case (.date(let left), .date(let right)): left == right
    case (.time(let left), .time(let right)): left == right
    case (.period(let left), .period(let right)): left == right
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    // 0.0 and -0.0 are equal but spelled differently.
    if case .double(let value) = self { hasher.combine(value) } else { hasher.combine(plain) }
  }
}
