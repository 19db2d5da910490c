import Foundation
import GRDB
import PPIDValues

/// A backup that was made.
package struct Backup: Sendable {
  package let records: Int
  package let entries: Int
  /// Attached contents.
  package let files: Int
  /// Attached contents that could not be had.
  package let lost: Int
  /// Of the archive and its attached contents.
  package let bytes: Int
}

extension Engine {
  /// Copies the whole archive to `path`, and the bytes of attached files to the folder `path.berkas`, while others go on working;
  /// all of it is checked before it is put there. Only an older backup is replaced; a run that is killed leaves that one whole.
  ///
  /// Contents that the older backup has are read but not copied again. Those that neither it nor the archive holds soundly are
  /// named, and there is no backup, unless `isPartial`.
  package func backUp(to path: String, isPartial: Bool = false) throws -> Backup {
    try require(.backUp)
    let lock = try FolderLock(around: path, check: store.checkInterruption)
    defer { withExtendedLifetime(lock) {} }
    let isReplaced = access(path, F_OK) == 0
    if isReplaced {
      guard !isArchive(path) else { throw CareFailure.sameFile(path: path) }
      guard Store.isBackup(path) else { throw CareFailure.notABackup(path: path) }
    }
    let temporary = Store.temporaryName(path)
    let transfer = ContentTransfer(from: store.contents, to: ContentStore(archive: path))
    do {
      let (counts, faults) = try copyChecked(to: temporary, called: path, with: transfer)
      guard faults.isEmpty || isPartial else { throw CareFailure.unsoundFiles(faults) }
      try Store.mark(temporary, at: now())
      let kept = try Store.contentDigests(of: temporary, withKept: false)
      guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
      transfer.putInPlace()
      if isReplaced { ContentStore(archive: path).remove { !kept.contains($0) } }
      remark(onLost: faults)
      return Backup(
        records: counts["record"] ?? 0, entries: counts["journal"] ?? 0, files: transfer.count, lost: faults.count,
        bytes: size(of: path) + transfer.bytes)
    } catch {
      Store.remove(temporary)
      transfer.discard()
      throw error
    }
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

  /// Copies the archive as it is at one moment and brings its contents. A content that was taken away by others before its turn came
  /// belongs to a moment that is over: then all of it is done anew. How many rows each table holds, and the contents that can't be had.
  private func copyChecked(
    to temporary: String, called path: String, with transfer: ContentTransfer
  ) throws -> (counts: [String: Int], faults: [FixityFault]) {
    var attempts = 1
    while true {
      Store.remove(temporary)
      let counts = try store.copy(to: temporary, called: path)
      try verify(temporary, holds: counts)
      transfer.begin()
      let copy = copy(at: temporary)
      defer { copy.close() }
      try copy.bringContents(with: transfer)
      let isPast = try store.read { db in
        try transfer.damaged.contains { try $0.kind == .missing && store.files(withDigest: $0.digest, db).isEmpty }
      }
      if !isPast || attempts == Engine.backupAttempts { return (counts, try copy.faults(transfer.damaged, in: store.contents)) }
      attempts += 1
    }
  }

  private static let backupAttempts = 5

  /// Has a transfer bring every content that this archive refers to.
  func bringContents(with transfer: ContentTransfer) throws {
    try store.read { db in
      try store.forEachContent(db) { try transfer.bring($0, size: $1, check: store.checkInterruption) }
    }
  }

  /// Names what a backup lacks.
  func remark(onLost faults: [FixityFault]) {
    for fault in faults {
      remark(Phrase(id: "tanpa berkas ini: \(fault.text.id)", en: "without this file: \(fault.text.en)"))
    }
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

  /// Whether a path is the archive's own file.
  func isArchive(_ other: String) -> Bool {
    var (mine, theirs) = (stat(), stat())
    return stat(path, &mine) == 0 && stat(other, &theirs) == 0 && mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino
  }

  private func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
