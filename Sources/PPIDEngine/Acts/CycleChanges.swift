import PPIDValues

extension Workflow {
  /// Opens a month (a delivery for each active unit, and the month's own part) or a half-year. False when it is open already and
  /// `unlessOpen`.
  package func openCycle(_ period: Period, unlessOpen: Bool) throws -> Bool {
    try desk.change(.openCycle) { change in
      if try CycleRows(db: change.db).hasCycle(period) {
        guard unlessOpen else { throw CycleRefusal.cycleExists(period) }
        return (false, nil)
      }
      if period.kind == .month, let latest = try EditionRows(db: change.db).lastEdition(), period < latest.period {
        throw CycleRefusal.cycleBeforeEdition(period, latest: latest.period)
      }
      let units = try change.units().filter(\.isActive)
      guard period.kind == .halfYear || !units.isEmpty else { throw CycleRefusal.noActiveUnit }
      guard period.kind == .month else {
        try openHalfYear(period, change)
        return (true, Event("siklus buka", period.description))
      }
      try openMonth(period, of: units, change)
      return (true, Event("siklus buka", period.description, after: [Field("unit", .text(units.map(\.code.text).joined(separator: ",")))]))
    }
  }

  private func openMonth(_ period: Period, of units: [StoredUnit], _ change: Change) throws {
    let (rows, deadlines) = (CycleRows(db: change.db), Deadlines(inquiry: change))
    let (id, procedure) = try ProcedureRows(db: change.db).currentProcedure()
    let cycle = try rows.insertCycle(period, procedureID: id, at: change.now)
    let first = procedure.beginnings(of: .delivery)[0]
    let firstDue = try deadlines.due(first, from: change.now, in: period)
    for unit in units {
      try rows.insertTrack(cycleID: cycle, unitID: unit.id, step: first.number, since: change.now, due: firstDue)
    }
    let own = procedure.beginnings(of: .month)[0]
    let ownDue = try deadlines.due(own, from: change.now, in: period)
    try rows.insertTrack(cycleID: cycle, unitID: nil, step: own.number, since: nil, due: ownDue)
  }

  private func openHalfYear(_ period: Period, _ change: Change) throws {
    let (rows, deadlines) = (CycleRows(db: change.db), Deadlines(inquiry: change))
    let (id, procedure) = try ProcedureRows(db: change.db).currentProcedure()
    let cycle = try rows.insertCycle(period, procedureID: id, at: change.now)
    for activity in procedure.activities where activity.cycle == .halfYear {
      try rows.insertTrack(
        cycleID: cycle, unitID: nil, step: activity.number, since: activity.after.isEmpty ? change.now : nil,
        due: try deadlines.due(activity, from: change.now, in: period))
    }
  }

  /// Excuses a unit from a month: its records stand as before. It is not undone.
  package func excuse(_ code: UnitCode, from period: Period, reason: String) throws {
    try desk.change(.decide) { change in
      let (cycles, handovers) = (CycleRows(db: change.db), HandoverRows(db: change.db))
      let unit = try change.knownUnit(code)
      guard let cycle = try cycles.cycle(period) else { throw CycleRefusal.noCycle(period) }
      guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
      guard !reason.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "alasan", en: "the reason")) }
      guard var track = try cycles.delivery(of: unit.id, in: period) else { throw WorkflowRefusal.unitNotInCycle(code, period) }
      guard track.state != .excused else { throw WorkflowRefusal.excused(code, period) }
      guard track.state != .done else { throw WorkflowRefusal.alreadyDecided(code, period) }
      let name = try change.actor().name
      if let handover = try handovers.openHandover(of: track) {
        try handovers.end(handover.number, as: .ended, .ended, at: change.now, by: name, note: reason)
      }
      try StepRows(db: change.db).insert(StepEvent(.excused, reason: reason), of: track, at: change.now, by: name)
      (track.state, track.actor, track.since, track.due) = (.excused, name, change.now, nil)
      try cycles.update(track)
      try StepActs(change: change).openDetermination(of: cycle, ProcedureRows(db: change.db).procedure(cycle.procedureID))
      return Event("siklus kecualikan", track.name, after: [Field("alasan", .text(reason))])
    }
  }
}
