import PPIDEngine
import PPIDValues

/// A clock that tests move, also backwards.
final class MovableClock: @unchecked Sendable {
  private var time: LocalTime

  init(_ time: LocalTime) {
    self.time = time
  }

  /// The clock of an office in the west of Indonesia.
  var office: OfficeClock {
    OfficeClock(stated: nil) { [self] in (time.minutesSinceEpoch - OfficeZone.wib.offset * 60) * 60 }
  }

  func set(_ text: String) { time = LocalTime(text)! }

  func set(_ date: CalendarDate, hour: Int = 9) { time = LocalTime(date: date, hour: hour, minute: 0)! }

  /// Each act takes a minute.
  func tick() { time = time.adding(minutes: 1)! }
}
