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

  /// Determines an edition of every eligible record as it stands: what differs from the edition in force is stored, nothing else.
  func insertEdition(
    period: Period, ordinal: Int, number: String, at time: LocalTime, signer: String, outsideCycle: String?, event: Int, _ db: Database
  ) throws -> EditionCounts {
    try db.execute(
      sql: """
        INSERT INTO edition (period, ordinal, number, determined_at, signer, outside_cycle, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [period.description, ordinal, number, time.description, signer, outsideCycle, event])
    let id = Int(db.lastInsertedRowID)
    let columns = Store.editionColumns.map(\.column)
    let stored = columns.map { "c.\($0)" }.joined(separator: ", ")
    let current = columns.map { $0 == "unit" ? "u.code" : "r.\($0)" }.joined(separator: ", ")
    let inForce = Relation.inForce("c", nil)
    let target = "INSERT INTO edition_change (record_id, edition_id, listed, \(columns.joined(separator: ", ")))"
    let eligible = """
      r.category IS NOT NULL AND r.category <> 'dikecualikan' AND r.status NOT IN ('ditarik', 'dimusnahkan') AND r.dip <> 'dikeluarkan'
      """
    // Two statements: what is new, then what changed; each tells its count.
    try db.execute(
      sql: """
        \(target)
        SELECT r.id, ?, 1, \(current) FROM record r JOIN unit u ON u.id = r.unit_id
        LEFT JOIN edition_change c ON c.record_id = r.id AND \(inForce)
        WHERE \(eligible) AND coalesce(c.listed, 0) = 0
        """,
      arguments: [id])
    let added = db.changesCount
    try db.execute(
      sql: """
        \(target)
        SELECT r.id, ?, 1, \(current) FROM record r JOIN unit u ON u.id = r.unit_id
        JOIN edition_change c ON c.record_id = r.id AND \(inForce)
        WHERE \(eligible) AND c.listed = 1 AND (\(stored)) IS NOT (\(current))
        """,
      arguments: [id])
    let changed = db.changesCount
    try db.execute(
      sql: """
        INSERT INTO edition_change (record_id, edition_id, listed)
        SELECT r.id, ?, 0 FROM edition_change c JOIN record r ON r.id = c.record_id
        WHERE c.listed = 1 AND \(inForce) AND NOT (\(eligible))
        """,
      arguments: [id])
    let removed = db.changesCount
    try db.execute(
      sql: """
        UPDATE record SET dip = CASE WHEN c.listed = 1 THEN 'tercantum' ELSE 'belum' END
        FROM edition_change c WHERE c.record_id = record.id AND c.edition_id = ? AND record.dip <> 'dikeluarkan'
        """,
      arguments: [id])
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM edition_change c WHERE c.listed = 1 AND \(inForce)") ?? 0
    return EditionCounts(added: added, changed: changed, removed: removed, total: total)
  }

  private static func edition(_ row: Row) -> Edition {
    Edition(
      id: row[0], period: Period(row[1] as String)!, ordinal: row[2], number: row[3], determined: LocalTime(row[4] as String)!,
      signer: row[5])
  }
}
