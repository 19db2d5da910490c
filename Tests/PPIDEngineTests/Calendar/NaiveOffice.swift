import PPIDValues

@testable import PPIDEngine

/// The office's minutes of 2024 to 2026, each looked at by itself: Monday to Friday, 07.30-16.00 with a break 12.00-13.00, Friday to
/// 16.30 with a break 11.30-13.00, minus the days of the joint decrees. Nothing of it is reckoned as the program does.
struct NaiveOffice {
  /// Minutes since 1970 at which the office is open.
  private var open: [Int] = []
  /// How many of them come before each minute of the three years.
  private var before: [Int32] = []
  /// Days since 1970 on which it is open at all.
  private(set) var days: [Int] = []

  static let firstDay = 19_723
  static let endDay = 20_819
  private static var firstMinute: Int { firstDay * 1440 }

  /// - Parameter worksThroughLeave: whether collective leave (cuti bersama) is worked through.
  init(worksThroughLeave: Bool) {
    let closed = NaiveOffice.closedDays(worksThroughLeave)
    before.reserveCapacity((NaiveOffice.endDay - NaiveOffice.firstDay) * 1440)
    for day in NaiveOffice.firstDay..<NaiveOffice.endDay {
      // 1 January 1970 was a Thursday.
      let weekday = (day + 3) % 7
      let works = weekday < 5 && !closed.contains(CalendarDate(daysSinceEpoch: day)?.description ?? "")
      if works { days.append(day) }
      for minute in 0..<1440 {
        before.append(Int32(open.count))
        if works, NaiveOffice.isOpen(minute, isFriday: weekday == 4) { open.append(day * 1440 + minute) }
      }
    }
  }

  private static func isOpen(_ minute: Int, isFriday: Bool) -> Bool {
    if minute < 7 * 60 + 30 { return false }
    if isFriday { return minute < 11 * 60 + 30 || minute >= 13 * 60 && minute < 16 * 60 + 30 }
    return minute < 12 * 60 || minute >= 13 * 60 && minute < 16 * 60
  }

  private static func closedDays(_ worksThroughLeave: Bool) -> Set<String> {
    let lines = String(decoding: PackageResources.hari_libur_csv, as: UTF8.self).split(whereSeparator: \.isNewline)
    return Set(lines.filter { !worksThroughLeave || !$0.contains(",cuti-bersama,") }.map { String($0.prefix(10)) })
  }

  /// The end of the nth open minute from `start` on; nil beyond 2026.
  func time(_ minutes: Int, after start: LocalTime) -> LocalTime? {
    let index = Int(before[start.minutesSinceEpoch - NaiveOffice.firstMinute]) + minutes - 1
    guard index < open.count else { return nil }
    return LocalTime(minutesSinceEpoch: open[index] + 1)
  }

  func minutes(from start: LocalTime, to end: LocalTime) -> Int {
    max(0, Int(before[end.minutesSinceEpoch - NaiveOffice.firstMinute] - before[start.minutesSinceEpoch - NaiveOffice.firstMinute]))
  }

  /// The nth working day after a day, before it where `count` is negative; nil beyond the three years.
  func workingDay(_ count: Int, after day: Int) -> Int? {
    var day = day
    var left = abs(count)
    while left > 0 {
      day += count.signum()
      guard day >= NaiveOffice.firstDay, day < NaiveOffice.endDay else { return nil }
      if days.contains(day) { left -= 1 }
    }
    return day
  }
}
