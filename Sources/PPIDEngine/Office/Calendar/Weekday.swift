import PPIDValues

/// A day of the week, from Monday.
package enum Weekday: Int, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  package init(of date: CalendarDate) {
    self = Weekday.allCases[date.weekday - 1]
  }

  /// `senin`
  package var name: String {
    switch self {
    case .monday: "senin"
    case .tuesday: "selasa"
    case .wednesday: "rabu"
    case .thursday: "kamis"
    case .friday: "jumat"
    case .saturday: "sabtu"
    case .sunday: "minggu"
    }
  }

  package static func named(_ name: some StringProtocol) -> Weekday? {
    allCases.first { $0.name == name.lowercased() }
  }
}

extension Weekday: Comparable {
  package static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
