import Foundation
import GRDB
import PPIDValues

/// A backup that was made.
package struct Backup: Sendable {
  package let records: Int
  package let entries: Int
  package let bytes: Int
}

/// What restoring did.
package struct Restoration: Sendable {
  package let records: Int
  package let entries: Int
  /// Where the archive stands as it was before; nil when there was nothing in it.
  package let kept: String?
}

extension Engine {
  /// Copies the whole archive to `path` while others go on working, and checks the copy before it is put there. Only an older backup
  /// is replaced.
  package func backUp(to path: String) throws -> Backup {
    try require(.backUp)
    if access(path, F_OK) == 0 {
      guard !isArchive(path) else { throw CareFailure.sameFile(path: path) }
      guard Store.isBackup(path) else { throw CareFailure.notABackup(path: path) }
    }
    let temporary = Store.temporaryName(path)
    Store.remove(temporary)
    let counts = try store.copy(to: temporary, called: path)
    do {
      try verify(temporary, holds: counts)
      try Store.mark(temporary, at: now())
      guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
    } catch {
      Store.remove(temporary)
      throw error
    }
    return Backup(records: counts["record"] ?? 0, entries: counts["journal"] ?? 0, bytes: size(of: path))
  }

  /// Copies the archive, attached files and all, to `path`, where nothing may be yet, as an archive to be worked in. Its founder is
  /// whoever has `account` there.
  package func saveCopy(to path: String, founder: String, account: String) throws {
    let contents = store.path + ContentStore.ending
    for taken in [path, path + ContentStore.ending] where access(taken, F_OK) == 0 {
      throw EngineFailure.fileNotWritten(path: taken, reason: String(cString: strerror(EEXIST)))
    }
    _ = try store.copy(to: path, called: path)
    do {
      if access(contents, F_OK) == 0 { try FileManager.default.copyItem(atPath: contents, toPath: path + ContentStore.ending) }
      var edit = PersonEdit()
      edit.account = account
      let copy = copy(at: path)
      defer { copy.close() }
      copy.onStage = founder
      _ = try copy.updatePerson(founder, edit)
    } catch {
      Store.remove(path)
      try? FileManager.default.removeItem(atPath: path + ContentStore.ending)
      throw (error as? CocoaError).map { _ in StagedFile.failure(path) } ?? error
    }
  }

  /// Puts the backup at `path` in the archive's place, after checking it. The archive as it was is kept beside it. A run that is
  /// killed meanwhile leaves the archive as it was. Numbers given since the backup are not given again.
  package func restore(from path: String) throws -> Restoration {
    try require(.restore)
    guard !store.isInsideTransaction else { throw CareFailure.insideTransaction }
    guard access(path, F_OK) == 0 else { throw CareFailure.noBackup(path: path) }
    guard !isArchive(path) else { throw CareFailure.sameFile(path: path) }
    try store.acquireLock()
    let temporary = Store.temporaryName(self.path)
    Store.remove(temporary)
    defer { Store.remove(temporary) }
    try store.copyFile(path, to: temporary)
    let copy = self.copy(at: temporary)
    defer { copy.close() }
    try copy.checkSoundness(calling: path)
    let isReadable = try !isDamaged()
    if !isReadable { try copy.require(.restore) }
    let kept = try isReadable ? keepArchive() : keepDamagedFile()
    var (records, entries) = (0, 0)
    let author = try isReadable ? author() : copy.author()
    let before = isReadable ? try store.read { (entries: try store.nextJournalID($0) - 1, numbers: try store.lastNumbers($0)) } : nil
    try copy.store.write { db in
      try store.unmark(db)
      try store.reserveNumbers(before?.numbers ?? [:], db)
      records = try store.recordCount(db)
      entries = try store.nextJournalID(db) - 1
      let event = Event(
        "pulihkan", before: [Field("jejak", before.map { .int($0.entries) } ?? .null)],
        after: [
          Field("berkas", .text((path as NSString).lastPathComponent)), Field("jejak", .int(entries)),
          Field("simpanan", .optional(kept.map { ($0 as NSString).lastPathComponent })),
        ])
      try store.append(event, by: author, db)
    }
    copy.close()
    if isReadable { try store.replaceContent(with: temporary) } else { try replaceDamagedFile(with: temporary) }
    forgetWhoActs()
    return Restoration(records: records, entries: entries, kept: kept)
  }

  /// Looks at the whole archive: file, schema, references, search index, journal, revisions. Throws ``DamagedArchive`` with every
  /// fault; the number of records and of entries in the journal.
  package func inspect() throws -> (records: Int, entries: Int) {
    try require(.readArchive)
    try checkSoundness(calling: path)
    return try store.read { (try store.recordCount($0), try store.nextJournalID($0) - 1) }
  }

  /// The archive in figures: kelompok, hal, jumlah.
  package func statistics() throws -> Relation {
    try require(.readArchive)
    return .statistics(try visibility())
  }

  /// Whether the archive's file can't be read as one of this program, because it is damaged.
  func isDamaged() throws -> Bool {
    do {
      _ = try store.read { db in (try store.setting(.zone, db), try store.people(db), try store.nextJournalID(db)) }
      return false
    } catch StorageFailure.corrupt {
      return true
    } catch StorageFailure.notAnArchive where !holdsOtherDatabase() {
      return true
    }
  }

  private func checkSoundness(calling name: String) throws {
    let faults = try store.faults()
    guard faults.isEmpty else { throw DamagedArchive(path: name, faults: faults) }
  }

  /// Opens a copy and compares it with what was copied.
  private func verify(_ path: String, holds counts: [String: Int]) throws {
    let copy = copy(at: path)
    defer { copy.close() }
    try copy.checkSoundness(calling: path)
    let found = try copy.store.read { try copy.store.rowCounts($0) }
    if let table = counts.keys.sorted().first(where: { found[$0] != counts[$0] }) {
      throw CareFailure.unequalCopy(path: path, table: table)
    }
  }

  private func isArchive(_ other: String) -> Bool {
    var (mine, theirs) = (stat(), stat())
    return stat(path, &mine) == 0 && stat(other, &theirs) == 0 && mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino
  }

  private func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  // MARK: What was there

  /// Where the archive as it was is kept.
  private func nameToKeep() throws -> String {
    Store.freeName("\(path).\(try now().description.replacing(":", with: "."))", ending: ".cadangan")
  }

  /// Copies the archive beside itself; nil when nothing ever happened in it.
  private func keepArchive() throws -> String? {
    guard try store.read({ try store.nextJournalID($0) }) > 1 else { return nil }
    let name = try nameToKeep()
    let temporary = Store.temporaryName(name)
    _ = try store.copy(to: temporary, called: name)
    try Store.mark(temporary, at: now())
    guard rename(temporary, name) == 0 else { throw StagedFile.failure(name) }
    return name
  }

  /// Copies the files of an archive that can't be read.
  private func keepDamagedFile() throws -> String {
    store.disconnect()
    let name = Store.freeName(path, ending: ".rusak")
    for ending in ["", "-wal"] where access(path + ending, F_OK) == 0 {
      do {
        try FileManager.default.copyItem(atPath: path + ending, toPath: name + ending)
      } catch {
        throw StagedFile.failure(name)
      }
    }
    return name
  }

  /// Puts a copy in the place of a file that can't be read and was copied.
  private func replaceDamagedFile(with temporary: String) throws {
    store.disconnect()
    var status = stat()
    if stat(path, &status) == 0 { chmod(temporary, status.st_mode & 0o777) }
    // Changes that were never carried over into the damaged file must not be carried over into this one.
    for ending in ["-wal", "-shm"] { unlink(path + ending) }
    guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
  }

  /// Whether the file is a database that some other program made.
  private func holdsOtherDatabase() -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 72)
    guard fread(&head, 1, head.count, file) == head.count else { return false }
    return head.starts(with: Array("SQLite format 3\0".utf8))
  }
}
