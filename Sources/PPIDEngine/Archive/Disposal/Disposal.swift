import PPIDValues

/// A proposal to move, destroy or hand over archives, and what became of it.
package struct Disposal: Sendable {
  package let number: DisposalNumber
  package let kind: DisposalKind
  package let state: DisposalState
  /// The day for which the retention was judged.
  package let judgedOn: CalendarDate
  package let proposed: Act
  /// Approval or refusal.
  package let decided: Act?
  /// Why it was refused.
  package let reason: String?
  package let executed: Act?

  /// Who did something, and when.
  package struct Act: Sendable {
    package let person: String
    package let time: LocalTime
  }
}

/// A record with what its retention says of it on a day.
package struct DueRecord: Sendable {
  package let number: RecordNumber
  package let title: String
  package let unit: String
  package let code: String?
  /// The day from which it is counted, as far as it is known.
  package let made: String?
  /// Nil where nothing is due.
  package let action: DueAction?
  package let due: CalendarDate?
  package let active: String?
  package let inactive: String?
  package let fate: String?
  package let exception: String?
}
