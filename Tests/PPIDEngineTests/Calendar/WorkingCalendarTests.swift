import PPIDValues
import Testing

@testable import PPIDEngine

@Suite struct WorkingCalendarTests {
  private static func hours(_ day: Weekday) -> OfficeHours {
    Setting.hours(day).standard.flatMap { OfficeHours($0) } ?? .closed
  }

  private static func calendar(worksThroughLeave: Bool = false) throws -> WorkingCalendar {
    WorkingCalendar(week: hours, holidays: try HolidayList.builtIn().holidays, worksThroughLeave: worksThroughLeave)
  }

  @Test(arguments: [
    ("2026-03-13", 10, "2026-04-06"), ("2026-03-13", 17, "2026-04-15"), ("2026-03-13", 30, "2026-05-05"),
    ("2026-05-11", 10, "2026-05-29"), ("2026-05-11", 17, "2026-06-10"), ("2026-05-11", 30, "2026-06-30"),
    ("2026-11-20", 1, "2026-11-23"), ("2026-11-21", 1, "2026-11-23"), ("2026-11-23", 0, "2026-11-23"),
    ("2026-04-06", -10, "2026-03-13"), ("2026-11-23", -1, "2026-11-20"),
  ])
  func `the nth working day is reckoned from the day after receipt`(_ from: String, _ count: Int, _ to: String) throws {
    let day = try Self.calendar().workingDay(count, after: #require(CalendarDate(from)))
    #expect("\(day)" == to)
  }

  @Test func `2026 has 240 working days, and more where collective leave is worked through`() throws {
    #expect(try Self.calendar().workingDays(in: 2026) == 240)
    let leave = try HolidayList.builtIn().holidays.filter { $0.kind == .collectiveLeave && $0.date.year == 2026 }
    let weekdays = leave.filter { $0.date.weekday < 6 }.count
    #expect(weekdays > 0)
    #expect(try Self.calendar(worksThroughLeave: true).workingDays(in: 2026) == 240 + weekdays)
  }

  @Test(arguments: [
    // Within a span, up to a break, over it, and to the closing.
    ("2026-11-10T09:00", 30, "2026-11-10T09:30"), ("2026-11-10T11:30", 30, "2026-11-10T12:00"),
    ("2026-11-10T11:30", 31, "2026-11-10T13:01"), ("2026-11-10T12:10", 60, "2026-11-10T14:00"),
    ("2026-11-10T15:00", 60, "2026-11-10T16:00"), ("2026-11-10T15:01", 60, "2026-11-11T07:31"),
    // Received outside of office hours: from the next opening.
    ("2026-11-10T06:00", 30, "2026-11-10T08:00"), ("2026-11-10T16:00", 30, "2026-11-11T08:00"),
    ("2026-11-10T20:00", 30, "2026-11-11T08:00"), ("2026-11-14T10:00", 30, "2026-11-16T08:00"),
    // Fridays: another break, another closing.
    ("2026-11-13T11:00", 60, "2026-11-13T13:30"), ("2026-11-13T16:00", 30, "2026-11-13T16:30"),
    ("2026-11-13T16:00", 31, "2026-11-16T07:31"),
    // Over a holiday and collective leave.
    ("2026-12-23T15:30", 31, "2026-12-28T07:31"),
  ])
  func `office time runs while the office is open only`(_ from: String, _ minutes: Int, _ to: String) throws {
    #expect("\(try Self.calendar().time(minutes, after: #require(LocalTime(from))))" == to)
  }

  @Test(arguments: [
    ("2026-11", "2026-11-30"), ("2026-05", "2026-05-29"), ("2026-12", "2026-12-31"), ("2026-10", "2026-10-30"),
    ("2026-S1", "2026-06-30"), ("2026-S2", "2026-12-31"), ("2025-S1", "2025-06-30"),
  ])
  func `a period ends on its last working day`(_ period: String, _ day: String) throws {
    #expect("\(try Self.calendar().lastWorkingDay(of: #require(Period(period))))" == day)
  }

  @Test(arguments: [
    ("30 menit", "2026-11-10T09:30"), ("1 jam", "2026-11-10T10:00"), ("1 hari", "2026-11-11T16:00"),
    ("1 bulan", "2026-11-30T16:00"),
  ])
  func `a step is due by the standard time that the SOP prints`(_ written: String, _ due: String) throws {
    let standard = try #require(StandardTime(written))
    let from = try #require(LocalTime("2026-11-10T09:00"))
    #expect("\(try Self.calendar().due(standard, from: from, in: #require(Period("2026-11"))))" == due)
  }

  @Test func `every time that the built-in SOP prints is understood, and a blank is none`() throws {
    for activity in try Procedure.builtIn().activities {
      #expect((activity.time == nil) == (activity.time.flatMap(StandardTime.init) == nil), "\(activity.number)")
    }
    for none in ["", "1", "hari", "satu hari", "0 hari", "-1 hari", "1 abad", "1 hari kerja"] {
      #expect(StandardTime(none) == nil)
    }
  }

  @Test func `a year without a table is said, not guessed`() throws {
    let calendar = try Self.calendar()
    let last = try #require(CalendarDate("2026-12-30"))
    #expect("\(try calendar.workingDay(1, after: last))" == "2026-12-31")
    #expect(throws: CalendarFault.unknownYear(2027)) { try calendar.workingDay(2, after: last) }
    #expect(throws: CalendarFault.unknownYear(2027)) { try calendar.lastWorkingDay(of: #require(Period("2027-01"))) }
    #expect(throws: CalendarFault.unknownYear(2023)) { try calendar.workingDay(-1, after: #require(CalendarDate("2024-01-01"))) }
    #expect(throws: CalendarFault.unknownYear(2027)) {
      try calendar.time(60, after: #require(LocalTime("2026-12-31T15:30")))
    }
    #expect(throws: CalendarFault.unknownYear(2028)) { try calendar.workingDays(in: 2028) }
  }

  @Test func `an office that never opens gives an answer too`() throws {
    let calendar = WorkingCalendar(week: { _ in .closed }, holidays: [], worksThroughLeave: false)
    #expect(throws: CalendarFault.outside) { try calendar.time(1, after: #require(LocalTime("9990-01-01T00:00"))) }
    #expect(throws: CalendarFault.outside) { try calendar.workingDay(.min, after: #require(CalendarDate("0010-01-01"))) }
  }
}
