import PPIDValues

/// Functions that read and make dates and periods.
extension Builtin {
  static let tanggal = Builtin(
    "tanggal",
    help: Phrase(
      id: "Tanggal dari sebuah waktu, atau yang dieja teks (2026-11-22).",
      en: "The date of a time, or the one that a text spells (2026-11-22)."),
    [.moment], gives: .type(.date), examples: [Example("cetak $(tanggal 2026-11-22T08:30)", prints: "2026-11-22")]
  ) { arguments, _ in
    switch try arguments.value(0) {
    case .null: return .null
    case .date(let date): return .date(date)
    case .time(let time): return .date(time.date)
    case .text(let text):
      if let date = CalendarDate(text.string) { return .date(date) }
      if let time = LocalTime(text.string) { return .date(time.date) }
      throw RuntimeProblem.unreadable(text.string, as: .date)
    default: throw try arguments.wrong(0, [.date, .time, .text])
    }
  }

  static let periode = Builtin(
    "periode",
    help: Phrase(
      id: "Bulan dari sebuah tanggal atau waktu, atau periode yang dieja teks; dapat digeser.",
      en: "The month of a date or time, or the period that a text spells; may be moved."),
    [
      ParameterSignature(
        "x", .argument(required: true), .types([.period, .date, .time, .text]),
        help: Phrase(id: "periode, tanggal, waktu, atau teks", en: "a period, a date, a time or a text")),
      ParameterSignature(
        "geser", .option(required: false), .types([.int]),
        help: Phrase(
          id: "berapa periode sesudahnya; negatif sebelumnya", en: "how many periods later; negative: earlier")),
    ],
    gives: .type(.period),
    examples: [
      Example("cetak $(periode 2026-11-22)", prints: "2026-11"),
      Example("cetak $(periode 2026-S1 --geser -1)", prints: "2025-S2"),
    ]
  ) { arguments, _ in
    let period: Period
    switch try arguments.value(0) {
    case .null: return .null
    case .period(let given): period = given
    case .date(let date): period = Period(monthOf: date)
    case .time(let time): period = Period(monthOf: time.date)
    case .text(let text):
      guard let read = Period(text.string) ?? CalendarDate(text.string).map(Period.init(monthOf:)) else {
        throw RuntimeProblem.unreadable(text.string, as: .period)
      }
      period = read
    default: throw try arguments.wrong(0, [.period, .date, .time, .text])
    }
    guard arguments[1] != nil else { return .period(period) }
    guard let moved = try period.advanced(by: arguments.int(1)) else { throw RuntimeProblem.outsideCalendar }
    return .period(moved)
  }
}

extension ParameterSignature {
  fileprivate static let moment = ParameterSignature(
    "x", .argument(required: true), .types([.date, .time, .text]),
    help: Phrase(id: "tanggal, waktu, atau teks", en: "a date, a time or a text"))
}
