import GRDB
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
  let faults: @Sendable (Store, Database) throws -> [Phrase]

  static let all: [ArchiveCheck] = [.file, .schema, .references, .searchIndex, .journal, .revisions, .undone, .editions]

  /// How many faults of one kind are named.
  private static let limit = 20

  /// SQLite's own account of the file: pages, indexes, and what columns may hold.
  private static let file = ArchiveCheck(name: Phrase(id: "berkas", en: "file")) { _, db in
    try String.fetchAll(db, sql: "PRAGMA integrity_check(\(limit))").filter { $0 != "ok" }.map { Phrase($0) }
  }

  /// Tables, indexes and triggers are those that the program made.
  private static let schema = ArchiveCheck(name: Phrase(id: "skema", en: "schema")) { _, db in
    let expected = try DatabaseQueue().write { fresh in
      for step in Schema.steps { try fresh.execute(sql: step) }
      return try definitions(fresh)
    }
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
    let rows = try Row.fetchAll(db, sql: "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master WHERE name NOT GLOB 'sqlite_*'")
    return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  private static let references = ArchiveCheck(name: Phrase(id: "rujukan", en: "references")) { _, db in
    try Row.fetchAll(db, sql: "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT \(limit)").map { row in
      let (table, parent): (String, String) = (row[0], row[2])
      let place = (row[1] as Int?).map { " \($0)" } ?? ""
      return Phrase(
        id: "\(table)\(place) menunjuk \(parent) yang tidak ada", en: "\(table)\(place) points to a \(parent) that doesn't exist")
    }
  }

  /// The index against what it was made from. SQLite takes the check for a change, so it is left out where nothing may be written.
  private static let searchIndex = ArchiveCheck(name: Phrase(id: "indeks pencarian", en: "search index")) { _, db in
    guard !db.configuration.readonly else { return [] }
    do {
      try db.execute(sql: "INSERT INTO record_text (record_text, rank) VALUES ('integrity-check', 1)")
      return []
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CORRUPT_VTAB {
      return [Phrase(id: "tidak cocok dengan isi rekaman", en: "doesn't fit what the records hold")]
    }
  }

  private static let journal = ArchiveCheck(name: Phrase(id: "jejak", en: "journal")) { store, db in
    do {
      _ = try store.verifyJournal(db)
      return []
    } catch StorageFailure.brokenJournal(let fault) {
      return [fault.message]
    }
  }

  /// Each revision of a record has kept what the one before it held.
  private static let revisions = ArchiveCheck(name: Phrase(id: "revisi", en: "revisions")) { _, db in
    let miscounted = try Int.fetchAll(
      db,
      sql: """
        SELECT r.id FROM record r LEFT JOIN (SELECT record_id, count(*) AS many FROM revision GROUP BY record_id) v
        ON v.record_id = r.id WHERE r.revision <> 1 + coalesce(v.many, 0) LIMIT \(limit)
        """
    ).map { Phrase(id: "A-\($0) kehilangan riwayat", en: "A-\($0) has lost some of its history") }
    // Of a change of files the journal tells the file, the revision which content stood under that name.
    let unlike = try Int.fetchAll(
      db,
      sql: """
        SELECT DISTINCT v.record_id FROM revision v JOIN journal j ON j.id = v.journal_id
        WHERE j.digest IS NULL AND j.subject = 'A-' || v.record_id AND CASE
          WHEN j.action IN ('arsip lampirkan', 'arsip copot') THEN NOT EXISTS (
            SELECT 1 FROM json_each(v.before) b
            WHERE b.key = 'berkas.' || coalesce(json_extract(j.after, '$.nama'), json_extract(j.before, '$.nama'))
            AND b.value IS json_extract(j.before, '$.sha256'))
          ELSE v.before IS NOT j.before END
        ORDER BY v.record_id LIMIT \(limit)
        """
    ).map { Phrase(id: "riwayat A-\($0) berbeda dari jejak", en: "the history of A-\($0) differs from the journal") }
    return miscounted + unlike
  }

  /// What is marked as taken back was taken back by an entry that says so.
  private static let undone = ArchiveCheck(name: Phrase(id: "pembatalan", en: "changes taken back")) { _, db in
    try Int.fetchAll(
      db,
      sql: """
        SELECT u.journal_id FROM undone u LEFT JOIN journal j ON j.id = u.undone_in
        WHERE j.action IS NOT '\(Undo.action)' OR json_extract(j.after, '$.jejak') IS NOT u.journal_id LIMIT \(limit)
        """
    ).map { Phrase(id: "catatan \($0) tidak pernah dibatalkan", en: "entry \($0) was never taken back") }
  }

  /// Each edition was counted as what it lists.
  private static let editions = ArchiveCheck(name: Phrase(id: "edisi DIP", en: "editions of the DIP")) { _, db in
    try String.fetchAll(
      db,
      sql: """
        WITH counted AS MATERIALIZED (\(Schema.categoryTotals)), stored AS (SELECT edition_id, category, total FROM edition_category)
        SELECT \(Store.editionName) FROM edition e LEFT JOIN edition_count n ON n.edition_id = e.id WHERE
          e.id IN (SELECT edition_id FROM (SELECT * FROM counted EXCEPT SELECT * FROM stored))
          OR e.id IN (SELECT edition_id FROM (SELECT * FROM stored EXCEPT SELECT * FROM counted))
          OR n.total IS NOT (SELECT coalesce(sum(total), 0) FROM stored WHERE edition_id = e.id)
        ORDER BY e.id LIMIT \(limit)
        """
    ).map { Phrase(id: "DIP \($0) tidak berisi sebanyak hitungannya", en: "the DIP \($0) doesn't list as many records as were counted") }
  }
}

extension Store {
  /// Looks at everything; what is not as it must be. Changes nothing.
  func faults() throws -> [ArchiveFault] {
    var faults: [ArchiveFault] = []
    for check in ArchiveCheck.all {
      try checkInterruption()
      do {
        let found = try inspect { try check.faults(self, $0) }
        faults += found.map { ArchiveFault(check: check.name, text: $0) }
      } catch StorageFailure.corrupt(_, let detail) {
        faults.append(ArchiveFault(check: check.name, text: Phrase(detail)))
      }
    }
    return faults
  }

  /// Runs a check; where the archive may be written, in a transaction that is undone, because SQLite takes some checks for changes.
  private func inspect<T>(_ body: (Database) throws -> T) throws -> T {
    try read { db in
      guard !db.configuration.readonly, !isInsideTransaction else { return try body(db) }
      try db.execute(sql: "BEGIN")
      defer { try? db.execute(sql: "ROLLBACK") }
      return try body(db)
    }
  }
}
