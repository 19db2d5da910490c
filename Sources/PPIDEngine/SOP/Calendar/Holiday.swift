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
