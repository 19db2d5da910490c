import GRDBSQLite
import Glibc

/// Copies of the whole archive, page by page, made while others go on working with it.
extension Archive {
  /// Pages that are copied between two looks at whether the user wants to stop.
  private static let pagesPerStep: Int32 = 2_000

  /// Copies the archive as it is now, outside of transactions, to `target`, which must not exist. The copy is one file, for its owner
  /// alone, and on the disk after this; if anything goes wrong, nothing of it stays. What `reading` says of the archive at that moment.
  ///
  /// - Parameter name: what messages call the copy.
  func copy<T>(to target: String, called name: String, reading: (Database) throws -> T) throws -> T {
    guard let source = try snapshot() else { throw StorageFailure.failing(path: path, detail: "BEGIN") }
    defer { returnSnapshot(source) }
    // The first read fixes what is seen from here on.
    let value = try reading(source.database)
    try copy(source.database, to: target, called: name)
    return value
  }

  /// Copies the archive in the file at `path`, which others may be at work in, to `target`. Throws ``StorageFailure/notAnArchive(path:)``
  /// where there is none.
  func copyFile(_ path: String, to target: String) throws {
    // Where nobody is at work in it, reading it leaves nothing beside it.
    let isAtRest = Glibc.access(path + "-wal", F_OK) != 0
    var options = options(isReadOnly: true)
    options.patience = 0
    let source = try Connection(path: isAtRest ? ArchiveName.immutable(path) : path, called: path, options)
    defer { source.close() }
    // An empty file is where an archive may begin, but no copy of one.
    guard try version(of: source.database) > 0 else { throw StorageFailure.notAnArchive(path: path) }
    try copy(source.database, to: target, called: target)
  }

  /// Puts everything that the database at `path` holds in this archive's place, in one step: whoever reads meanwhile goes on seeing
  /// what was, and a run that is killed leaves all of it as it was.
  func replaceContent(with path: String) throws {
    try acquireLock()
    let target = try opened()
    let source = try Connection(path: path)
    defer { source.close() }
    try copyPages(from: source.database, to: target.database)
    disconnect()
  }

  /// Copies the archive before its schema is brought up to date from `version`.
  func keepCopy(of version: Int) throws {
    let copy = ArchiveName.free("\(path).v\(version)", ending: ".cadangan")
    let source = try Connection(path: path, options(isReadOnly: true))
    defer { source.close() }
    let temporary = ArchiveName.temporary(copy)
    try self.copy(source.database, to: temporary, called: copy)
    guard rename(temporary, copy) == 0 else { throw StagedFile.failure(copy) }
    plan.onMigration(version, copy)
  }

  // MARK: Pages

  private func copy(_ source: Database, to target: String, called name: String) throws {
    let file = open(target, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StagedFile.failure(name) }
    defer { Glibc.close(file) }
    do {
      let connection = try Connection(path: target, called: name)
      defer { connection.close() }
      try copyPages(from: source, to: connection.database)
      // A copy is one file, whatever the archive's own way of writing.
      try connection.database.execute("PRAGMA journal_mode = DELETE")
      connection.close()
      guard fsync(file) == 0 else { throw StagedFile.failure(name) }
    } catch {
      ArchiveName.remove(target)
      if case StorageFailure.corrupt(_, let detail) = error { throw StorageFailure.corrupt(path: path, detail: detail) }
      throw error
    }
  }

  private func copyPages(from source: Database, to target: Database) throws {
    guard let backup = sqlite3_backup_init(target.pointer, "main", source.pointer, "main") else { throw target.failure() }
    var waited = 0.0
    var code: Int32
    repeat {
      code = sqlite3_backup_step(backup, Archive.pagesPerStep)
      if code == SQLITE_BUSY || code == SQLITE_LOCKED {
        guard waited < Archive.patience else { break }
        waited += 0.02
        usleep(20_000)
      }
      if watch.isInterrupted { break }
    } while code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED
    // Ended before its end, nothing of it is stored.
    let ended = sqlite3_backup_finish(backup)
    if code != SQLITE_DONE { try checkInterruption() }
    guard code == SQLITE_DONE, ended == SQLITE_OK else {
      let failed = code == SQLITE_DONE ? ended : code
      throw target.failure(failed, String(cString: sqlite3_errstr(failed)))
    }
  }
}
