/// A day of the Gregorian calendar (`tanggal`), from 0001-01-01 to 9999-12-31, without time or zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before.
  package let daysSinceEpoch: Int32

  package static let first = CalendarDate(year: 1, month: 1, day: 1)!
  package static let last = CalendarDate(year: 9999, month: 12, day: 31)!

  /// The day that lies `daysSinceEpoch` days after 1970-01-01; nil outside the years 1 to 9999.
  package init?(daysSinceEpoch: Int) {
    guard (-719_162...2_932_896).contains(daysSinceEpoch) else { return nil }
    self.daysSinceEpoch = Int32(daysSinceEpoch)
  }

  /// The day of these numbers; nil when the calendar has no such day (2026-02-30).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, ofYear: year)
    else { return nil }
    // Days from civil, counted in years that begin in March (H. Hinnant, "chrono-compatible low-level date algorithms").
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2026-11-22`, exactly.
  package init?(_ text: some StringProtocol) {
    guard let date = withBytes(of: text, CalendarDate.init(bytes:)) else { return nil }
    self = date
  }

  /// Reads the ten bytes of `2026-11-22`, exactly.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1-12) and day (1-31).
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  package var year: Int { components.year }

  /// 1 is Monday, 7 Sunday.
  package var weekday: Int {
    let fromThursday = (Int(daysSinceEpoch) % 7 + 7) % 7
    return (fromThursday + 3) % 7 + 1
  }

  /// The day `days` later (earlier when negative); nil outside the years 1 to 9999.
  package func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = Int(daysSinceEpoch).addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(daysSinceEpoch: sum)
  }

  /// The same day `months` later; the month's last day where it has no such day (31 January + 1 month).
  package func adding(months: Int) -> CalendarDate? {
    let (year, month, day) = components
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index >= 12, index < 120_000 else { return nil }
    let newYear = index / 12
    let newMonth = index % 12 + 1
    return CalendarDate(
      year: newYear, month: newMonth, day: min(day, CalendarDate.days(inMonth: newMonth, ofYear: newYear)))
  }

  package static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2026-11-22`.
  package var description: String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      write(to: buffer)
      return 10
    }
  }

  /// Writes the ten bytes of the description.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
    let (year, month, day) = components
    writeTwoDigits(year / 100, to: buffer, at: 0)
    writeTwoDigits(year % 100, to: buffer, at: 2)
    buffer[4] = UInt8(ascii: "-")
    writeTwoDigits(month, to: buffer, at: 5)
    buffer[7] = UInt8(ascii: "-")
    writeTwoDigits(day, to: buffer, at: 8)
  }
}

/// Writes a number below 100 in two digits.
func writeTwoDigits(_ number: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
  buffer[place] = UInt8(ascii: "0") + UInt8(number / 10)
  buffer[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
}

/// Runs `body` on the UTF-8 of a text, without a copy where the text lets itself be read in one piece.
func withBytes<T>(of text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
  text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
}

/// A number written in ASCII digits only; nil for anything else.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty else { return nil }
  var value = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}

/// `number` with zeros before it, at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
