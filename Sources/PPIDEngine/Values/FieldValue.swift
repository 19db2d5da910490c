import PPIDValues

/// One value of a row, as the archive keeps it.
package enum FieldValue: Sendable, Hashable {
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
}
