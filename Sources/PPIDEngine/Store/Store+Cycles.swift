import GRDB
import PPIDValues

extension Store {
  func hasCycle(_ period: Period, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM cycle WHERE period = ?)", arguments: [period.description]) ?? false
  }

  /// Opens a month: a delivery for each of these units, and the month's own part, with when their first steps are due.
  func insertCycle(
    _ period: Period, procedure: String, units: [StoredUnit], at time: LocalTime, deliveriesDue: LocalTime?,
    monthDue: LocalTime?, _ db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO cycle (period, procedure, opened_at) VALUES (?, ?, ?)",
      arguments: [period.description, procedure, time.description])
    let cycle = db.lastInsertedRowID
    let track = try db.cachedStatement(
      sql: "INSERT INTO track (cycle_id, unit_id, step, state, since, due) VALUES (?, ?, ?, 'menunggu', ?, ?)")
    for unit in units {
      try track.execute(arguments: [cycle, unit.id, 1, time.description, deliveriesDue?.description])
    }
    try track.execute(arguments: [cycle, nil, 8, nil, monthDue?.description])
  }

  /// The tracks of a month; of all that are open, where nil.
  func tracks(of period: Period?, _ db: Database) throws -> [Track] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT t.id, y.period, u.code, t.step, t.state, t.round, y.opened_at, t.since, t.due FROM track t
        JOIN cycle y ON y.id = t.cycle_id LEFT JOIN unit u ON u.id = t.unit_id
        WHERE \(period == nil ? "y.closed_at IS NULL" : "y.period = ?") ORDER BY t.id
        """,
      arguments: period.map { [$0.description] } ?? []
    ).map {
      Track(
        id: $0[0], period: Period($0[1] as String)!, unit: ($0[2] as String?).flatMap { UnitCode($0) }, step: $0[3],
        state: TrackState(rawValue: $0[4])!, round: $0[5], opened: LocalTime($0[6] as String)!,
        since: ($0[7] as String?).flatMap { LocalTime($0) }, due: ($0[8] as String?).flatMap { LocalTime($0) })
    }
  }

  func setDue(_ time: LocalTime, of track: Track, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE track SET due = ? WHERE id = ?").execute(arguments: [time.description, track.id])
  }

  /// The first open month before `period` whose activity 8 is not done.
  func undeterminedMonth(before period: Period, _ db: Database) throws -> Period? {
    try String.fetchOne(
      db,
      sql: """
        SELECT y.period FROM cycle y JOIN track t ON t.cycle_id = y.id
        WHERE t.unit_id IS NULL AND t.step = 8 AND y.closed_at IS NULL AND y.period < ? ORDER BY y.period LIMIT 1
        """,
      arguments: [period.description]
    ).flatMap { Period($0) }
  }

  /// Has the month's own part go on from `step` to the next, which is due at `due`.
  func finish(
    _ step: Int, ofMonth period: Period, by actor: String, at time: LocalTime, due: LocalTime?, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE track SET step = step + 1, state = 'menunggu', actor = ?, since = ?, due = ?
        WHERE unit_id IS NULL AND step = ? AND cycle_id = (SELECT id FROM cycle WHERE period = ?)
        """,
      arguments: [actor, time.description, due?.description, step, period.description])
  }
}
