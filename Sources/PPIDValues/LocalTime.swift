/// A time on the office's clock (`waktu`), to the minute; the zone is the office's and is kept elsewhere.
package struct LocalTime: Sendable, Hashable, Comparable {
  /// Minutes since 1970-01-01T00:00 on the same clock.
  package let minutesSinceEpoch: Int

  /// Nil outside the years 1 to 9999 or for a time that no clock shows.
  package init?(date: CalendarDate, hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.minutesSinceEpoch = Int(date.daysSinceEpoch) * 1440 + hour * 60 + minute
  }

  package init?(minutesSinceEpoch: Int) {
    guard CalendarDate(daysSinceEpoch: LocalTime.day(of: minutesSinceEpoch)) != nil else { return nil }
    self.minutesSinceEpoch = minutesSinceEpoch
  }

  /// Reads `2026-11-22T08:30`, exactly.
  package init?(_ text: some StringProtocol) {
    guard let time = withBytes(of: text, LocalTime.init(bytes:)) else { return nil }
    self = time
  }

  /// Reads the sixteen bytes of `2026-11-22T08:30`, exactly.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      let date = CalendarDate(bytes: UnsafeBufferPointer(rebasing: bytes[0..<10])),
      let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16])
    else { return nil }
    self.init(date: date, hour: hour, minute: minute)
  }

  package var date: CalendarDate {
    CalendarDate(daysSinceEpoch: LocalTime.day(of: minutesSinceEpoch))!
  }

  /// Minutes since midnight, 0 to 1439.
  package var minuteOfDay: Int { minutesSinceEpoch - Int(date.daysSinceEpoch) * 1440 }

  package func adding(minutes: Int) -> LocalTime? {
    let (sum, overflow) = minutesSinceEpoch.addingReportingOverflow(minutes)
    return overflow ? nil : LocalTime(minutesSinceEpoch: sum)
  }

  /// The same time of day on another date.
  package func on(_ date: CalendarDate) -> LocalTime {
    LocalTime(date: date, hour: minuteOfDay / 60, minute: minuteOfDay % 60)!
  }

  package static func < (left: LocalTime, right: LocalTime) -> Bool {
    left.minutesSinceEpoch < right.minutesSinceEpoch
  }

  private static func day(of minutes: Int) -> Int {
    minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440)
  }
}

extension LocalTime: CustomStringConvertible {
  /// ISO 8601 to the minute: `2026-11-22T08:30`.
  package var description: String {
    String(unsafeUninitializedCapacity: 16) { buffer in
      date.write(to: buffer)
      buffer[10] = UInt8(ascii: "T")
      writeTwoDigits(minuteOfDay / 60, to: buffer, at: 11)
      buffer[13] = UInt8(ascii: ":")
      writeTwoDigits(minuteOfDay % 60, to: buffer, at: 14)
      return 16
    }
  }
}
