import Foundation
import PPIDValues

/// An archive's file: opened on first use, read, written in transactions, locked against other runs.
///
/// One thread at a time uses an archive. What it holds is told it by ``Plan``.
package final class Archive {
  /// Whether a missing archive is made, and whether anything may be written.
  package enum Access: Sendable { case readWrite, readOnly }

  /// Seconds to wait for another run or program before giving up.
  static let patience = 10.0

  package let path: String
  private let makesFolder: Bool
  let access: Access
  /// Whether an older archive is copied before its schema is brought up to date.
  let keepsOldVersions: Bool
  /// Whether what is stored is to outlast the machine's failing: each change then waits for the disk.
  private let isDurable: Bool
  /// Who runs, for those who wait.
  let holder: String
  /// Looks after long work.
  let watch: Watch
  var plan = Plan()
  let lock: RunLock
  private var connection: Connection?
  /// The archive's real path while it is open.
  private var openName: String?
  private var readers: [Connection] = []
  /// Readers in use that belong to the file as it is open now; others are not used again.
  private var lent: Set<ObjectIdentifier> = []
  private var depth = 0
  private var isLost = false
  /// Whether the file must not be touched.
  var isResting = false
  /// Whether the disk has no room for what even a reader needs beside a WAL archive: it is read as it stands, and nothing is written.
  private var isCrammed = false
  /// Files that wait for the transaction at each level.
  private var pending: [[any StagedFiles]] = []
  /// Passes over this connection's rows that are still under way.
  private var cursors: [WeakCursor] = []
  /// Told when what was read of the archive may not hold any more: others changed it, it was closed, or something was undone.
  var onForgetting: () -> Void = {}
  /// Hears which rows are added or altered.
  private(set) lazy var changedRows = ChangedRows(of: plan.rows)
  /// SQLite's own count of what others changed.
  private var othersVersion = 0

  /// - Parameters:
  ///   - makesFolder: whether a new archive's folder is made too, for its owner alone: where the user named no place.
  ///   - keepsOldVersions: whether an older archive is copied before its schema is brought up to date.
  ///   - isDurable: whether each change waits for the disk; false for what is thrown away in the end.
  ///   - interruption: points to a number that becomes other than 0 when the user wants to stop.
  package init(
    path: String, makesFolder: Bool = false, keepsOldVersions: Bool = true, isDurable: Bool = true, access: Access, holder: String,
    interruption: UnsafePointer<Int32>?
  ) {
    self.path = path
    self.keepsOldVersions = keepsOldVersions
    self.isDurable = isDurable
    self.makesFolder = makesFolder
    self.access = access
    self.holder = holder
    watch = Watch(interruption: interruption)
    lock = RunLock(archive: path)
  }

  /// The archive at another path, to be worked with in the same way; an older one is brought up to date without keeping a copy.
  func other(at path: String) -> Archive {
    let other = Archive(path: path, keepsOldVersions: false, access: .readWrite, holder: holder, interruption: watch.interruption)
    other.plan = plan
    other.plan.onMigration = { _, _ in }
    return other
  }

  /// Whether nothing may be written, because the user said so or the file doesn't let it.
  var isReadOnly: Bool { access == .readOnly || exists && Glibc.access(path, W_OK) != 0 }
  /// Whether there is an archive already; a question to it would make one.
  var exists: Bool { Glibc.access(path, F_OK) == 0 }
  var isInsideTransaction: Bool { depth > 0 }

  // MARK: Reading and writing

  func read<T>(_ body: (Database) throws -> T) throws -> T { try body(opened().database) }

  /// Runs `body` in a transaction, or in a savepoint of the one that is open; what it throws undoes it.
  func write<T>(_ body: (Database) throws -> T) throws -> T {
    try begin()
    let value: T
    do {
      value = try read(body)
    } catch {
      try rollback()
      throw error
    }
    try commit()
    return value
  }

  /// Has what was read be forgotten, where others changed the archive since the last look.
  func noticeOthers() throws {
    guard let database = connection?.database else { return }
    let version = try database.value("PRAGMA data_version", as: Int.self) ?? 0
    if version != othersVersion { onForgetting() }
    othersVersion = version
  }

  /// Has files put in place when the outermost transaction is stored; at once when none is open.
  func stage(_ files: any StagedFiles) throws {
    if pending.isEmpty { try files.putInPlace() } else { pending[pending.count - 1].append(files) }
  }

  func begin() throws {
    guard access == .readWrite else { throw StorageFailure.readOnly(path: path) }
    if depth == 0 { isLost = false }
    // SQLite would take a savepoint without a transaction around it for a transaction of its own.
    guard !isLost else { throw StorageFailure.transactionLost(path: path) }
    let database = try opened().database
    guard !isCrammed else { throw StorageFailure.full(path: path) }
    if depth == 0 { try acquireLock() }
    try cursors.forEach { try $0.cursor?.detach() }
    cursors = []
    try database.execute(depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT level_\(depth)")
    if depth == 0 { try noticeOthers() }
    depth += 1
    pending.append([])
  }

  /// Stores the innermost transaction; when that fails, it is undone.
  func commit() throws {
    guard !isLost else {
      try rollback()
      throw StorageFailure.transactionLost(path: path)
    }
    do {
      try execute(depth == 1 ? "COMMIT" : "RELEASE level_\(depth - 1)")
    } catch {
      try rollback()
      throw error
    }
    depth -= 1
    let files = pending.removeLast()
    if depth > 0 {
      pending[pending.count - 1] += files
    } else {
      for file in files { try file.putInPlace() }
    }
  }

  func rollback() throws {
    depth -= 1
    onForgetting()
    pending.removeLast().forEach { $0.discard() }
    // SQLite undoes the whole transaction by itself when the disk is full or fails.
    guard try read({ $0.isInsideTransaction }) else {
      isLost = depth > 0
      return
    }
    if depth == 0 {
      try execute("ROLLBACK")
    } else {
      try execute("ROLLBACK TO level_\(depth)")
      try execute("RELEASE level_\(depth)")
    }
  }

  /// Gives the archive free for other runs.
  package func endRun() {
    if depth == 0 { lock.release() }
  }

  /// Closes the file, so that all of it stands in one file again. A pass over rows that is still under way keeps it open.
  func close() {
    disconnect()
    lock.release()
  }

  /// Closes the file but keeps other runs out.
  func disconnect() {
    lent = []
    for reader in readers { reader.close() }
    readers = []
    connection?.close()
    connection = nil
    onForgetting()
    if let openName { ArchiveFile.end(openName) }
    openName = nil
    isCrammed = false
  }

  /// A connection that keeps seeing the archive as it is now, while this one writes; nil inside a transaction, whose
  /// changes nobody else sees yet.
  func snapshot() throws -> Connection? {
    guard depth == 0 else { return nil }
    _ = try opened()
    let reader = try readers.popLast() ?? Connection(path: readableName, called: path, options(isReadOnly: true))
    try reader.database.execute("BEGIN")
    lent.insert(ObjectIdentifier(reader))
    return reader
  }

  /// Has `cursor` told before this connection changes anything.
  func register(_ cursor: RelationCursor) {
    cursors.append(WeakCursor(cursor: cursor))
  }

  func returnSnapshot(_ reader: Connection) {
    _ = try? reader.database.execute("ROLLBACK")
    if lent.remove(ObjectIdentifier(reader)) != nil { readers.append(reader) }
  }

  /// Throws when the user wants to stop; long work asks now and then.
  func checkInterruption() throws { try watch.check() }

  private func execute(_ sql: String) throws {
    try read { _ = try $0.execute(sql) }
  }

  // MARK: Opening

  func opened() throws -> Connection {
    if let connection { return connection }
    guard !isResting else { throw StorageFailure.resting(path: path) }
    let connection = try open()
    self.connection = connection
    openName = ArchiveFile.begin(path)
    return connection
  }

  private func open() throws -> Connection {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw StorageFailure.cannotOpen(path: path, reason: String(cString: strerror(EISDIR)))
      }
    } else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw StorageFailure.cannotOpen(path: path, reason: String(cString: strerror(errno)))
      }
      guard access == .readWrite else { throw StorageFailure.missing(path: path) }
      try makeFile()
    }
    let isWritable = access == .readWrite && Glibc.access(path, W_OK) == 0
    do {
      let connection = try Connection(path: isWritable ? path : readableName, called: path, options(isReadOnly: !isWritable))
      try prepare(connection.database, isWritable: isWritable)
      if isWritable {
        try tidy(connection.database)
        changedRows.listen(to: connection.database.pointer)
      }
      return connection
    } catch StorageFailure.full where exists && !hasWaitingChanges {
      isCrammed = true
      let connection = try Connection(path: readableName, called: path, options(isReadOnly: true))
      try prepare(connection.database, isWritable: false)
      return connection
    }
  }

  /// Whether changes stand beside the archive that SQLite has not carried over into it yet.
  private var hasWaitingChanges: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  private var readableName: String { isCrammed ? ArchiveName.immutable(path) : ArchiveName.readable(path) }

  /// How the archive's connections are opened.
  func options(isReadOnly: Bool) -> Connection.Options {
    Connection.Options(
      isReadOnly: isReadOnly, patience: Archive.patience, isDurable: isDurable, cache: isReadOnly ? Archive.readingCache : Archive.cache,
      functions: plan.functions, watch: watch)
  }

  /// KiB of the file that are kept in memory: by passes over rows, which meet few pages twice, and are slower with more; usually; and
  /// for bulk work, which changes pages all over the indexes.
  private static let readingCache = 2_000
  private static let cache = 16_384
  private static let bulkCache = 65_536

  func enlargeCache(_ db: Database) throws { try db.execute("PRAGMA cache_size = -\(Archive.bulkCache)") }
  func restoreCache(_ db: Database) { _ = try? db.execute("PRAGMA cache_size = -\(Archive.cache)") }

  /// The file must exist with its mode before SQLite writes a byte into it.
  private func makeFile() throws {
    if makesFolder {
      // If it can't be made, opening the file says why.
      try? FileManager.default.createDirectory(
        atPath: path.folderPath, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw errno == EROFS
        ? StorageFailure.readOnly(path: path)
        : errno == ENOSPC
          ? StorageFailure.full(path: path) : StorageFailure.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    Glibc.close(file)
  }

  /// If another run is at work now, a later one tidies.
  private func tidy(_ db: Database) throws {
    guard try plan.needsTidying(db) else { return }
    let isOurs = lock.isHeld
    do {
      try lock.acquire(holder: holder, mode: archiveMode, patience: 0) { watch.isInterrupted }
    } catch is StorageFailure {
      return
    }
    defer { if !isOurs { lock.release() } }
    try plan.tidy(db)
  }

  /// Keeps other runs from writing until this one ends.
  func acquireLock() throws {
    try lock.acquire(holder: holder, mode: archiveMode, patience: Archive.patience) { watch.isInterrupted }
  }

  private var archiveMode: mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
  }
}

private struct WeakCursor {
  weak var cursor: RelationCursor?
}
