import OrderedCollections
import PPIDValues

/// What an act of the SOP led to.
package struct StepOutcome: Sendable {
  package let step: Int
  /// The track as it stands now.
  package let track: Track
  /// The activity that comes next: the month's own part after a delivery; nil at the end.
  package let next: Int?
  /// Where a *tidak* led.
  package let returned: Int?
}

extension Workflow {
  /// Finishes an activity, or reports one that somebody else decides (`langkah selesai`).
  package func finishStep(_ step: Int, unit: UnitCode?, in period: Period?, note: String?) throws -> StepOutcome {
    try act("langkah selesai", .work) { change in
      var turn = try Turns(inquiry: change).findTurn(at: .number(step), unit: unit, in: period)
      let activity = turn.activity
      if let gate = activity.gate, !gate.isTicked { throw try finishedOtherwise(turn, gate, change) }
      if turn.track.state == .reported { throw WorkflowRefusal.alreadyReported(step: step, turn.track) }
      try Gates(inquiry: change).check(turn, note: note)
      if activity.isReportedFirst {
        try StepActs(change: change).move(&turn, by: StepEvent(.reported, note: note)) { $0.state = .reported }
      } else {
        if activity.gate == .scoring { try EvaluationActs(change: change).close(turn.track.period) }
        try StepActs(change: change).proceed(&turn, by: StepEvent(.finished, note: note))
      }
      return Act(turn, [Field("catatan", .optional(note))])
    }
  }

  private func finishedOtherwise(_ turn: Turn, _ gate: Gate, _ inquiry: Inquiry) throws -> WorkflowRefusal {
    let (step, track) = (turn.activity.number, turn.track)
    let handover = try HandoverRows(db: inquiry.db).openHandover(of: track)?.number.description ?? "ST-…"
    let command = gate.command(
      step: "\(step)", isReported: false, unit: track.unit?.text ?? "", period: "\(track.period)", handover: handover)
    return .finishedOtherwise(step: step, command: command)
  }

  /// Says who works on an activity (`langkah mulai`); asked of nobody.
  package func startStep(_ step: Int, unit: UnitCode?, in period: Period?) throws -> StepOutcome {
    try act("langkah mulai", .work) { change in
      var turn = try Turns(inquiry: change).findTurn(at: .number(step), unit: unit, in: period)
      if turn.track.state == .reported { throw WorkflowRefusal.alreadyReported(step: step, turn.track) }
      if try turn.track.state == .working && turn.track.actor == change.actor().name { return Act(turn, nil) }
      try StepActs(change: change).move(&turn, by: StepEvent(.started)) { $0.state = .working }
      return Act(turn, [])
    }
  }

  /// Decides reported deliveries, each as a change of its own, but all or none; or the month's report (`langkah putus`).
  ///
  /// - Parameters:
  ///   - units: whose deliveries are decided: the own or only one, where empty. For the month's report: the deliveries that are opened
  ///     again; all that aren't excused, where empty. Who is named twice counts once.
  ///   - target: where *tidak* leads; overrules what the reason would lead to.
  /// - Returns: what it led to, for each delivery in the order of naming; for the month's report once.
  package func decideStep(
    _ step: Int, yes: Bool, units: [UnitCode], in period: Period?, reason: String?, target: Int?
  ) throws -> [StepOutcome] {
    try desk.require(.decide)
    return try desk.together {
      let activity = try desk.read { try Turns(inquiry: $0).namedActivity(.number(step), in: period).activity }
      if activity.decider == nil { throw WorkflowRefusal.undecidable(step: step) }
      let decision = Decision(step: step, isYes: yes, period: period, reason: reason, target: target)
      let units = Array(OrderedSet(units))
      guard activity.cycle == .delivery else { return [try decide(decision, reopening: units)] }
      guard !units.isEmpty else { return [try decide(decision)] }
      return try units.map { try decide(decision, of: $0) }
    }
  }

  /// What was decided of an activity, in which cycle.
  private struct Decision {
    let step: Int
    let isYes: Bool
    let period: Period?
    let reason: String?
    let target: Int?
  }

  /// Decides one delivery, or the month's report, which opens deliveries again where it is a *tidak*.
  private func decide(_ decision: Decision, of unit: UnitCode? = nil, reopening units: [UnitCode] = []) throws -> StepOutcome {
    try act("langkah putus", .decide) { change in
      var turn = try Turns(inquiry: change).findTurn(at: .number(decision.step), unit: unit, in: decision.period) { $0.decider ?? $0.lane }
      if turn.activity.isReportedFirst, turn.track.state != .reported {
        throw WorkflowRefusal.notReported(step: decision.step, turn.track)
      }
      try checkDutiesAreSeparate(turn, change)
      if decision.isYes {
        if decision.reason != nil { throw WorkflowRefusal.needlessReason }
        if decision.target != nil { throw WorkflowRefusal.needlessTarget }
        try Gates(inquiry: change).check(turn, note: nil)
        try StepActs(change: change).accept(&turn)
        return Act(turn, [Field("putusan", .text("ya"))])
      }
      let place = try place(of: decision, in: turn.activity)
      try Gates(inquiry: change).check(turn, note: nil)
      let reopened = try StepActs(change: change).sendBack(&turn, to: place, units: units, reason: decision.reason)
      let names = reopened.isEmpty ? nil : reopened.map(\.text).joined(separator: ",")
      let told = [
        Field("putusan", .text("tidak")), Field("kembali", .int(place)), Field("alasan", .optional(decision.reason)),
        Field("unit", .optional(names)),
      ]
      return Act(turn, told, returned: place)
    }
  }

  /// Where *tidak* leads: the place named, or the reason's, or the first.
  private func place(of decision: Decision, in activity: Activity) throws -> Int {
    let known = activity.returns.first { $0.reason?.rawValue == decision.reason }
    if activity.returns.contains(where: { $0.reason != nil }), let reason = decision.reason, known == nil {
      throw WorkflowRefusal.unknownReason(reason)
    }
    guard let target = decision.target else { return (decision.reason == nil ? nil : known?.step) ?? activity.returns[0].step }
    let allowed = activity.returns.map(\.step)
    guard allowed.contains(target) else { throw WorkflowRefusal.noSuchTarget(target, allowed: allowed) }
    return target
  }

  /// Throws when the person did what is now to be decided, in the present round: the decision's own report, and the activity before.
  private func checkDutiesAreSeparate(_ turn: Turn, _ inquiry: Inquiry) throws {
    guard try inquiry.setting(.separatesDuties) == Setting.yes else { return }
    let name = try inquiry.actor().name
    let steps = turn.activity.after + [turn.activity.number]
    if let done = try StepRows(db: inquiry.db).actors(of: steps, in: turn.track).first(where: { $0.actor == name }) {
      throw WorkflowRefusal.ownWork(step: turn.activity.number, actor: name, done: done.step)
    }
  }

  /// The superior acknowledges the month's report (`langkah terima`); blocks nothing.
  package func acknowledge(_ step: Int, in period: Period?) throws -> StepOutcome {
    try act("langkah terima", .acknowledge) { change in
      let (cycles, steps) = (CycleRows(db: change.db), StepRows(db: change.db))
      let turns = Turns(inquiry: change)
      let month = try period ?? cycles.lastReportedMonth()
      guard try turns.namedActivity(.number(step), in: month).activity.gate == .managementReport else {
        throw WorkflowRefusal.undecidable(step: step)
      }
      guard let month, let cycle = try cycles.cycle(month) else {
        if let period { throw CycleRefusal.noCycle(period) }
        throw WorkflowRefusal.outOfOrder(step: step, nil, nil, standing: nil)
      }
      guard let track = try cycles.ownTracks(of: month).first(where: { $0.step == step && $0.state == .done }) else {
        throw WorkflowRefusal.notAcknowledgeable(month)
      }
      let finished = try steps.lastEvent([.finished], step: step, of: track) ?? 0
      let acknowledged = try steps.lastEvent([.acknowledged], step: step, of: track) ?? 0
      guard acknowledged < finished else { throw WorkflowRefusal.alreadyAcknowledged(month) }
      let procedure = try turns.procedure(of: track)
      let activity = procedure.activity(.managementReport)
      let name = try change.actor().name
      try steps.insert(StepEvent(.acknowledged), of: track, at: change.now, by: name)
      let turn = Turn(track: track, cycle: cycle, procedure: procedure, activity: activity, unit: nil)
      return Act(turn, [Field("diterima", .text(name))])
    }
  }

  // MARK: Acting

  /// Where things stand after an act.
  private struct Act {
    let turn: Turn
    /// What the journal tells besides; nil where nothing was done.
    let told: [Field]?
    /// Where a *tidak* led.
    let returned: Int?

    init(_ turn: Turn, _ told: [Field]?, returned: Int? = nil) {
      self.turn = turn
      self.told = told
      self.returned = returned
    }

    /// The activity that comes next.
    var next: Int? {
      guard turn.track.isSettled else { return turn.track.step }
      return turn.activity.cycle == .delivery ? turn.procedure.activity(.determination).number : nil
    }
  }

  /// One act as one change, under the name of its command.
  private func act(_ action: String, _ permission: Permission, _ body: (Change) throws -> Act) throws -> StepOutcome {
    try desk.change(permission) { change in
      let act = try body(change)
      let turn = act.turn
      let outcome = StepOutcome(step: turn.activity.number, track: turn.track, next: act.next, returned: act.returned)
      return (outcome, act.told.map { Event(action, turn.track.name, after: StepActs(change: change).fields(turn, $0)) })
    }
  }
}

extension Desk {
  /// Makes several changes, all or none; what did not happen is not remarked on.
  fileprivate func together<T>(_ body: () throws -> T) throws -> T {
    let earlier = takeRemarks()
    do {
      let result = try archive.write { _ in try body() }
      let later = takeRemarks()
      for remark in earlier + later { self.remark(remark) }
      return result
    } catch {
      _ = takeRemarks()
      for remark in earlier { self.remark(remark) }
      throw error
    }
  }
}
