import GRDBSQLite

/// Values bound to a statement of SQLite's own, where GRDB's general way would cost more than the statement.
extension OpaquePointer {
  func bind(_ value: FieldValue, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(self, index)
    case .bool(let value): sqlite3_bind_int64(self, index, value ? 1 : 0)
    case .int(let value): sqlite3_bind_int64(self, index, Int64(value))
    case .double(let value): sqlite3_bind_double(self, index, value)
    case .text(let value): bind(value, at: index)
    case .date(let value): bind(value.description, at: index)
    case .time(let value): bind(value.description, at: index)
    case .period(let value): bind(value.description, at: index)
    }
  }

  func bind(_ text: String, at index: Int32) {
    // SQLite copies the bytes (SQLITE_TRANSIENT).
    sqlite3_bind_text(self, index, text, Int32(text.utf8.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }

  func bind(_ number: Int, at index: Int32) { sqlite3_bind_int64(self, index, Int64(number)) }
}
