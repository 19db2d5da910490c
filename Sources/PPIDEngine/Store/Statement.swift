import GRDBSQLite

/// A statement of SQLite, prepared; it ends with its owner.
final class Statement {
  let pointer: OpaquePointer
  private unowned let database: Database
  /// Whether somebody goes through its rows.
  fileprivate(set) var isBusy = false
  /// Something to point to for values of no bytes.
  let empty: UnsafePointer<UInt8>
  /// Where the columns stand that were asked for of the first row, in the order of asking: every row asks for the same.
  private var asked: [(name: String, index: Int32)] = []
  private var next = 0

  init(_ sql: String, _ database: Database, persists: Bool = true) throws {
    self.database = database
    empty = Statement.nothing
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(database.pointer, sql, -1, persists ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw database.failure() }
    pointer = statement
  }

  deinit { sqlite3_finalize(pointer) }

  private nonisolated(unsafe) static let nothing: UnsafePointer<UInt8> = {
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    byte.pointee = 0
    return UnsafePointer(byte)
  }()

  /// The file that it asks, as messages call it.
  var path: String { database.path }

  // MARK: Running

  /// How many values it takes.
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(pointer)) }

  func bind(_ value: (any StoredValue)?, at index: Int32) throws {
    if let value { try value.bind(to: self, at: index) } else { sqlite3_bind_null(pointer, index) }
  }

  /// Goes on to the next row; false after the last.
  func step() throws -> Bool {
    next = 0
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.failure()
    }
  }

  /// Runs it for values, and once through: for statements that change something.
  func run(_ values: [(any StoredValue)?]) throws {
    defer { reset() }
    try begin(values)
    while try step() {}
  }

  /// Gives it values; its rows come with ``step()``.
  func begin(_ values: [(any StoredValue)?]) throws {
    isBusy = true
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
  }

  /// Makes it ready to run again.
  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
    isBusy = false
  }

  // MARK: The row that it stands at

  /// The column of that name; nil where there is none.
  func column(_ name: String) -> Int32? {
    if next < asked.count, asked[next].name == name {
      next += 1
      return asked[next - 1].index
    }
    guard let index = (0..<sqlite3_column_count(pointer)).first(where: { String(cString: sqlite3_column_name(pointer, $0)) == name }) else {
      return nil
    }
    asked.removeSubrange(next...)
    asked.append((name, index))
    next += 1
    return index
  }

  var columnNames: [String] { (0..<columnCount).map { String(cString: sqlite3_column_name(pointer, $0)) } }
  var columnCount: Int32 { sqlite3_column_count(pointer) }

  /// What a column holds, as SQLite stores it.
  enum Kind { case null, number, text, bytes }

  func kind(at index: Int32) -> Kind {
    switch sqlite3_column_type(pointer, index) {
    case SQLITE_NULL: .null
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .bytes
    default: .number
    }
  }

  func isNull(_ index: Int32) -> Bool { sqlite3_column_type(pointer, index) == SQLITE_NULL }

  /// The bytes of a text, or of a number as a text, which stay as they are until the next step.
  func text(at index: Int32) -> UnsafeBufferPointer<UInt8> {
    // Spelled first: how long it is, is known then.
    let start = sqlite3_column_text(pointer, index)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index)))
  }

  /// The bytes of what is no text.
  func blob(at index: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_blob(pointer, index)?.assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index)))
  }

  /// Says that what stands in a column is nothing that may stand there: by the table, the row and the column that hold it.
  func damage(at index: Int32) -> StorageFailure {
    let name = String(cString: sqlite3_column_name(pointer, index))
    let table = text(sqlite3_column_table_name(pointer, index))
    let origin = text(sqlite3_column_origin_name(pointer, index)) ?? name
    let known = table.flatMap { table -> String? in try? row(of: table, where: origin, is: isNull(index) ? nil : spelled(index)) }
    return .damagedRow(path: database.path, table: table ?? "", row: known ?? "", column: origin, value: spelled(index))
  }

  /// What the row of a table is known by, its key, that holds a value in a column.
  private func row(of table: String, where column: String, is value: String?) throws -> String? {
    let names = try database.values("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table, as: String.self)
    let key = names.isEmpty ? "rowid" : names.map { "\"\($0)\"" }.joined(separator: " || ' ' || ")
    return try database.texts("SELECT \(key) FROM \"\(table)\" WHERE \"\(column)\" IS ?", values: [.optional(value)]).first?.first
  }

  private func spelled(_ index: Int32) -> String { text(sqlite3_column_text(pointer, index)) ?? "NULL" }

  private func text(_ bytes: UnsafePointer<some Any>?) -> String? {
    bytes.map { String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self)) }
  }
}
