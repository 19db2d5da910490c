import PPIDValues
import Synchronization

/// The editions of the SOP.
struct ProcedureRows {
  let db: Database

  /// The edition that new cycles run by: the last one taken in.
  func currentProcedure() throws -> (id: Int, procedure: Procedure) {
    let id = try db.value("SELECT max(id) FROM procedure") ?? 1
    return (id, try procedure(id))
  }

  /// An edition by its row.
  func procedure(_ id: Int) throws -> Procedure {
    try db.row("SELECT published, edition FROM procedure WHERE id = ?", id) {
      try ProcedureRows.read(published: try $0["published"], edition: try $0["edition"])
    } ?? .builtIn()
  }

  /// The edition of that name.
  func procedure(named name: String) throws -> Procedure? {
    guard let id: Int = try db.value("SELECT id FROM procedure WHERE name = ?", name) else { return nil }
    return try procedure(id)
  }

  func procedureName(_ id: Int) throws -> String {
    try db.value("SELECT name FROM procedure WHERE id = ?", id) ?? Procedure.builtInName
  }

  /// The editions by which cycles run or ran, of a half-year's months or of all; the current one where there is no cycle.
  func procedures(ofCyclesIn period: Period?) throws -> [Procedure] {
    let cycles = try db.rows("SELECT procedure_id, period FROM cycle ORDER BY period") { row in
      (procedure: try row["procedure_id"] as Int, period: try row["period"] as Period)
    }
    let ids = Set(cycles.filter { period?.contains($0.period) ?? true }.map(\.procedure))
    return try ids.isEmpty ? [currentProcedure().procedure] : ids.sorted().map(procedure)
  }

  /// Keeps an edition; `time` is nil for the one that comes with the program.
  func insertProcedure(_ procedure: Procedure, name: String, at time: LocalTime?) throws {
    let id = try db.insert(
      "INSERT INTO procedure (name, published, edition, imported_at, journal_id) VALUES (?, ?, ?, ?, ?)", name, procedure.published,
      procedure.edition, time?.description ?? "", db.entry)
    for activity in procedure.activities {
      try db.execute(
        """
        INSERT INTO procedure_step (procedure_id, number, text, lane, decider, gate, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)
        """, id, activity.number, activity.text, activity.lane.role.rawValue, activity.decider?.role.rawValue, activity.gate, db.entry)
    }
  }

  // MARK: Editions that were read already

  /// What an edition is made of.
  private struct Texts: Hashable {
    let published: ExactString
    let edition: ExactString
  }

  private static let known = Mutex<[Texts: Procedure]>([:])
  private static let mostKnown = 64

  /// Reads an edition; each once, because every act of the SOP asks for one.
  private static func read(published: String, edition: String) throws -> Procedure {
    let texts = Texts(published: ExactString(published), edition: ExactString(edition))
    if let procedure = known.withLock({ $0[texts] }) { return procedure }
    let procedure = try Procedure(published: published, edition: edition)
    known.withLock { known in
      if known.count >= mostKnown { known.removeAll() }
      known[texts] = procedure
    }
    return procedure
  }
}
