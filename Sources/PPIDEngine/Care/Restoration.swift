import Foundation
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

extension Care {
  /// Puts the backup at `path` in the archive's place, with the contents in `path.berkas`, after checking all of it. The archive as it
  /// was is kept beside it. A run that fails or is killed meanwhile leaves the archive as it was. Numbers given since the backup are
  /// not given again.
  ///
  /// Contents that the archive still has are not copied. Those that neither it nor the backup holds soundly are named, and nothing is
  /// restored, unless `isPartial`.
  package func restore(from path: String, isPartial: Bool = false) throws -> Restoration {
    try requireRestoring()
    try checkOutsideTransaction()
    guard access(path, F_OK) == 0 else { throw CareFailure.noBackup(path: path) }
    guard !isArchive(path) else { throw CareFailure.sameFile(path: path) }
    let archive = desk.archive
    try archive.acquireLock()
    let temporary = ArchiveName.temporary(archive.path)
    ArchiveName.remove(temporary)
    defer { ArchiveName.remove(temporary) }
    try copyBackup(path, to: temporary)
    let copy = Care(desk: desk.copy(at: temporary))
    defer { copy.desk.archive.close() }
    try copy.checkSoundness(calling: path)
    let isReadable = try !isDamaged()
    if !isReadable { try copy.desk.require(.restore) }
    let author = try (isReadable ? desk : copy.desk).author()
    // Until everything is there, all that was brought can be taken away again.
    let transfer = ContentTransfer(from: ContentStore(archive: path), to: ContentStore(archive: archive.path))
    defer { transfer.discard() }
    try copy.bringContents(with: transfer)
    let faults = try copy.faults(transfer.damaged, in: ContentStore(archive: path))
    guard faults.isEmpty || isPartial else { throw CareFailure.unsoundBackup(path: path, faults: faults) }
    let kept = try isReadable ? keepArchive() : keepDamagedFile()
    let (records, entries) = try finish(copy.desk.archive, of: path, instead: isReadable ? standing() : nil, kept, by: author)
    copy.desk.archive.close()
    if isReadable { try archive.replaceContent(with: temporary) } else { try replaceDamagedFile(with: temporary) }
    transfer.putInPlace()
    desk.forget()
    remark(onLost: faults)
    return Restoration(records: records, entries: entries, files: transfer.count, kept: kept)
  }

  private func copyBackup(_ path: String, to temporary: String) throws {
    do {
      try desk.archive.copyFile(path, to: temporary)
    } catch StorageFailure.notAnArchive {
      throw CareFailure.holdsNoArchive(path: path)
    }
  }

  /// Has the copy of a backup be an archive that goes on where this one stood: no number is given again, and the journal tells what it
  /// came from. How many records it holds, and how many entries of the journal it had.
  private func finish(
    _ copy: Archive, of path: String, instead standing: (entries: Int, numbers: [String: Int])?, _ kept: String?, by author: Author
  ) throws -> (records: Int, entries: Int) {
    let contents = ContentStore(archive: desk.archive.path)
    return try copy.write { db in
      let rows = BackupRows(db: db)
      try rows.unmark()
      try rows.reserveNumbers(standing?.numbers ?? [:])
      // Bytes go only where they are kept.
      if kept != nil { try contents.forEachDigest(FileRows(db: db).discardUnknown) }
      let journal = JournalRows(db: db)
      let number = try journal.nextNumber()
      let event = Event(
        "pulihkan", before: [Field("jejak", standing.map { .int($0.entries) } ?? .null)],
        after: [
          Field("berkas", .text(path.fileName)), Field("jejak", .int(number - 1)),
          Field("simpanan", .optional(kept.map { $0.fileName })),
        ])
      try db.writing(entry: number) { try journal.append(event, by: author) }
      return (try RecordRows(db: db).recordCount(), number - 1)
    }
  }

  // MARK: What was there

  /// How far the journal went, and which numbers were given.
  private func standing() throws -> (entries: Int, numbers: [String: Int]) {
    try desk.archive.read { (try JournalRows(db: $0).nextNumber() - 1, try BackupRows(db: $0).lastNumbers()) }
  }

  /// Copies the archive beside itself, its contents too; nil when nothing ever happened in it.
  private func keepArchive() throws -> String? {
    let archive = desk.archive
    guard try archive.read({ try JournalRows(db: $0).nextNumber() }) > 1 else { return nil }
    let name = ArchiveName.free("\(archive.path).\(try desk.now().description.replacing(":", with: "."))", ending: ".cadangan")
    let temporary = ArchiveName.temporary(name)
    try archive.copy(to: temporary, called: name) { _ in }
    let held = try mark(temporary, withKept: true)
    try ContentStore(archive: archive.path).link(
      into: ContentStore(archive: name), where: held.contains, check: archive.checkInterruption)
    guard rename(temporary, name) == 0 else { throw StagedFile.failure(name) }
    return name
  }

  /// Copies the files of an archive that can't be read.
  private func keepDamagedFile() throws -> String {
    let archive = desk.archive
    archive.disconnect()
    let name = ArchiveName.free(archive.path, ending: ".rusak")
    for ending in ["", "-wal"] where access(archive.path + ending, F_OK) == 0 {
      do {
        try FileManager.default.copyItem(atPath: archive.path + ending, toPath: name + ending)
      } catch {
        throw StagedFile.failure(name)
      }
    }
    try ContentStore(archive: archive.path).link(into: ContentStore(archive: name), check: archive.checkInterruption)
    return name
  }

  /// Puts a copy in the place of a file that can't be read and was copied.
  private func replaceDamagedFile(with temporary: String) throws {
    let path = desk.archive.path
    desk.archive.disconnect()
    var status = stat()
    if stat(path, &status) == 0 { chmod(temporary, status.st_mode & 0o777) }
    // Changes that were never carried over into the damaged file must not be carried over into this one.
    for ending in ["-wal", "-shm"] { unlink(path + ending) }
    guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
  }
}

extension Desk {
  fileprivate func author() throws -> Author { try read { try author($0) } }
}
