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

/// The editions of the DIP, each with what it changed.
struct EditionRows {
  let db: Database

  private static let columns = "id, period, ordinal, number, determined_at, signer"

  func editions() throws -> [Edition] {
    try db.rows("SELECT \(EditionRows.columns) FROM edition ORDER BY id", decode: Edition.init)
  }

  /// The last edition of all, or the last one of `period`.
  func lastEdition(of period: Period? = nil) throws -> Edition? {
    let condition = period == nil ? "" : "WHERE period = ?"
    return try db.row(
      "SELECT \(EditionRows.columns) FROM edition \(condition) ORDER BY id DESC LIMIT 1", values: period.map { [$0] } ?? [],
      decode: Edition.init)
  }

  func edition(id: Int) throws -> Edition? {
    try db.row("SELECT \(EditionRows.columns) FROM edition WHERE id = ?", id, decode: Edition.init)
  }

  /// The hashes of the journal's entries with which the editions were determined, by the editions' ids. Each covers everything before it,
  /// never changes, and is no other edition's, of whatever archive.
  func editionHashes() throws -> [Int: String] {
    let rows: [(Int, String)] = try db.rows("SELECT e.id, j.hash FROM edition e JOIN journal j ON j.id = e.journal_id") {
      try ($0["id"], $0["hash"])
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// The name of an edition that was determined after that entry and changed what it lists of the record; nil for none.
  func edition(listing record: RecordNumber, after entry: Int) throws -> String? {
    try db.value(
      """
      SELECT \(EditionRows.editionName) FROM edition e JOIN edition_change c ON c.edition_id = e.id
      WHERE c.record_id = ? AND e.journal_id > ? ORDER BY e.id LIMIT 1
      """, record.value, entry)
  }

  /// How an edition `e` is called in SQL: `2026-11`, or `2026-11.2` for the month's second.
  static let editionName = "(e.period || CASE WHEN e.ordinal > 1 THEN '.' || e.ordinal ELSE '' END)"

  func hasEdition(number: String) throws -> Bool { try db.exists("SELECT 1 FROM edition WHERE number = ?", number) }

  /// Determines an edition: what differs from the edition in force is stored, nothing else.
  ///
  /// Within a cycle it takes the revisions that were released since the last edition, and the proposals whose record was ever
  /// released; outside of one, every eligible record as it stands. What is excluded, withdrawn, destroyed or taken out leaves it at
  /// once. Only what may have changed is read, so that it costs what changed.
  func insertEdition(
    period: Period, ordinal: Int, number: String, at time: LocalTime, signer: String, outsideCycle: String?
  ) throws -> EditionCounts {
    let whole = try wholeListEntry()
    let id = try db.insert(
      """
      INSERT INTO edition (period, ordinal, number, determined_at, signer, outside_cycle, journal_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, period, ordinal, number, time, signer, outsideCycle, db.entry)
    try outsideCycle == nil ? takeReleases(into: id) : takeRecords(into: id, since: whole)
    try removeUnlisted(from: id)
    try db.execute("UPDATE release SET pending = 0, journal_id = ? WHERE pending = 1", db.entry)
    try db.execute(
      """
      UPDATE record SET dip = CASE WHEN c.listed = 1 THEN 'tercantum' ELSE 'belum' END, journal_id = ?
      FROM edition_change c WHERE c.record_id = record.id AND c.edition_id = ? AND record.dip <> 'dikeluarkan'
        AND record.dip <> CASE WHEN c.listed = 1 THEN 'tercantum' ELSE 'belum' END
      """, db.entry, id)
    return try count(edition: id)
  }

  /// Counts what an edition changed, and with it how long its list is; stores that as the last of the edition.
  private func count(edition id: Int) throws -> EditionCounts {
    let last: (edition: Int, total: Int)? = try db.row(
      "SELECT edition_id, total FROM edition_count ORDER BY edition_id DESC LIMIT 1"
    ) { try ($0["edition_id"], $0["total"]) }
    var categories = try last.map { try categoryCounts(ofEdition: $0.edition, seesExcluded: true) } ?? [:]
    var (added, changed, removed) = (0, 0, 0)
    let steps: [(category: Category?, before: Category?, count: Int)] = try db.rows(
      """
      SELECT CASE WHEN n.listed THEN n.category END AS category, CASE WHEN c.listed THEN c.category END AS before, count(*) AS count
      FROM edition_change n LEFT JOIN edition_change c ON c.record_id = n.record_id AND c.edition_id =
        (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = n.record_id AND y.edition_id < n.edition_id)
      WHERE n.edition_id = ? GROUP BY 1, 2
      """, id
    ) { try ($0["category"], $0["before"], $0["count"]) }
    for (category, before, count) in steps {
      if let category { categories[category, default: 0] += count }
      if let before { categories[before, default: 0] -= count }
      if category == nil { removed += count } else if before == nil { added += count } else { changed += count }
    }
    for (category, total) in categories where total > 0 {
      try db.execute(
        "INSERT INTO edition_category (edition_id, category, total, journal_id) VALUES (?, ?, ?, ?)", id, category, total, db.entry)
    }
    let counts = EditionCounts(added: added, changed: changed, removed: removed, total: (last?.total ?? 0) + added - removed)
    try db.execute(
      "INSERT INTO edition_count (edition_id, added, changed, removed, total, journal_id) VALUES (?, ?, ?, ?, ?, ?)", id, counts.added,
      counts.changed, counts.removed, counts.total, db.entry)
    return counts
  }

  /// How many records of each category an edition lists; without those that are excluded by now, for those who may not see them.
  func categoryCounts(ofEdition edition: Int, seesExcluded: Bool) throws -> [Category: Int] {
    func counts(_ sql: String) throws -> [Category: Int] {
      let rows: [(Category, Int)] = try db.rows(sql, edition) { try ($0["category"], $0["total"]) }
      return Dictionary(uniqueKeysWithValues: rows)
    }
    let all = try counts("SELECT category, total FROM edition_category WHERE edition_id = ?1")
    if seesExcluded { return all }
    let hidden = try counts(
      """
      SELECT c.category, count(*) AS total FROM record r CROSS JOIN edition_change c ON c.record_id = r.id AND c.edition_id =
        (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = r.id AND y.edition_id <= ?1)
      WHERE r.category = 'dikecualikan' AND c.listed GROUP BY c.category
      """)
    return all.merging(hidden) { $0 - $1 }
  }

  private static let listedColumns = ListedColumns.all.map(\.column)

  /// Whether record `r` may be listed as it is now.
  private static let isOpen = "r.category IS NOT 'dikecualikan' AND r.status NOT IN ('ditarik', 'dimusnahkan') AND r.dip <> 'dikeluarkan'"

  private func takeReleases(into edition: Int) throws {
    try take(
      into: edition, content: { "l.\($0)" },
      from: """
        (SELECT record_id FROM release WHERE pending = 1
          UNION SELECT q.record_id FROM listing_request q CROSS JOIN record o ON o.id = q.record_id WHERE o.dip = 'diusulkan') p
        JOIN release l ON l.record_id = p.record_id JOIN record r ON r.id = p.record_id
        """,
      where: """
        \(EditionRows.isOpen) AND l.status NOT IN ('ditarik', 'dimusnahkan') AND l.category IS NOT NULL AND l.category <> 'dikecualikan'
        """)
  }

  /// The journal's entry of the edition in force, when that lists every eligible record as it then stood; nil otherwise.
  private func wholeListEntry() throws -> Int? {
    try db.value("SELECT CASE WHEN outside_cycle IS NOT NULL THEN journal_id END FROM edition ORDER BY id DESC LIMIT 1")
  }

  /// Every eligible record as it stands: where all of them stood in the edition in force, those that came or changed after that `entry`,
  /// or were ever asked for.
  private func takeRecords(into edition: Int, since entry: Int?) throws {
    let changed = entry.map { entry in
      """
      (SELECT record_id FROM revision WHERE journal_id > \(entry) UNION SELECT id FROM record WHERE created_in > \(entry)
        UNION SELECT record_id FROM listing_request) p JOIN record r ON r.id = p.record_id
      """
    }
    try take(
      into: edition, content: { $0 == "unit" ? "u.code" : "r.\($0)" }, from: "\(changed ?? "record r") JOIN unit u ON u.id = r.unit_id",
      where: "\(EditionRows.isOpen) AND r.category IS NOT NULL")
  }

  /// Takes what is new and what changed, in one pass.
  private func take(
    into edition: Int, content: (String) -> String, from source: String, where condition: String
  ) throws {
    let columns = EditionRows.listedColumns
    let values = columns.map(content).joined(separator: ", ")
    let stored = columns.map { "c.\($0)" }.joined(separator: ", ")
    try db.execute(
      """
      INSERT INTO edition_change (record_id, edition_id, listed, \(columns.joined(separator: ", ")), journal_id)
      SELECT r.id, ?, 1, \(values), ?
      FROM \(source) LEFT JOIN edition_change c ON c.record_id = r.id AND \(RecordTables.inForce("c", nil, of: "r.id"))
      WHERE \(condition) AND (coalesce(c.listed, 0) = 0 OR (\(stored)) IS NOT (\(values)))
      """, edition, db.entry)
  }

  /// Takes out what must not be listed any more. (The index `record_taken_out` finds it without reading all records, where SQLite is
  /// kept from beginning with the list.)
  private func removeUnlisted(from edition: Int) throws {
    try db.execute(
      """
      INSERT INTO edition_change (record_id, edition_id, listed, journal_id)
      SELECT r.id, ?, 0, ? FROM record r CROSS JOIN edition_change c ON c.record_id = r.id AND \(RecordTables.inForce("c", nil, of: "r.id"))
      WHERE r.dip IN ('tercantum', 'dikeluarkan')
        AND (r.category = 'dikecualikan' OR r.status IN ('ditarik', 'dimusnahkan') OR r.dip = 'dikeluarkan') AND c.listed = 1
      """, edition, db.entry)
  }
}

extension Edition {
  fileprivate init(_ row: Row) throws {
    id = try row["id"]
    period = try row["period"]
    ordinal = try row["ordinal"]
    number = try row["number"]
    determined = try row["determined_at"]
    signer = try row["signer"]
  }
}
