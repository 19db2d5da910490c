import Foundation
import GRDB
import GRDBSQLite
import PPIDValues

/// The archive's file: opened on first use, read, written in transactions, locked against other runs.
///
/// Every SQL statement of the program lives beside this file. One thread at a time uses a store.
package final class Store {
  /// Whether a missing archive is made, and whether anything may be written.
  package enum Access: Sendable { case readWrite, readOnly }

  /// Seconds to wait for another run or program before giving up.
  static let patience = 10.0

  package let path: String
  private let makesFolder: Bool
  private let access: Access
  /// Whether an older archive is copied before its schema is brought up to date.
  private let keepsOldVersions: Bool
  /// Whether what is stored is to outlast the machine's failing: each change then waits for the disk.
  private let isDurable: Bool
  /// Who runs, for those who wait.
  let holder: String
  /// Looks after long work.
  let watch: Watch
  private let lock: RunLock
  private var queue: DatabaseQueue?
  /// The archive's real path while it is open.
  private var openName: String?
  private var readers: [DatabaseQueue] = []
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
  /// Editions of the SOP that were read already, by their rows.
  var procedures: [Int: Procedure] = [:]
  /// Fills what a new schema has, in the transaction that makes it; `from` is the version before, 0 for a new archive.
  var onUpgrade: (Database, _ from: Int) throws -> Void = { _, _ in }

  /// Told when an older archive was copied to that path, before its schema is brought up to date.
  var onMigration: (_ from: Int, _ copy: String) -> Void = { _, _ in }

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

  /// Whether nothing may be written, because the user said so or the file doesn't let it.
  var isReadOnly: Bool { access == .readOnly || exists && Glibc.access(path, W_OK) != 0 }
  /// Whether there is an archive already; a question to it would make one.
  var exists: Bool { Glibc.access(path, F_OK) == 0 }
  var isInsideTransaction: Bool { depth > 0 }

  // MARK: Reading and writing

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try named { try opened().unsafeReentrantWrite(body) }
  }

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

  /// Has files put in place when the outermost transaction is stored; at once when none is open.
  func stage(_ files: any StagedFiles) throws {
    if pending.isEmpty { try files.putInPlace() } else { pending[pending.count - 1].append(files) }
  }

  func begin() throws {
    guard access == .readWrite else { throw StorageFailure.readOnly(path: path) }
    if depth == 0 { isLost = false }
    // SQLite would take a savepoint without a transaction around it for a transaction of its own.
    guard !isLost else { throw StorageFailure.transactionLost(path: path) }
    let queue = try opened()
    guard !isCrammed else { throw StorageFailure.full(path: path) }
    if depth == 0 { try acquireLock() }
    try cursors.forEach { try $0.cursor?.detach() }
    cursors = []
    try named {
      try queue.unsafeReentrantWrite { db in
        try db.execute(sql: depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT level_\(depth)")
      }
    }
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
    pending.removeLast().forEach { $0.discard() }
    // SQLite undoes the whole transaction by itself when the disk is full or fails.
    guard try read({ $0.isInsideTransaction }) else {
      isLost = depth > 0
      return
    }
    if depth == 0 {
      try execute("ROLLBACK")
    } else {
      try execute("ROLLBACK TO level_\(depth); RELEASE level_\(depth)")
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
    for reader in readers { try? reader.close() }
    readers = []
    try? queue?.close()
    queue = nil
    if let openName { ArchiveFile.end(openName) }
    openName = nil
    isCrammed = false
  }

  /// A connection that keeps seeing the archive as it is now, while this one writes; nil inside a transaction, whose
  /// changes nobody else sees yet.
  func snapshot() throws -> DatabaseQueue? {
    guard depth == 0 else { return nil }
    _ = try opened()
    let reader = try readers.popLast() ?? named { try DatabaseQueue(path: readableName, configuration: configuration(readonly: true)) }
    try named { try reader.unsafeReentrantWrite { try $0.execute(sql: "BEGIN") } }
    lent.insert(ObjectIdentifier(reader))
    return reader
  }

  /// Has `cursor` told before this connection changes anything.
  func register(_ cursor: RelationCursor) {
    cursors.append(WeakCursor(cursor: cursor))
  }

  func returnSnapshot(_ reader: DatabaseQueue) {
    try? reader.unsafeReentrantWrite { try $0.execute(sql: "ROLLBACK") }
    if lent.remove(ObjectIdentifier(reader)) != nil { readers.append(reader) }
  }

  /// Throws when the user wants to stop; long work asks now and then.
  func checkInterruption() throws {
    watch.onProgress?()
    if watch.isInterrupted { throw EngineInterruption() }
  }

  private func execute(_ sql: String) throws {
    try read { try $0.execute(sql: sql) }
  }

  /// SQLite's errors in the archive's own terms.
  func named<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw error.resultCode == .SQLITE_INTERRUPT || error.resultCode == .SQLITE_ABORT && watch.isInterrupted
        ? EngineInterruption() as any Error : StorageFailure(error, path: path)
    }
  }

  // MARK: Opening

  func opened() throws -> DatabaseQueue {
    if let queue { return queue }
    guard !isResting else { throw StorageFailure.resting(path: path) }
    let queue = try open()
    self.queue = queue
    openName = ArchiveFile.begin(path)
    return queue
  }

  private func open() throws -> DatabaseQueue {
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
      return try named {
        let queue = try DatabaseQueue(path: isWritable ? path : readableName, configuration: configuration(readonly: !isWritable))
        try prepare(queue, isWritable: isWritable)
        if isWritable { try finishDiscarding(queue) }
        return queue
      }
    } catch StorageFailure.full where exists && !hasWaitingChanges {
      isCrammed = true
      return try named {
        let queue = try DatabaseQueue(path: readableName, configuration: configuration(readonly: true))
        try prepare(queue, isWritable: false)
        return queue
      }
    }
  }

  /// Whether changes stand beside the archive that SQLite has not carried over into it yet.
  private var hasWaitingChanges: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  private var readableName: String { isCrammed ? Store.immutableName(path) : Store.readableName(path) }

  /// How SQLite must be asked to read the file at `path`: a WAL archive in a folder where it may write nothing can't be read unless
  /// it is told that nobody writes at all.
  static func readableName(_ path: String) -> String {
    let folder = path.folderPath
    let nobodyWrites = Glibc.access(folder.isEmpty ? "." : folder, W_OK) != 0 && Glibc.access(path + "-wal", F_OK) != 0
    return nobodyWrites ? immutableName(path) : path
  }

  /// How SQLite is told that nobody writes the file at `path` while it is read.
  static func immutableName(_ path: String) -> String {
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return "file:\(escaped)?immutable=1"
  }

  func configuration(readonly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(Store.patience)
    nonisolated(unsafe) let watch = watch
    let isDurable = isDurable
    configuration.prepareDatabase { db in
      if !isDurable { try db.execute(sql: "PRAGMA synchronous = OFF") }
      try db.execute(sql: "PRAGMA cache_size = -\(readonly ? Store.readingCache : Store.cache)")
      RetentionFunctions.add(to: db)
      watch.look(after: db)
    }
    return configuration
  }

  /// KiB of the file that are kept in memory: by passes over rows, which meet few pages twice, and are slower with more; usually; and
  /// for bulk work, which changes pages all over the indexes.
  private static let readingCache = 2_000
  private static let cache = 16_384
  private static let bulkCache = 65_536

  func enlargeCache(_ db: Database) throws { try db.execute(sql: "PRAGMA cache_size = -\(Store.bulkCache)") }
  func restoreCache(_ db: Database) { try? db.execute(sql: "PRAGMA cache_size = -\(Store.cache)") }

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

  private func prepare(_ queue: DatabaseQueue, isWritable: Bool) throws {
    try queue.unsafeReentrantWrite { db in
      let found = try version(of: db)
      guard found < Schema.version else { return }
      guard isWritable else {
        throw found > 0 ? StorageFailure.outdated(path: path, version: found) : StorageFailure.readOnly(path: path)
      }
      let wasHeld = lock.isHeld
      try acquireLock()
      defer { if !wasHeld { lock.release() } }
      if found > 0, keepsOldVersions { try keepCopy(of: found) }
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.inTransaction(.immediate) {
        // Another run may have been faster.
        let version = try version(of: db)
        for step in Schema.steps[version...] { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)")
        try onUpgrade(db, version)
        return .commit
      }
    }
  }

  /// Takes away bytes that a run which was killed had discarded; if another run is at work now, a later one does it.
  private func finishDiscarding(_ queue: DatabaseQueue) throws {
    try queue.unsafeReentrantWrite { db in
      guard try hasDiscardedContents(db) else { return }
      let isOurs = lock.isHeld
      do {
        try lock.acquire(holder: holder, mode: archiveMode, patience: 0) { watch.isInterrupted }
      } catch is StorageFailure {
        return
      }
      defer { if !isOurs { lock.release() } }
      try removeDiscardedContents(db)
    }
  }

  private func version(of db: Database) throws -> Int { try version(of: db, path: path) }

  /// The version of an archive's schema; throws for what is no archive, or one of a newer program.
  func version(of db: Database, path: String) throws -> Int {
    let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if mark != Schema.applicationID {
      let isEmpty = try mark == 0 && version == 0 && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
      guard isEmpty else { throw StorageFailure.notAnArchive(path: path) }
    }
    guard version <= Schema.version else {
      throw StorageFailure.tooNew(path: path, version: version, known: Schema.version)
    }
    return version
  }

  /// Keeps other runs from writing until this one ends.
  func acquireLock() throws {
    try lock.acquire(holder: holder, mode: archiveMode, patience: Store.patience) { watch.isInterrupted }
  }

  private var archiveMode: mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
  }
}

private struct WeakCursor {
  weak var cursor: RelationCursor?
}
