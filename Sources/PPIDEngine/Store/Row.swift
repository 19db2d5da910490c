/// One row of a statement's result, as long as the statement stands at it.
///
/// Columns are asked for by name; where a name stands is found out once a statement. What can't be read as what is asked for is damage:
/// ``StorageFailure/damagedRow(path:table:row:column:value:)``.
struct Row {
  let statement: Statement

  subscript<Value: StoredValue>(_ name: String) -> Value {
    get throws {
      let index = index(of: name)
      guard let value = Value.read(statement, at: index) else { throw statement.damage(at: index) }
      return value
    }
  }

  /// Nil where the column is NULL.
  subscript<Value: StoredValue>(_ name: String) -> Value? {
    get throws {
      let index = index(of: name)
      if statement.isNull(index) { return nil }
      guard let value = Value.read(statement, at: index) else { throw statement.damage(at: index) }
      return value
    }
  }

  private func index(of name: String) -> Int32 {
    guard let index = statement.column(name) else { preconditionFailure("no column \(name)") }
    return index
  }
}
