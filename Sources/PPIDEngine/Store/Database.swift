import GRDBSQLite

/// A connection to an SQLite file, as those see it who write statements.
///
/// Values take the places of `?` in order. Whatever fails, fails as ``StorageFailure``, or as ``EngineInterruption`` where the user wants
/// to stop.
final class Database {
  let pointer: OpaquePointer
  /// The file, as messages call it.
  let path: String
  private let watch: Watch?
  /// The number of the journal's entry that is being written, which the rows of its change name; 0 while an archive is made.
  private(set) var entry = 0
  /// How many statements were run.
  private(set) var runs = 0
  private var statements: [String: Statement] = [:]
  /// From so many on, statements are prepared anew.
  private static let mostStatements = 512

  init(_ pointer: OpaquePointer, path: String, watch: Watch?) {
    self.pointer = pointer
    self.path = path
    self.watch = watch
  }

  /// Has the rows that `body` changes name an entry of the journal.
  func writing<T>(entry number: Int, _ body: () throws -> T) rethrows -> T {
    let outer = entry
    entry = number
    defer { entry = outer }
    return try body()
  }

  // MARK: Changing

  /// Runs a statement; how many rows it changed.
  @discardableResult
  func execute(_ sql: String, _ values: (any StoredValue)?...) throws -> Int { try execute(sql, values: values) }

  @discardableResult
  func execute(_ sql: String, values: [(any StoredValue)?]) throws -> Int {
    try prepared(sql).run(values)
    return Int(sqlite3_changes(pointer))
  }

  /// Adds a row; its number.
  func insert(_ sql: String, _ values: (any StoredValue)?...) throws -> Int { try insert(sql, values: values) }

  func insert(_ sql: String, values: [(any StoredValue)?]) throws -> Int {
    try execute(sql, values: values)
    return Int(sqlite3_last_insert_rowid(pointer))
  }

  /// Runs several statements, parted by semicolons.
  func run(script: String) throws {
    guard sqlite3_exec(pointer, script, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// How many rows this connection has changed since it was opened.
  var totalChanges: Int { Int(sqlite3_total_changes(pointer)) }

  // MARK: Asking

  /// All rows, each as `decode` reads it.
  func rows<T>(_ sql: String, _ values: (any StoredValue)?..., decode: (Row) throws -> T) throws -> [T] {
    try rows(sql, values: values, decode: decode)
  }

  func rows<T>(_ sql: String, values: [(any StoredValue)?], decode: (Row) throws -> T) throws -> [T] {
    var all: [T] = []
    try forEach(sql, values: values) { all.append(try decode($0)) }
    return all
  }

  /// The first row, as `decode` reads it.
  func row<T>(_ sql: String, _ values: (any StoredValue)?..., decode: (Row) throws -> T) throws -> T? {
    try row(sql, values: values, decode: decode)
  }

  func row<T>(_ sql: String, values: [(any StoredValue)?], decode: (Row) throws -> T) throws -> T? {
    try going(sql, values) { try $0.step() ? decode(Row(statement: $0)) : nil }
  }

  /// Hands each row to `body`, however many there are.
  func forEach(_ sql: String, _ values: (any StoredValue)?..., body: (Row) throws -> Void) throws {
    try forEach(sql, values: values, body: body)
  }

  func forEach(_ sql: String, values: [(any StoredValue)?], body: (Row) throws -> Void) throws {
    try going(sql, values) { statement in
      while try statement.step() { try body(Row(statement: statement)) }
    }
  }

  /// The first column of the first row; nil where there is no row, or NULL.
  func value<T: StoredValue>(_ sql: String, _ values: (any StoredValue)?..., as type: T.Type = T.self) throws -> T? {
    try going(sql, values) { try $0.step() && !$0.isNull(0) ? first($0) : nil }
  }

  /// The first column of all rows.
  func values<T: StoredValue>(_ sql: String, _ values: (any StoredValue)?..., as type: T.Type = T.self) throws -> [T] {
    try self.values(sql, values: values)
  }

  func values<T: StoredValue>(_ sql: String, values: [(any StoredValue)?], as type: T.Type = T.self) throws -> [T] {
    try going(sql, values) { statement in
      var all: [T] = []
      while try statement.step() { all.append(try first(statement)) }
      return all
    }
  }

  /// Whether a statement has any row.
  func exists(_ sql: String, _ values: (any StoredValue)?...) throws -> Bool { try going(sql, values) { try $0.step() } }

  /// All rows, each column as a text; NULL as the empty text. More values may be given than the statement has places for.
  func texts(_ sql: String, values: [FieldValue]) throws -> [[String]] {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.begin(values.prefix(statement.parameterCount).map { $0 })
    var rows: [[String]] = []
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { String(decoding: statement.text(at: $0), as: UTF8.self) })
    }
    return rows
  }

  private func first<T: StoredValue>(_ statement: Statement) throws -> T {
    guard let value = T.read(statement, at: 0) else { throw statement.damage(at: 0) }
    return value
  }

  /// Lends a statement that is at its beginning.
  private func going<T>(_ sql: String, _ values: [(any StoredValue)?], _ body: (Statement) throws -> T) throws -> T {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.begin(values)
    return try body(statement)
  }

  private func prepared(_ sql: String) throws -> Statement {
    runs += 1
    if let known = statements[sql], !known.isBusy { return known }
    let statement = try Statement(sql, self)
    if statements.count >= Database.mostStatements { statements = statements.filter(\.value.isBusy) }
    statements[sql] = statement
    return statement
  }

  // MARK: State

  /// Forgets prepared statements: before the connection is closed.
  func forgetStatements() { statements = [:] }

  var isReadOnly: Bool { sqlite3_db_readonly(pointer, "main") == 1 }
  var isInsideTransaction: Bool { sqlite3_get_autocommit(pointer) == 0 }

  /// Throws when the user wants to stop; long work asks now and then.
  func checkInterruption() throws { try watch?.check() }

  /// What went wrong last.
  func failure() -> any Error { failure(sqlite3_extended_errcode(pointer), String(cString: sqlite3_errmsg(pointer))) }

  func failure(_ code: Int32, _ message: String) -> any Error {
    switch code & 0xFF {
    case SQLITE_INTERRUPT: EngineInterruption()
    case SQLITE_ABORT where watch?.isInterrupted == true: EngineInterruption()
    case SQLITE_ERROR where message == "integer overflow": SumOverflow()
    default: StorageFailure(code: code, message: message, path: path)
    }
  }
}
