import GRDB
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

extension Store {
  private static let entryColumns = "j.id, j.stated_at, j.actor, j.on_behalf_of, j.action, j.subject, j.before, j.after"

  /// The last change of that person, which others may have typed in their name, that was not taken back.
  func lastEntry(of person: String, _ db: Database) throws -> JournalEntry? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT \(Store.entryColumns) FROM journal j WHERE coalesce(j.on_behalf_of, j.actor) = ?
        AND j.action NOT IN (\(Undo.nothing.map { _ in "?" }.joined(separator: ", ")))
        AND NOT EXISTS (SELECT 1 FROM undone WHERE journal_id = j.id) ORDER BY j.id DESC LIMIT 1
        """,
      arguments: StatementArguments([person] + Undo.nothing)
    ).map(Store.entry)
  }

  func markUndone(_ entry: Int, by event: Int, _ db: Database) throws {
    try db.execute(sql: "INSERT INTO undone (journal_id, undone_in) VALUES (?, ?)", arguments: [entry, event])
  }

  /// Whether the person changed anything after that entry.
  func hasActed(_ person: String, after entry: Int, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM journal WHERE id > ? AND (actor = ? OR on_behalf_of = ?))",
      arguments: [entry, person, person]) ?? false
  }

  /// All entries that touched the record, the newest first, each with what it kept of the record's values before.
  func entries(of record: RecordNumber, _ db: Database) throws -> [(entry: JournalEntry, revision: StoredRevision?)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(Store.entryColumns), v.number, v.before FROM journal j
        LEFT JOIN revision v ON v.journal_id = j.id AND v.record_id = ?1
        WHERE j.id IN (SELECT created_in FROM record WHERE id = ?1 UNION SELECT journal_id FROM revision WHERE record_id = ?1
        UNION SELECT id FROM journal WHERE subject = ?2) ORDER BY j.id DESC
        """,
      arguments: [record.value, record.description])
    return rows.map { row in
      let number: Int? = row[8]
      return (Store.entry(row), number.map { StoredRevision(record: record.value, number: $0, before: Store.fields(row[9])) })
    }
  }

  /// Gives `body` what a change kept of each record that it changed, in order.
  func forEachRevision(of entry: Int, _ db: Database, _ body: (StoredRevision) throws -> Void) throws {
    let sql = "SELECT record_id, number, before FROM revision WHERE journal_id = ? ORDER BY id"
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [entry])
    while let row = try rows.next() {
      try body(StoredRevision(record: row[0], number: row[1], before: Store.fields(row[2])))
    }
  }

  /// Whether the change of revision `v` stands: what was taken back, and what took it back, cancel out.
  private static let stands = """
    NOT EXISTS (SELECT 1 FROM undone x WHERE x.journal_id = v.journal_id OR x.undone_in = v.journal_id)
    """

  /// Whether a change after that revision of the record stands.
  func isChanged(_ revision: StoredRevision, _ db: Database) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM revision v WHERE v.record_id = ? AND v.number > ? AND \(Store.stands))"
    return try Bool.fetchOne(db, sql: sql, arguments: [revision.record, revision.number]) ?? false
  }

  /// The first of the records that an entry added that isn't as it was added.
  func changedRecord(createdIn entry: Int, _ db: Database) throws -> RecordNumber? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT r.id FROM record r WHERE r.created_in = ? AND (r.status <> 'aktif' OR r.dip <> 'belum' OR r.revision > 1
        AND EXISTS (SELECT 1 FROM revision v WHERE v.record_id = r.id AND \(Store.stands))) LIMIT 1
        """,
      arguments: [entry]
    ).map { RecordNumber($0) }
  }

  /// The first row of another table that points to one of the rows of `table` that fulfil `condition`, apart from those that go with
  /// it: its table and where it points.
  func reference(to table: String, where condition: String, _ value: Int, _ db: Database) throws -> (table: String, id: Int)? {
    let links = try Row.fetchAll(
      db,
      sql: """
        SELECT m.name, f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' AND f."table" = ? AND f.on_delete <> 'CASCADE' ORDER BY m.name
        """,
      arguments: [table])
    for link in links {
      let (name, column): (String, String) = (link[0], link[1])
      let sql = "SELECT x.\(column) FROM \(name) x WHERE x.\(column) IN (SELECT id FROM \(table) WHERE \(condition)) LIMIT 1"
      if let id = try Int.fetchOne(db, sql: sql, arguments: [value]) { return (name, id) }
    }
    return nil
  }

  private static func entry(_ row: Row) -> JournalEntry {
    JournalEntry(
      id: row[0], stated: LocalTime(row[1] as String), actor: row[2], onBehalfOf: row[3], action: row[4], subject: row[5],
      before: fields(row[6]), after: fields(row[7]))
  }

  private static func fields(_ text: String?) -> [Field] { text.flatMap(FieldText.values) ?? [] }
}
