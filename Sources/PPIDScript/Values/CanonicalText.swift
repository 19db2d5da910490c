import PPIDValues

/// What a value is turned into as a text: the spelling that the language reads back, lists and records as JSON, `kosong` empty.
extension Value {
  /// The canonical text; throws only for a table that can't be read or a text that would be too long.
  package func canonicalText() throws -> Text {
    switch self {
    case .text(let text): return text
    case .list, .record, .table:
      var writer = JSONText()
      try writer.write(self)
      return Text(writer.text)
    default: return Text(plainText)
    }
  }

  /// The canonical text of a value that holds no others; empty for one that does.
  package var plainText: String {
    switch self {
    case .null, .list, .record, .table: ""
    case .bool(let bool): bool ? "benar" : "salah"
    case .int(let number): String(number)
    case .double(let number): DecimalSpelling.shortest(number)
    case .date(let date): date.description
    case .time(let time): time.description
    case .period(let period): period.description
    case .span(let span): span.description
    case .text(let text): text.string
    }
  }
}
