import PPIDValues

/// When an office works: weekly hours, minus the holidays of the years that are known.
///
/// A working day of an unknown year is never guessed at: whatever would need it throws ``CalendarFault``.
package struct WorkingCalendar: Sendable {
  private let week: [OfficeHours]
  private let closedDays: Set<CalendarDate>
  private let knownYears: Set<Int>

  /// - Parameter worksThroughLeave: whether collective leave (cuti bersama) is worked through.
  package init(week: (Weekday) -> OfficeHours, holidays: [Holiday], worksThroughLeave: Bool) {
    self.week = Weekday.allCases.map(week)
    closedDays = Set(holidays.filter { $0.kind == .holiday || !worksThroughLeave }.map(\.date))
    knownYears = Set(holidays.map(\.date.year))
  }

  // MARK: Days

  /// When the office is open on that day; empty for a holiday and on days off.
  package func spans(on date: CalendarDate) throws(CalendarFault) -> [Range<Int>] {
    let spans = week[date.weekday - 1].spans
    guard !spans.isEmpty else { return [] }
    guard knownYears.contains(date.year) else { throw .unknownYear(date.year) }
    return closedDays.contains(date) ? [] : spans
  }

  package func isWorkingDay(_ date: CalendarDate) throws(CalendarFault) -> Bool {
    try !spans(on: date).isEmpty
  }

  /// The nth working day after a day, which itself isn't counted; before it, where `count` is negative; for 0 the day itself.
  package func workingDay(_ count: Int, after date: CalendarDate) throws(CalendarFault) -> CalendarDate {
    var date = date
    var left = count.magnitude
    while left > 0 {
      date = try day(after: date, count.signum())
      if try isWorkingDay(date) { left -= 1 }
    }
    return date
  }

  package func lastWorkingDay(of period: Period) throws(CalendarFault) -> CalendarDate {
    var date = period.lastDay
    while try !isWorkingDay(date) { date = try day(after: date, -1) }
    return date
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
  package func time(_ minutes: Int, after time: LocalTime) throws(CalendarFault) -> LocalTime {
    var left = minutes
    var date = time.date
    var earliest = time.minuteOfDay
    while true {
      for span in try spans(on: date) where span.upperBound > earliest {
        let start = max(span.lowerBound, earliest)
        guard left > span.upperBound - start else { return try self.time(start + left, of: date) }
        left -= span.upperBound - start
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
  package func due(_ standard: StandardTime, from time: LocalTime, in period: Period) throws(CalendarFault) -> LocalTime {
    switch standard {
    case .minutes(let count): try self.time(count, after: time)
    case .workingDays(let count): try closing(of: workingDay(count, after: time.date))
    case .period: try closing(of: lastWorkingDay(of: period))
    }
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
