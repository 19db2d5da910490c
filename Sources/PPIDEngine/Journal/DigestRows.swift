import PPIDValues

/// What entries keep of the rows that they changed.
struct DigestRows {
  let db: Database

  /// Reckons the digests of what a change has changed until now. Rows that it took away again are none.
  ///
  /// Throws where a row doesn't name the entry that is being written: its statement has forgotten to.
  func reckon(_ changed: [ChangedRows.Rows]) throws -> [RowDigest] {
    try changed.compactMap { rows in
      let table = rows.table
      let condition =
        table.isNumbered
        ? "\(table.keys[0].column) BETWEEN ? AND ? ORDER BY \(table.keys[0].column)"
        : table.keys.map { "\($0.column) = ?" }.joined(separator: " AND ")
      var reading = try EntryRows(of: table, where: condition, db)
      for run in DigestRows.joined(rows.runs) { try reading.add([run.lowerBound, run.upperBound]) }
      for key in DigestRows.ordered(rows, width: table.keys.count) { try reading.add(key) }
      let digest = reading.digester.finish()
      return digest.count == 0 ? nil : digest
    }
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
    let column = try statement.place(ofEntryIn: table)
    var spelling = RowSpelling(of: statement)
    var digesters: [Int: RowDigester] = [:]
    var passed = 0
    while try statement.step() {
      passed += 1
      if passed % 1024 == 0 { try db.checkInterruption() }
      guard let entry = Int.read(statement, at: column) else { throw statement.damage(at: column) }
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

  /// Keys in order, none of them twice: whole numbers before others, texts by their bytes, as SQLite has them.
  private static func ordered(_ rows: ChangedRows.Rows, width: Int) -> [[any StoredValue]] {
    let numbers = stride(from: 0, to: rows.numbers.count, by: width).map { Array(rows.numbers[$0..<$0 + width]) }
    let isInOrder = zip(numbers, numbers.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
    let first = isInOrder ? numbers : withoutCopies(numbers.sorted { $0.lexicographicallyPrecedes($1) })
    return first + withoutCopies(rows.keys.sorted { $0.lexicographicallyPrecedes($1, by: precedes) })
  }

  private static func withoutCopies<Key: Equatable>(_ keys: [Key]) -> [Key] {
    keys.enumerated().filter { $0.offset == 0 || $0.element != keys[$0.offset - 1] }.map(\.element)
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

/// Rows of one table as a change has left them, being digested.
private struct EntryRows {
  private let table: KeyedTable
  private let statement: Statement
  private let entry: Int
  private let column: Int32
  private var spelling: RowSpelling
  var digester: RowDigester

  init(of table: KeyedTable, where condition: String, _ db: Database) throws {
    self.table = table
    entry = db.entry
    statement = try Statement("SELECT * FROM \(table.name) WHERE \(condition)", db, persists: false)
    column = try statement.place(ofEntryIn: table)
    spelling = RowSpelling(of: statement)
    digester = RowDigester(of: table.name)
  }

  /// Adds the rows that the condition gives for these values.
  mutating func add(_ values: [any StoredValue]) throws {
    defer { statement.reset() }
    try statement.begin(values)
    while try statement.step() {
      guard Int.read(statement, at: column) == entry else { throw statement.unnamed(table) }
      spelling.spell()
      digester.add(spelling.bytes)
    }
  }
}

extension Statement {
  /// Where the column stands that names the entry.
  fileprivate func place(ofEntryIn table: KeyedTable) throws -> Int32 {
    guard let place = columnNames.firstIndex(of: table.entry) else { throw unnamed(table) }
    return Int32(place)
  }

  /// A row that doesn't name the entry which has changed it.
  fileprivate func unnamed(_ table: KeyedTable) -> StorageFailure {
    .failing(path: path, detail: "\(table.name).\(table.entry)")
  }
}
