import GRDB

/// Filling an archive that held no records: what would be brought up to date row by row, at random places that lie ever further apart,
/// is made in one go at the end, so that a row costs the same among a thousand as among a million.
///
/// Meanwhile records have no indexes, and which of equal titles is the how-manieth is left open. All of it belongs to the
/// transaction: what is undone leaves indexes and settings as they were.
final class BulkLoad {
  /// From so many records on it pays.
  static let threshold = 10_000
  /// Pages of the search index that are put together between two looks at whether the user wants to stop.
  private static let pagesPerStep = 500

  private let store: Store
  private let indexes: [String]

  /// Takes the records' indexes away.
  init(_ store: Store, _ db: Database) throws {
    self.store = store
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'record' AND sql IS NOT NULL ORDER BY rowid")
    indexes = rows.map { $0[1] }
    for row in rows { try db.execute(sql: "DROP INDEX \(row[0] as String)") }
    // The search index is put together once, at the end, and not again and again as it grows.
    try Self.set("automerge", 0, db)
    try Self.set("crisismerge", 256, db)
    // Everything is added at the end of something: a large cache would only hold what is not looked at again.
    store.restoreCache(db)
  }

  /// Makes what was left open.
  func finish(_ db: Database) throws {
    for sql in indexes {
      try store.checkInterruption()
      try db.execute(sql: sql)
    }
    try numberEqualTitles(db)
    try Self.set("automerge", 4, db)
    try Self.set("crisismerge", 16, db)
    try mergeSearchIndex(db)
  }

  /// Tells records of the same unit, title and category apart by their order.
  private func numberEqualTitles(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE record SET occurrence = d.place FROM (
          SELECT r.id, row_number() OVER (PARTITION BY r.unit_id, r.folded_title, r.category ORDER BY r.id) AS place
          FROM (SELECT unit_id, folded_title, category FROM record GROUP BY unit_id, folded_title, category HAVING count(*) > 1) t
          JOIN record r ON r.unit_id = t.unit_id AND r.folded_title = t.folded_title AND r.category IS t.category
        ) d WHERE d.id = record.id AND d.place <> record.occurrence
        """)
  }

  /// Puts the parts of the search index together into one, step by step.
  private func mergeSearchIndex(_ db: Database) throws {
    // Negative: all parts, whatever their size.
    var pages = -Self.pagesPerStep
    while true {
      let before = db.totalChangesCount
      try db.execute(sql: "INSERT INTO record_text (record_text, rank) VALUES ('merge', ?)", arguments: [pages])
      // SQLite's own sign that nothing is left to do.
      guard db.totalChangesCount - before > 1 else { return }
      pages = Self.pagesPerStep
      try store.checkInterruption()
    }
  }

  private static func set(_ setting: String, _ value: Int, _ db: Database) throws {
    try db.execute(sql: "INSERT INTO record_text (record_text, rank) VALUES (?, ?)", arguments: [setting, value])
  }
}
