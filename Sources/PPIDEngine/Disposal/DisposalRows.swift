import PPIDValues

/// The disposals with their records, and the legal holds.
struct DisposalRows {
  let db: Database

  // MARK: Due records

  /// What the retention says of these records on a day, or of all; records that have no retention are missing.
  func dueRecords(until day: CalendarDate, of records: [Int]? = nil) throws -> [DueRecord] {
    let columns = "r.id, r.title, r.unit, r.code, r.made, r.action, r.due, r.active, r.inactive, r.fate, r.exception"
    let sql = "SELECT \(columns) FROM (\(RetentionTables.judged(until: "'\(day)'"))) r"
    guard let records else {
      return try db.rows("\(sql) WHERE r.due IS NOT NULL ORDER BY r.due, r.id", decode: DisposalRows.dueRecord)
    }
    return try db.inBatches(records) { places, values in
      try db.rows("\(sql) WHERE r.id IN (\(places)) ORDER BY r.id", values: values, decode: DisposalRows.dueRecord)
    }
  }

  private static func dueRecord(_ row: Row) throws -> DueRecord {
    let number: Int = try row["id"]
    return DueRecord(
      number: RecordNumber(number), title: try row["title"], unit: try row["unit"], code: try row["code"], made: try row["made"],
      action: try row["action"], due: try row["due"], active: try row["active"], inactive: try row["inactive"], fate: try row["fate"],
      exception: try row["exception"])
  }

  // MARK: Holds

  func held(among records: [Int]) throws -> [RecordNumber] {
    let held: [Int] = try db.inBatches(records) { places, values in
      try db.values("SELECT record_id FROM hold WHERE record_id IN (\(places))", values: values)
    }
    return held.sorted().map { RecordNumber($0) }
  }

  func hold(of record: RecordNumber) throws -> Hold? {
    try db.row("SELECT reason, placed_at, placed_by FROM hold WHERE record_id = ?", record.value) { row in
      Hold(reason: try row["reason"], placed: Disposal.Act(person: try row["placed_by"], time: try row["placed_at"]))
    }
  }

  func insert(_ hold: Hold, of record: RecordNumber) throws {
    try db.execute(
      "INSERT INTO hold (record_id, reason, placed_at, placed_by, journal_id) VALUES (?, ?, ?, ?, ?)", record.value, hold.reason,
      hold.placed.time, hold.placed.person, db.entry)
  }

  func removeHold(of record: RecordNumber) throws { try db.execute("DELETE FROM hold WHERE record_id = ?", record.value) }

  // MARK: Disposals

  func insertDisposal(_ kind: DisposalKind, of records: [DueRecord], judgedOn day: CalendarDate, by person: String, at time: LocalTime)
    throws -> DisposalNumber
  {
    let id = try db.insert(
      "INSERT INTO disposal (kind, state, judged_on, proposed_at, proposed_by, journal_id) VALUES (?, ?, ?, ?, ?, ?)", kind,
      DisposalState.proposed, day, time, person, db.entry)
    for record in records {
      try db.execute(
        """
        INSERT INTO disposal_item (disposal_id, record_id, title, unit, code, made, due, active, inactive, fate, exception, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, id, record.number.value, record.title, record.unit, record.code, record.made, record.due, record.active, record.inactive,
        record.fate, record.exception, db.entry)
    }
    return DisposalNumber(id)
  }

  func disposal(_ number: DisposalNumber) throws -> Disposal? {
    try db.row(
      """
      SELECT kind, state, judged_on, proposed_by, proposed_at, decided_by, decided_at, reason, executed_by, executed_at
      FROM disposal WHERE id = ?
      """, number.value
    ) { row in
      Disposal(
        number: number, kind: try row["kind"], state: try row["state"], judgedOn: try row["judged_on"],
        proposed: Disposal.Act(person: try row["proposed_by"], time: try row["proposed_at"]),
        decided: try DisposalRows.act(row, "decided"), reason: try row["reason"], executed: try DisposalRows.act(row, "executed"))
    }
  }

  private static func act(_ row: Row, _ name: String) throws -> Disposal.Act? {
    let person: String? = try row["\(name)_by"]
    let time: LocalTime? = try row["\(name)_at"]
    guard let person, let time else { return nil }
    return Disposal.Act(person: person, time: time)
  }

  /// The records of a disposal, in order.
  func items(of number: DisposalNumber) throws -> [Int] {
    try db.values("SELECT record_id FROM disposal_item WHERE disposal_id = ? ORDER BY record_id", number.value)
  }

  /// Puts a disposal into a state, by a decision of somebody; nil for a proposal that nobody decided on.
  func decide(_ number: DisposalNumber, _ state: DisposalState, reason: String? = nil, _ decision: Disposal.Act?) throws {
    try db.execute(
      "UPDATE disposal SET state = ?, reason = ?, decided_by = ?, decided_at = ?, journal_id = ? WHERE id = ?", state, reason,
      decision?.person, decision?.time, db.entry, number.value)
  }

  /// Removes a proposal that nobody decided on. Its number is not given again.
  func removeProposal(_ number: DisposalNumber) throws {
    try db.execute("DELETE FROM disposal_item WHERE disposal_id = ?", number.value)
    try db.execute("DELETE FROM disposal WHERE id = ?", number.value)
  }

  func markExecuted(_ number: DisposalNumber, by person: String, at time: LocalTime) throws {
    try db.execute(
      "UPDATE disposal SET state = ?, executed_by = ?, executed_at = ?, journal_id = ? WHERE id = ?", DisposalState.executed, person, time,
      db.entry, number.value)
  }

  // MARK: Destroyed files

  /// Tells in a disposal's certificate that it destroyed a file.
  func insertDestroyed(_ file: HeldFile, isShared: Bool, in number: DisposalNumber) throws {
    try db.execute(
      """
      INSERT INTO destroyed_file (disposal_id, record_id, name, type, size, digest, shared, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, number.value, file.record.value, file.name, file.type, file.size, file.digest, isShared, db.entry)
  }

  /// The files that a disposal destroyed.
  func destroyedFiles(in number: DisposalNumber) throws -> [(file: HeldFile, isShared: Bool)] {
    try db.rows(
      "SELECT record_id, name, type, size, digest, shared FROM destroyed_file WHERE disposal_id = ? ORDER BY record_id, name",
      number.value
    ) { row in
      let record: Int = try row["record_id"]
      let file = HeldFile(
        record: RecordNumber(record), name: try row["name"], type: try row["type"], size: try row["size"], digest: try row["digest"])
      return (file: file, isShared: try row["shared"])
    }
  }
}

extension DisposalKind: StoredText {}
extension DisposalState: StoredText {}
