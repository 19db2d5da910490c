import PPIDValues

/// Whose turn it is: which track stands at an activity, by which edition of the SOP, and whether the person may act there.
struct Turns {
  let inquiry: Inquiry

  private var cycles: CycleRows { CycleRows(db: inquiry.db) }
  private var procedures: ProcedureRows { ProcedureRows(db: inquiry.db) }

  /// Finds the track that stands at a step, and checks, in this order: the role, the unit, the order. Each cycle is asked by the
  /// edition that it runs by.
  ///
  /// - Parameters:
  ///   - period: nil for the oldest open cycle in which that step is the one to do.
  ///   - lane: who may do what is to be done at the activity; nil where it is only looked at.
  func findTurn(
    at name: StepName, unit code: UnitCode?, in period: Period?, _ lane: (Activity) -> Lane? = \.lane
  ) throws -> Turn {
    let (procedure, activity) = try namedActivity(name, in: period)
    if let lane = lane(activity) { try require(lane, at: activity.number) }
    let unit = try unit(code, at: activity, lane: lane(activity))
    guard let period else { return try dueTurn(at: name, like: activity, unit: unit, lane) }
    guard let cycle = try cycles.cycle(period) else { throw CycleRefusal.noCycle(period) }
    let track = try track(at: activity, unit: unit, in: cycle)
    return Turn(track: track, cycle: cycle, procedure: procedure, activity: activity, unit: unit)
  }

  /// The activity of that name by the edition of a cycle; of the oldest open one that knows it, where nil.
  func namedActivity(_ name: StepName, in period: Period?) throws -> (procedure: Procedure, activity: Activity) {
    var known: [Procedure] = []
    if let period {
      if let cycle = try cycles.cycle(period) { known = [try procedures.procedure(cycle.procedureID)] }
    } else {
      known = try cycles.openProcedures().map { try procedures.procedure($0) }
    }
    if known.isEmpty { known = [try procedures.currentProcedure().procedure] }
    return try name.activity(inFirstOf: known)
  }

  private func require(_ lane: Lane, at step: Int) throws {
    guard try inquiry.actor().roles.contains(lane.role) else { throw WorkflowRefusal.otherLane(step: step, lane) }
  }

  private func unit(_ code: UnitCode?, at activity: Activity, lane: Lane?) throws -> StoredUnit? {
    guard activity.cycle == .delivery else {
      if code != nil { throw WorkflowRefusal.unitNotAsked(step: activity.number) }
      return nil
    }
    guard let code = try code ?? inquiry.actor().unit ?? inquiry.onlyUnit() else {
      throw WorkflowRefusal.unitNeeded(step: activity.number)
    }
    let unit = try inquiry.knownUnit(code)
    if lane == .support, let own = try inquiry.actor().unit, own != unit.code { throw OfficeFailure.foreignUnit(unit.code) }
    return unit
  }

  /// The turn in the oldest open cycle where that step is the one to do; `activity` is what the checks so far were about.
  private func dueTurn(at name: StepName, like activity: Activity, unit: StoredUnit?, _ lane: (Activity) -> Lane?) throws -> Turn {
    let open = try cycles.openTracks(unitID: unit?.id)
    for track in open where track.since != nil {
      guard let cycle = try cycles.cycle(track.period) else { continue }
      let procedure = try procedures.procedure(cycle.procedureID)
      guard let found = name.activity(in: procedure), found.number == track.step else { continue }
      if found != activity, let lane = lane(found) { try require(lane, at: found.number) }
      return Turn(track: track, cycle: cycle, procedure: procedure, activity: found, unit: unit)
    }
    if let unit, let month = try cycles.monthExcusing(unitID: unit.id) { throw WorkflowRefusal.excused(unit.code, month) }
    let kind: Period.Kind = activity.cycle == .halfYear ? .halfYear : .month
    throw WorkflowRefusal.outOfOrder(step: activity.number, nil, unit?.code, standing: open.first { $0.period.kind == kind })
  }

  private func track(at activity: Activity, unit: StoredUnit?, in cycle: Cycle) throws -> Track {
    let (step, period) = (activity.number, cycle.period)
    guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
    let tracks =
      if let unit { try cycles.delivery(of: unit.id, in: period).map { [$0] } ?? [] } else { try cycles.ownTracks(of: period) }
    if let unit, tracks.isEmpty, period.kind == .month { throw WorkflowRefusal.unitNotInCycle(unit.code, period) }
    if let unit, tracks.first?.state == .excused { throw WorkflowRefusal.excused(unit.code, period) }
    guard let track = tracks.first(where: { $0.step == step && $0.since != nil && !$0.isSettled }) else {
      throw WorkflowRefusal.outOfOrder(step: step, period, unit?.code, standing: tracks.first { !$0.isSettled } ?? tracks.last)
    }
    return track
  }

  // MARK: Looking

  /// The edition by which a track's cycle runs; the current one where there is no such cycle.
  func procedure(of track: Track) throws -> Procedure {
    guard let cycle = try cycles.cycle(track.period) else { return try procedures.currentProcedure().procedure }
    return try procedures.procedure(cycle.procedureID)
  }

  /// The edition by which a cycle runs or ran.
  func procedure(of period: Period) throws -> Procedure {
    guard let cycle = try cycles.cycle(period) else { throw CycleRefusal.noCycle(period) }
    return try procedures.procedure(cycle.procedureID)
  }

  /// Where the own part of an open month stands; nil at its end.
  func ownTurn(of period: Period) throws -> Turn? {
    guard let cycle = try cycles.cycle(period), cycle.closed == nil,
      let track = try cycles.ownTracks(of: period).first(where: { !$0.isSettled })
    else { return nil }
    let procedure = try procedures.procedure(cycle.procedureID)
    return procedure[track.step].map { Turn(track: track, cycle: cycle, procedure: procedure, activity: $0, unit: nil) }
  }

  /// Whether the month's own part stands at the activity that has this gate.
  func isDue(_ gate: Gate, in period: Period) throws -> Bool { try ownTurn(of: period)?.activity.gate == gate }
}

extension Workflow {
  /// How the due time of an activity was reckoned, day by day (`tenggat jelaskan`), for the track where it is the one to do; a
  /// remark says why there is none.
  package func reckonDeadline(of step: Int, unit: UnitCode?, in period: Period?) throws -> DeadlineReckoning {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let turn = try Turns(inquiry: inquiry).findTurn(at: .number(step), unit: unit, in: period) { _ in nil }
      return try Deadlines(inquiry: inquiry).reckoning(of: turn)
    }
  }
}
