import PPIDValues

/// The entries of the journal, and the chain that they make.
struct JournalRows {
  let db: Database

  /// The number of the entry that is written next; the rows of its change name it.
  func nextNumber() throws -> Int { (try db.value("SELECT id FROM journal_head", as: Int.self) ?? 0) + 1 }

  /// Appends one entry, with what it keeps of the rows that its change added or altered: the last statements of a change's transaction.
  func append(_ event: Event, by author: Author, covering rows: [RowDigest] = []) throws {
    let digest = RowDigest.whole(rows)
    // As JSON a NUL would pass, but what the change is told of may not hold one.
    for field in event.before + event.after { if let text = field.value.text { try TextHoldsNUL.check(text) } }
    let head = try self.head()
    let id = (head?.id ?? 0) + 1
    let previous = head?.hash ?? Chain.start
    let columns: [String?] = [
      String(id), author.realTime, author.statedTime.description, author.actor, author.onBehalfOf, author.roles, event.action,
      event.subject, FieldText.object(event.before), FieldText.object(event.after), String(event.count), digest, previous,
    ]
    let hash = Chain.hash(columns.map { $0.map { Array($0.utf8) } })
    let values: [(any StoredValue)?] = [id] + columns[1..<10].map { $0 } + [event.count, digest, previous, hash]
    try db.execute(
      """
      INSERT INTO journal (\(JournalRows.columns.joined(separator: ", ")), hash)
      VALUES (\(values.map { _ in "?" }.joined(separator: ", ")))
      """, values: values)
    try db.execute(
      """
      INSERT INTO journal_head (only, id, hash) VALUES (1, ?, ?)
      ON CONFLICT (only) DO UPDATE SET id = excluded.id, hash = excluded.hash
      """, id, hash)
    try DigestRows(db: db).insert(rows)
  }

  private func head() throws -> (id: Int, hash: String)? {
    try db.row("SELECT id, hash FROM journal_head") { try ($0["id"], $0["hash"]) }
  }

  /// Reckons the whole chain again; the number of entries. Throws what doesn't add up first.
  func verify() throws -> Int {
    // As bytes: a NUL inside a text would end it early, and a column of the wrong kind must not pass for its spelling.
    var last = 0
    var previous = Array(Chain.start.utf8)
    try db.forEach("SELECT id, \(JournalRows.bytes) FROM journal ORDER BY id") { row in
      if last % 4096 == 0 { try db.checkInterruption() }
      let id: Int = try row["id"]
      let bytes: [[UInt8]?] = try JournalRows.byteNames.map { try row[$0] }
      let hash: [UInt8]? = try row[JournalRows.hashName]
      guard id == last + 1 else { throw JournalFault.missing(before: id) }
      guard let hash, Chain.hash(bytes) == String(decoding: hash, as: UTF8.self) else {
        throw JournalFault.changed(entry: id)
      }
      guard bytes[12] == previous else { throw JournalFault.disconnected(entry: id) }
      let digest = RowDigest.whole(try DigestRows(db: db).digests(of: id))
      guard digest.map({ Array($0.utf8) }) == bytes[11] else { throw JournalFault.changedDigests(entry: id) }
      last = id
      previous = hash
    }
    let head = try self.head()
    let expected = head?.id ?? 0
    guard expected == last else { throw JournalFault.wrongEnd(expected: expected, found: last) }
    guard last == 0 || head?.hash == String(decoding: previous, as: UTF8.self) else {
      throw JournalFault.changed(entry: last)
    }
    return last
  }

  /// All columns but `hash`, in the order in which they are hashed.
  static let columns = [
    "id", "recorded_at", "stated_at", "actor", "on_behalf_of", "roles", "action", "subject", "before", "after", "count", "digest",
    "previous_hash",
  ]

  private static let hashName = "bytes_of_hash"
  private static let byteNames = columns.map { "bytes_of_\($0)" }
  private static let bytes = (columns + ["hash"]).map { "CAST(\($0) AS BLOB) AS bytes_of_\($0)" }.joined(separator: ", ")
}
