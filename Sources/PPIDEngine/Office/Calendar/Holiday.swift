import PPIDValues

/// A day on which offices are closed by decree.
package struct Holiday: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A national holiday.
    case holiday = "libur"
    /// Collective leave, which an office may work through.
    case collectiveLeave = "cuti-bersama"
  }

  package let date: CalendarDate
  package let kind: Kind
  package let name: String

  package init(date: CalendarDate, kind: Kind, name: String) {
    self.date = date
    self.kind = kind
    self.name = name
  }
}

extension Holiday {
  /// What the journal tells of it: `2026-01-01` is `libur: Tahun Baru Masehi`.
  var field: Field { Field(date.description, .text("\(kind.rawValue): \(name)")) }

  /// Reads what the journal tells; nil for anything else.
  init?(_ field: Field) {
    guard let date = CalendarDate(field.name), let parts = field.value.text?.split(separator: ": ", maxSplits: 1), parts.count == 2,
      let kind = Kind(rawValue: String(parts[0]))
    else { return nil }
    self.init(date: date, kind: kind, name: String(parts[1]))
  }
}
