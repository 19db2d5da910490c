import Foundation
import GRDB
import PPIDValues

/// What restoring did.
package struct Restoration: Sendable {
  package let records: Int
  package let entries: Int
  /// Attached contents.
  package let files: Int
  /// Where the archive stands as it was before; nil when there was nothing in it.
  package let kept: String?
}

extension Engine {
  /// Puts the backup at `path` in the archive's place, with the contents in `path.berkas`, after checking all of it. The archive as it
  /// was is kept beside it. A run that fails or is killed meanwhile leaves the archive as it was. Numbers given since the backup are
  /// not given again.
  ///
  /// Contents that the archive still has are not copied. Those that neither it nor the backup holds soundly are named, and nothing is
  /// restored, unless `isPartial`.
  package func restore(from path: String, isPartial: Bool = false) throws -> Restoration {
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
    let author = try isReadable ? author() : copy.author()
    // Until everything is there, all that was brought can be taken away again.
    let transfer = ContentTransfer(from: ContentStore(archive: path), to: store.contents)
    defer { transfer.discard() }
    try copy.bringContents(with: transfer)
    let faults = try copy.faults(transfer.damaged, in: ContentStore(archive: path))
    guard faults.isEmpty || isPartial else { throw CareFailure.unsoundBackup(path: path, faults: faults) }
    let kept = try isReadable ? keepArchive() : keepDamagedFile()
    var (records, entries) = (0, 0)
    let before = isReadable ? try store.read { (entries: try store.nextJournalID($0) - 1, numbers: try store.lastNumbers($0)) } : nil
    try copy.store.write { db in
      try store.unmark(db)
      try store.reserveNumbers(before?.numbers ?? [:], db)
      // Bytes go only where they are kept.
      if kept != nil { try store.discardUnknownContents(db) }
      records = try store.recordCount(db)
      entries = try store.nextJournalID(db) - 1
      let event = Event(
        "pulihkan", before: [Field("jejak", before.map { .int($0.entries) } ?? .null)],
        after: [
          Field("berkas", .text(path.fileName)), Field("jejak", .int(entries)),
          Field("simpanan", .optional(kept.map { $0.fileName })),
        ])
      try store.append(event, by: author, db)
    }
    copy.close()
    if isReadable { try store.replaceContent(with: temporary) } else { try replaceDamagedFile(with: temporary) }
    transfer.putInPlace()
    forgetWhoActs()
    remark(onLost: faults)
    return Restoration(records: records, entries: entries, files: transfer.count, kept: kept)
  }

  // MARK: What was there

  /// Where the archive as it was is kept.
  private func nameToKeep() throws -> String {
    Store.freeName("\(path).\(try now().description.replacing(":", with: "."))", ending: ".cadangan")
  }

  /// Copies the archive beside itself, its contents too; nil when nothing ever happened in it.
  private func keepArchive() throws -> String? {
    guard try store.read({ try store.nextJournalID($0) }) > 1 else { return nil }
    let name = try nameToKeep()
    let temporary = Store.temporaryName(name)
    _ = try store.copy(to: temporary, called: name)
    try Store.mark(temporary, at: now())
    let held = try Store.contentDigests(of: temporary, withKept: true)
    try store.contents.link(into: ContentStore(archive: name), where: held.contains, check: store.checkInterruption)
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
    try store.contents.link(into: ContentStore(archive: name), check: store.checkInterruption)
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
}
