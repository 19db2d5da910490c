import CSQLite
import GRDB
import GRDBSQLite

/// An SQLite file that is open.
///
/// One thread at a time uses it; nothing is queued.
final class Connection {
  private let queue: DatabaseQueue
  let database: Database
  let isReadOnly: Bool

  /// How a file is opened.
  struct Options {
    var isReadOnly = false
    /// Seconds to wait for others before giving up.
    var patience = 0.0
    /// Whether what is stored is to outlast the machine's failing.
    var isDurable = true
    /// KiB of the file that are kept in memory; SQLite's own choice where nil.
    var cache: Int?
    var functions: [SQLFunction] = []
    var watch: Watch?
  }

  /// - Parameters:
  ///   - path: what SQLite opens; made where it is missing, unless it is to be read only.
  ///   - name: what messages call it.
  init(path: String, called name: String? = nil, _ options: Options = Options()) throws {
    _ = Connection.isWithoutLocks
    var configuration = Configuration()
    configuration.readonly = options.isReadOnly
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = options.patience > 0 ? .timeout(options.patience) : .immediateError
    nonisolated(unsafe) let options = options
    configuration.prepareDatabase { db in
      if !options.isDurable { try db.execute(sql: "PRAGMA synchronous = OFF") }
      if let cache = options.cache { try db.execute(sql: "PRAGMA cache_size = -\(cache)") }
      for function in options.functions { db.add(function: function.function) }
      if let connection = db.sqliteConnection { options.watch?.look(after: connection) }
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let pointer = try queue.unsafeReentrantWrite { $0.sqliteConnection }
      guard let pointer else { throw StorageFailure.cannotOpen(path: name ?? path, reason: "") }
      // Nobody observes transactions through GRDB, whose own statements are not used.
      sqlite3_commit_hook(pointer, nil, nil)
      sqlite3_rollback_hook(pointer, nil, nil)
      sqlite3_set_authorizer(pointer, nil, nil)
      database = Database(pointer, path: name ?? path, watch: options.watch)
      isReadOnly = options.isReadOnly
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_INTERRUPT { throw EngineInterruption() }
      throw StorageFailure(code: error.extendedResultCode.rawValue, message: error.message, path: name ?? path)
    }
  }

  private static let isWithoutLocks: Bool = {
    sqlite_belongs_to_threads()
    return true
  }()

  /// A file in memory, which goes with this.
  static func inMemory() throws -> Connection { try Connection(path: ":memory:") }

  func close() {
    database.forgetStatements()
    try? queue.close()
  }
}
