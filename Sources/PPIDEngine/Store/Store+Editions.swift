import GRDB
import PPIDValues

/// An edition of the DIP, without its list.
package struct Edition: Sendable, Hashable {
  package let id: Int
  package let period: Period
  /// 1 for the month's first edition.
  package let ordinal: Int
  package let number: String
  package let determined: LocalTime
  package let signer: String

  /// `2026-11`, or `2026-11.2` for the month's second.
  package var name: String { ordinal == 1 ? "\(period)" : "\(period).\(ordinal)" }
}

/// How many records an edition added, changed and took out.
package struct EditionCounts: Sendable, Hashable {
  package let added: Int
  package let changed: Int
  package let removed: Int
  package let total: Int
}

extension Store {
  func editions(_ db: Database) throws -> [Edition] {
    try Row.fetchAll(db, sql: "SELECT id, period, ordinal, number, determined_at, signer FROM edition ORDER BY id").map(Store.edition)
  }

  /// The last edition of all, or the last one of `period`.
  func lastEdition(of period: Period? = nil, _ db: Database) throws -> Edition? {
    let condition = period == nil ? "" : "WHERE period = ?"
    return try Row.fetchOne(
      db, sql: "SELECT id, period, ordinal, number, determined_at, signer FROM edition \(condition) ORDER BY id DESC LIMIT 1",
      arguments: period.map { [$0.description] } ?? []
    ).map(Store.edition)
  }

  /// The hashes of the journal's entries with which the editions were determined, by the editions' ids. Each covers everything before it,
  /// never changes, and is no other edition's, of whatever archive.
  func editionHashes(_ db: Database) throws -> [Int: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT e.id, j.hash FROM edition e JOIN journal j ON j.id = e.journal_id")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  /// The name of an edition that was determined after that entry and changed what it lists of the record; nil for none.
  func edition(listing record: RecordNumber, after entry: Int, _ db: Database) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT \(Store.editionName) FROM edition e JOIN edition_change c ON c.edition_id = e.id
        WHERE c.record_id = ? AND e.journal_id > ? ORDER BY e.id LIMIT 1
        """,
      arguments: [record.value, entry])
  }

  /// How an edition `e` is called in SQL: `2026-11`, or `2026-11.2` for the month's second.
  static let editionName = "(e.period || CASE WHEN e.ordinal > 1 THEN '.' || e.ordinal ELSE '' END)"

  func hasEdition(number: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM edition WHERE number = ?)", arguments: [number]) ?? false
  }

  /// Determines an edition: what differs from the edition in force is stored, nothing else.
  ///
  /// Within a cycle it takes the revisions that were released since the last edition, and the proposals whose record was ever
  /// released; outside of one, every eligible record as it stands. What is excluded, withdrawn, destroyed or taken out leaves it at
  /// once. Only what may have changed is read, so that it costs what changed.
  func insertEdition(
    period: Period, ordinal: Int, number: String, at time: LocalTime, signer: String, outsideCycle: String?, event: Int, _ db: Database
  ) throws -> EditionCounts {
    let whole = try wholeListEntry(db)
    try db.execute(
      sql: """
        INSERT INTO edition (period, ordinal, number, determined_at, signer, outside_cycle, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [period.description, ordinal, number, time.description, signer, outsideCycle, event])
    let id = Int(db.lastInsertedRowID)
    try outsideCycle == nil ? takeReleases(into: id, db) : takeRecords(into: id, since: whole, db)
    try removeUnlisted(from: id, db)
    try db.execute(sql: "UPDATE release SET pending = 0 WHERE pending = 1")
    try db.execute(
      sql: """
        UPDATE record SET dip = CASE WHEN c.listed = 1 THEN 'tercantum' ELSE 'belum' END
        FROM edition_change c WHERE c.record_id = record.id AND c.edition_id = ? AND record.dip <> 'dikeluarkan'
        """,
      arguments: [id])
    return try count(edition: id, db)
  }

  /// Counts what an edition changed, and with it how long its list is; stores that as the last of the edition.
  private func count(edition id: Int, _ db: Database) throws -> EditionCounts {
    let last = try Row.fetchOne(db, sql: "SELECT edition_id, total FROM edition_count ORDER BY edition_id DESC LIMIT 1")
    var categories = try last.map { try categoryCounts(ofEdition: $0[0], seesExcluded: true, db) } ?? [:]
    var (added, changed, removed) = (0, 0, 0)
    let steps = try Row.fetchAll(
      db,
      sql: """
        SELECT CASE WHEN n.listed THEN n.category END, CASE WHEN c.listed THEN c.category END, count(*)
        FROM edition_change n LEFT JOIN edition_change c ON c.record_id = n.record_id AND c.edition_id =
          (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = n.record_id AND y.edition_id < n.edition_id)
        WHERE n.edition_id = ? GROUP BY 1, 2
        """,
      arguments: [id])
    for step in steps {
      let (category, before): (String?, String?) = (step[0], step[1])
      let count: Int = step[2]
      if let category { categories[Category(rawValue: category)!, default: 0] += count }
      if let before { categories[Category(rawValue: before)!, default: 0] -= count }
      if category == nil { removed += count } else if before == nil { added += count } else { changed += count }
    }
    for (category, total) in categories where total > 0 {
      try db.execute(
        sql: "INSERT INTO edition_category (edition_id, category, total) VALUES (?, ?, ?)", arguments: [id, category.rawValue, total])
    }
    let counts = EditionCounts(added: added, changed: changed, removed: removed, total: (last?[1] ?? 0) + added - removed)
    try db.execute(
      sql: "INSERT INTO edition_count (edition_id, added, changed, removed, total) VALUES (?, ?, ?, ?, ?)",
      arguments: [id, counts.added, counts.changed, counts.removed, counts.total])
    return counts
  }

  private static let listedColumns = Store.editionColumns.map(\.column)

  /// Whether record `r` may be listed as it is now.
  private static let isOpen = "r.category IS NOT 'dikecualikan' AND r.status NOT IN ('ditarik', 'dimusnahkan') AND r.dip <> 'dikeluarkan'"

  private func takeReleases(into edition: Int, _ db: Database) throws {
    try take(
      into: edition, content: { "l.\($0)" },
      from: """
        (SELECT record_id FROM release WHERE pending = 1
          UNION SELECT q.record_id FROM listing_request q CROSS JOIN record o ON o.id = q.record_id WHERE o.dip = 'diusulkan') p
        JOIN release l ON l.record_id = p.record_id JOIN record r ON r.id = p.record_id
        """,
      where: """
        \(Store.isOpen) AND l.status NOT IN ('ditarik', 'dimusnahkan') AND l.category IS NOT NULL AND l.category <> 'dikecualikan'
        """, db)
  }

  /// The journal's entry of the edition in force, when that lists every eligible record as it then stood; nil otherwise.
  private func wholeListEntry(_ db: Database) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: "SELECT CASE WHEN outside_cycle IS NOT NULL THEN journal_id END FROM edition ORDER BY id DESC LIMIT 1")
  }

  /// Every eligible record as it stands: where all of them stood in the edition in force, those that came or changed after that `entry`,
  /// or were ever asked for.
  private func takeRecords(into edition: Int, since entry: Int?, _ db: Database) throws {
    let changed = entry.map { entry in
      """
      (SELECT record_id FROM revision WHERE journal_id > \(entry) UNION SELECT id FROM record WHERE created_in > \(entry)
        UNION SELECT record_id FROM listing_request) p JOIN record r ON r.id = p.record_id
      """
    }
    try take(
      into: edition, content: { $0 == "unit" ? "u.code" : "r.\($0)" }, from: "\(changed ?? "record r") JOIN unit u ON u.id = r.unit_id",
      where: "\(Store.isOpen) AND r.category IS NOT NULL", db)
  }

  /// Takes what is new and what changed, in one pass.
  private func take(
    into edition: Int, content: (String) -> String, from source: String, where condition: String, _ db: Database
  ) throws {
    let columns = Store.listedColumns
    let values = columns.map(content).joined(separator: ", ")
    let stored = columns.map { "c.\($0)" }.joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT INTO edition_change (record_id, edition_id, listed, \(columns.joined(separator: ", ")))
        SELECT r.id, ?, 1, \(values)
        FROM \(source) LEFT JOIN edition_change c ON c.record_id = r.id AND \(Relation.inForce("c", nil, of: "r.id"))
        WHERE \(condition) AND (coalesce(c.listed, 0) = 0 OR (\(stored)) IS NOT (\(values)))
        """,
      arguments: [edition])
  }

  /// Takes out what must not be listed any more. (The index `record_taken_out` finds it without reading all records, where SQLite is
  /// kept from beginning with the list.)
  private func removeUnlisted(from edition: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO edition_change (record_id, edition_id, listed)
        SELECT r.id, ?, 0 FROM record r CROSS JOIN edition_change c ON c.record_id = r.id AND \(Relation.inForce("c", nil, of: "r.id"))
        WHERE r.dip IN ('tercantum', 'dikeluarkan')
          AND (r.category = 'dikecualikan' OR r.status IN ('ditarik', 'dimusnahkan') OR r.dip = 'dikeluarkan') AND c.listed = 1
        """,
      arguments: [edition])
  }

  private static func edition(_ row: Row) -> Edition {
    Edition(
      id: row[0], period: Period(row[1] as String)!, ordinal: row[2], number: row[3], determined: LocalTime(row[4] as String)!,
      signer: row[5])
  }
}
