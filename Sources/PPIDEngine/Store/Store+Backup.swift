import Foundation
import GRDB
import GRDBSQLite
import PPIDValues

/// Copies of the whole archive, made while others go on working with it.
extension Store {
  /// Pages that are copied between two looks at whether the user wants to stop.
  private static let pagesPerStep: Int32 = 2_000

  /// Copies the archive as it is now to `target`, which must not exist. The copy is one file, for its owner alone, and on the disk
  /// after this; if anything goes wrong, nothing of it stays. How many rows each table holds.
  ///
  /// - Parameter name: what messages call the copy.
  func copy(to target: String, called name: String) throws -> [String: Int] {
    guard let source = try snapshot() else { throw CareFailure.insideTransaction }
    defer { returnSnapshot(source) }
    // The first read fixes what is seen from here on.
    let counts = try named { try source.unsafeReentrantWrite { try rowCounts($0) } }
    try Store.copy(from: source, to: target, called: name, store: self)
    return counts
  }

  /// Copies the archive that the backup at `path` holds, whatever its version, to `target`.
  func copyFile(_ path: String, to target: String) throws {
    var configuration = configuration(readonly: true)
    configuration.busyMode = .immediateError
    do {
      // Where nobody is at work in it, reading it leaves nothing beside it.
      let isAtRest = access(path + "-wal", F_OK) != 0
      let source = try DatabaseQueue(path: isAtRest ? Store.immutableName(path) : path, configuration: configuration)
      defer { try? source.close() }
      // An empty file is where an archive may begin, but no copy of one.
      guard try source.unsafeReentrantWrite({ try version(of: $0, path: path) }) > 0 else { throw CareFailure.holdsNoArchive(path: path) }
      try Store.copy(from: source, to: target, called: target, store: self)
    } catch StorageFailure.notAnArchive {
      throw CareFailure.holdsNoArchive(path: path)
    } catch let error as DatabaseError {
      let failure = StorageFailure(error, path: path)
      if failure == .notAnArchive(path: path) { throw CareFailure.holdsNoArchive(path: path) }
      throw failure
    }
  }

  /// Puts everything that the database at `path` holds in this archive's place, in one step: whoever reads meanwhile goes on seeing
  /// what was, and a run that is killed leaves all of it as it was.
  func replaceContent(with path: String) throws {
    try acquireLock()
    let target = try opened()
    let source = try DatabaseQueue(path: path)
    defer { try? source.close() }
    try named { try Store.copyPages(from: source, to: target, store: self) }
    disconnect()
  }

  /// Copies the archive before its schema is brought up to date from `version`.
  func keepCopy(of version: Int) throws {
    let copy = Store.freeName("\(path).v\(version)", ending: ".cadangan")
    let source = try named { try DatabaseQueue(path: path, configuration: configuration(readonly: true)) }
    defer { try? source.close() }
    let temporary = Store.temporaryName(copy)
    try Store.copy(from: source, to: temporary, called: copy, store: self)
    guard rename(temporary, copy) == 0 else { throw StagedFile.failure(copy) }
    onMigration(version, copy)
  }

  /// Says in a copy when it was made and where the journal stood.
  static func mark(_ path: String, at time: LocalTime) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO backup (only, made_at, journal_id) SELECT 1, ?, coalesce(max(id), 0) FROM journal",
        arguments: [time.description])
    }
  }

  /// Takes the mark of a backup away: the copy becomes an archive that is worked with.
  func unmark(_ db: Database) throws { try db.execute(sql: "DELETE FROM backup") }

  /// The last number that each kind of thing was given; numbers up to it are never given again.
  func lastNumbers(_ db: Database) throws -> [String: Int] {
    Dictionary(try Row.fetchAll(db, sql: "SELECT name, seq FROM sqlite_sequence").map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// Has numbers up to these not be given again either.
  func reserveNumbers(_ last: [String: Int], _ db: Database) throws {
    for (name, number) in last.sorted(by: { $0.key < $1.key }) {
      try db.execute(sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", arguments: [number, name])
      if db.changesCount == 0 { try db.execute(sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", arguments: [name, number]) }
    }
  }

  /// Whether the file at `path` is a backup in which nobody has worked since.
  static func isBackup(_ path: String) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    guard let queue = try? DatabaseQueue(path: readableName(path), configuration: configuration) else { return false }
    defer { try? queue.close() }
    let sql = "SELECT EXISTS (SELECT 1 FROM backup WHERE journal_id = (SELECT coalesce(max(id), 0) FROM journal))"
    let stands = try? queue.read { try Bool.fetchOne($0, sql: sql) }
    return stands == true
  }

  /// The contents that the archive file at `path`, which nobody writes, refers to; with those that it only keeps for `batal`, or without.
  static func contentDigests(of path: String, withKept: Bool) throws -> Set<String> {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    let kept = withKept ? " UNION SELECT digest FROM kept_content" : ""
    return try queue.read { try String.fetchSet($0, sql: "SELECT digest FROM content" + kept) }
  }

  /// How many rows each table holds, apart from the search index and from what whoever opens the archive clears away.
  func rowCounts(_ db: Database) throws -> [String: Int] {
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'record_text*'
        AND name NOT IN ('record_word', 'discarded_content')
        """)
    var counts: [String: Int] = [:]
    for name in names {
      try checkInterruption()
      counts[name] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(name)\"")
    }
    return counts
  }

  /// A name beside `path` for what is still being written.
  static func temporaryName(_ path: String) -> String { "\(path).baru-\(getpid())" }

  /// The first of `stem.ending`, `stem-2.ending`, … that no file has.
  static func freeName(_ stem: String, ending: String) -> String {
    var count = 1
    while true {
      let name = count == 1 ? stem + ending : "\(stem)-\(count)\(ending)"
      if access(name, F_OK) != 0 { return name }
      count += 1
    }
  }

  /// Removes a copy and what SQLite leaves beside it.
  static func remove(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm", ".kunci"] { unlink(path + ending) }
  }

  // MARK: Pages

  private static func copy(from source: DatabaseQueue, to target: String, called name: String, store: Store) throws {
    let file = open(target, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StagedFile.failure(name) }
    defer { Glibc.close(file) }
    do {
      let queue = try DatabaseQueue(path: target)
      try copyPages(from: source, to: queue, store: store)
      // A copy is one file, whatever the archive's own way of writing.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try queue.close()
      guard fsync(file) == 0 else { throw StagedFile.failure(name) }
    } catch {
      remove(target)
      if let error = error as? DatabaseError, error.resultCode != .SQLITE_CORRUPT { throw StorageFailure(error, path: name) }
      throw (error as? DatabaseError).map { StorageFailure($0, path: store.path) } ?? error
    }
  }

  private static func copyPages(from source: DatabaseQueue, to target: DatabaseQueue, store: Store) throws {
    try source.unsafeReentrantWrite { from in
      try target.unsafeReentrantWrite { to in
        guard let backup = sqlite3_backup_init(to.sqliteConnection, "main", from.sqliteConnection, "main") else {
          throw failure(to)
        }
        var waited = 0.0
        var code: Int32
        repeat {
          code = sqlite3_backup_step(backup, pagesPerStep)
          if code == SQLITE_BUSY || code == SQLITE_LOCKED {
            guard waited < patience else { break }
            waited += 0.02
            usleep(20_000)
          }
          if store.watch.isInterrupted { break }
        } while code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED
        // Ended before its end, nothing of it is stored.
        let ended = sqlite3_backup_finish(backup)
        if code != SQLITE_DONE { try store.checkInterruption() }
        guard code == SQLITE_DONE, ended == SQLITE_OK else {
          let failed = code == SQLITE_DONE ? ended : code
          throw DatabaseError(resultCode: ResultCode(rawValue: failed), message: String(cString: sqlite3_errstr(failed)))
        }
      }
    }
  }

  private static func failure(_ db: Database) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_errcode(db.sqliteConnection)), message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
  }
}
