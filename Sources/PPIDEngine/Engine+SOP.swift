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
    let person = try actor()
    let procedure = try procedure()
    let relation = Relation.tracks()
    let steps = everybody ? procedure.activities : procedure.activities.filter { person.roles.contains($0.lane.role) }
    // The month's part waits for the deliveries, so it is nobody's turn before they are settled.
    var waiting: [Relation.Condition] = [
      .among(1, steps.map { .int($0.number) }), .not(.among(3, [.text(TrackState.done.rawValue), .text(TrackState.excused.rawValue)])),
    ]
    if !everybody, let unit = person.unit { waiting.append(.compare(.equal, .column(2), .constant(.text(unit.text)))) }
    return relation.filtered(by: .all(waiting)) ?? relation
  }

  static let builtInProcedure = "bawaan"
}
