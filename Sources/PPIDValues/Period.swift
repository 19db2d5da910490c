/// A reporting period (`periode`): a month (`2026-11`) or a half-year (`2026-S2`), in the years 1 to 9999.
package struct Period: Sendable, Hashable {
  package enum Kind: Int32, Sendable {
    case month = 1
    case halfYear = 6
  }

  package let kind: Kind
  /// Months since January of the year 0 for a month, half-years since then for a half-year.
  private let index: Int32

  package init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(kind: .month, index: year * 12 + month - 1)
  }

  package init?(year: Int, half: Int) {
    guard (1...9999).contains(year), (1...2).contains(half) else { return nil }
    self.init(kind: .halfYear, index: year * 2 + half - 1)
  }

  /// The month that `date` lies in.
  package init(monthOf date: CalendarDate) {
    let (year, month, _) = date.components
    self.init(year: year, month: month)!
  }

  /// The half-year that `date` lies in.
  package init(halfYearOf date: CalendarDate) {
    let (year, month, _) = date.components
    self.init(year: year, half: month <= 6 ? 1 : 2)!
  }

  private init?(kind: Kind, index: Int) {
    let perYear = 12 / Int(kind.rawValue)
    guard index >= perYear, index < 10_000 * perYear else { return nil }
    self.kind = kind
    self.index = Int32(index)
  }

  /// Reads `2026-11` or `2026-S2`, exactly.
  package init?(_ text: some StringProtocol) {
    guard let period = withBytes(of: text, Period.init(bytes:)) else { return nil }
    self = period
  }

  /// Reads the seven bytes of `2026-11` or `2026-S2`, exactly.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = decimal(bytes[0..<4]) else { return nil }
    if bytes[5] == UInt8(ascii: "S") {
      guard let half = decimal(bytes[6..<7]) else { return nil }
      self.init(year: year, half: half)
    } else {
      guard let month = decimal(bytes[5..<7]) else { return nil }
      self.init(year: year, month: month)
    }
  }

  package var year: Int { Int(index) * Int(kind.rawValue) / 12 }

  /// 1-12; the first month of a half-year.
  package var month: Int { Int(index) * Int(kind.rawValue) % 12 + 1 }

  package var firstDay: CalendarDate { CalendarDate(year: year, month: month, day: 1)! }

  package var lastDay: CalendarDate {
    let lastMonth = month + Int(kind.rawValue) - 1
    return CalendarDate(year: year, month: lastMonth, day: CalendarDate.days(inMonth: lastMonth, ofYear: year))!
  }

  /// The period `count` of its own kind later (earlier when negative); nil outside the years 1 to 9999.
  package func advanced(by count: Int) -> Period? {
    let (sum, overflow) = Int(index).addingReportingOverflow(count)
    return overflow ? nil : Period(kind: kind, index: sum)
  }

  /// The period `months` later; nil for a half-year when that is no whole number of half-years.
  package func adding(months: Int) -> Period? {
    let length = Int(kind.rawValue)
    return months % length == 0 ? advanced(by: months / length) : nil
  }

  package func contains(_ date: CalendarDate) -> Bool {
    firstDay <= date && date <= lastDay
  }

  /// Whether every day of `other` lies in this period.
  package func contains(_ other: Period) -> Bool {
    contains(other.firstDay) && contains(other.lastDay)
  }
}

extension Period: Comparable {
  /// By first day; a month before the half-year that begins with it.
  package static func < (left: Period, right: Period) -> Bool {
    let leftStart = left.index * left.kind.rawValue
    let rightStart = right.index * right.kind.rawValue
    return leftStart != rightStart ? leftStart < rightStart : left.kind.rawValue < right.kind.rawValue
  }
}

extension Period: CustomStringConvertible {
  /// `2026-11` or `2026-S2`.
  package var description: String {
    String(unsafeUninitializedCapacity: 7) { buffer in
      writeTwoDigits(year / 100, to: buffer, at: 0)
      writeTwoDigits(year % 100, to: buffer, at: 2)
      buffer[4] = UInt8(ascii: "-")
      switch kind {
      case .month: writeTwoDigits(month, to: buffer, at: 5)
      case .halfYear:
        buffer[5] = UInt8(ascii: "S")
        buffer[6] = UInt8(ascii: "0") + UInt8(month / 6 + 1)
      }
      return 7
    }
  }
}
