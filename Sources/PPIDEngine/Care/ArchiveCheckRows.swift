import PPIDValues

/// Something in an archive that is not as it must be.
package struct ArchiveFault: Sendable, Hashable {
  /// What was looked at.
  package let check: Phrase
  package let text: Phrase
}

/// One thing that `periksa` looks at. All of them stand in `all`.
struct ArchiveCheck: Sendable {
  let name: Phrase
  /// What is wrong; empty when nothing is.
  let faults: @Sendable (Archive, Database) throws -> [Phrase]

  static let all: [ArchiveCheck] = [.file, .schema, .rows, .references, .searchIndex, .journal, .digests, .revisions, .undone, .editions]

  /// How many faults of one kind are named.
  private static let limit = 20

  /// SQLite's own account of the file: pages, indexes, and what columns may hold.
  private static let file = ArchiveCheck(name: Phrase(id: "berkas", en: "file")) { _, db in
    try db.values("PRAGMA integrity_check(\(limit))", as: String.self).filter { $0 != "ok" }.map { Phrase($0) }
  }

  /// Tables, indexes and triggers are those that the program made.
  private static let schema = ArchiveCheck(name: Phrase(id: "skema", en: "schema")) { archive, db in
    let fresh = try Connection.inMemory()
    defer { fresh.close() }
    for tables in archive.plan.tables { try fresh.database.run(script: tables) }
    for step in Schema.steps { try fresh.database.run(script: step.sql) }
    let expected = try definitions(fresh.database)
    let found = try definitions(db)
    let changed = expected.sorted { $0.key < $1.key }.compactMap { name, sql -> Phrase? in
      if found[name] == nil { return Phrase(id: "\(name) hilang", en: "\(name) is missing") }
      return found[name] == sql ? nil : Phrase(id: "\(name) telah diubah", en: "\(name) was changed")
    }
    return changed
      + found.keys.filter { expected[$0] == nil }.sorted().map {
        Phrase(id: "\($0) bukan bagian arsip", en: "\($0) is no part of the archive")
      }
  }

  private static func definitions(_ db: Database) throws -> [String: String] {
    let sql = """
      SELECT type || ' ' || name AS thing, coalesce(sql, '') AS definition FROM sqlite_master WHERE name NOT GLOB 'sqlite_*'
      """
    let rows: [(String, String)] = try db.rows(sql) { try ($0["thing"], $0["definition"]) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Every row of every table holds what its columns are for.
  private static let rows = ArchiveCheck(name: Phrase(id: "baris", en: "rows")) { _, db in try RowDecoding.faults(in: db, limit: limit) }

  private static let references = ArchiveCheck(name: Phrase(id: "rujukan", en: "references")) { _, db in
    try db.rows("SELECT \"table\", rowid AS number, parent FROM pragma_foreign_key_check LIMIT \(limit)") { row in
      let (table, parent): (String, String) = (try row["table"], try row["parent"])
      let number: Int? = try row["number"]
      let place = number.map { " \($0)" } ?? ""
      return Phrase(
        id: "\(table)\(place) menunjuk \(parent) yang tidak ada", en: "\(table)\(place) points to a \(parent) that doesn't exist")
    }
  }

  /// The index against what it was made from. SQLite takes the check for a change, so it is left out where nothing may be written.
  private static let searchIndex = ArchiveCheck(name: Phrase(id: "indeks pencarian", en: "search index")) { _, db in
    guard !db.isReadOnly else { return [] }
    do {
      try db.execute("INSERT INTO record_text (record_text, rank) VALUES ('integrity-check', 1)")
      return []
    } catch StorageFailure.corrupt {
      return [Phrase(id: "tidak cocok dengan isi rekaman", en: "doesn't fit what the records hold")]
    }
  }

  private static let journal = ArchiveCheck(name: Phrase(id: "jejak", en: "journal")) { _, db in
    do {
      _ = try JournalRows(db: db).verify()
      return []
    } catch let fault as JournalFault {
      return [fault.message]
    }
  }

  /// The rows of each table are those that the entries which they name have left.
  private static let digests = ArchiveCheck(name: Phrase(id: "sidik baris", en: "digests of rows")) { archive, db in
    try archive.plan.rows.compactMap { table in
      do {
        try DigestRows(db: db).verify(table)
        return nil
      } catch let fault as JournalFault {
        return fault.message
      }
    }
  }

  /// Each revision of a record has kept what the one before it held.
  private static let revisions = ArchiveCheck(name: Phrase(id: "revisi", en: "revisions")) { _, db in
    let miscounted: [Int] = try db.values(
      """
      SELECT r.id FROM record r LEFT JOIN (SELECT record_id, count(*) AS many FROM revision GROUP BY record_id) v
      ON v.record_id = r.id WHERE r.revision <> 1 + coalesce(v.many, 0) LIMIT \(limit)
      """)
    // Of a change of files the journal tells the file, the revision which content stood under that name.
    let unlike: [Int] = try db.values(
      """
      SELECT DISTINCT v.record_id FROM revision v JOIN journal j ON j.id = v.journal_id
      WHERE j.subject = 'A-' || v.record_id AND CASE
        WHEN j.action IN ('arsip lampirkan', 'arsip copot') THEN NOT EXISTS (
          SELECT 1 FROM json_each(v.before) b
          WHERE b.key = 'berkas.' || coalesce(json_extract(j.after, '$.nama'), json_extract(j.before, '$.nama'))
          AND b.value IS json_extract(j.before, '$.sha256'))
        ELSE v.before IS NOT j.before END
      ORDER BY v.record_id LIMIT \(limit)
      """)
    return miscounted.map { Phrase(id: "A-\($0) kehilangan riwayat", en: "A-\($0) has lost some of its history") }
      + unlike.map { Phrase(id: "riwayat A-\($0) berbeda dari jejak", en: "the history of A-\($0) differs from the journal") }
  }

  /// What is marked as taken back was taken back by an entry that says so.
  private static let undone = ArchiveCheck(name: Phrase(id: "pembatalan", en: "changes taken back")) { _, db in
    let entries: [Int] = try db.values(
      """
      SELECT u.journal_id FROM undone u LEFT JOIN journal j ON j.id = u.undone_in
      WHERE j.action IS NOT ? OR json_extract(j.after, '$.jejak') IS NOT u.journal_id LIMIT \(limit)
      """, values: [Undo.action])
    return entries.map { Phrase(id: "catatan \($0) tidak pernah dibatalkan", en: "entry \($0) was never taken back") }
  }

  /// Each edition was counted as what it lists.
  private static let editions = ArchiveCheck(name: Phrase(id: "edisi DIP", en: "editions of the DIP")) { _, db in
    let editions: [String] = try db.values(
      """
      WITH counted AS MATERIALIZED (\(PublicListSchema.categoryTotals)), stored AS (SELECT edition_id, category, total FROM edition_category)
      SELECT \(EditionRows.editionName) FROM edition e LEFT JOIN edition_count n ON n.edition_id = e.id WHERE
        e.id IN (SELECT edition_id FROM (SELECT * FROM counted EXCEPT SELECT * FROM stored))
        OR e.id IN (SELECT edition_id FROM (SELECT * FROM stored EXCEPT SELECT * FROM counted))
        OR n.total IS NOT (SELECT coalesce(sum(total), 0) FROM stored WHERE edition_id = e.id)
      ORDER BY e.id LIMIT \(limit)
      """)
    return editions.map {
      Phrase(id: "DIP \($0) tidak berisi sebanyak hitungannya", en: "the DIP \($0) doesn't list as many records as were counted")
    }
  }
}

extension ArchiveCheck {
  /// Looks at everything; what is not as it must be. Changes nothing.
  static func faults(of archive: Archive) throws -> [ArchiveFault] {
    var faults: [ArchiveFault] = []
    for check in all {
      try archive.checkInterruption()
      do {
        let found = try inspect(archive) { try check.faults(archive, $0) }
        faults += found.map { ArchiveFault(check: check.name, text: $0) }
      } catch StorageFailure.corrupt(_, let detail) {
        faults.append(ArchiveFault(check: check.name, text: Phrase(detail)))
      } catch StorageFailure.damagedRow(_, let table, let row, let column, let value) {
        faults.append(ArchiveFault(check: check.name, text: RowDecoding.fault(table, row: row, column, value)))
      }
    }
    return faults
  }

  /// Runs a check; where the archive may be written, in a transaction that is undone, because SQLite takes some checks for changes.
  private static func inspect<T>(_ archive: Archive, _ body: (Database) throws -> T) throws -> T {
    try archive.read { db in
      guard !db.isReadOnly, !archive.isInsideTransaction else { return try body(db) }
      try db.execute("BEGIN")
      defer { _ = try? db.execute("ROLLBACK") }
      return try body(db)
    }
  }
}

extension StorageFailure {
  /// Whether it says that an archive's file isn't what it was.
  var isDamage: Bool {
    switch self {
    case .corrupt, .damagedRow: true
    default: false
    }
  }
}
