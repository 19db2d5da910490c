import PPIDValues

extension Engine {
  /// The SOP as written.
  package func procedure() throws -> Procedure { try .builtIn() }

  /// Opens a month: a delivery for each active unit, and the month's own part. False when it is open already and
  /// `unlessOpen`.
  package func openCycle(_ period: Period, unlessOpen: Bool) throws -> Bool {
    try require(.openCycle)
    guard period.kind == .month else { throw EngineFailure.notAMonth(period) }
    var isNew = false
    try change { db, _, now in
      if try store.hasCycle(period, db) {
        guard unlessOpen else { throw EngineFailure.cycleExists(period) }
        return nil
      }
      if let latest = try store.lastEdition(db), period < latest.period {
        throw EngineFailure.cycleBeforeEdition(period, latest: latest.period)
      }
      let units = try store.units(db).filter(\.isActive)
      guard !units.isEmpty else { throw EngineFailure.noActiveUnit }
      let calendar = try calendar(db)
      try store.insertCycle(
        period, procedure: Engine.builtInProcedure, units: units, at: now,
        deliveriesDue: try due(1, from: now, in: period, calendar), monthDue: try due(8, from: now, in: period, calendar), db)
      isNew = true
      return Event("siklus buka", period.description, after: [Field("unit", .text(units.map(\.code.text).joined(separator: ",")))])
    }
    return isNew
  }

  /// Whether activity 8 may be done: every delivery of the month decided Y or excused. It stays so after 8.
  package func isReady(_ period: Period) throws -> Bool {
    try require(.readArchive)
    let tracks = try store.read { try store.tracks(of: period, $0) }
    return !tracks.isEmpty && tracks.allSatisfy { $0.unit == nil || $0.isSettled }
  }

  /// What waits: the steps that the person may do now, or all of them.
  package func queue(everybody: Bool) throws -> Relation {
    try require(.readArchive)
    if let reminder = try exclusionReminder() { remark(reminder) }
    let open = Relation.tracks(onlyNext: !everybody)
    let mine: Relation.Condition = everybody ? .all([]) : try .any(steps(of: actor()))
    let settled = Relation.Condition.among(3, [.text(TrackState.done.rawValue), .text(TrackState.excused.rawValue)])
    return open.filtered(by: .all([.not(settled), mine])) ?? open
  }

  /// The steps of a person's lanes; those of Tim Pendukung in the person's own unit only.
  private func steps(of person: Actor) throws -> [Relation.Condition] {
    let procedure = try procedure()
    return Lane.allCases.filter { person.roles.contains($0.role) }.map { lane in
      let numbers = procedure.activities.filter { $0.lane == lane }.map { FieldValue.int($0.number) }
      guard lane == .support, let unit = person.unit else { return .among(1, numbers) }
      return .all([.among(1, numbers), .compare(.equal, .column(2), .constant(.text(unit.text)))])
    }
  }

  static let builtInProcedure = "bawaan"
}
