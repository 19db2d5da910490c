import GRDB
import PPIDValues

extension Store {
  /// The number of the entry that is written next; the rows of its change point to it.
  func nextJournalID(_ db: Database) throws -> Int {
    try (Int.fetchOne(db, sql: "SELECT id FROM journal_head") ?? 0) + 1
  }

  /// Appends one entry; the last statement of a change's transaction.
  @discardableResult
  func append(_ event: Event, by author: Author, _ db: Database) throws -> Int {
    let head = try Row.fetchOne(db, sql: "SELECT id, hash FROM journal_head")
    let id = (head?["id"] ?? 0) + 1
    let previous: String = head?["hash"] ?? Chain.start
    let columns: [String?] = [
      String(id), author.realTime, author.statedTime.description, author.actor, author.onBehalfOf, author.roles, event.action,
      event.subject, FieldText.object(event.before), FieldText.object(event.after), String(event.count), event.digest, previous,
    ]
    let hash = Chain.hash(columns.map { $0.map { Array($0.utf8) } })
    try db.execute(
      sql: """
        INSERT INTO journal (\(Store.journalColumns.joined(separator: ", ")), hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: StatementArguments(
        [id as (any DatabaseValueConvertible)?] + columns[1..<10].map { $0 } + [event.count, event.digest, previous, hash]))
    try db.execute(
      sql:
        "INSERT INTO journal_head (only, id, hash) VALUES (1, ?, ?) ON CONFLICT (only) DO UPDATE SET id = excluded.id, hash = excluded.hash",
      arguments: [id, hash])
    return id
  }

  /// Reckons the whole chain again; the number of entries. Throws what doesn't add up first.
  func verifyJournal(_ db: Database) throws -> Int {
    // As bytes: a NUL inside a text would end it early, and a column of the wrong kind must not pass for its spelling.
    let columns = (Store.journalColumns + ["hash"]).map { "CAST(\($0) AS BLOB)" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(db, sql: "SELECT id, \(columns), digest IS NOT NULL FROM journal ORDER BY id")
    var last = 0
    var previous = Array(Chain.start.utf8)
    while let row = try rows.next() {
      if last % 4096 == 0 { try checkInterruption() }
      let id: Int = row[0]
      let bytes = try (1...13).map { try row.bytes(at: $0) }
      let hash = try row.bytes(at: 14) ?? []
      guard id == last + 1 else { throw StorageFailure.brokenJournal(.missing(before: id)) }
      guard Chain.hash(bytes) == String(decoding: hash, as: UTF8.self) else {
        throw StorageFailure.brokenJournal(.changed(entry: id))
      }
      guard bytes[12] == previous else { throw StorageFailure.brokenJournal(.disconnected(entry: id)) }
      if row[15] { try verifyRevisions(of: id, digest: bytes[11] ?? [], db) }
      last = id
      previous = hash
    }
    let head = try Row.fetchOne(db, sql: "SELECT id, hash FROM journal_head")
    let expected: Int = head?["id"] ?? 0
    guard expected == last else { throw StorageFailure.brokenJournal(.wrongEnd(expected: expected, found: last)) }
    guard last == 0 || head?["hash"] == String(decoding: previous, as: UTF8.self) else {
      throw StorageFailure.brokenJournal(.changed(entry: last))
    }
    return last
  }

  private func verifyRevisions(of id: Int, digest: [UInt8], _ db: Database) throws {
    var sum = RevisionDigest()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT record_id, before FROM revision WHERE journal_id = ? ORDER BY id", arguments: [id])
    while let row = try rows.next() { sum.add(record: row[0], before: row[1]) }
    guard sum.value == String(decoding: digest, as: UTF8.self) else {
      throw StorageFailure.brokenJournal(.changedRevisions(entry: id))
    }
  }

  /// All columns but `hash`, in the order in which they are hashed.
  static let journalColumns = [
    "id", "recorded_at", "stated_at", "actor", "on_behalf_of", "roles", "action", "subject", "before", "after", "count", "digest",
    "previous_hash",
  ]
}

/// Who changes something, and when.
struct Author {
  let actor: String
  let onBehalfOf: String?
  /// Names of roles, joined by commas.
  let roles: String
  let statedTime: LocalTime
  /// UTC, to the second.
  let realTime: String
}

extension Row {
  fileprivate func bytes(at index: Int) throws -> [UInt8]? {
    try withUnsafeData(atIndex: index) { $0.map { Array($0) } }
  }
}
