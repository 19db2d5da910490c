import GRDB
import Glibc
import PPIDValues

extension Store {
  /// The bytes of the archive's files.
  var contents: ContentStore { ContentStore(archive: path) }

  /// The files of these records, in the order in which they were attached.
  func files(of records: [Int], _ db: Database) throws -> [HeldFile] {
    try inBatches(records) { places, arguments in
      try Row.fetchAll(
        db, sql: Store.fileSelection + " WHERE f.record_id IN (\(places)) ORDER BY f.id", arguments: arguments
      ).map(Store.file)
    }
  }

  /// The attachments of one content.
  func files(withDigest digest: String, _ db: Database) throws -> [HeldFile] {
    try Row.fetchAll(db, sql: Store.fileSelection + " WHERE f.digest = ? ORDER BY f.id", arguments: [digest]).map(Store.file)
  }

  /// Attaches a content to a record, in place of the file of that name where there is one.
  func attach(_ file: HeldFile, at time: LocalTime, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM discarded_content WHERE digest = ?", arguments: [file.digest])
    try db.execute(sql: "DELETE FROM kept_content WHERE digest = ?", arguments: [file.digest])
    try db.execute(
      sql: "INSERT INTO content (digest, size, type) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING",
      arguments: [file.digest, file.size, file.type])
    let old = try files(of: [file.record.value], db).first { $0.name == file.name }
    if let old { try detach(old, keptUntil: time.keepingContents, db) }
    try db.execute(
      sql: "INSERT INTO attachment (record_id, name, digest, attached_at) VALUES (?, ?, ?, ?)",
      arguments: [file.record.value, file.name, file.digest, time.description])
  }

  /// Takes a file from its record. The bytes of a content that nobody has any more go once this is stored, or when that time is over.
  func detach(_ file: HeldFile, keptUntil: LocalTime? = nil, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM attachment WHERE record_id = ? AND name = ?", arguments: [file.record.value, file.name])
    guard try files(withDigest: file.digest, db).isEmpty else { return }
    try db.execute(sql: "DELETE FROM content WHERE digest = ?", arguments: [file.digest])
    if let keptUntil {
      try db.execute(sql: "INSERT INTO kept_content (digest, until) VALUES (?, ?)", arguments: [file.digest, keptUntil.description])
    } else {
      try db.execute(sql: "INSERT INTO discarded_content (digest) VALUES (?)", arguments: [file.digest])
      try stage(DiscardedContents(self))
    }
  }

  /// When a file was attached.
  func attachmentTime(of file: HeldFile, _ db: Database) throws -> LocalTime? {
    try String.fetchOne(
      db, sql: "SELECT attached_at FROM attachment WHERE record_id = ? AND name = ?", arguments: [file.record.value, file.name]
    ).flatMap { LocalTime($0) }
  }

  /// Whether the bytes of a content are kept: some record has it, or had it not long ago.
  func keeps(_ digest: String, _ db: Database) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM content WHERE digest = ?1) OR EXISTS (SELECT 1 FROM kept_content WHERE digest = ?1)"
    return try Bool.fetchOne(db, sql: sql, arguments: [digest]) ?? false
  }

  /// Has the bytes go whose time is over.
  func discardContents(keptUntil now: LocalTime, _ db: Database) throws {
    try discardKept(where: "until < ?", [now.description], db)
  }

  /// Has the bytes go that were taken from these records earlier, and that nobody has any more.
  func discardContents(onceOf records: [Int], _ db: Database) throws {
    let once: [String] = try inBatches(records) { places, arguments in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT k.digest FROM revision v, json_each(v.before) j JOIN kept_content k ON k.digest = j.value
          WHERE v.record_id IN (\(places)) AND j.key GLOB 'berkas.*'
          """,
        arguments: arguments)
    }
    for digest in Set(once) { try discardKept(where: "digest = ?", [digest], db) }
  }

  private func discardKept(where condition: String, _ arguments: StatementArguments, _ db: Database) throws {
    try db.execute(sql: "INSERT INTO discarded_content SELECT digest FROM kept_content WHERE \(condition)", arguments: arguments)
    guard db.changesCount > 0 else { return }
    try db.execute(sql: "DELETE FROM kept_content WHERE \(condition)", arguments: arguments)
    try stage(DiscardedContents(self))
  }

  /// Goes through all contents, by digest.
  func forEachContent(_ db: Database, _ body: (_ digest: String, _ size: Int) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT digest, size FROM content ORDER BY digest")
    while let row = try rows.next() { try body(row[0], row[1]) }
  }

  /// The digests of the contents that begin with these two digits, and of those that are kept for a time.
  func contentDigests(beginning prefix: String, _ db: Database) throws -> Set<String> {
    let range = "digest >= ?1 AND digest < ?2"
    return try String.fetchSet(
      db,
      sql: """
        SELECT digest FROM content WHERE \(range)
        UNION SELECT digest FROM kept_content WHERE \(range)
        """,
      arguments: [prefix, prefix + "g"])
  }

  /// Has the bytes that stand beside this archive, and that the archive in `db` knows nothing of, taken away once that one is in its
  /// place.
  func discardUnknownContents(_ db: Database) throws {
    try contents.forEachDigest { digest in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO discarded_content SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM content WHERE digest = ?1)
          AND NOT EXISTS (SELECT 1 FROM kept_content WHERE digest = ?1)
          """,
        arguments: [digest])
    }
  }

  func hasDiscardedContents(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM discarded_content)") ?? false
  }

  /// Takes away the bytes of discarded contents. The run must hold the archive.
  func removeDiscardedContents(_ db: Database) throws {
    for digest in try String.fetchAll(db, sql: "SELECT digest FROM discarded_content") {
      // Bytes that can't be removed now are tried again by the next run.
      guard unlink(contents.path(of: digest)) == 0 || errno == ENOENT else { continue }
      try db.execute(sql: "DELETE FROM discarded_content WHERE digest = ?", arguments: [digest])
    }
  }

  private static let fileSelection =
    "SELECT f.record_id, f.name, c.type, c.size, f.digest FROM attachment f JOIN content c ON c.digest = f.digest"

  private static func file(_ row: Row) -> HeldFile {
    HeldFile(record: RecordNumber(row[0]), name: row[1], type: row[2], size: row[3], digest: row[4])
  }
}

/// Has the bytes of discarded contents taken away when the transaction that discarded them is stored.
private final class DiscardedContents: StagedFiles {
  private unowned let store: Store

  init(_ store: Store) {
    self.store = store
  }

  func putInPlace() throws { try store.read(store.removeDiscardedContents) }
  func discard() {}
}

extension Relation {
  /// The files of a record, or of all.
  static func files(of record: RecordNumber?, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || f.record_id)"), Column("nama", .text, "f.name"), Column("jenis", .text, "c.type"),
        Column("ukuran", .int, "c.size"), Column("sha256", .text, "f.digest"), Column("dilampirkan", .time, "f.attached_at"),
      ],
      from: "attachment f JOIN content c ON c.digest = f.digest JOIN record r ON r.id = f.record_id",
      order: [OrderKey(sql: "f.record_id"), OrderKey(sql: "f.id")])
    if let record { relation.filters.append("f.record_id = \(relation.bind(.int(record.value)))") }
    relation.hideUnseen(visibility)
    return relation
  }
}
