import GRDBSQLite
import PPIDValues

/// One pass over a relation's rows, as they were when it began, whatever is written meanwhile.
///
/// Outside a transaction it reads a snapshot through a connection of its own. Inside one it reads the transaction's own
/// connection, and takes what is left into memory just before the next change.
package final class RelationCursor {
  private let archive: Archive
  private let snapshot: Connection?
  private let types: [FieldType]
  private var statement: Statement?
  private var buffered: ArraySlice<[FieldValue]>?

  init(_ relation: Relation, reading columns: [Int], in archive: Archive) throws {
    self.archive = archive
    types = columns.map { relation.columns[$0].type }
    snapshot = try archive.snapshot()
    do {
      let database = try snapshot?.database ?? archive.opened().database
      let statement = try Statement(relation.statement(reading: columns), database, persists: false)
      // What only the other columns ask for has no place in the statement.
      try statement.begin(relation.bindings.prefix(statement.parameterCount).map { $0 })
      self.statement = statement
    } catch {
      if let snapshot { archive.returnSnapshot(snapshot) }
      throw error
    }
    if snapshot == nil { archive.register(self) }
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
    do {
      guard try statement.step() else {
        finish()
        return false
      }
      row.removeAll(keepingCapacity: true)
      for (index, type) in types.enumerated() { row.append(try value(statement, Int32(index), type)) }
      return true
    } catch {
      finish()
      throw error
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
    guard statement != nil else { return }
    statement = nil
    if let snapshot { archive.returnSnapshot(snapshot) }
  }

  private func value(_ statement: Statement, _ index: Int32, _ type: FieldType) throws -> FieldValue {
    let pointer = statement.pointer
    guard !statement.isNull(index) else { return .null }
    let value: FieldValue? =
      switch type {
      case .bool: .bool(sqlite3_column_int64(pointer, index) != 0)
      case .int: .int(Int(sqlite3_column_int64(pointer, index)))
      case .double: .double(sqlite3_column_double(pointer, index))
      case .text, .object: .text(String(decoding: statement.text(at: index), as: UTF8.self))
      case .date: CalendarDate(bytes: statement.text(at: index)).map(FieldValue.date)
      case .time: LocalTime(bytes: statement.text(at: index)).map(FieldValue.time)
      case .period: Period(bytes: statement.text(at: index)).map(FieldValue.period)
      }
    guard let value else { throw statement.damage(at: index) }
    return value
  }
}
