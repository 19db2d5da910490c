import PPIDValues

/// An entry of the journal, as far as history and undo need it.
struct JournalEntry {
  let id: Int
  /// The office's time.
  let stated: LocalTime?
  let actor: String
  let onBehalfOf: String?
  let action: String
  let subject: String?
  let before: [Field]
  let after: [Field]

  /// Whose change it is: that of the person for whom another typed it.
  var person: String { onBehalfOf ?? actor }
}

/// What a change kept of a record.
struct StoredRevision {
  let record: Int
  /// The record's revision before the change.
  let number: Int
  let before: [Field]
}

/// What happened to records, and what stands of it.
struct HistoryRows {
  let db: Database

  private static let entryColumns = "j.id, j.stated_at, j.actor, j.on_behalf_of, j.action, j.subject, j.before, j.after"

  /// The last change of that person, which others may have typed in their name, that was not taken back.
  func lastEntry(of person: String) throws -> JournalEntry? {
    let passedOver = Undo.nothing
    return try db.row(
      """
      SELECT \(HistoryRows.entryColumns) FROM journal j WHERE coalesce(j.on_behalf_of, j.actor) = ?
      AND j.action NOT IN (\(passedOver.map { _ in "?" }.joined(separator: ", ")))
      AND NOT EXISTS (SELECT 1 FROM undone WHERE journal_id = j.id) ORDER BY j.id DESC LIMIT 1
      """, values: [person] + passedOver, decode: JournalEntry.init)
  }

  func markUndone(_ entry: Int) throws {
    try db.execute("INSERT INTO undone (journal_id, undone_in) VALUES (?, ?)", entry, db.entry)
  }

  /// Whether the person changed anything after that entry.
  func hasActed(_ person: String, after entry: Int) throws -> Bool {
    try db.exists("SELECT 1 FROM journal WHERE id > ? AND (actor = ? OR on_behalf_of = ?)", entry, person, person)
  }

  /// All entries that touched the record, the newest first, each with what it kept of the record's values before.
  func entries(of record: RecordNumber) throws -> [(entry: JournalEntry, revision: StoredRevision?)] {
    try db.rows(
      """
      SELECT \(HistoryRows.entryColumns), v.number AS revision, v.before AS kept FROM journal j
      LEFT JOIN revision v ON v.journal_id = j.id AND v.record_id = ?1
      WHERE j.id IN (SELECT created_in FROM record WHERE id = ?1 UNION SELECT journal_id FROM revision WHERE record_id = ?1
      UNION SELECT id FROM journal WHERE subject = ?2) ORDER BY j.id DESC
      """, record.value, record.description
    ) { row in
      let entry = try JournalEntry(row)
      let number: Int? = try row["revision"]
      return (entry, try number.map { StoredRevision(record: record.value, number: $0, before: try fields("kept", row)) })
    }
  }

  /// Gives `body` what a change kept of each record that it changed, in order.
  func forEachRevision(of entry: Int, _ body: (StoredRevision) throws -> Void) throws {
    try db.forEach("SELECT record_id, number, before FROM revision WHERE journal_id = ? ORDER BY id", entry) { row in
      try body(StoredRevision(record: try row["record_id"], number: try row["number"], before: try fields("before", row)))
    }
  }

  /// Whether the change of revision `v` stands: what was taken back, and what took it back, cancel out.
  private static let stands = """
    NOT EXISTS (SELECT 1 FROM undone x WHERE x.journal_id = v.journal_id OR x.undone_in = v.journal_id)
    """

  /// Whether a change after that revision of the record stands.
  func isChanged(_ revision: StoredRevision) throws -> Bool {
    try db.exists(
      "SELECT 1 FROM revision v WHERE v.record_id = ? AND v.number > ? AND \(HistoryRows.stands)", revision.record, revision.number)
  }

  /// The first of the records that an entry added that isn't as it was added.
  func changedRecord(createdIn entry: Int) throws -> RecordNumber? {
    try db.value(
      """
      SELECT r.id FROM record r WHERE r.created_in = ? AND (r.status <> 'aktif' OR r.dip <> 'belum' OR r.revision > 1
      AND EXISTS (SELECT 1 FROM revision v WHERE v.record_id = r.id AND \(HistoryRows.stands))) LIMIT 1
      """, entry
    ).map { RecordNumber($0) }
  }

  /// What points to a unit from another table: its name.
  func reference(toUnit unit: Int) throws -> String? { try reference(to: "unit", where: "id = ?", unit)?.table }

  /// What points from another table to one of the records that an entry added: its name, and the record.
  func reference(toRecordsCreatedIn entry: Int) throws -> (table: String, record: RecordNumber)? {
    try reference(to: "record", where: "created_in = ?", entry).map { ($0.table, RecordNumber($0.id)) }
  }

  /// The first row of another table that points to one of the rows of `table` that fulfil `condition`, apart from those that go with
  /// it: its table and where it points.
  private func reference(to table: String, where condition: String, _ value: Int) throws -> (table: String, id: Int)? {
    let links: [(String, String)] = try db.rows(
      """
      SELECT m.name, f."from" AS place FROM sqlite_master m, pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" = ? AND f.on_delete <> 'CASCADE' ORDER BY m.name
      """, table
    ) { try ($0["name"], $0["place"]) }
    for (name, column) in links {
      let sql = "SELECT x.\(column) FROM \(name) x WHERE x.\(column) IN (SELECT id FROM \(table) WHERE \(condition)) LIMIT 1"
      if let id = try db.value(sql, value, as: Int.self) { return (name, id) }
    }
    return nil
  }
}

extension JournalEntry {
  fileprivate init(_ row: Row) throws {
    id = try row["id"]
    stated = try row["stated_at"]
    actor = try row["actor"]
    onBehalfOf = try row["on_behalf_of"]
    action = try row["action"]
    subject = try row["subject"]
    before = try fields("before", row)
    after = try fields("after", row)
  }
}

/// The fields that a column keeps; none where it is NULL.
private func fields(_ column: String, _ row: Row) throws -> [Field] {
  let kept: KeptFields? = try row[column]
  return kept?.fields ?? []
}

private struct KeptFields: StoredText {
  let fields: [Field]

  init?(stored text: String) {
    guard let fields = FieldText.values(text) else { return nil }
    self.fields = fields
  }

  var stored: String { FieldText.object(fields) ?? "" }
}
