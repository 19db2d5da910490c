import PPIDValues

/// What happened to the activities of tracks, and what their gates ask for: expected kinds, nil statements, advice, verifications.
struct StepRows {
  let db: Database

  // MARK: Events

  /// Keeps what happened to the activity that `track` stood at before it went on.
  func insert(_ event: StepEvent, of track: Track, at time: LocalTime, by actor: String) throws {
    try db.execute(
      """
      INSERT INTO step_event (track_id, step, round, kind, at, actor, since, due, reason, note, target, journal_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, track.id, track.step, track.round, event.kind, time, actor, track.since, track.due, event.reason, event.note, event.target,
      db.entry)
  }

  /// Who finished or reported these activities in the track's present round.
  func actors(of steps: [Int], in track: Track) throws -> [(step: Int, actor: String)] {
    let list = steps.map(String.init).joined(separator: ", ")
    return try db.rows(
      """
      SELECT step, actor FROM step_event
      WHERE track_id = ? AND round = ? AND step IN (\(list)) AND kind IN (?, ?) ORDER BY id
      """, track.id, track.round, StepEventKind.finished, StepEventKind.reported
    ) { (step: try $0["step"], actor: try $0["actor"]) }
  }

  /// The journal's number of the last event of these kinds at an activity of a track; nil where there is none.
  func lastEvent(_ kinds: [StepEventKind], step: Int, of track: Track) throws -> Int? {
    let list = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try db.value(
      "SELECT max(journal_id) FROM step_event WHERE track_id = ? AND step = ? AND kind IN (\(list))", track.id, step)
  }

  // MARK: Expected kinds

  /// The kinds of information that the DIP expects of a unit.
  func expectedKinds(of unitID: Int) throws -> [ExpectedKind] {
    try db.rows("SELECT kind, folded_kind, category FROM expected_kind WHERE unit_id = ? ORDER BY id", unitID) {
      ExpectedKind(text: try $0["kind"], folded: try $0["folded_kind"], category: try $0["category"])
    }
  }

  func insert(_ kind: ExpectedKind, unitID: Int) throws {
    try db.execute(
      "INSERT INTO expected_kind (unit_id, kind, folded_kind, category, journal_id) VALUES (?, ?, ?, ?, ?)", unitID, kind.text,
      kind.folded, kind.category, db.entry)
  }

  /// Takes an expectation away; false where there is none.
  func removeExpected(_ folded: String, unitID: Int) throws -> Bool {
    try db.execute("DELETE FROM expected_kind WHERE unit_id = ? AND folded_kind = ?", unitID, folded) > 0
  }

  /// The kinds, folded, of which the unit said that it has nothing in this cycle.
  func nilStatements(of unitID: Int, in cycle: Cycle) throws -> Set<String> {
    Set(try db.values("SELECT folded_kind FROM nil_statement WHERE cycle_id = ? AND unit_id = ?", cycle.id, unitID, as: String.self))
  }

  func insertNilStatement(
    _ kind: String, folded: String, reason: String, unitID: Int, cycle: Cycle, at time: LocalTime, by actor: String
  ) throws {
    try db.execute(
      """
      INSERT INTO nil_statement (cycle_id, unit_id, kind, folded_kind, reason, at, actor, journal_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, cycle.id, unitID, kind, folded, reason, time, actor, db.entry)
  }

  /// The kinds of a unit's living records, as they are written.
  func livingKinds(of unitID: Int) throws -> [String] {
    try db.values(
      "SELECT DISTINCT kind FROM record WHERE unit_id = ? AND kind IS NOT NULL AND status NOT IN ('ditarik', 'dimusnahkan')", unitID)
  }

  func hasLivingRecord(unitID: Int) throws -> Bool {
    try db.exists("SELECT 1 FROM record WHERE unit_id = ? AND status NOT IN ('ditarik', 'dimusnahkan')", unitID)
  }

  /// Whether the edition in force lists anything of the unit.
  func isListed(unitID: Int) throws -> Bool {
    try db.exists(
      """
      SELECT 1 FROM record r JOIN edition_change c ON c.record_id = r.id
      WHERE r.unit_id = ? AND c.listed = 1 AND \(RecordTables.inForce("c", nil))
      """, unitID)
  }

  // MARK: Input and verification

  func insertAdvice(_ text: String, cycle: Cycle, at time: LocalTime, by actor: String) throws {
    try db.execute(
      "INSERT INTO advice (cycle_id, text, at, actor, journal_id) VALUES (?, ?, ?, ?, ?)", cycle.id, text, time, actor, db.entry)
  }

  /// Whether Tim Pertimbangan gave its input after that entry of the journal.
  func hasAdvice(for cycle: Cycle, after entry: Int) throws -> Bool {
    try db.exists("SELECT 1 FROM advice WHERE cycle_id = ? AND journal_id > ?", cycle.id, entry)
  }

  func hasVerification(of track: Track) throws -> Bool {
    try db.exists("SELECT 1 FROM verification WHERE track_id = ? AND round = ?", track.id, track.round)
  }

  func insertVerification(of track: Track, checked: Int, findings: [Finding], at time: LocalTime, by actor: String) throws {
    let run = try db.insert(
      "INSERT INTO verification (track_id, round, at, actor, checked, journal_id) VALUES (?, ?, ?, ?, ?, ?)", track.id, track.round,
      time, actor, checked, db.entry)
    for finding in findings {
      try db.execute(
        """
        INSERT INTO verification_finding (verification_id, record_id, rule, message_id, message_en, remedy, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, run, finding.record?.value, finding.rule, finding.message.id, finding.message.en, finding.remedy.id, db.entry)
    }
  }
}

extension StepEventKind: StoredText {}
