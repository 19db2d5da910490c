import PPIDValues

/// The cycles, and the tracks in them.
struct CycleRows {
  let db: Database

  // MARK: Cycles

  func hasCycle(_ period: Period) throws -> Bool { try db.exists("SELECT 1 FROM cycle WHERE period = ?", period) }

  func cycle(_ period: Period) throws -> Cycle? {
    try db.row("SELECT id, period, procedure_id, opened_at, closed_at FROM cycle WHERE period = ?", period) {
      Cycle(
        id: try $0["id"], period: try $0["period"], procedureID: try $0["procedure_id"], opened: try $0["opened_at"],
        closed: try $0["closed_at"])
    }
  }

  /// The oldest cycle that isn't closed.
  func oldestOpenCycle() throws -> Cycle? {
    guard let period: Period = try db.value("SELECT min(period) FROM cycle WHERE closed_at IS NULL") else { return nil }
    return try cycle(period)
  }

  /// The editions by which open cycles run, that of the oldest first.
  func openProcedures() throws -> [Int] {
    try db.values("SELECT procedure_id FROM cycle WHERE closed_at IS NULL GROUP BY procedure_id ORDER BY min(period)")
  }

  /// The last open month whose report was sent to the superior.
  func lastReportedMonth() throws -> Period? {
    try db.value(
      """
      SELECT max(y.period) FROM cycle y JOIN track t ON t.cycle_id = y.id
      JOIN procedure_step p ON p.procedure_id = y.procedure_id AND p.number = t.step
      WHERE y.closed_at IS NULL AND t.unit_id IS NULL AND t.state = ? AND p.gate = ?
      """, TrackState.done, Gate.managementReport)
  }

  /// The first open month before `period` that has yet to determine its edition.
  func undeterminedMonth(before period: Period) throws -> Period? {
    try db.value(
      """
      SELECT y.period FROM cycle y JOIN track t ON t.cycle_id = y.id
      JOIN procedure_step p ON p.procedure_id = y.procedure_id AND p.number = t.step
      WHERE t.unit_id IS NULL AND p.gate = ? AND t.state <> ? AND y.closed_at IS NULL AND y.period < ?
      ORDER BY y.period LIMIT 1
      """, Gate.determination, TrackState.done, period)
  }

  /// Opens a cycle without tracks; its row.
  func insertCycle(_ period: Period, procedureID: Int, at time: LocalTime) throws -> Int {
    try db.insert(
      "INSERT INTO cycle (period, procedure_id, opened_at, journal_id) VALUES (?, ?, ?, ?)", period, procedureID, time, db.entry)
  }

  func closeCycle(_ cycle: Cycle, at time: LocalTime) throws {
    try db.execute("UPDATE cycle SET closed_at = ?, journal_id = ? WHERE id = ?", time, db.entry, cycle.id)
  }

  /// Whether nothing has happened in a cycle since it was opened.
  func isUntouched(_ cycle: Cycle) throws -> Bool {
    try !db.exists(
      """
      SELECT 1 FROM step_event e JOIN track t ON t.id = e.track_id WHERE t.cycle_id = ?1
      UNION ALL SELECT 1 FROM nil_statement WHERE cycle_id = ?1
      UNION ALL SELECT 1 FROM advice WHERE cycle_id = ?1
      UNION ALL SELECT 1 FROM verification v JOIN track t ON t.id = v.track_id WHERE t.cycle_id = ?1
      UNION ALL SELECT 1 FROM document WHERE period = ?2
      """, cycle.id, cycle.period)
  }

  /// Removes a cycle in which nothing has happened.
  func remove(_ cycle: Cycle) throws {
    try db.execute("DELETE FROM track WHERE cycle_id = ?", cycle.id)
    try db.execute("DELETE FROM cycle WHERE id = ?", cycle.id)
  }

  // MARK: Tracks

  /// The tracks of a period; of all cycles that are open, where nil.
  func tracks(of period: Period?) throws -> [Track] {
    guard let period else { return try tracks(where: "y.closed_at IS NULL ORDER BY t.id") }
    return try tracks(where: "y.period = ? ORDER BY t.id", period)
  }

  func track(_ id: Int) throws -> Track? { try tracks(where: "t.id = ?", id).first }

  /// A unit's delivery of a month.
  func delivery(of unitID: Int, in period: Period) throws -> Track? {
    try tracks(where: "y.period = ? AND t.unit_id = ?", period, unitID).first
  }

  /// The tracks of a period that have no unit.
  func ownTracks(of period: Period) throws -> [Track] {
    try tracks(where: "y.period = ? AND t.unit_id IS NULL ORDER BY t.id", period)
  }

  /// The oldest open month from which a unit is excused, where none waits for it.
  func monthExcusing(unitID: Int) throws -> Period? {
    let tracks = try tracks(where: "y.closed_at IS NULL AND t.unit_id = ? ORDER BY y.period", unitID)
    return tracks.allSatisfy(\.isSettled) ? tracks.first { $0.state == .excused }?.period : nil
  }

  /// The tracks without end in open cycles, of a unit or of none, the oldest cycle first.
  func openTracks(unitID: Int?) throws -> [Track] {
    try tracks(
      where: "y.closed_at IS NULL AND t.unit_id IS ? AND t.state NOT IN \(TrackState.settled) ORDER BY y.period, t.id", unitID)
  }

  /// How many deliveries of the month are neither decided nor excused.
  func openDeliveries(of period: Period) throws -> Int {
    try db.value(
      """
      SELECT count(*) FROM track t JOIN cycle y ON y.id = t.cycle_id
      WHERE y.period = ? AND t.unit_id IS NOT NULL AND t.state NOT IN \(TrackState.settled)
      """, period) ?? 0
  }

  /// Opens a track at `step`; `since` is nil while the step waits for others.
  func insertTrack(cycleID: Int, unitID: Int?, step: Int, since: LocalTime?, due: LocalTime?) throws {
    try db.execute(
      "INSERT INTO track (cycle_id, unit_id, step, state, since, due, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)", cycleID, unitID, step,
      TrackState.waiting, since, due, db.entry)
  }

  func update(_ track: Track) throws {
    try db.execute(
      "UPDATE track SET step = ?, state = ?, round = ?, actor = ?, since = ?, due = ?, journal_id = ? WHERE id = ?", track.step,
      track.state, track.round, track.actor, track.since, track.due, db.entry, track.id)
  }

  /// Tracks that fulfil `condition` (over track `t`, cycle `y`, unit `u`), with an order.
  private func tracks(where condition: String, _ values: (any StoredValue)?...) throws -> [Track] {
    try db.rows(
      """
      SELECT t.id, y.period, u.code AS unit, t.step, t.state, t.round, t.actor, t.since, t.due, y.opened_at FROM track t
      JOIN cycle y ON y.id = t.cycle_id LEFT JOIN unit u ON u.id = t.unit_id WHERE \(condition)
      """, values: values
    ) { row in
      Track(
        id: try row["id"], period: try row["period"], unit: try row["unit"], step: try row["step"], state: try row["state"],
        round: try row["round"], actor: try row["actor"], since: try row["since"], due: try row["due"], opened: try row["opened_at"])
    }
  }
}

extension TrackState: StoredText {
  /// The states of a track at which nothing remains to be done, in SQL.
  static let settled = "('\(done.rawValue)', '\(excused.rawValue)')"
}

extension Gate: StoredText {}
