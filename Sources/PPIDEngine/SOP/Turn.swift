import GRDB
import PPIDValues

/// Where an act of the SOP takes place: the track whose turn it is, with its cycle, edition and unit.
struct Turn {
  var track: Track
  let cycle: Cycle
  let procedure: Procedure
  let activity: Activity
  let unit: StoredUnit?
}

extension Engine {
  /// Finds the track that stands at `step`, and checks, in this order: the role, the unit, the order.
  ///
  /// - Parameters:
  ///   - period: nil for the oldest open cycle in which that step is the one to do.
  ///   - lane: who may do what is to be done at the activity.
  func findTurn(
    at step: Int, unit code: UnitCode?, in period: Period?, _ db: Database, lane: (Activity) -> Lane = \.lane
  ) throws -> Turn {
    let named = try period.map { try store.cycle($0, db) }
    let procedure = try named.flatMap { $0 }.map { try store.procedure($0.procedureID, db) } ?? runningProcedure(db)
    guard let activity = procedure[step] else {
      throw WorkflowRefusal.unknownStep(step, count: procedure.activities.count)
    }
    try require(lane(activity), at: step)
    let unit = try unit(code, at: activity, lane: lane(activity), db)
    if let period, named == .some(nil) { throw EngineFailure.noCycle(period) }
    let track = try track(at: activity, unit: unit, in: period, db)
    guard let cycle = try store.cycle(track.period, db) else { throw EngineFailure.noCycle(track.period) }
    return Turn(track: track, cycle: cycle, procedure: procedure, activity: activity, unit: unit)
  }

  /// The edition by which the oldest open cycle runs; the current one where nothing is open.
  private func runningProcedure(_ db: Database) throws -> Procedure {
    guard let oldest = try store.oldestOpenCycle(db) else { return try store.currentProcedure(db).procedure }
    return try store.procedure(oldest.procedureID, db)
  }

  func require(_ lane: Lane, at step: Int) throws {
    guard try actor().roles.contains(lane.role) else { throw WorkflowRefusal.otherLane(step: step, lane) }
  }

  private func unit(_ code: UnitCode?, at activity: Activity, lane: Lane, _ db: Database) throws -> StoredUnit? {
    guard activity.cycle == .delivery else {
      if code != nil { throw WorkflowRefusal.unitNotAsked(step: activity.number) }
      return nil
    }
    guard let code = try code ?? actor().unit ?? onlyUnit(db) else { throw WorkflowRefusal.unitNeeded(step: activity.number) }
    let unit = try knownUnit(code, db)
    if lane == .support, let own = try actor().unit, own != unit.code { throw EngineFailure.foreignUnit(unit.code) }
    return unit
  }

  private func track(at activity: Activity, unit: StoredUnit?, in period: Period?, _ db: Database) throws -> Track {
    let step = activity.number
    guard let period else {
      if let due = try store.dueTrack(step: step, unitID: unit?.id, db) { return due }
      if let unit, let month = try store.monthExcusing(unitID: unit.id, db) { throw WorkflowRefusal.excused(unit.code, month) }
      let kind: Period.Kind = activity.cycle == .halfYear ? .halfYear : .month
      let standing = try store.openTracks(unitID: unit?.id, db).first { $0.period.kind == kind }
      throw WorkflowRefusal.outOfOrder(step: step, nil, unit?.code, standing: standing)
    }
    guard try store.cycle(period, db)?.closed == nil else { throw WorkflowRefusal.closed(period) }
    let tracks =
      if let unit { try store.delivery(of: unit.id, in: period, db).map { [$0] } ?? [] } else { try store.ownTracks(of: period, db) }
    if let unit, tracks.isEmpty, period.kind == .month { throw WorkflowRefusal.unitNotInCycle(unit.code, period) }
    if let unit, tracks.first?.state == .excused { throw WorkflowRefusal.excused(unit.code, period) }
    guard let track = tracks.first(where: { $0.step == step && $0.since != nil && !$0.isSettled }) else {
      throw WorkflowRefusal.outOfOrder(step: step, period, unit?.code, standing: tracks.first { !$0.isSettled } ?? tracks.last)
    }
    return track
  }
}
