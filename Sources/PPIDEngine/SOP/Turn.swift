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

/// How an activity is named: by its number, or by its gate, which has another number in other editions of the SOP.
enum StepName {
  case number(Int)
  case gate(Gate)

  /// The activity of that name in an edition; nil where its numbers don't go so far.
  func activity(in procedure: Procedure) -> Activity? {
    switch self {
    case .number(let number): procedure[number]
    case .gate(let gate): procedure.activity(gate)
    }
  }

  /// The activity of that name in the first of these editions that has it.
  func activity(inFirstOf procedures: [Procedure]) throws -> (procedure: Procedure, activity: Activity) {
    for procedure in procedures {
      if let activity = activity(in: procedure) { return (procedure, activity) }
    }
    let number = if case .number(let number) = self { number } else { 0 }
    throw WorkflowRefusal.unknownStep(number, count: procedures.map(\.activities.count).max() ?? 0)
  }
}

extension Engine {
  /// Finds the track that stands at a step, and checks, in this order: the role, the unit, the order. Each cycle is asked by the
  /// edition that it runs by.
  ///
  /// - Parameters:
  ///   - period: nil for the oldest open cycle in which that step is the one to do.
  ///   - lane: who may do what is to be done at the activity; nil where it is only looked at.
  func findTurn(
    at name: StepName, unit code: UnitCode?, in period: Period?, _ db: Database, lane: (Activity) -> Lane? = \.lane
  ) throws -> Turn {
    let (procedure, activity) = try namedActivity(name, in: period, db)
    if let lane = lane(activity) { try require(lane, at: activity.number) }
    let unit = try unit(code, at: activity, lane: lane(activity), db)
    guard let period else { return try dueTurn(at: name, like: activity, unit: unit, lane, db) }
    guard let cycle = try store.cycle(period, db) else { throw EngineFailure.noCycle(period) }
    let track = try track(at: activity, unit: unit, in: cycle, db)
    return Turn(track: track, cycle: cycle, procedure: procedure, activity: activity, unit: unit)
  }

  /// The activity of that name by the edition of a cycle; of the oldest open one that knows it, where nil.
  func namedActivity(_ name: StepName, in period: Period?, _ db: Database) throws -> (procedure: Procedure, activity: Activity) {
    var procedures: [Procedure] = []
    if let period {
      if let cycle = try store.cycle(period, db) { procedures = [try store.procedure(cycle.procedureID, db)] }
    } else {
      procedures = try store.openProcedures(db).map { try store.procedure($0, db) }
    }
    if procedures.isEmpty { procedures = [try store.currentProcedure(db).procedure] }
    return try name.activity(inFirstOf: procedures)
  }

  func require(_ lane: Lane, at step: Int) throws {
    guard try actor().roles.contains(lane.role) else { throw WorkflowRefusal.otherLane(step: step, lane) }
  }

  private func unit(_ code: UnitCode?, at activity: Activity, lane: Lane?, _ db: Database) throws -> StoredUnit? {
    guard activity.cycle == .delivery else {
      if code != nil { throw WorkflowRefusal.unitNotAsked(step: activity.number) }
      return nil
    }
    guard let code = try code ?? actor().unit ?? onlyUnit(db) else { throw WorkflowRefusal.unitNeeded(step: activity.number) }
    let unit = try knownUnit(code, db)
    if lane == .support, let own = try actor().unit, own != unit.code { throw EngineFailure.foreignUnit(unit.code) }
    return unit
  }

  /// The turn in the oldest open cycle where that step is the one to do; `activity` is what the checks so far were about.
  private func dueTurn(
    at name: StepName, like activity: Activity, unit: StoredUnit?, _ lane: (Activity) -> Lane?, _ db: Database
  ) throws -> Turn {
    let open = try store.openTracks(unitID: unit?.id, db)
    for track in open where track.since != nil {
      guard let cycle = try store.cycle(track.period, db) else { continue }
      let procedure = try store.procedure(cycle.procedureID, db)
      guard let found = name.activity(in: procedure), found.number == track.step else { continue }
      if found != activity, let lane = lane(found) { try require(lane, at: found.number) }
      return Turn(track: track, cycle: cycle, procedure: procedure, activity: found, unit: unit)
    }
    if let unit, let month = try store.monthExcusing(unitID: unit.id, db) { throw WorkflowRefusal.excused(unit.code, month) }
    let kind: Period.Kind = activity.cycle == .halfYear ? .halfYear : .month
    throw WorkflowRefusal.outOfOrder(step: activity.number, nil, unit?.code, standing: open.first { $0.period.kind == kind })
  }

  private func track(at activity: Activity, unit: StoredUnit?, in cycle: Cycle, _ db: Database) throws -> Track {
    let (step, period) = (activity.number, cycle.period)
    guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
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
