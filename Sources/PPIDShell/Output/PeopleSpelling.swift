import PPIDScript
import PPIDValues

extension Value {
  /// The value as people write it: `6.765`, `3,14`, `22 November 2026`, `10 hari kerja`; texts as they are, lists and records as
  /// JSON. A number in a column of years (`tahun`) isn't grouped.
  package func forPeople(inColumn column: String = "") throws -> String {
    switch self {
    case .int where column.utf8.suffix(5).elementsEqual("tahun".utf8): plainText
    case .int, .double: IndonesianNumber.spelling(ofCanonical: plainText)
    case .date(let date): date.inWords.id
    case .time(let time): time.inWords.id
    // A period is printed as it must be typed.
    case .period(let period): period.description
    case .span(let span):
      "\(IndonesianNumber.spelling(of: span.parts.number)) \(span.kind == .workingDays ? "hari kerja" : span.parts.unit)"
    default: try canonicalText().string
    }
  }

  /// Whether it is right-aligned in a column.
  var isNumber: Bool {
    switch self {
    case .int, .double: true
    default: false
    }
  }
}
