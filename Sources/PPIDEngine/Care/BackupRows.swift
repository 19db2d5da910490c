import PPIDValues

/// What a backup says of itself, and what copies are compared by.
struct BackupRows {
  let db: Database

  /// Says in a copy when it was made and where the journal stood.
  func mark(at time: LocalTime) throws {
    try db.execute("INSERT OR REPLACE INTO backup (only, made_at, journal_id) SELECT 1, ?, coalesce(max(id), 0) FROM journal", time)
  }

  /// Takes the mark of a backup away: the copy becomes an archive that is worked with.
  func unmark() throws { try db.execute("DELETE FROM backup") }

  /// Whether the file at `path` is a backup in which nobody has worked since.
  static func isBackup(_ path: String) -> Bool {
    var options = Connection.Options()
    options.isReadOnly = true
    guard let connection = try? Connection(path: ArchiveName.readable(path), options) else { return false }
    defer { connection.close() }
    let sql = "SELECT 1 FROM backup WHERE journal_id = (SELECT coalesce(max(id), 0) FROM journal)"
    return (try? connection.database.exists(sql)) == true
  }

  /// The last number that each kind of thing was given; numbers up to it are never given again.
  func lastNumbers() throws -> [String: Int] {
    let rows: [(String, Int)] = try db.rows("SELECT name, seq FROM sqlite_sequence") { try ($0["name"], $0["seq"]) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Has numbers up to these not be given again either.
  func reserveNumbers(_ last: [String: Int]) throws {
    for (name, number) in last.sorted(by: { $0.key < $1.key }) {
      if try db.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", number, name) == 0 {
        try db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", name, number)
      }
    }
  }

  /// The contents that the archive refers to; with those that it only keeps for `batal`, or without.
  func contentDigests(withKept: Bool) throws -> Set<String> {
    let kept = withKept ? " UNION SELECT digest FROM kept_content" : ""
    return Set(try db.values("SELECT digest FROM content" + kept, as: String.self))
  }

  /// How many rows each table holds, apart from the search index and from what whoever opens the archive clears away.
  func rowCounts() throws -> [String: Int] {
    let names: [String] = try db.values(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'record_text*'
      AND name NOT IN ('record_word', 'discarded_content')
      """)
    var counts: [String: Int] = [:]
    for name in names {
      try db.checkInterruption()
      counts[name] = try db.value("SELECT count(*) FROM \"\(name)\"")
    }
    return counts
  }
}
