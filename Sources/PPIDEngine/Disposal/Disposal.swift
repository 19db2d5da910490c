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
  package struct Act: Sendable, Hashable {
    package let person: String
    package let time: LocalTime
  }
}

extension Disposal {
  /// Whether it can't change any more, unless its refusal is taken back.
  var isOver: Bool { state == .executed || state == .refused }

  /// The state with the decision, where there is one, as the journal tells them.
  var decisionFields: [Field] {
    [Field("keadaan", .text(state.rawValue))]
      + (decided.map { [Field("pemutus", .text($0.person)), Field("diputus", .time($0.time))] } ?? [])
  }
}

extension Disposal.Act {
  /// The decision that an entry of the journal tells; nil where it tells none.
  init?(decisionIn fields: [Field]) {
    guard let person = fields["pemutus"]?.text, let time = fields["diputus"]?.text.flatMap({ LocalTime($0) }) else { return nil }
    self.init(person: person, time: time)
  }
}

/// A legal hold on a record.
struct Hold: Sendable, Hashable {
  let reason: String?
  let placed: Disposal.Act
}

extension Hold {
  /// The hold as the journal tells it.
  var fields: [Field] {
    [Field("alasan", .optional(reason)), Field("sejak", .time(placed.time)), Field("oleh", .text(placed.person))]
  }

  /// The hold that an entry of the journal tells of; nil where it doesn't tell all of it.
  init?(_ fields: [Field]) {
    guard let time = fields["sejak"]?.text.flatMap({ LocalTime($0) }), let person = fields["oleh"]?.text else { return nil }
    self.init(reason: fields["alasan"]?.text, placed: Disposal.Act(person: person, time: time))
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
