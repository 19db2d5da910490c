import GRDB
import PPIDValues

extension Store {
  // MARK: Due records

  /// What the retention says of these records on a day, or of all; records that have no retention are missing.
  func dueRecords(until day: CalendarDate, of records: [Int]? = nil, _ db: Database) throws -> [DueRecord] {
    let columns = "r.id, r.title, r.unit, r.code, r.made, r.action, r.due, r.active, r.inactive, r.fate, r.exception"
    let sql = "SELECT \(columns) FROM (\(Relation.judged(until: "'\(day)'"))) r"
    let rows =
      try records.map { try inBatches($0) { try Row.fetchAll(db, sql: "\(sql) WHERE r.id IN (\($0)) ORDER BY r.id", arguments: $1) } }
      ?? Row.fetchAll(db, sql: "\(sql) WHERE r.due IS NOT NULL ORDER BY r.due, r.id")
    return rows.map { row in
      DueRecord(
        number: RecordNumber(row[0]), title: row[1], unit: row[2], code: row[3], made: row[4],
        action: (row[5] as String?).flatMap(DueAction.init), due: (row[6] as String?).flatMap { CalendarDate($0) }, active: row[7],
        inactive: row[8], fate: row[9], exception: row[10])
    }
  }

  /// Those of these records that something keeps as they are now, with its number: a hand-over on its way (custody *dalam
  /// penyerahan*), or a disposal that isn't over; `except` is left out of account.
  func freezes(of records: [Int], except: DisposalNumber? = nil, _ db: Database) throws -> [(record: Int, by: String)] {
    try inBatches(records) { places, arguments in
      let first = try Row.fetchAll(
        db,
        sql: """
          SELECT i.record_id, 'ST-' || h.id FROM handover_item i JOIN handover h ON h.id = i.handover_id
          WHERE h.state = 'dikirim' AND i.record_id IN (\(places))
          """,
        arguments: arguments)
      let second = try Row.fetchAll(
        db,
        sql: """
          SELECT i.record_id, 'S-' || s.id FROM disposal_item i JOIN disposal s ON s.id = i.disposal_id
          WHERE s.state IN ('diusulkan', 'disetujui') AND s.id <> \(except?.value ?? 0) AND i.record_id IN (\(places))
          """,
        arguments: arguments)
      return (first + second).map { (record: $0[0], by: $0[1]) }
    }.sorted { $0.record < $1.record }
  }

  // MARK: Holds

  func held(among records: [Int], _ db: Database) throws -> [RecordNumber] {
    try inBatches(records) { places, arguments in
      try Int.fetchAll(db, sql: "SELECT record_id FROM hold WHERE record_id IN (\(places))", arguments: arguments)
    }.sorted().map(RecordNumber.init)
  }

  func hold(of record: RecordNumber, _ db: Database) throws -> Hold? {
    let sql = "SELECT reason, placed_at, placed_by FROM hold WHERE record_id = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [record.value]).flatMap { row in
      LocalTime(row[1] as String).map { Hold(reason: row[0], placed: Disposal.Act(person: row[2], time: $0)) }
    }
  }

  func insert(_ hold: Hold, of record: RecordNumber, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO hold (record_id, reason, placed_at, placed_by) VALUES (?, ?, ?, ?)",
      arguments: [record.value, hold.reason, hold.placed.time.description, hold.placed.person])
  }

  func removeHold(of record: RecordNumber, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM hold WHERE record_id = ?", arguments: [record.value])
  }

  // MARK: Disposals

  func insertDisposal(
    _ kind: DisposalKind, of records: [DueRecord], judgedOn day: CalendarDate, by person: String, at time: LocalTime, _ db: Database
  )
    throws -> DisposalNumber
  {
    try db.execute(
      sql: "INSERT INTO disposal (kind, state, judged_on, proposed_at, proposed_by) VALUES (?, 'diusulkan', ?, ?, ?)",
      arguments: [kind.rawValue, day.description, time.description, person])
    let id = Int(db.lastInsertedRowID)
    let item = try db.cachedStatement(
      sql: """
        INSERT INTO disposal_item (disposal_id, record_id, title, unit, code, made, due, active, inactive, fate, exception)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for record in records {
      try item.execute(arguments: [
        id, record.number.value, record.title, record.unit, record.code, record.made, record.due?.description ?? "", record.active,
        record.inactive, record.fate, record.exception,
      ])
    }
    return DisposalNumber(id)
  }

  func disposal(_ number: DisposalNumber, _ db: Database) throws -> Disposal? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT kind, state, judged_on, proposed_by, proposed_at, decided_by, decided_at, reason, executed_by, executed_at
        FROM disposal WHERE id = ?
        """,
      arguments: [number.value]
    ).flatMap { row in
      func act(_ column: Int) -> Disposal.Act? {
        guard let person = row[column] as String?, let time = (row[column + 1] as String?).flatMap({ LocalTime($0) }) else { return nil }
        return Disposal.Act(person: person, time: time)
      }
      guard let kind = DisposalKind(rawValue: row[0]), let state = DisposalState(rawValue: row[1]),
        let day = CalendarDate(row[2] as String), let proposed = act(3)
      else { return nil }
      return Disposal(
        number: number, kind: kind, state: state, judgedOn: day, proposed: proposed, decided: act(5), reason: row[7], executed: act(8))
    }
  }

  /// The records of a disposal, in order.
  func items(of number: DisposalNumber, _ db: Database) throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT record_id FROM disposal_item WHERE disposal_id = ? ORDER BY record_id", arguments: [number.value])
  }

  /// Puts a disposal into a state, by a decision of somebody; nil for a proposal that nobody decided on.
  func decide(_ number: DisposalNumber, _ state: DisposalState, reason: String? = nil, _ decision: Disposal.Act?, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE disposal SET state = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ?",
      arguments: [state.rawValue, reason, decision?.person, decision?.time.description, number.value])
  }

  /// Removes a proposal that nobody decided on. Its number is not given again.
  func removeProposal(_ number: DisposalNumber, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM disposal_item WHERE disposal_id = ?", arguments: [number.value])
    try db.execute(sql: "DELETE FROM disposal WHERE id = ?", arguments: [number.value])
  }

  func markExecuted(_ number: DisposalNumber, by person: String, at time: LocalTime, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE disposal SET state = 'dilaksanakan', executed_by = ?, executed_at = ? WHERE id = ?",
      arguments: [person, time.description, number.value])
  }

  /// Destroys a file of a record: it is told in the disposal's certificate, and its bytes go when this is stored.
  func destroy(_ file: HeldFile, in number: DisposalNumber, _ db: Database) throws {
    try detach(file, db)
    let isShared = try !files(withDigest: file.digest, db).isEmpty
    try db.execute(
      sql: "INSERT INTO destroyed_file (disposal_id, record_id, name, type, size, digest, shared) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [number.value, file.record.value, file.name, file.type, file.size, file.digest, isShared])
  }

  /// The files that a disposal destroyed.
  func destroyedFiles(in number: DisposalNumber, _ db: Database) throws -> [(file: HeldFile, isShared: Bool)] {
    try Row.fetchAll(
      db,
      sql: "SELECT record_id, name, type, size, digest, shared FROM destroyed_file WHERE disposal_id = ? ORDER BY record_id, name",
      arguments: [number.value]
    ).map { (HeldFile(record: RecordNumber($0[0]), name: $0[1], type: $0[2], size: $0[3], digest: $0[4]), $0[5]) }
  }
}

extension Relation {
  /// All disposals; the count is of the records that may be seen.
  static func disposals(_ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('S-' || s.id)"), Column("jenis", .text, "s.kind"), Column("keadaan", .text, "s.state"),
        Column("rekaman", .int, "0"), Column("sampai", .date, "s.judged_on"), Column("diusulkan", .time, "s.proposed_at"),
        Column("pengusul", .text, "s.proposed_by"), Column("diputus", .time, "s.decided_at"), Column("pemutus", .text, "s.decided_by"),
        Column("alasan", .text, "s.reason"), Column("dilaksanakan", .time, "s.executed_at"), Column("pelaksana", .text, "s.executed_by"),
      ],
      from: "disposal s", order: [OrderKey(sql: "s.id")])
    var seen = Relation(columns: [], from: "disposal_item i JOIN record r ON r.id = i.record_id", order: [])
    seen.hideUnseen(visibility)
    relation.bindings = seen.bindings
    let filters = (["i.disposal_id = s.id"] + seen.filters).joined(separator: " AND ")
    relation.columns[3] = Column("rekaman", .int, "(SELECT count(*) FROM \(seen.from) WHERE \(filters))")
    return relation
  }

  /// The records of a disposal, as they stood when it was proposed, with the status that they have now.
  static func items(of disposal: DisposalNumber, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || i.record_id)"), Column("judul", .text, "i.title"), Column("unit", .text, "i.unit"),
        Column("kode", .text, "i.code"), Column("sejak", .date, "i.made"), Column("jatuh_tempo", .date, "i.due"),
        Column("retensi_aktif", .text, "i.active"), Column("retensi_inaktif", .text, "i.inactive"), Column("nasib_akhir", .text, "i.fate"),
        Column("kecuali", .text, "i.exception"), Column("status", .text, "r.status"),
        Column("ditahan", .bool, "EXISTS (SELECT 1 FROM hold h WHERE h.record_id = i.record_id)"),
      ],
      from: "disposal_item i JOIN record r ON r.id = i.record_id", order: [OrderKey(sql: "i.record_id")])
    relation.filters = ["i.disposal_id = \(relation.bind(.int(disposal.value)))"]
    relation.hideUnseen(visibility)
    return relation
  }

  /// The records under a legal hold.
  static func holds(_ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || h.record_id)"), Column("judul", .text, "r.title"), Column("alasan", .text, "h.reason"),
        Column("sejak", .time, "h.placed_at"), Column("oleh", .text, "h.placed_by"),
      ],
      from: "hold h JOIN record r ON r.id = h.record_id", order: [OrderKey(sql: "h.record_id")])
    relation.hideUnseen(visibility)
    return relation
  }
}
