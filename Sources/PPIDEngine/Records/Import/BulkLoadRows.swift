/// Filling an archive that held no records: what would be brought up to date row by row, at random places that lie ever further apart,
/// is made in one go at the end, so that a row costs the same among a thousand as among a million.
///
/// Meanwhile records have no indexes, and which of equal titles is the how-manieth is left open. All of it belongs to the
/// transaction: what is undone leaves indexes and settings as they were.
struct BulkLoad {
  /// From so many records on it pays.
  static let threshold = 10_000
  /// Pages of the search index that are put together between two looks at whether the user wants to stop.
  private static let pagesPerStep = 500

  private let db: Database
  private let indexes: [String]

  /// Takes the records' indexes away.
  init(_ archive: Archive, _ db: Database) throws {
    self.db = db
    let rows: [(name: String, sql: String)] = try db.rows(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'record' AND sql IS NOT NULL ORDER BY rowid"
    ) { try ($0["name"], $0["sql"]) }
    indexes = rows.map(\.sql)
    for row in rows { try db.execute("DROP INDEX \(row.name)") }
    // The search index is put together once, at the end, and not again and again as it grows.
    try set("automerge", 0)
    try set("crisismerge", 256)
    // Everything is added at the end of something: a large cache would only hold what is not looked at again.
    archive.restoreCache(db)
  }

  /// Makes what was left open.
  func finish() throws {
    for sql in indexes {
      try db.checkInterruption()
      try db.execute(sql)
    }
    try numberEqualTitles()
    try set("automerge", 4)
    try set("crisismerge", 16)
    try mergeSearchIndex()
  }

  /// Tells records of the same unit, title and category apart by their order.
  private func numberEqualTitles() throws {
    try db.execute(
      """
      UPDATE record SET occurrence = d.place, journal_id = ? FROM (
        SELECT r.id, row_number() OVER (PARTITION BY r.unit_id, r.folded_title, r.category ORDER BY r.id) AS place
        FROM (SELECT unit_id, folded_title, category FROM record GROUP BY unit_id, folded_title, category HAVING count(*) > 1) t
        JOIN record r ON r.unit_id = t.unit_id AND r.folded_title = t.folded_title AND r.category IS t.category
      ) d WHERE d.id = record.id AND d.place <> record.occurrence
      """, db.entry)
  }

  /// Puts the parts of the search index together into one, step by step.
  private func mergeSearchIndex() throws {
    // Negative: all parts, whatever their size.
    var pages = -BulkLoad.pagesPerStep
    while true {
      let before = db.totalChanges
      try set("merge", pages)
      // SQLite's own sign that nothing is left to do.
      guard db.totalChanges - before > 1 else { return }
      pages = BulkLoad.pagesPerStep
      try db.checkInterruption()
    }
  }

  /// Has the search index do something, or do it in another way.
  private func set(_ setting: String, _ value: Int) throws {
    try db.execute("INSERT INTO record_text (record_text, rank) VALUES (?, ?)", setting, value)
  }
}
