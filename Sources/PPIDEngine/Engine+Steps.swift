import GRDB
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

extension Engine {
  /// Finishes an activity, or reports one that somebody else decides (`langkah selesai`).
  package func finishStep(_ step: Int, unit: UnitCode?, in period: Period?, note: String?) throws -> StepOutcome {
    try require(.work)
    return try act { db, event, now in
      var turn = try findTurn(at: .number(step), unit: unit, in: period, db)
      let activity = turn.activity
      if let gate = activity.gate, !gate.isTicked {
        let track = turn.track
        let handover = try store.openHandover(of: track, db)?.number.description ?? "ST-…"
        let command = gate.command(
          step: "\(step)", isReported: false, unit: track.unit?.text ?? "", period: "\(track.period)", handover: handover)
        throw WorkflowRefusal.finishedOtherwise(step: step, command: command)
      }
      if turn.track.state == .reported { throw WorkflowRefusal.alreadyReported(step: step, turn.track) }
      try checkGate(turn, note: note, db)
      if activity.isReportedFirst {
        try move(&turn, by: StepEvent(.reported, note: note), at: now, event: event, db) { $0.state = .reported }
      } else {
        if activity.gate == .scoring { try closeEvaluation(turn.track.period, at: now, db) }
        try proceed(&turn, by: StepEvent(.finished, note: note), at: now, event: event, db)
      }
      return (turn, [Field("catatan", .optional(note))])
    } named: {
      "langkah selesai"
    }
  }

  /// Says who works on an activity (`langkah mulai`); asked of nobody.
  package func startStep(_ step: Int, unit: UnitCode?, in period: Period?) throws -> StepOutcome {
    try require(.work)
    return try act { db, event, now in
      var turn = try findTurn(at: .number(step), unit: unit, in: period, db)
      if turn.track.state == .reported { throw WorkflowRefusal.alreadyReported(step: step, turn.track) }
      if try turn.track.state == .working && turn.track.actor == actor().name { return (turn, nil) }
      try move(&turn, by: StepEvent(.started), at: now, event: event, db) { $0.state = .working }
      return (turn, [])
    } named: {
      "langkah mulai"
    }
  }

  /// Decides a reported delivery, or the month's report (`langkah putus`).
  ///
  /// - Parameters:
  ///   - units: for the month's report: the deliveries that are opened again; all that aren't excused, where empty.
  ///   - target: where *tidak* leads; overrules what the reason would lead to.
  package func decideStep(
    _ step: Int, yes: Bool, units: [UnitCode], in period: Period?, reason: String?, target: Int?
  ) throws -> StepOutcome {
    try require(.decide)
    return try act { db, event, now in
      // The units of a month's report are those that go back; those of a delivery are the one that it is about.
      let asked = try namedActivity(.number(step), in: period, db).activity
      let isDelivery = asked.cycle == .delivery
      if asked.decider == nil { throw WorkflowRefusal.undecidable(step: step) }
      let unit = isDelivery ? units.first : nil
      var turn = try findTurn(at: .number(step), unit: unit, in: period, db) { $0.decider ?? $0.lane }
      if turn.activity.isReportedFirst, turn.track.state != .reported {
        throw WorkflowRefusal.notReported(step: step, turn.track)
      }
      try checkDutiesAreSeparate(turn, db)
      if yes {
        if reason != nil { throw WorkflowRefusal.needlessReason }
        if target != nil { throw WorkflowRefusal.needlessTarget }
        try checkGate(turn, note: nil, db)
        try accept(&turn, at: now, event: event, db)
        return (turn, [Field("putusan", .text("ya"))])
      }
      let place = try place(of: target, reason: reason, in: turn.activity)
      try checkGate(turn, note: nil, db)
      let reopened = try sendBack(
        &turn, to: place, units: isDelivery ? [] : units, reason: reason, at: now, event: event, db)
      return (
        turn,
        [
          Field("putusan", .text("tidak")), Field("kembali", .int(place)), Field("alasan", .optional(reason)),
          Field("unit", .optional(reopened.isEmpty ? nil : reopened.map(\.text).joined(separator: ","))),
        ]
      )
    } named: {
      "langkah putus"
    }
  }

  /// The superior acknowledges the month's report (`langkah terima`); blocks nothing.
  package func acknowledge(_ step: Int, in period: Period?) throws -> StepOutcome {
    try require(.acknowledge)
    return try act { db, event, now in
      let month = try period ?? store.lastReportedMonth(db)
      guard try namedActivity(.number(step), in: month, db).activity.gate == .managementReport else {
        throw WorkflowRefusal.undecidable(step: step)
      }
      guard let month, let cycle = try store.cycle(month, db) else {
        if let period { throw EngineFailure.noCycle(period) }
        throw WorkflowRefusal.outOfOrder(step: step, nil, nil, standing: nil)
      }
      guard let track = try store.ownTracks(of: month, db).first(where: { $0.step == step && $0.state == .done }) else {
        throw WorkflowRefusal.notAcknowledgeable(month)
      }
      let procedureOfCycle = try store.procedure(cycle.procedureID, db)
      let activity = procedureOfCycle.activity(.managementReport)
      let finished = try store.lastEvent([.finished], step: step, of: track, db) ?? 0
      let acknowledged = try store.lastEvent([.acknowledged], step: step, of: track, db) ?? 0
      guard acknowledged < finished else { throw WorkflowRefusal.alreadyAcknowledged(month) }
      let turn = Turn(track: track, cycle: cycle, procedure: procedureOfCycle, activity: activity, unit: nil)
      try store.insert(StepEvent(.acknowledged), of: track, at: now, by: actor().name, journal: event, db)
      return (turn, [Field("diterima", .text(try actor().name))])
    } named: {
      "langkah terima"
    }
  }

  // MARK: Moving on

  /// One act as one change: `body` gives where things stand afterwards, and what the journal tells besides; nil tells nothing.
  private func act(
    _ body: (Database, _ event: Int, _ now: LocalTime) throws -> (Turn, [Field]?), named action: () -> String
  ) throws -> StepOutcome {
    var outcome: StepOutcome?
    try change { db, event, now in
      let (turn, told) = try body(db, event, now)
      let returned = told?.first { $0.name == "kembali" }.flatMap { if case .int(let step) = $0.value { step } else { nil } }
      outcome = StepOutcome(
        step: turn.activity.number, track: turn.track, next: Engine.next(turn), returned: returned)
      return told.map { Event(action(), turn.track.name, after: Engine.fields(turn, $0)) }
    }
    return outcome!
  }

  private static func next(_ turn: Turn) -> Int? {
    guard turn.track.isSettled else { return turn.track.step }
    return turn.activity.cycle == .delivery ? turn.procedure.activity(.determination).number : nil
  }

  /// What the journal tells of an act: the activity, and how its track stands afterwards.
  static func fields(_ turn: Turn, _ others: [Field] = []) -> [Field] {
    let track = turn.track
    return [
      Field("langkah", .int(turn.activity.number)), Field("menuju", .int(track.step)), Field("keadaan", .text(track.state.rawValue)),
      Field("putaran", .int(track.round)), Field("tenggat", track.due.map(FieldValue.time) ?? .null),
    ] + others.filter { $0.value != .null }
  }

  /// Changes a track and keeps what happened at the activity that it stood at.
  private func move(
    _ turn: inout Turn, by happened: StepEvent, at now: LocalTime, event: Int, _ db: Database, _ edit: (inout Track) throws -> Void
  ) throws {
    let name = try actor().name
    try store.insert(happened, of: turn.track, at: now, by: name, journal: event, db)
    try edit(&turn.track)
    turn.track.actor = name
    try store.update(turn.track, db)
  }

  /// Has a track go on behind its activity: to the next one, or to its end.
  func proceed(_ turn: inout Turn, by happened: StepEvent, at now: LocalTime, event: Int, _ db: Database) throws {
    let next = turn.activity.cycle == .halfYear ? nil : turn.procedure.next(after: turn.activity)
    let nextDue = try next.flatMap { try due($0, from: now, in: turn.track.period, db) }
    try move(&turn, by: happened, at: now, event: event, db) { track in
      track.state = next == nil ? .done : .waiting
      if let next { track.step = next.number }
      track.since = now
      track.due = nextDue
    }
    for kind in turn.activity.documents {
      _ = try issue(
        kind, turn.track.period, unit: turn.track.unit, round: round(of: kind, in: turn.track, db), step: turn.activity.number,
        number: nil, db, event: event, now: now)
    }
    if let next, next.gate == .receipt { try passReceipt(&turn, at: now, event: event, db) }
    if next == nil { try openWhatWaited(turn, at: now, db) }
  }

  /// Which round's document it is: the DIP's is its edition's number within the month.
  private func round(of kind: ReportKind, in track: Track, _ db: Database) throws -> Int {
    try kind == .list ? store.lastEdition(of: track.period, db)?.ordinal ?? track.round : track.round
  }

  /// What waits for others opens when the last of them is done.
  private func openWhatWaited(_ turn: Turn, at now: LocalTime, _ db: Database) throws {
    switch turn.activity.cycle {
    case .delivery: try openDetermination(of: turn.cycle, turn.procedure, at: now, db)
    case .month: break
    case .halfYear:
      let tracks = try store.ownTracks(of: turn.track.period, db)
      let done = Set(tracks.filter { $0.state == .done }.map(\.step))
      for var track in tracks where track.since == nil {
        guard let activity = turn.procedure[track.step], done.isSuperset(of: activity.after) else { continue }
        track.since = now
        track.due = try due(activity, from: now, in: track.period, db)
        try store.update(track, db)
      }
    }
  }

  /// The month's own part begins when every delivery is decided or excused.
  func openDetermination(of cycle: Cycle, _ procedure: Procedure, at now: LocalTime, _ db: Database) throws {
    guard try store.openDeliveries(of: cycle.period, db) == 0 else { return }
    for var track in try store.ownTracks(of: cycle.period, db) where track.since == nil {
      track.since = now
      track.due = try procedure[track.step].flatMap { try due($0, from: now, in: track.period, db) }
      try store.update(track, db)
    }
  }

  private func accept(_ turn: inout Turn, at now: LocalTime, event: Int, _ db: Database) throws {
    if let handover = try store.openHandover(of: turn.track, db) {
      _ = try store.release(handover.number, at: now, by: actor().name, journal: event, db)
    }
    try proceed(&turn, by: StepEvent(.yes), at: now, event: event, db)
  }

  /// Where *tidak* leads: the place named, or the reason's, or the first.
  private func place(of target: Int?, reason: String?, in activity: Activity) throws -> Int {
    let known = activity.returns.first { $0.reason?.rawValue == reason }
    if activity.returns.contains(where: { $0.reason != nil }), let reason, known == nil {
      throw WorkflowRefusal.unknownReason(reason)
    }
    guard let target else { return (reason == nil ? nil : known?.step) ?? activity.returns[0].step }
    let allowed = activity.returns.map(\.step)
    guard allowed.contains(target) else { throw WorkflowRefusal.noSuchTarget(target, allowed: allowed) }
    return target
  }

  /// Sends a delivery, or the month, back; the deliveries that the month opened again.
  private func sendBack(
    _ turn: inout Turn, to place: Int, units: [UnitCode], reason: String?, at now: LocalTime, event: Int, _ db: Database
  ) throws -> [UnitCode] {
    guard let target = turn.procedure[place] else { return [] }
    let happened = StepEvent(.no, reason: reason, target: place)
    guard turn.activity.cycle == .month, target.cycle == .delivery else {
      if !units.isEmpty { throw WorkflowRefusal.needlessUnits(step: place) }
      if turn.activity.cycle == .delivery, try returnsToBeginning(target, turn.procedure),
        let handover = try store.openHandover(of: turn.track, db)
      {
        try store.end(handover.number, as: .returned, .returned, at: now, by: actor().name, note: reason, journal: event, db)
      }
      try sendBack(&turn, to: target, by: happened, at: now, event: event, db)
      return []
    }
    if let later = try store.lastEdition(db), later.period > turn.track.period {
      throw WorkflowRefusal.laterEdition(turn.track.period, later.period)
    }
    let deliveries = try deliveries(named: units, of: turn.track.period, db)
    for delivery in deliveries {
      var reopened = turn
      reopened.track = delivery
      try sendBack(&reopened, to: target, by: StepEvent(.reopened, reason: reason, target: place), at: now, event: event, db)
    }
    let determination = turn.procedure.activity(.determination)
    let determinationDue = try due(determination, from: now, in: turn.track.period, db)
    try move(&turn, by: happened, at: now, event: event, db) { track in
      track.step = determination.number
      track.state = .waiting
      track.round += 1
      track.since = nil
      track.due = determinationDue
    }
    // With every unit excused nothing is delivered anew.
    try openDetermination(of: turn.cycle, turn.procedure, at: now, db)
    return deliveries.compactMap(\.unit)
  }

  /// Whether a delivery that goes back to `target` needs a new hand-over.
  private func returnsToBeginning(_ target: Activity, _ procedure: Procedure) throws -> Bool {
    target.number <= procedure.activity(.handingOver).number
  }

  private func sendBack(
    _ turn: inout Turn, to target: Activity, by happened: StepEvent, at now: LocalTime, event: Int, _ db: Database
  ) throws {
    let targetDue = try due(target, from: now, in: turn.track.period, db)
    try move(&turn, by: happened, at: now, event: event, db) { track in
      track.step = target.number
      track.state = .waiting
      track.round += 1
      track.since = now
      track.due = targetDue
    }
  }

  private func deliveries(named units: [UnitCode], of period: Period, _ db: Database) throws -> [Track] {
    let all = try store.tracks(of: period, db).filter { $0.unit != nil }
    guard !units.isEmpty else { return all.filter { $0.state != .excused } }
    return try units.map { code in
      let unit = try knownUnit(code, db)
      guard let track = all.first(where: { $0.unit == unit.code }) else { throw WorkflowRefusal.unitNotInCycle(unit.code, period) }
      guard track.state != .excused else { throw WorkflowRefusal.excused(unit.code, period) }
      return track
    }
  }

  /// After a return to step 3 the hand-over stays: its receipt passes by itself as long as no file changed, and fixes the revisions
  /// anew.
  private func passReceipt(_ turn: inout Turn, at now: LocalTime, event: Int, _ db: Database) throws {
    guard let handover = try store.openHandover(of: turn.track, db), handover.state == .received,
      try !store.hasChangedFiles(since: handover.number, db), let receipt = turn.procedure[turn.track.step]
    else { return }
    try store.passReceipt(of: handover.number, at: now, by: actor().name, journal: event, db)
    var passed = Turn(
      track: turn.track, cycle: turn.cycle, procedure: turn.procedure, activity: receipt, unit: turn.unit)
    try proceed(&passed, by: StepEvent(.passed), at: now, event: event, db)
    turn.track = passed.track
  }

  // MARK: Separation of duties

  /// Throws when the person did what is now to be decided, in the present round: the decision's own report, and the activity before.
  private func checkDutiesAreSeparate(_ turn: Turn, _ db: Database) throws {
    guard try store.setting(.separatesDuties, db) == Setting.yes else { return }
    let name = try actor().name
    let steps = turn.activity.after + [turn.activity.number]
    if let done = try store.actors(of: steps, in: turn.track, db).first(where: { $0.actor == name }) {
      throw WorkflowRefusal.ownWork(step: turn.activity.number, actor: name, done: done.step)
    }
  }
}
