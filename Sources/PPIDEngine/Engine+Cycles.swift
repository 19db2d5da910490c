import GRDB
import PPIDValues

extension Engine {
  /// The SOP as written: the edition that new cycles run by, or the one of that name.
  package func procedure(named name: String? = nil) throws -> Procedure {
    guard store.exists else {
      guard let name, name != Procedure.builtInName else { return try .builtIn() }
      throw EngineFailure.unknownProcedure(name)
    }
    return try store.read { db in
      guard let name else { return try store.currentProcedure(db).procedure }
      guard let procedure = try store.procedure(named: name, db) else { throw EngineFailure.unknownProcedure(name) }
      return procedure
    }
  }

  /// The procedure by which a cycle runs or ran.
  package func procedure(of period: Period) throws -> Procedure {
    try require(.readArchive)
    return try store.read { try procedure(of: period, $0) }
  }

  func procedure(of period: Period, _ db: Database) throws -> Procedure {
    guard let cycle = try store.cycle(period, db) else { throw EngineFailure.noCycle(period) }
    return try store.procedure(cycle.procedureID, db)
  }

  /// The editions of the SOP.
  package func procedures() throws -> Relation {
    try require(.readArchive)
    return .procedures()
  }

  /// Takes in another edition of the SOP, by which cycles run that are opened from now on. False when the current one is the same.
  ///
  /// - Parameters:
  ///   - published: the table as its office publishes it.
  ///   - edition: the edition's table; nil for that of the built-in edition.
  ///   - name: what to call it; nil for `edisi-2`, `edisi-3`, …
  package func importProcedure(published: String, edition: String?, name: String?) throws -> (name: String, isNew: Bool, activities: Int) {
    try require(.manageOffice)
    var result: (name: String, isNew: Bool, activities: Int)?
    try change { db, _, now in
      let procedure = try Procedure(published: published, edition: edition ?? Procedure.builtInEdition)
      let (id, current) = try store.currentProcedure(db)
      if current.published.hasSameBytes(as: procedure.published), current.edition.hasSameBytes(as: procedure.edition) {
        result = (try store.procedureName(id, db), false, procedure.activities.count)
        return nil
      }
      let name = name ?? "edisi-\(id + 1)"
      guard try store.procedure(named: name, db) == nil else { throw ProcedureFault.nameTaken(name) }
      try store.insertProcedure(procedure, name: name, at: now, db)
      result = (name, true, procedure.activities.count)
      return Event("sop impor", name, after: [Field("kegiatan", .int(procedure.activities.count))])
    }
    return result!
  }

  // MARK: Opening and closing

  /// Opens a month (a delivery for each active unit, and the month's own part) or a half-year. False when it is open already and
  /// `unlessOpen`.
  package func openCycle(_ period: Period, unlessOpen: Bool) throws -> Bool {
    try require(.openCycle)
    var isNew = false
    try change { db, _, now in
      if try store.hasCycle(period, db) {
        guard unlessOpen else { throw EngineFailure.cycleExists(period) }
        return nil
      }
      if period.kind == .month, let latest = try store.lastEdition(db), period < latest.period {
        throw EngineFailure.cycleBeforeEdition(period, latest: latest.period)
      }
      let units = try store.units(db).filter(\.isActive)
      guard period.kind == .halfYear || !units.isEmpty else { throw EngineFailure.noActiveUnit }
      let (id, procedure) = try store.currentProcedure(db)
      let cycle = try store.insertCycle(period, procedureID: id, at: now, db)
      if period.kind == .month {
        let first = procedure.beginnings(of: .delivery)[0]
        let firstDue = try due(first, from: now, in: period, db)
        for unit in units {
          try store.insertTrack(cycleID: cycle, unitID: unit.id, step: first.number, since: now, due: firstDue, db)
        }
        let own = procedure.beginnings(of: .month)[0]
        try store.insertTrack(
          cycleID: cycle, unitID: nil, step: own.number, since: nil, due: try due(own, from: now, in: period, db), db)
      } else {
        for activity in procedure.activities where activity.cycle == .halfYear {
          let opens = activity.after.isEmpty
          try store.insertTrack(
            cycleID: cycle, unitID: nil, step: activity.number, since: opens ? now : nil,
            due: try due(activity, from: now, in: period, db), db)
        }
      }
      isNew = true
      return Event(
        "siklus buka", period.description,
        after: period.kind == .month ? [Field("unit", .text(units.map(\.code.text).joined(separator: ",")))] : [])
    }
    return isNew
  }

  /// Closes a cycle whose last activity is done.
  package func closeCycle(_ period: Period) throws {
    try require(.openCycle)
    try change { db, _, now in
      guard let cycle = try store.cycle(period, db) else { throw EngineFailure.noCycle(period) }
      guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
      if let open = try store.ownTracks(of: period, db).last(where: { $0.state != .done }) {
        let last = try store.procedure(cycle.procedureID, db).activities.last { $0.cycle == (period.kind == .month ? .month : .halfYear) }
        throw WorkflowRefusal.unfinished(period, step: last?.number ?? open.step)
      }
      try store.closeCycle(cycle, at: now, db)
      return Event("siklus tutup", period.description)
    }
  }

  /// Excuses a unit from a month: its records stand as before. It is not undone.
  package func excuse(_ code: UnitCode, from period: Period, reason: String) throws {
    try require(.decide)
    try change { db, event, now in
      let unit = try knownUnit(code, db)
      guard let cycle = try store.cycle(period, db) else { throw EngineFailure.noCycle(period) }
      guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
      guard !reason.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "alasan", en: "the reason")) }
      guard var track = try store.delivery(of: unit.id, in: period, db) else { throw WorkflowRefusal.unitNotInCycle(code, period) }
      guard track.state != .excused else { throw WorkflowRefusal.excused(code, period) }
      guard track.state != .done else { throw WorkflowRefusal.alreadyDecided(code, period) }
      let name = try actor().name
      if let handover = try store.openHandover(of: track, db) {
        try store.end(handover.number, as: .ended, .ended, at: now, by: name, note: reason, journal: event, db)
      }
      try store.insert(StepEvent(.excused, reason: reason), of: track, at: now, by: name, journal: event, db)
      (track.state, track.actor, track.since, track.due) = (.excused, name, now, nil)
      try store.update(track, db)
      try openDetermination(of: cycle, try store.procedure(cycle.procedureID, db), at: now, db)
      return Event("siklus kecualikan", track.name, after: [Field("alasan", .text(reason))])
    }
  }

  /// Whether activity 8 may be done: every delivery of the month decided Y or excused. It stays so after 8.
  package func isReady(_ period: Period) throws -> Bool {
    try require(.readArchive)
    return try store.read { db in
      try period.kind == .month && store.hasCycle(period, db) && store.openDeliveries(of: period, db) == 0
    }
  }

  // MARK: Looking

  /// Every cycle, the last one first.
  package func cycles() throws -> Relation {
    try require(.readArchive)
    return .cycles()
  }

  /// Where a cycle stands: a row for each delivery, and one for its own part; every open cycle, where nil.
  package func board(of period: Period?) throws -> Relation {
    try require(.readArchive)
    guard let period else { return .openBoard() }
    guard try store.read({ try store.hasCycle(period, $0) }) else { throw EngineFailure.noCycle(period) }
    return .board(of: period)
  }

  /// What waits, the most urgent first: for the person, or for everybody.
  package func queue(everybody: Bool) throws -> Relation {
    try require(.readArchive)
    if let reminder = try exclusionReminder() { remark(reminder) }
    return .queue(for: everybody ? nil : try actor())
  }

  /// The most urgent thing that waits for the person: siklus, langkah, unit, tenggat, perintah; nil where nothing does.
  package func nextInQueue() throws -> [FieldValue]? {
    try require(.readArchive)
    let queue = Relation.queue(for: try actor())
    let columns = ["siklus", "langkah", "unit", "tenggat", "perintah"].compactMap { name in queue.columns.firstIndex { $0.name == name } }
    var row: [FieldValue] = []
    return try rows(of: queue.limited(to: 1), reading: columns).next(&row) ? row : nil
  }

  /// Every round of an activity, the first one first: of the cycle, by whose own edition the number is read, or of all cycles.
  package func history(of step: Int, unit code: UnitCode?, in period: Period?) throws -> Relation {
    try require(.readArchive)
    let unit: UnitCode? = try store.read { db in
      let procedures = try period.map { [try procedure(of: $0, db)] } ?? store.procedures(ofCyclesIn: nil, db)
      let activities = procedures.compactMap { $0[step] }
      guard !activities.isEmpty else {
        throw WorkflowRefusal.unknownStep(step, count: procedures.map(\.activities.count).max() ?? 0)
      }
      guard let code else { return nil }
      let unit = try knownUnit(code, db)
      guard activities.contains(where: { $0.cycle == .delivery }) else { throw WorkflowRefusal.unitNotAsked(step: step) }
      return unit.code
    }
    return .history(of: step, unit: unit, in: period)
  }
}

extension String {
  /// Whether nothing stands in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
