import GRDB
import PPIDValues

extension Store {
  /// The edition that new cycles run by: the last one taken in.
  func currentProcedure(_ db: Database) throws -> (id: Int, procedure: Procedure) {
    let id = try Int.fetchOne(db, sql: "SELECT max(id) FROM procedure") ?? 1
    return (id, try procedure(id, db))
  }

  /// An edition by its row, read once.
  func procedure(_ id: Int, _ db: Database) throws -> Procedure {
    if let known = procedures[id] { return known }
    let row = try Row.fetchOne(db, sql: "SELECT published, edition FROM procedure WHERE id = ?", arguments: [id])
    let procedure = try row.map { try Procedure(published: $0[0], edition: $0[1]) } ?? .builtIn()
    procedures[id] = procedure
    return procedure
  }

  /// The edition of that name.
  func procedure(named name: String, _ db: Database) throws -> Procedure? {
    try Int.fetchOne(db, sql: "SELECT id FROM procedure WHERE name = ?", arguments: [name]).map { try procedure($0, db) }
  }

  /// The editions by which cycles run or ran, of a half-year's months or of all; the current one where there is no cycle.
  func procedures(ofCyclesIn period: Period?, _ db: Database) throws -> [Procedure] {
    let rows = try Row.fetchAll(db, sql: "SELECT procedure_id, period FROM cycle ORDER BY period")
    let ids = rows.filter { row in period.map { $0.contains(Period(row[1] as String)!) } ?? true }.map { $0[0] as Int }
    return try ids.isEmpty ? [currentProcedure(db).procedure] : Set(ids).sorted().map { try procedure($0, db) }
  }

  /// Keeps an edition; `time` is nil for the one that comes with the program.
  func insertProcedure(_ procedure: Procedure, name: String, at time: LocalTime?, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO procedure (name, published, edition, imported_at) VALUES (?, ?, ?, ?)",
      arguments: [name, procedure.published, procedure.edition, time?.description ?? ""])
    let id = Int(db.lastInsertedRowID)
    for activity in procedure.activities {
      try db.execute(
        sql: "INSERT INTO procedure_step (procedure_id, number, text, lane, decider, gate) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          id, activity.number, activity.text, activity.lane.role.rawValue, activity.decider?.role.rawValue, activity.gate?.rawValue,
        ])
    }
  }

  func procedureName(_ id: Int, _ db: Database) throws -> String {
    try String.fetchOne(db, sql: "SELECT name FROM procedure WHERE id = ?", arguments: [id]) ?? Procedure.builtInName
  }
}

extension Relation {
  /// The editions of the procedure: nama, judul, kegiatan, diimpor, siklus (how many run or ran by it).
  static func procedures() -> Relation {
    Relation(
      columns: [
        Column("nama", .text, "p.name"),
        Column("kegiatan", .int, "(SELECT count(*) FROM procedure_step s WHERE s.procedure_id = p.id)"),
        Column("diimpor", .time, "nullif(p.imported_at, '')"),
        Column("siklus", .int, "(SELECT count(*) FROM cycle y WHERE y.procedure_id = p.id)"),
        Column("berlaku", .bool, "(p.id = (SELECT max(id) FROM procedure))"),
      ],
      from: "procedure p", order: [OrderKey(sql: "p.id")])
  }
}
