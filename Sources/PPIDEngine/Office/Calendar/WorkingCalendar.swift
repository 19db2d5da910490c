import PPIDValues

/// When an office works: weekly hours, minus the holidays of the years that are known.
///
/// A working day of an unknown year is never guessed at: whatever would need it throws ``CalendarFault``.
package struct WorkingCalendar: Sendable {
  private let week: [OfficeHours]
  private let closedDays: [CalendarDate: Holiday]
  private let knownYears: Set<Int>

  /// - Parameter worksThroughLeave: whether collective leave (cuti bersama) is worked through.
  package init(week: (Weekday) -> OfficeHours, holidays: [Holiday], worksThroughLeave: Bool) {
    self.week = Weekday.allCases.map(week)
    let closed = holidays.filter { $0.kind == .holiday || !worksThroughLeave }
    closedDays = Dictionary(closed.map { ($0.date, $0) }) { first, _ in first }
    knownYears = Set(holidays.map(\.date.year))
  }

  // MARK: Days

  /// When the office is open on that day; empty for a holiday and on days off.
  package func spans(on date: CalendarDate) throws(CalendarFault) -> [Range<Int>] {
    let spans = week[date.weekday - 1].spans
    guard !spans.isEmpty else { return [] }
    guard knownYears.contains(date.year) else { throw .unknownYear(date.year) }
    return closedDays[date] == nil ? spans : []
  }

  package func isWorkingDay(_ date: CalendarDate) throws(CalendarFault) -> Bool {
    try !spans(on: date).isEmpty
  }

  /// The nth working day after a day, which itself isn't counted; before it, where `count` is negative; for 0 the day itself.
  ///
  /// - Parameter telling: told of each day that is passed, in the order of the reckoning.
  package func workingDay(
    _ count: Int, after date: CalendarDate, telling: (DeadlineLine) -> Void = { _ in }
  ) throws(CalendarFault) -> CalendarDate {
    var date = date
    var left = count.magnitude
    telling(DeadlineLine(date, .received, left: Int(clamping: left)))
    while left > 0 {
      date = try day(after: date, count.signum())
      guard let hours = try hours(on: date, left: Int(clamping: left), telling) else { continue }
      left -= 1
      telling(DeadlineLine(date, .open, hours, used: Int(clamping: count.magnitude - left), left: Int(clamping: left)))
    }
    return date
  }

  /// The last working day of a period, looked for from its end.
  package func lastWorkingDay(
    of period: Period, telling: (DeadlineLine) -> Void = { _ in }
  ) throws(CalendarFault) -> CalendarDate {
    var date = period.lastDay
    while true {
      if let hours = try hours(on: date, left: 0, telling) {
        telling(DeadlineLine(date, .open, hours))
        return date
      }
      date = try day(after: date, -1)
    }
  }

  /// From opening to closing; nil, and told of, for a day on which the office is closed. An office that never opens has no
  /// such day up to the end of the calendar.
  private func hours(
    on date: CalendarDate, left: Int, _ telling: (DeadlineLine) -> Void
  ) throws(CalendarFault) -> Range<Int>? {
    guard week.contains(where: { !$0.spans.isEmpty }) else { throw .outside }
    let spans = try spans(on: date)
    if let first = spans.first, let last = spans.last { return first.lowerBound..<last.upperBound }
    telling(DeadlineLine(date, closure(on: date), left: left))
    return nil
  }

  /// Why the office is closed on a day on which it is.
  private func closure(on date: CalendarDate) -> DeadlineLine.Reason {
    guard week[date.weekday - 1].spans.isEmpty else { return closedDays[date].map { .holiday($0) } ?? .dayOff }
    return Weekday(of: date) >= .saturday ? .weekend : .dayOff
  }

  /// How many working days a year has.
  package func workingDays(in year: Int) throws(CalendarFault) -> Int {
    guard var date = CalendarDate(year: year, month: 1, day: 1) else { throw .outside }
    var count = 0
    while date.year == year {
      if try isWorkingDay(date) { count += 1 }
      guard let next = date.adding(days: 1) else { break }
      date = next
    }
    return count
  }

  private func day(after date: CalendarDate, _ step: Int) throws(CalendarFault) -> CalendarDate {
    guard let next = date.adding(days: step) else { throw .outside }
    return next
  }

  // MARK: Times

  /// The time at which so many minutes of office time are used up; they begin to run at the next opening. What is used up at
  /// closing is due then.
  ///
  /// - Parameter telling: told of each stretch of time that is passed, in order.
  package func time(
    _ minutes: Int, after time: LocalTime, telling: (DeadlineLine) -> Void = { _ in }
  ) throws(CalendarFault) -> LocalTime {
    var left = minutes
    var date = time.date
    var earliest = time.minuteOfDay
    while true {
      if let hours = try hours(on: date, left: left, telling) {
        var end = earliest < hours.lowerBound ? hours.lowerBound : earliest
        if earliest >= hours.upperBound { telling(DeadlineLine(date, .afterHours, earliest..<earliest, left: left)) }
        for span in try spans(on: date) where span.upperBound > earliest {
          let start = max(span.lowerBound, earliest)
          if start > end { telling(DeadlineLine(date, .pause, end..<start, left: left)) }
          end = min(span.upperBound, start + left)
          left -= end - start
          telling(DeadlineLine(date, .open, start..<end, used: end - start, left: left))
          if left == 0 { return try self.time(end, of: date) }
        }
      }
      date = try day(after: date, 1)
      earliest = 0
    }
  }

  /// How much office time lies between two times; none where the second comes first.
  package func officeMinutes(from start: LocalTime, to end: LocalTime) throws(CalendarFault) -> Int {
    var minutes = 0
    var date = start.date
    while date <= end.date {
      let first = date == start.date ? start.minuteOfDay : 0
      let last = date == end.date ? end.minuteOfDay : 24 * 60
      for span in try spans(on: date) { minutes += max(0, min(span.upperBound, last) - max(span.lowerBound, first)) }
      date = try day(after: date, 1)
    }
    return minutes
  }

  /// When the office closes on a working day.
  package func closing(of date: CalendarDate) throws(CalendarFault) -> LocalTime {
    try time(try spans(on: date).last?.upperBound ?? 0, of: date)
  }

  /// When what was received at `time` is due, by its standard time.
  ///
  /// - Parameter telling: told how it is reckoned, line by line; the due time itself is the last one.
  package func due(
    _ standard: StandardTime, from time: LocalTime, in period: Period, telling: (DeadlineLine) -> Void = { _ in }
  ) throws(CalendarFault) -> LocalTime {
    let due =
      switch standard {
      case .minutes(let count): try self.time(count, after: time, telling: telling)
      case .workingDays(let count): try closing(of: workingDay(count, after: time.date, telling: telling))
      case .period: try closing(of: lastWorkingDay(of: period, telling: telling))
      }
    telling(DeadlineLine(due.date, .due, due.minuteOfDay..<due.minuteOfDay))
    return due
  }

  private func time(_ minute: Int, of date: CalendarDate) throws(CalendarFault) -> LocalTime {
    guard let time = LocalTime(date: date, hour: minute / 60, minute: minute % 60) else { throw .outside }
    return time
  }
}

/// Why the calendar has no answer.
package enum CalendarFault: Refusal, Hashable {
  /// There is no table of the year's holidays.
  case unknownYear(Int)
  /// Beyond the years 1 to 9999.
  case outside

  package var message: Phrase {
    switch self {
    case .unknownYear(let year):
      Phrase(
        id: "hari libur tahun \(year) belum ada di kalender, jadi hari kerjanya tidak diketahui",
        en: "the calendar has no holidays of \(year) yet, so its working days are not known")
    case .outside:
      Phrase(id: "di luar kalender (tahun 1 sampai 9999)", en: "outside of the calendar (years 1 to 9999)")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .unknownYear:
      Phrase(id: "masukkan tabelnya dengan `kalender impor berkas.csv`", en: "take in its table with `kalender impor file.csv`")
    case .outside: nil
    }
  }
}
