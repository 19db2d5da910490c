import PPIDValues

/// How tracks move on, and back, within a change.
struct StepActs {
  let change: Change

  private var cycles: CycleRows { CycleRows(db: change.db) }
  private var handovers: HandoverRows { HandoverRows(db: change.db) }
  private var deadlines: Deadlines { Deadlines(inquiry: change) }

  /// What the journal tells of an act: the activity, and how its track stands afterwards.
  func fields(_ turn: Turn, _ others: [Field] = []) -> [Field] {
    let track = turn.track
    return [
      Field("langkah", .int(turn.activity.number)), Field("menuju", .int(track.step)), Field("keadaan", .text(track.state.rawValue)),
      Field("putaran", .int(track.round)), Field("tenggat", track.due.map(FieldValue.time) ?? .null),
    ] + others.filter { $0.value != .null }
  }

  /// Changes a track and keeps what happened at the activity that it stood at.
  func move(_ turn: inout Turn, by happened: StepEvent, _ edit: (inout Track) throws -> Void) throws {
    let name = try change.actor().name
    try StepRows(db: change.db).insert(happened, of: turn.track, at: change.now, by: name)
    try edit(&turn.track)
    turn.track.actor = name
    try cycles.update(turn.track)
  }

  // MARK: Moving on

  /// Has a track go on behind its activity: to the next one, or to its end.
  func proceed(_ turn: inout Turn, by happened: StepEvent) throws {
    let next = turn.activity.cycle == .halfYear ? nil : turn.procedure.next(after: turn.activity)
    let nextDue = try next.flatMap { try deadlines.due($0, from: change.now, in: turn.track.period) }
    try move(&turn, by: happened) { track in
      track.state = next == nil ? .done : .waiting
      if let next { track.step = next.number }
      track.since = change.now
      track.due = nextDue
    }
    for kind in turn.activity.documents {
      _ = try DocumentActs(change: change).issue(
        kind, turn.track.period, unit: turn.track.unit, round: round(of: kind, in: turn.track), step: turn.activity.number, number: nil)
    }
    if let next, next.gate == .receipt { try passReceipt(&turn) }
    if next == nil { try openWhatWaited(turn) }
  }

  /// Has the month's own part go on behind the activity that has this gate, where it stands there.
  func finish(_ gate: Gate, of period: Period) throws {
    guard var turn = try Turns(inquiry: change).ownTurn(of: period), turn.activity.gate == gate else { return }
    try proceed(&turn, by: StepEvent(.finished))
  }

  /// Has a decided activity go on: what was handed over is released.
  func accept(_ turn: inout Turn) throws {
    if let handover = try handovers.openHandover(of: turn.track) {
      _ = try handovers.release(handover.number, at: change.now, by: change.actor().name)
    }
    try proceed(&turn, by: StepEvent(.yes))
  }

  /// Which round's document it is: the DIP's is its edition's number within the month.
  private func round(of kind: ReportKind, in track: Track) throws -> Int {
    try kind == .list ? EditionRows(db: change.db).lastEdition(of: track.period)?.ordinal ?? track.round : track.round
  }

  /// After a return to step 3 the hand-over stays: its receipt passes by itself as long as no file changed, and fixes the revisions
  /// anew.
  private func passReceipt(_ turn: inout Turn) throws {
    guard let handover = try handovers.openHandover(of: turn.track), handover.state == .received,
      try !handovers.hasChangedFiles(since: handover.number), let receipt = turn.procedure[turn.track.step]
    else { return }
    try handovers.passReceipt(of: handover.number, at: change.now, by: change.actor().name)
    var passed = Turn(track: turn.track, cycle: turn.cycle, procedure: turn.procedure, activity: receipt, unit: turn.unit)
    try proceed(&passed, by: StepEvent(.passed))
    turn.track = passed.track
  }

  // MARK: Opening

  /// What waits for others opens when the last of them is done.
  private func openWhatWaited(_ turn: Turn) throws {
    switch turn.activity.cycle {
    case .delivery: try openDetermination(of: turn.cycle, turn.procedure)
    case .month: break
    case .halfYear:
      let tracks = try cycles.ownTracks(of: turn.track.period)
      let done = Set(tracks.filter { $0.state == .done }.map(\.step))
      for track in tracks where track.since == nil {
        guard let activity = turn.procedure[track.step], done.isSuperset(of: activity.after) else { continue }
        try open(track, at: activity)
      }
    }
  }

  /// The month's own part begins when every delivery is decided or excused.
  func openDetermination(of cycle: Cycle, _ procedure: Procedure) throws {
    guard try cycles.openDeliveries(of: cycle.period) == 0 else { return }
    for track in try cycles.ownTracks(of: cycle.period) where track.since == nil { try open(track, at: procedure[track.step]) }
  }

  private func open(_ track: Track, at activity: Activity?) throws {
    var opened = track
    opened.since = change.now
    opened.due = try activity.flatMap { try deadlines.due($0, from: change.now, in: track.period) }
    try cycles.update(opened)
  }

  // MARK: Going back

  /// Sends a delivery, or the month, back to the activity `place`; the deliveries that the month opened again.
  ///
  /// - Parameter units: the deliveries that are opened again; all that aren't excused, where empty.
  func sendBack(_ turn: inout Turn, to place: Int, units: [UnitCode], reason: String?) throws -> [UnitCode] {
    guard let target = turn.procedure[place] else { return [] }
    let happened = StepEvent(.no, reason: reason, target: place)
    guard turn.activity.cycle == .month, target.cycle == .delivery else {
      if !units.isEmpty { throw WorkflowRefusal.needlessUnits(step: place) }
      if turn.activity.cycle == .delivery, needsNewHandover(at: target, turn.procedure),
        let handover = try handovers.openHandover(of: turn.track)
      {
        try handovers.end(handover.number, as: .returned, .returned, at: change.now, by: change.actor().name, note: reason)
      }
      try restart(&turn, at: target, by: happened)
      return []
    }
    return try reopen(&turn, at: target, units, by: happened)
  }

  /// Has the month begin again with its deliveries, and with its own part behind them.
  private func reopen(_ turn: inout Turn, at target: Activity, _ units: [UnitCode], by happened: StepEvent) throws -> [UnitCode] {
    if let later = try EditionRows(db: change.db).lastEdition(), later.period > turn.track.period {
      throw WorkflowRefusal.laterEdition(turn.track.period, later.period)
    }
    let deliveries = try deliveries(named: units, of: turn.track.period)
    for delivery in deliveries {
      var reopened = turn
      reopened.track = delivery
      try restart(&reopened, at: target, by: StepEvent(.reopened, reason: happened.reason, target: target.number))
    }
    let determination = turn.procedure.activity(.determination)
    let determinationDue = try deadlines.due(determination, from: change.now, in: turn.track.period)
    try move(&turn, by: happened) { track in
      track.step = determination.number
      track.state = .waiting
      track.round += 1
      track.since = nil
      track.due = determinationDue
    }
    // With every unit excused nothing is delivered anew.
    try openDetermination(of: turn.cycle, turn.procedure)
    return deliveries.compactMap(\.unit)
  }

  /// Whether a delivery that goes back to `target` needs a new hand-over.
  private func needsNewHandover(at target: Activity, _ procedure: Procedure) -> Bool {
    target.number <= procedure.activity(.handingOver).number
  }

  /// Begins a round anew at `target`.
  private func restart(_ turn: inout Turn, at target: Activity, by happened: StepEvent) throws {
    let targetDue = try deadlines.due(target, from: change.now, in: turn.track.period)
    try move(&turn, by: happened) { track in
      track.step = target.number
      track.state = .waiting
      track.round += 1
      track.since = change.now
      track.due = targetDue
    }
  }

  private func deliveries(named units: [UnitCode], of period: Period) throws -> [Track] {
    let all = try cycles.tracks(of: period).filter { $0.unit != nil }
    guard !units.isEmpty else { return all.filter { $0.state != .excused } }
    return try units.map { code in
      let unit = try change.knownUnit(code)
      guard let track = all.first(where: { $0.unit == unit.code }) else { throw WorkflowRefusal.unitNotInCycle(unit.code, period) }
      guard track.state != .excused else { throw WorkflowRefusal.excused(unit.code, period) }
      return track
    }
  }
}
