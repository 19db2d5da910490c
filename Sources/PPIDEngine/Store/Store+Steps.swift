import GRDB
import PPIDValues

extension Store {
  /// Keeps what happened to the activity that `track` stood at before it went on.
  func insert(_ event: StepEvent, of track: Track, at time: LocalTime, by actor: String, journal: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO step_event (track_id, step, round, kind, at, actor, since, due, reason, note, target, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      track.id, track.step, track.round, event.kind.rawValue, time.description, actor, track.since?.description,
      track.due?.description, event.reason, event.note, event.target, journal,
    ])
  }

  /// Who finished or reported these activities in the track's present round.
  func actors(of steps: [Int], in track: Track, _ db: Database) throws -> [(step: Int, actor: String)] {
    let list = steps.map(String.init).joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT step, actor FROM step_event
        WHERE track_id = ? AND round = ? AND step IN (\(list)) AND kind IN ('selesai', 'dilaporkan') ORDER BY id
        """,
      arguments: [track.id, track.round]
    ).map { (step: $0[0], actor: $0[1]) }
  }

  /// The journal's number of the last event of these kinds at an activity of a track; nil where there is none.
  func lastEvent(_ kinds: [StepEventKind], step: Int, of track: Track, _ db: Database) throws -> Int? {
    let list = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try Int.fetchOne(
      db, sql: "SELECT max(journal_id) FROM step_event WHERE track_id = ? AND step = ? AND kind IN (\(list))",
      arguments: [track.id, step])
  }

  // MARK: Expected kinds

  /// The kinds of information that the DIP expects of a unit.
  func expectedKinds(of unitID: Int, _ db: Database) throws -> [ExpectedKind] {
    try Row.fetchAll(
      db, sql: "SELECT kind, folded_kind, category FROM expected_kind WHERE unit_id = ? ORDER BY id", arguments: [unitID]
    ).map { ExpectedKind(text: $0[0], folded: $0[1], category: Category(rawValue: $0[2])!) }
  }

  func insert(_ kind: ExpectedKind, unitID: Int, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO expected_kind (unit_id, kind, folded_kind, category) VALUES (?, ?, ?, ?)",
      arguments: [unitID, kind.text, kind.folded, kind.category.rawValue])
  }

  /// Takes an expectation away; false where there is none.
  func removeExpected(_ folded: String, unitID: Int, _ db: Database) throws -> Bool {
    try db.execute(sql: "DELETE FROM expected_kind WHERE unit_id = ? AND folded_kind = ?", arguments: [unitID, folded])
    return db.changesCount > 0
  }

  /// The kinds, folded, of which the unit said that it has nothing in this cycle.
  func nilStatements(of unitID: Int, in cycle: Cycle, _ db: Database) throws -> Set<String> {
    try String.fetchSet(
      db, sql: "SELECT folded_kind FROM nil_statement WHERE cycle_id = ? AND unit_id = ?", arguments: [cycle.id, unitID])
  }

  func insertNilStatement(
    _ kind: String, folded: String, reason: String, unitID: Int, cycle: Cycle, at time: LocalTime, by actor: String, _ db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO nil_statement (cycle_id, unit_id, kind, folded_kind, reason, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [cycle.id, unitID, kind, folded, reason, time.description, actor])
  }

  /// The kinds of a unit's living records, as they are written.
  func livingKinds(of unitID: Int, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: "SELECT DISTINCT kind FROM record WHERE unit_id = ? AND kind IS NOT NULL AND status NOT IN ('ditarik', 'dimusnahkan')",
      arguments: [unitID])
  }

  func hasLivingRecord(unitID: Int, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM record WHERE unit_id = ? AND status NOT IN ('ditarik', 'dimusnahkan'))",
      arguments: [unitID]) ?? false
  }

  /// Whether the edition in force lists anything of the unit.
  func isListed(unitID: Int, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM record r JOIN edition_change c ON c.record_id = r.id
        WHERE r.unit_id = ? AND c.listed = 1 AND \(Relation.inForce("c", nil)))
        """,
      arguments: [unitID]) ?? false
  }

  // MARK: Input and verification

  func insertAdvice(_ text: String, cycle: Cycle, at time: LocalTime, by actor: String, journal: Int, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO advice (cycle_id, text, at, actor, journal_id) VALUES (?, ?, ?, ?, ?)",
      arguments: [cycle.id, text, time.description, actor, journal])
  }

  /// Whether Tim Pertimbangan gave its input after that entry of the journal.
  func hasAdvice(for cycle: Cycle, after entry: Int, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM advice WHERE cycle_id = ? AND journal_id > ?)", arguments: [cycle.id, entry]) ?? false
  }

  func hasVerification(of track: Track, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM verification WHERE track_id = ? AND round = ?)", arguments: [track.id, track.round])
      ?? false
  }

  func insertVerification(
    of track: Track, checked: Int, findings: [Finding], at time: LocalTime, by actor: String, _ db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO verification (track_id, round, at, actor, checked) VALUES (?, ?, ?, ?, ?)",
      arguments: [track.id, track.round, time.description, actor, checked])
    let run = db.lastInsertedRowID
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO verification_finding (verification_id, record_id, rule, message_id, message_en, remedy) VALUES (?, ?, ?, ?, ?, ?)
        """)
    for finding in findings {
      try statement.execute(arguments: [
        run, finding.record?.value, finding.rule, finding.message.id, finding.message.en, finding.remedy.id,
      ])
    }
  }
}
