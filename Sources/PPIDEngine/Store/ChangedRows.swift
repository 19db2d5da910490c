import CSQLite
import GRDBSQLite
import Glibc

/// The rows that a change has added or altered, as SQLite tells of them one by one.
final class ChangedRows {
  /// The rows of one table.
  final class Rows {
    let table: KeyedTable
    /// Of a table that is known by a number: the numbers, put together as far as they came one after the other.
    fileprivate(set) var runs: [ClosedRange<Int>] = []
    /// Of another table: the values of each key whose values are whole numbers, one behind the other.
    fileprivate(set) var numbers: [Int] = []
    /// Of another table: the values of each other key.
    fileprivate(set) var keys: [[FieldValue]] = []

    fileprivate init(_ table: KeyedTable) { self.table = table }

    fileprivate func add(_ number: Int) {
      if let last = runs.last, number == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else if runs.last?.contains(number) != true {
        runs.append(number...number)
      }
    }
  }

  private let tables: [String: KeyedTable]
  /// The tables that were told of, by their names as SQLite spells them; without rows for those that the journal doesn't answer for. There
  /// are few of them, and each row names one.
  private var told: [(name: [CChar], rows: Rows?)] = []

  init(of tables: [KeyedTable]) {
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
  }

  /// Has a connection tell of the rows that it changes from now on, as long as this lives.
  func listen(to pointer: OpaquePointer) {
    let this = Unmanaged.passUnretained(self).toOpaque()
    _ = sqlite3_preupdate_hook(
      pointer,
      { context, connection, kind, _, name, _, after in
        guard kind != SQLITE_DELETE, let context, let connection, let name else { return }
        Unmanaged<ChangedRows>.fromOpaque(context).takeUnretainedValue().note(name, rowid: Int(after), connection)
      }, this)
  }

  /// What was changed since the last time, table by table in the order of their names.
  func take() -> [Rows] {
    defer { forget() }
    return told.compactMap(\.rows).sorted { $0.table.name < $1.table.name }
  }

  func forget() { told = [] }

  private func note(_ name: UnsafePointer<CChar>, rowid: Int, _ connection: OpaquePointer) {
    guard let rows = rows(of: name) else { return }
    if rows.table.isNumbered { rows.add(rowid) } else { noteKey(of: rows, connection) }
  }

  private func rows(of name: UnsafePointer<CChar>) -> Rows? {
    for known in told where strcmp(name, known.name) == 0 { return known.rows }
    let rows = tables[String(cString: name)].map(Rows.init)
    told.append((Array(UnsafeBufferPointer(start: name, count: strlen(name) + 1)), rows))
    return rows
  }

  private func noteKey(of rows: Rows, _ connection: OpaquePointer) {
    let before = rows.numbers.count
    for key in rows.table.keys {
      guard case .int(let number) = value(at: key.place, connection) else {
        rows.numbers.removeSubrange(before...)
        rows.keys.append(rows.table.keys.map { value(at: $0.place, connection) })
        return
      }
      rows.numbers.append(number)
    }
  }

  private func value(at place: Int32, _ connection: OpaquePointer) -> FieldValue {
    var value: OpaquePointer?
    guard sqlite3_preupdate_new(connection, place, &value) == SQLITE_OK, let value else { return .null }
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: return .int(Int(sqlite3_value_int64(value)))
    case SQLITE_TEXT: return .text(sqlite3_value_text(value).map { String(cString: $0) } ?? "")
    default: return .null
    }
  }
}
