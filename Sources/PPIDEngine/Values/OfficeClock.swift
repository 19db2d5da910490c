import PPIDValues

#if canImport(Glibc)
  import Glibc
#endif

/// The zones of Indonesia (Keppres 41/1987).
package enum OfficeZone: String, Sendable, CaseIterable {
  case wib = "WIB"
  case wita = "WITA"
  case wit = "WIT"

  /// Hours ahead of UTC.
  package var offset: Int {
    switch self {
    case .wib: 7
    case .wita: 8
    case .wit: 9
    }
  }
}

/// Where the time comes from: the machine's clock read in the office's zone, or a time that was stated (`--waktu`).
package struct OfficeClock: Sendable {
  private let stated: LocalTime?
  private let secondsSinceEpoch: @Sendable () -> Int

  /// The machine's clock.
  package static let machine = OfficeClock(stated: nil) { Int(time(nil)) }

  package init(stated: LocalTime?, secondsSinceEpoch: @escaping @Sendable () -> Int) {
    self.stated = stated
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// A clock that stands at `time`, while the real time goes on.
  package func standing(at time: LocalTime) -> OfficeClock {
    OfficeClock(stated: time, secondsSinceEpoch: secondsSinceEpoch)
  }

  /// The office's time, to the minute.
  package func now(in zone: OfficeZone) -> LocalTime {
    stated ?? LocalTime(minutesSinceEpoch: secondsSinceEpoch() / 60 + zone.offset * 60)!
  }

  /// The real time in UTC, to the second: `2026-11-22T01:30:15Z`.
  package func realTime() -> String {
    let seconds = secondsSinceEpoch()
    let second = seconds % 60
    return "\(LocalTime(minutesSinceEpoch: seconds / 60)!):\(second < 10 ? "0" : "")\(second)Z"
  }
}
