import GRDB
import GRDBSQLite
import PPIDValues

/// One pass over a relation's rows, as they were when it began, whatever is written meanwhile.
///
/// Outside a transaction it reads a snapshot through a connection of its own. Inside one it reads the transaction's own
/// connection, and takes what is left into memory just before the next change.
package final class RelationCursor {
  private let store: Store
  private let snapshot: DatabaseQueue?
  private let types: [FieldType]
  private var statement: OpaquePointer?
  private var buffered: ArraySlice<[FieldValue]>?

  init(_ relation: Relation, reading columns: [Int], in store: Store) throws {
    self.store = store
    types = columns.map { relation.columns[$0].type }
    snapshot = try store.snapshot()
    statement = try store.prepare(relation.statement(reading: columns), relation.bindings, on: snapshot)
    if snapshot == nil { store.register(self) }
  }

  deinit { finish() }

  /// Puts the next row's values into `row`; false after the last.
  package func next(_ row: inout [FieldValue]) throws -> Bool {
    if buffered != nil {
      guard let first = buffered?.popFirst() else { return false }
      row = first
      return true
    }
    guard let statement else { return false }
    switch sqlite3_step(statement) {
    case SQLITE_ROW:
      row.removeAll(keepingCapacity: true)
      for (index, type) in types.enumerated() { row.append(value(statement, Int32(index), type)) }
      return true
    case SQLITE_DONE:
      finish()
      return false
    case let code:
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement)))
      finish()
      throw store.failure(code, message)
    }
  }

  /// Takes the rows that are left into memory, because the connection is about to write.
  func detach() throws {
    guard statement != nil, buffered == nil else { return }
    var rows: [[FieldValue]] = []
    var row: [FieldValue] = []
    while try next(&row) { rows.append(row) }
    buffered = rows[...]
  }

  private func finish() {
    guard let statement else { return }
    sqlite3_finalize(statement)
    self.statement = nil
    if let snapshot { store.returnSnapshot(snapshot) }
  }

  private func value(_ statement: OpaquePointer, _ index: Int32, _ type: FieldType) -> FieldValue {
    guard sqlite3_column_type(statement, index) != SQLITE_NULL else { return .null }
    return switch type {
    case .bool: .bool(sqlite3_column_int64(statement, index) != 0)
    case .int: .int(Int(sqlite3_column_int64(statement, index)))
    case .double: .double(sqlite3_column_double(statement, index))
    case .text, .object: .text(text(statement, index))
    case .date: CalendarDate(bytes: bytes(statement, index)).map(FieldValue.date) ?? .null
    case .time: LocalTime(bytes: bytes(statement, index)).map(FieldValue.time) ?? .null
    case .period: Period(bytes: bytes(statement, index)).map(FieldValue.period) ?? .null
    }
  }

  /// The bytes of a text, which stay as they are until the next step.
  private func bytes(_ statement: OpaquePointer, _ index: Int32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: sqlite3_column_text(statement, index), count: Int(sqlite3_column_bytes(statement, index)))
  }

  private func text(_ statement: OpaquePointer, _ index: Int32) -> String {
    String(decoding: bytes(statement, index), as: UTF8.self)
  }
}

extension Store {
  fileprivate func prepare(_ sql: String, _ bindings: [FieldValue], on snapshot: DatabaseQueue?) throws -> OpaquePointer {
    let prepare = { (db: Database) throws -> OpaquePointer in
      var statement: OpaquePointer?
      let code = sqlite3_prepare_v2(db.sqliteConnection, sql, -1, &statement, nil)
      guard code == SQLITE_OK, let statement else {
        throw self.failure(code, String(cString: sqlite3_errmsg(db.sqliteConnection)))
      }
      for (index, value) in bindings.enumerated() { statement.bind(value, at: Int32(index + 1)) }
      return statement
    }
    do {
      return try snapshot.map { try $0.unsafeReentrantWrite(prepare) } ?? read(prepare)
    } catch {
      if let snapshot { returnSnapshot(snapshot) }
      throw error
    }
  }

  fileprivate func failure(_ code: Int32, _ message: String) -> any Error {
    switch code & 0xFF {
    case SQLITE_INTERRUPT: EngineInterruption()
    case SQLITE_ERROR where message == "integer overflow": SumOverflow()
    case let code: StorageFailure(DatabaseError(resultCode: ResultCode(rawValue: code), message: message), path: path)
    }
  }
}
