import PPIDValues
import Testing

@testable import PPIDEngine

@Suite("Compared with a count minute by minute") struct NaiveOfficeTests {
  private static let naive = [false: NaiveOffice(worksThroughLeave: false), true: NaiveOffice(worksThroughLeave: true)]

  private func calendar(worksThroughLeave: Bool) throws -> WorkingCalendar {
    WorkingCalendar(
      week: { Setting.hours($0).standard.flatMap { OfficeHours($0) } ?? .closed }, holidays: try HolidayList.builtIn().holidays,
      worksThroughLeave: worksThroughLeave)
  }

  /// A time of the three years: often around an opening, a break or a closing, often around a year's end or the days off in spring.
  private func time(_ random: inout SeededRandom) -> LocalTime {
    let turns = [NaiveOffice.firstDay + 365, NaiveOffice.firstDay + 730, NaiveOffice.firstDay + 98, 20_530]
    let day =
      Int.random(in: 0..<3, using: &random) == 0
      ? turns.randomElement(using: &random)! + Int.random(in: -7...7, using: &random)
      : Int.random(in: NaiveOffice.firstDay..<NaiveOffice.endDay, using: &random)
    let edges = [450, 690, 720, 780, 960, 990, 0, 1439]
    let minute =
      Bool.random(using: &random)
      ? max(0, min(1439, edges.randomElement(using: &random)! + Int.random(in: -1...1, using: &random)))
      : Int.random(in: 0..<1440, using: &random)
    return LocalTime(minutesSinceEpoch: day * 1440 + minute)!
  }

  @Test(arguments: [false, true])
  func `office time ends where the minutes say so, or in a year without a table`(_ worksThroughLeave: Bool) throws {
    let calendar = try calendar(worksThroughLeave: worksThroughLeave)
    let naive = try #require(Self.naive[worksThroughLeave])
    var random = SeededRandom(seed: 20_261_122)
    for _ in 0..<4000 {
      let start = time(&random)
      let minutes = Int.random(in: 1...[30, 60, 480, 5000].randomElement(using: &random)!, using: &random)
      if let end = naive.time(minutes, after: start) {
        #expect(try calendar.time(minutes, after: start) == end, "\(start) + \(minutes)")
      } else {
        #expect(throws: CalendarFault.unknownYear(2027)) { try calendar.time(minutes, after: start) }
      }
    }
  }

  @Test(arguments: [false, true])
  func `as much office time lies between two times as open minutes`(_ worksThroughLeave: Bool) throws {
    let calendar = try calendar(worksThroughLeave: worksThroughLeave)
    let naive = try #require(Self.naive[worksThroughLeave])
    var random = SeededRandom(seed: 7)
    for _ in 0..<1000 {
      let start = time(&random)
      let end = start.adding(minutes: Int.random(in: -5000...60_000, using: &random)).flatMap { $0.date.year > 2026 ? nil : $0 } ?? start
      guard end.date.year >= 2024 else { continue }
      #expect(try calendar.officeMinutes(from: start, to: end) == naive.minutes(from: start, to: end), "\(start) - \(end)")
    }
  }

  @Test(arguments: [false, true])
  func `the nth working day is the nth that has open minutes`(_ worksThroughLeave: Bool) throws {
    let calendar = try calendar(worksThroughLeave: worksThroughLeave)
    let naive = try #require(Self.naive[worksThroughLeave])
    var random = SeededRandom(seed: 31)
    for _ in 0..<2000 {
      let date = time(&random).date
      let count = Int.random(in: -40...40, using: &random)
      if let day = naive.workingDay(count, after: Int(date.daysSinceEpoch)) {
        #expect(Int(try calendar.workingDay(count, after: date).daysSinceEpoch) == day, "\(date) + \(count)")
      } else {
        #expect(throws: CalendarFault.unknownYear(count < 0 ? 2023 : 2027)) { try calendar.workingDay(count, after: date) }
      }
    }
    for (year, first) in [(2024, 19_723), (2025, 20_089), (2026, 20_454)] {
      let end = first + (year == 2024 ? 366 : 365)
      #expect(try calendar.workingDays(in: year) == naive.days.count { $0 >= first && $0 < end })
      for month in 1...12 {
        let period = try #require(Period("\(year)-\(month < 10 ? "0" : "")\(month)"))
        let last = naive.days.last { $0 <= Int(period.lastDay.daysSinceEpoch) }
        #expect(Int(try calendar.lastWorkingDay(of: period).daysSinceEpoch) == last, "\(period)")
      }
    }
  }
}
