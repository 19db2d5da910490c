import GRDB
import GRDBSQLite
import PPIDValues

/// What an import asks and writes for every row of a list.
final class ImportStatements {
  private let db: Database
  private let twins: Prepared
  private let lastTwin: Prepared
  private let insertion: Prepared

  init(_ db: Database) throws {
    self.db = db
    let named = "FROM record WHERE unit_id = ?1 AND folded_title = ?2 AND category IS ?3"
    twins = try Prepared("SELECT id, occurrence \(named) AND occurrence > ?4 ORDER BY occurrence", db)
    lastTwin = try Prepared("SELECT max(occurrence) \(named)", db)
    insertion = try Prepared(Store.insertion, db)
  }

  /// Which record a row is meant by its unit, category and title.
  enum Twin {
    case known(id: Int, occurrence: Int)
    /// None that was there before; with the next occurrence of such a title.
    case new(occurrence: Int)
  }

  /// The first record of that unit, category and title, after an occurrence and up to the number `lastOld`, that is `free`.
  func twin(
    unitID: Int, category: Category?, foldedTitle: String, after occurrence: Int, upTo lastOld: Int, where isFree: (_ id: Int) -> Bool
  ) throws -> Twin {
    let category = FieldValue.optional(category?.rawValue)
    let query = twins.statement
    query.bind(unitID, at: 1)
    query.bind(foldedTitle, at: 2)
    query.bind(category, at: 3)
    query.bind(occurrence, at: 4)
    defer { sqlite3_reset(query) }
    var isAlone = occurrence == 0
    while try twins.step(db) {
      let id = Int(sqlite3_column_int64(query, 0))
      isAlone = false
      // What this import has added comes after all that was there.
      guard id <= lastOld else { break }
      if isFree(id) { return .known(id: id, occurrence: Int(sqlite3_column_int64(query, 1))) }
    }
    guard !isAlone else { return .new(occurrence: 1) }
    let last = lastTwin.statement
    last.bind(unitID, at: 1)
    last.bind(foldedTitle, at: 2)
    last.bind(category, at: 3)
    defer { sqlite3_reset(last) }
    _ = try lastTwin.step(db)
    return .new(occurrence: Int(sqlite3_column_int64(last, 0)) + 1)
  }

  /// Adds a record.
  func insert(_ content: RecordContent, foldedTitle: String, unitID: Int, occurrence: Int, event: Int, at time: String) throws {
    let statement = insertion.statement
    defer { sqlite3_reset(statement) }
    var place: Int32 = 0
    for field in RecordField.allCases {
      place += 1
      statement.bind(content[field], at: place)
    }
    statement.bind(unitID, at: place + 1)
    statement.bind(.optional(Store.text(content.extra)), at: place + 2)
    statement.bind(foldedTitle, at: place + 3)
    statement.bind(occurrence, at: place + 4)
    statement.bind(event, at: place + 5)
    statement.bind(time, at: place + 6)
    _ = try insertion.step(db)
  }
}

/// A statement that goes with its owner.
private final class Prepared {
  let statement: OpaquePointer

  init(_ sql: String, _ db: Database) throws {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(db.sqliteConnection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw Prepared.failure(db) }
    self.statement = statement
  }

  deinit { sqlite3_finalize(statement) }

  /// Goes on to the next row; false after the last.
  func step(_ db: Database) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw Prepared.failure(db)
    }
  }

  private static func failure(_ db: Database) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
      message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
  }
}
