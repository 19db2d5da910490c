import PPIDValues
import Testing

@testable import PPIDEngine

/// How due times are explained, line by line.
@Suite struct DeadlineLineTests {
  private static func calendar(worksThroughLeave: Bool = false) throws -> WorkingCalendar {
    WorkingCalendar(
      week: { Setting.hours($0).standard.flatMap { OfficeHours($0) } ?? .closed }, holidays: try HolidayList.builtIn().holidays,
      worksThroughLeave: worksThroughLeave)
  }

  /// What is told of a reckoning: `tanggal alasan dari-sampai terpakai/sisa`, without the day of the due time.
  private static func told(
    _ written: String, from: String, period: String = "2026-11", worksThroughLeave: Bool = false
  ) throws -> [String] {
    var lines: [DeadlineLine] = []
    let due = try calendar(worksThroughLeave: worksThroughLeave).due(
      #require(StandardTime(written)), from: #require(LocalTime(from)), in: #require(Period(period))
    ) { lines.append($0) }
    let last = try #require(lines.last)
    lines.removeLast()
    #expect(last.reason == .due && last.date == due.date && last.span == due.minuteOfDay..<due.minuteOfDay)
    #expect(!lines.contains { $0.reason == .due })
    return lines.map { line in
      let name = if case .holiday(let holiday) = line.reason { holiday.name } else { "\(line.reason)" }
      let span = line.span.map { " \(OfficeHours.text($0.lowerBound))-\(OfficeHours.text($0.upperBound))" } ?? ""
      return "\(line.date) \(name)\(span) \(line.used)/\(line.left)"
    } + ["\(due)"]
  }

  @Test func `minutes are told with the break, the night and the weekend between them`() throws {
    #expect(
      try Self.told("1 jam", from: "2026-11-13T11:15") == [
        "2026-11-13 open 11.15-11.30 15/45", "2026-11-13 pause 11.30-13.00 0/45", "2026-11-13 open 13.00-13.45 45/0",
        "2026-11-13T13:45",
      ])
    #expect(
      try Self.told("1 jam", from: "2026-11-13T16:10") == [
        "2026-11-13 open 16.10-16.30 20/40", "2026-11-14 weekend 0/40", "2026-11-15 weekend 0/40",
        "2026-11-16 open 07.30-08.10 40/0", "2026-11-16T08:10",
      ])
  }

  @Test func `what is received outside of office hours runs from the next opening`() throws {
    #expect(
      try Self.told("30 menit", from: "2026-11-10T05:00") == ["2026-11-10 open 07.30-08.00 30/0", "2026-11-10T08:00"])
    #expect(
      try Self.told("30 menit", from: "2026-11-10T12:10") == [
        "2026-11-10 pause 12.10-13.00 0/30", "2026-11-10 open 13.00-13.30 30/0", "2026-11-10T13:30",
      ])
    #expect(
      try Self.told("30 menit", from: "2026-11-10T16:00") == [
        "2026-11-10 afterHours 16.00-16.00 0/30", "2026-11-11 open 07.30-08.00 30/0", "2026-11-11T08:00",
      ])
  }

  @Test func `working days are counted from the day after receipt, and end at closing`() throws {
    #expect(
      try Self.told("2 hari", from: "2026-11-12T20:00") == [
        "2026-11-12 received 0/2", "2026-11-13 open 07.30-16.30 1/1", "2026-11-14 weekend 0/1", "2026-11-15 weekend 0/1",
        "2026-11-16 open 07.30-16.00 2/0", "2026-11-16T16:00",
      ])
  }

  @Test func `holidays are told by their names, and collective leave only where it is taken`() throws {
    let taken = try Self.told("1 hari", from: "2026-12-23T09:00")
    #expect(taken.dropFirst().first?.contains("Cuti Bersama") == true, "\(taken)")
    #expect(taken.last == "2026-12-28T16:00")
    let worked = try Self.told("1 hari", from: "2026-12-23T09:00", worksThroughLeave: true)
    #expect(worked == ["2026-12-23 received 0/1", "2026-12-24 open 07.30-16.00 1/0", "2026-12-24T16:00"])
  }

  @Test func `a period is told backwards from its end`() throws {
    #expect(
      try Self.told("1 bulan", from: "2026-05-04T09:00", period: "2026-05") == [
        "2026-05-31 weekend 0/0", "2026-05-30 weekend 0/0", "2026-05-29 open 07.30-16.30 0/0", "2026-05-29T16:30",
      ])
  }

  @Test(arguments: [
    ("2026-03-13", 10, "2026-04-06"), ("2026-03-13", 17, "2026-04-15"), ("2026-03-13", 30, "2026-05-05"),
    ("2026-05-11", 10, "2026-05-29"), ("2026-05-11", 17, "2026-06-10"), ("2026-05-11", 30, "2026-06-30"),
  ])
  func `every day from receipt to the due day is told once, in order`(_ from: String, _ count: Int, _ to: String) throws {
    var lines: [DeadlineLine] = []
    let due = try Self.calendar().due(
      .workingDays(count), from: #require(LocalTime("\(from)T09:00")), in: #require(Period("2026-11"))
    ) { lines.append($0) }
    #expect("\(due.date)" == to)
    let first = try #require(CalendarDate(from)).daysSinceEpoch
    #expect(lines.dropLast().map(\.date.daysSinceEpoch) == Array(first...due.date.daysSinceEpoch))
    #expect(lines.filter { $0.reason == .open }.map(\.used) == Array(1...count))
    #expect(lines.dropLast().last?.left == 0)
  }

  @Test func `the minutes told are the minutes given, whatever the time of receipt`() throws {
    let calendar = try Self.calendar()
    var random = SeededRandom(seed: 20_261_122)
    for _ in 0..<200 {
      let first = try #require(CalendarDate("2024-01-01")).daysSinceEpoch
      let start = try #require(LocalTime(minutesSinceEpoch: Int(first) * 1440 + Int.random(in: 0..<1000 * 1440, using: &random)))
      let minutes = Int.random(in: 1..<2000, using: &random)
      var lines: [DeadlineLine] = []
      let due = try calendar.due(.minutes(minutes), from: start, in: #require(Period("2026-11"))) { lines.append($0) }
      #expect(lines.reduce(0) { $0 + $1.used } == minutes, "\(start) + \(minutes)")
      let open = lines.last { $0.reason == .open }
      #expect(open?.date == due.date && open?.span?.upperBound == due.minuteOfDay && open?.left == 0)
      var left = minutes
      for line in lines.dropLast() {
        left -= line.used
        #expect(line.left == left)
      }
    }
  }

  @Test func `a reckoning that runs into a year without a table tells how far it came`() throws {
    var lines: [DeadlineLine] = []
    #expect(throws: CalendarFault.unknownYear(2027)) {
      try Self.calendar().due(.workingDays(3), from: #require(LocalTime("2026-12-30T09:00")), in: #require(Period("2026-12"))) {
        lines.append($0)
      }
    }
    #expect(lines.map { "\($0.date)" } == ["2026-12-30", "2026-12-31"])
  }
}
