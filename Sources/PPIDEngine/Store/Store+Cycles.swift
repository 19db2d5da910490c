import GRDB
import PPIDValues

extension Store {
  func hasCycle(_ period: Period, _ db: Database) throws -> Bool { try cycle(period, db) != nil }

  func cycle(_ period: Period, _ db: Database) throws -> Cycle? {
    let statement = try db.cachedStatement(
      sql: "SELECT id, period, procedure_id, opened_at, closed_at FROM cycle WHERE period = ?")
    return try Row.fetchOne(statement, arguments: [period.description]).map {
      Cycle(
        id: $0[0], period: Period($0[1] as String)!, procedureID: $0[2], opened: LocalTime($0[3] as String)!,
        closed: ($0[4] as String?).flatMap { LocalTime($0) })
    }
  }

  /// The oldest cycle that isn't closed.
  func oldestOpenCycle(_ db: Database) throws -> Cycle? {
    try String.fetchOne(db, sql: "SELECT min(period) FROM cycle WHERE closed_at IS NULL").flatMap { Period($0) }
      .flatMap { try cycle($0, db) }
  }

  /// The editions by which open cycles run, that of the oldest first.
  func openProcedures(_ db: Database) throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT procedure_id FROM cycle WHERE closed_at IS NULL GROUP BY procedure_id ORDER BY min(period)")
  }

  /// The last open month whose report was sent to the superior.
  func lastReportedMonth(_ db: Database) throws -> Period? {
    try String.fetchOne(
      db,
      sql: """
        SELECT max(y.period) FROM cycle y JOIN track t ON t.cycle_id = y.id
        JOIN procedure_step p ON p.procedure_id = y.procedure_id AND p.number = t.step
        WHERE y.closed_at IS NULL AND t.unit_id IS NULL AND t.state = 'selesai' AND p.gate = 'laporan-pengelolaan'
        """
    ).flatMap { Period($0) }
  }

  /// Opens a cycle without tracks; its row.
  func insertCycle(_ period: Period, procedureID: Int, at time: LocalTime, _ db: Database) throws -> Int {
    try db.execute(
      sql: "INSERT INTO cycle (period, procedure_id, opened_at) VALUES (?, ?, ?)",
      arguments: [period.description, procedureID, time.description])
    return Int(db.lastInsertedRowID)
  }

  /// Whether nothing has happened in a cycle since it was opened.
  func isUntouched(_ cycle: Cycle, _ db: Database) throws -> Bool {
    try
      !(Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM step_event e JOIN track t ON t.id = e.track_id WHERE t.cycle_id = :cycle)
            OR EXISTS (SELECT 1 FROM nil_statement WHERE cycle_id = :cycle) OR EXISTS (SELECT 1 FROM advice WHERE cycle_id = :cycle)
            OR EXISTS (SELECT 1 FROM verification v JOIN track t ON t.id = v.track_id WHERE t.cycle_id = :cycle)
            OR EXISTS (SELECT 1 FROM document WHERE period = :period)
          """,
        arguments: ["cycle": cycle.id, "period": cycle.period.description]) ?? true)
  }

  /// Removes a cycle in which nothing has happened.
  func remove(_ cycle: Cycle, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM track WHERE cycle_id = ?", arguments: [cycle.id])
    try db.execute(sql: "DELETE FROM cycle WHERE id = ?", arguments: [cycle.id])
  }

  func closeCycle(_ cycle: Cycle, at time: LocalTime, _ db: Database) throws {
    try db.execute(sql: "UPDATE cycle SET closed_at = ? WHERE id = ?", arguments: [time.description, cycle.id])
  }

  /// Opens a track at `step`; `since` is nil while the step waits for others.
  func insertTrack(
    cycleID: Int, unitID: Int?, step: Int, since: LocalTime?, due: LocalTime?, _ db: Database
  ) throws {
    try db.cachedStatement(
      sql: "INSERT INTO track (cycle_id, unit_id, step, state, since, due) VALUES (?, ?, ?, 'menunggu', ?, ?)"
    ).execute(arguments: [cycleID, unitID, step, since?.description, due?.description])
  }

  private static let trackSelection = """
    SELECT t.id, y.period, u.code, t.step, t.state, t.round, t.actor, t.since, t.due, y.opened_at FROM track t
    JOIN cycle y ON y.id = t.cycle_id LEFT JOIN unit u ON u.id = t.unit_id
    """

  /// Tracks that fulfil `condition` (over track `t`, cycle `y`, unit `u`), with an order and bounds.
  func tracks(where condition: String, _ values: StatementArguments, _ db: Database) throws -> [Track] {
    try Row.fetchAll(db.cachedStatement(sql: "\(Store.trackSelection) WHERE \(condition)"), arguments: values).map(Store.track)
  }

  /// The tracks of a period; of all cycles that are open, where nil.
  func tracks(of period: Period?, _ db: Database) throws -> [Track] {
    guard let period else { return try tracks(where: "y.closed_at IS NULL ORDER BY t.id", [], db) }
    return try tracks(where: "y.period = ? ORDER BY t.id", [period.description], db)
  }

  /// A unit's delivery of a month.
  func delivery(of unitID: Int, in period: Period, _ db: Database) throws -> Track? {
    try tracks(where: "y.period = ? AND t.unit_id = ?", [period.description, unitID], db).first
  }

  /// The tracks of a period that have no unit.
  func ownTracks(of period: Period, _ db: Database) throws -> [Track] {
    try tracks(where: "y.period = ? AND t.unit_id IS NULL ORDER BY t.id", [period.description], db)
  }

  /// The oldest open month from which a unit is excused, where none waits for it.
  func monthExcusing(unitID: Int, _ db: Database) throws -> Period? {
    let tracks = try tracks(where: "y.closed_at IS NULL AND t.unit_id = ? ORDER BY y.period", [unitID], db)
    return tracks.allSatisfy(\.isSettled) ? tracks.first { $0.state == .excused }?.period : nil
  }

  /// The tracks without end in open cycles, of a unit or of none, the oldest cycle first.
  func openTracks(unitID: Int?, _ db: Database) throws -> [Track] {
    let condition = "y.closed_at IS NULL AND t.unit_id IS ? AND t.state NOT IN ('selesai', 'dikecualikan') ORDER BY y.period, t.id"
    return try tracks(where: condition, [unitID], db)
  }

  /// How many deliveries of the month are neither decided nor excused.
  func openDeliveries(of period: Period, _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM track t JOIN cycle y ON y.id = t.cycle_id
        WHERE y.period = ? AND t.unit_id IS NOT NULL AND t.state NOT IN ('selesai', 'dikecualikan')
        """)
    return try Int.fetchOne(statement, arguments: [period.description]) ?? 0
  }

  func update(_ track: Track, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE track SET step = ?, state = ?, round = ?, actor = ?, since = ?, due = ? WHERE id = ?"
    ).execute(arguments: [
      track.step, track.state.rawValue, track.round, track.actor, track.since?.description, track.due?.description, track.id,
    ])
  }

  /// The first open month before `period` that has yet to determine its edition.
  func undeterminedMonth(before period: Period, _ db: Database) throws -> Period? {
    try String.fetchOne(
      db,
      sql: """
        SELECT y.period FROM cycle y JOIN track t ON t.cycle_id = y.id
        JOIN procedure_step p ON p.procedure_id = y.procedure_id AND p.number = t.step
        WHERE t.unit_id IS NULL AND p.gate = 'penetapan' AND t.state <> 'selesai' AND y.closed_at IS NULL AND y.period < ?
        ORDER BY y.period LIMIT 1
        """,
      arguments: [period.description]
    ).flatMap { Period($0) }
  }

  private static func track(_ row: Row) -> Track {
    Track(
      id: row[0], period: Period(row[1] as String)!, unit: (row[2] as String?).flatMap { UnitCode($0) }, step: row[3],
      state: TrackState(rawValue: row[4])!, round: row[5], actor: row[6], since: (row[7] as String?).flatMap { LocalTime($0) },
      due: (row[8] as String?).flatMap { LocalTime($0) }, opened: LocalTime(row[9] as String)!)
  }
}
