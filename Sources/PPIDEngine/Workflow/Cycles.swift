import PPIDValues

extension Workflow {
  /// Closes a cycle whose last activity is done.
  package func closeCycle(_ period: Period) throws {
    try desk.change(.openCycle) { change in
      let rows = CycleRows(db: change.db)
      guard let cycle = try rows.cycle(period) else { throw CycleRefusal.noCycle(period) }
      guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
      if let open = try rows.ownTracks(of: period).last(where: { $0.state != .done }) {
        let procedure = try ProcedureRows(db: change.db).procedure(cycle.procedureID)
        let last = procedure.activities.last { $0.cycle == (period.kind == .month ? .month : .halfYear) }
        throw WorkflowRefusal.unfinished(period, step: last?.number ?? open.step)
      }
      try rows.closeCycle(cycle, at: change.now)
      return Event("siklus tutup", period.description)
    }
  }

  /// Whether activity 8 may be done: every delivery of the month decided Y or excused. It stays so after 8.
  package func isReady(_ period: Period) throws -> Bool {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let rows = CycleRows(db: inquiry.db)
      return try period.kind == .month && rows.hasCycle(period) && rows.openDeliveries(of: period) == 0
    }
  }

  // MARK: Looking

  /// Every cycle, the last one first.
  package func cycles() throws -> Relation {
    try desk.require(.readArchive)
    return CycleTables.cycles()
  }

  /// Where a cycle stands: a row for each delivery, and one for its own part; every open cycle, where nil.
  package func board(of period: Period?) throws -> Relation {
    try desk.require(.readArchive)
    guard let period else { return CycleTables.openBoard() }
    guard try desk.read({ try CycleRows(db: $0.db).hasCycle(period) }) else { throw CycleRefusal.noCycle(period) }
    return CycleTables.board(of: period)
  }

  /// The most urgent thing that waits for the person: siklus, langkah, unit, tenggat, perintah; nil where nothing does.
  package func nextInQueue() throws -> [FieldValue]? {
    try desk.require(.readArchive)
    let queue = QueueTables.queue(for: try desk.actor())
    let columns = ["siklus", "langkah", "unit", "tenggat", "perintah"].compactMap { name in queue.columns.firstIndex { $0.name == name } }
    var row: [FieldValue] = []
    return try desk.rows(of: queue.limited(to: 1), reading: columns).next(&row) ? row : nil
  }

  /// Every round of an activity, the first one first: of the cycle, by whose own edition the number is read, or of all cycles.
  package func history(of step: Int, unit code: UnitCode?, in period: Period?) throws -> Relation {
    try desk.require(.readArchive)
    let unit: UnitCode? = try desk.read { inquiry in
      let procedures =
        try period.map { [try Turns(inquiry: inquiry).procedure(of: $0)] }
        ?? ProcedureRows(db: inquiry.db).procedures(ofCyclesIn: nil)
      let activities = procedures.compactMap { $0[step] }
      guard !activities.isEmpty else {
        throw WorkflowRefusal.unknownStep(step, count: procedures.map(\.activities.count).max() ?? 0)
      }
      guard let code else { return nil }
      let unit = try inquiry.knownUnit(code)
      guard activities.contains(where: { $0.cycle == .delivery }) else { throw WorkflowRefusal.unitNotAsked(step: step) }
      return unit.code
    }
    return CycleTables.history(of: step, unit: unit, in: period)
  }
}
