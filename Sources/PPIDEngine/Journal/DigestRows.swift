import PPIDValues

/// What entries keep of the rows that they changed.
struct DigestRows {
  let db: Database

  /// Reckons the digests of what a change has changed until now. Rows that it took away again are none.
  ///
  /// Throws where a row doesn't name the entry that is being written: its statement has forgotten to.
  func reckon(_ changed: [ChangedRows.Rows]) throws -> [RowDigest] {
    try changed.compactMap { rows in
      var digester = RowDigester(of: rows.table.name)
      try rows.table.isNumbered
        ? add(rows.runs, of: rows.table, to: &digester) : add(rows.keys, of: rows.table, to: &digester)
      let digest = digester.finish()
      return digest.count == 0 ? nil : digest
    }
  }

  private func add(_ runs: [ClosedRange<Int>], of table: KeyedTable, to digester: inout RowDigester) throws {
    let key = table.keys[0].column
    let statement = try Statement("SELECT * FROM \(table.name) WHERE \(key) BETWEEN ? AND ? ORDER BY \(key)", db, persists: false)
    for run in DigestRows.joined(runs) { try add(statement, [run.lowerBound, run.upperBound], of: table, to: &digester) }
  }

  private func add(_ keys: [[FieldValue]], of table: KeyedTable, to digester: inout RowDigester) throws {
    let condition = table.keys.map { "\($0.column) = ?" }.joined(separator: " AND ")
    let statement = try Statement("SELECT * FROM \(table.name) WHERE \(condition)", db, persists: false)
    for key in DigestRows.ordered(keys) { try add(statement, key, of: table, to: &digester) }
  }

  private func add(_ statement: Statement, _ values: [any StoredValue], of table: KeyedTable, to digester: inout RowDigester) throws {
    var spelling = RowSpelling(of: statement)
    guard let entry = statement.columnNames.firstIndex(of: table.entry) else { throw unnamed(table) }
    defer { statement.reset() }
    try statement.begin(values)
    while try statement.step() {
      guard Int.read(statement, at: Int32(entry)) == db.entry else { throw unnamed(table) }
      spelling.spell()
      digester.add(spelling.bytes)
    }
  }

  private func unnamed(_ table: KeyedTable) -> StorageFailure {
    .failing(path: db.path, detail: "\(table.name).\(table.entry) <> \(db.entry)")
  }

  /// Keeps them with the entry that is being written.
  func insert(_ digests: [RowDigest]) throws {
    for digest in digests {
      try db.execute(
        "INSERT INTO entry_digest (journal_id, name, count, blocks) VALUES (?, ?, ?, ?)", db.entry, digest.table, digest.count,
        digest.blocks)
    }
  }

  /// What an entry keeps, in the order of the tables' names.
  func digests(of entry: Int) throws -> [RowDigest] {
    try db.rows("SELECT name, count, blocks FROM entry_digest WHERE journal_id = ? ORDER BY name", entry) {
      RowDigest(table: try $0["name"], count: try $0["count"], blocks: try $0["blocks"])
    }
  }

  // MARK: Verifying

  /// Holds the rows of a table, as they stand now, against the entries that they name. Throws the first ``JournalFault``.
  ///
  /// Of an entry whose rows were all left as they were since, every row is looked at; where others have altered some of them, no more can
  /// be said than that there aren't more rows than the entry knows.
  func verify(_ table: KeyedTable) throws {
    var expected: [Int: RowDigest] = [:]
    try db.forEach("SELECT journal_id, count, blocks FROM entry_digest WHERE name = ?", table.name) { row in
      expected[try row["journal_id"]] = RowDigest(table: table.name, count: try row["count"], blocks: try row["blocks"])
    }
    let order = table.keys.map(\.column).joined(separator: ", ")
    let statement = try Statement("SELECT * FROM \(table.name) ORDER BY \(order)", db, persists: false)
    guard let column = statement.columnNames.firstIndex(of: table.entry) else { throw unnamed(table) }
    var spelling = RowSpelling(of: statement)
    var digesters: [Int: RowDigester] = [:]
    var passed = 0
    while try statement.step() {
      passed += 1
      if passed % 1024 == 0 { try db.checkInterruption() }
      guard let entry = Int.read(statement, at: Int32(column)) else { throw statement.damage(at: Int32(column)) }
      // What was there from the beginning no entry tells of.
      guard entry != 0 else { continue }
      guard let known = expected[entry] else { throw JournalFault.changedRows(entry: entry, table: table.name, block: nil) }
      spelling.spell()
      var digester = digesters[entry] ?? RowDigester(of: table.name)
      digesters[entry] = nil
      digester.add(spelling.bytes)
      guard digester.count == known.count else {
        digesters[entry] = digester
        continue
      }
      try DigestRows.compare(digester.finish(), with: known, entry)
      expected[entry] = RowDigest(table: table.name, count: 0, blocks: [])
    }
  }

  private static func compare(_ found: RowDigest, with known: RowDigest, _ entry: Int) throws {
    guard found.blocks != known.blocks else { return }
    let different = zip(found.blocks, known.blocks).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    throw JournalFault.changedRows(entry: entry, table: found.table, block: different / RowDigest.digestSize)
  }

  // MARK: Order

  /// Runs in order, none of them twice.
  private static func joined(_ runs: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    guard runs.count > 1 else { return runs }
    var joined: [ClosedRange<Int>] = []
    for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, run.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, run.upperBound)
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  /// Keys in order, none of them twice: numbers before texts, texts by their bytes, as SQLite has them.
  private static func ordered(_ keys: [[FieldValue]]) -> [[FieldValue]] {
    let sorted = keys.sorted { $0.lexicographicallyPrecedes($1, by: precedes) }
    return sorted.enumerated().filter { $0.offset == 0 || $0.element != sorted[$0.offset - 1] }.map(\.element)
  }

  private static func precedes(_ left: FieldValue, _ right: FieldValue) -> Bool {
    switch (left, right) {
    case (.int(let left), .int(let right)): left < right
    case (.int, _): true
    case (_, .int): false
    default: (left.text ?? "").utf8.lexicographicallyPrecedes((right.text ?? "").utf8)
    }
  }
}
