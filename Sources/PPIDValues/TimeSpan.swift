/// A length of time (`durasi`), in one of four kinds that don't convert into each other.
package struct TimeSpan: Sendable, Hashable {
  package enum Kind: Int32, Sendable {
    /// Minutes and hours, counted in minutes.
    case minutes
    /// Calendar days.
    case days
    /// Working days.
    case workingDays
    /// Months and years, counted in months.
    case months
  }

  package let kind: Kind
  /// How many of the kind's smallest unit; may be negative.
  package let count: Int32

  package init(_ kind: Kind, _ count: Int32) {
    self.kind = kind
    self.count = count
  }

  /// A number with a unit, as in `30menit`; nil for an unknown unit or a length that is too large to keep.
  package init?(number: Int, unit: some StringProtocol) {
    let (kind, factor): (Kind, Int)
    switch unit {
    case "menit": (kind, factor) = (.minutes, 1)
    case "jam": (kind, factor) = (.minutes, 60)
    case "hari": (kind, factor) = (.days, 1)
    case "harikerja": (kind, factor) = (.workingDays, 1)
    case "bulan": (kind, factor) = (.months, 1)
    case "tahun": (kind, factor) = (.months, 12)
    default: return nil
    }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow, let count = Int32(exactly: product) else { return nil }
    self.init(kind, count)
  }

  /// Number and unit as they are written: the larger unit where it divides evenly (`24bulan` is 2 `tahun`).
  package var parts: (number: Int, unit: String) {
    let number = Int(count)
    return switch kind {
    case .minutes: number != 0 && number % 60 == 0 ? (number / 60, "jam") : (number, "menit")
    case .days: (number, "hari")
    case .workingDays: (number, "harikerja")
    case .months: number != 0 && number % 12 == 0 ? (number / 12, "tahun") : (number, "bulan")
    }
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The literal: `30menit`, `2tahun`.
  package var description: String {
    let (number, unit) = parts
    return "\(number)\(unit)"
  }
}
