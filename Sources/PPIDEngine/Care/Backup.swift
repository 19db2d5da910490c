import Foundation
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

extension Care {
  /// Copies the whole archive to `path`, and the bytes of attached files to the folder `path.berkas`, while others go on working;
  /// all of it is checked before it is put there. Only an older backup is replaced; a run that is killed leaves that one whole.
  ///
  /// Contents that the older backup has are read but not copied again. Those that neither it nor the archive holds soundly are
  /// named, and there is no backup, unless `isPartial`.
  package func backUp(to path: String, isPartial: Bool = false) throws -> Backup {
    try desk.require(.backUp)
    let archive = desk.archive
    let lock = try FolderLock(around: path, check: archive.checkInterruption)
    defer { withExtendedLifetime(lock) {} }
    let isReplaced = access(path, F_OK) == 0
    if isReplaced {
      guard !isArchive(path) else { throw CareFailure.sameFile(path: path) }
      guard BackupRows.isBackup(path) else { throw CareFailure.notABackup(path: path) }
    }
    let temporary = ArchiveName.temporary(path)
    let contents = ContentStore(archive: path)
    let transfer = ContentTransfer(from: ContentStore(archive: archive.path), to: contents)
    do {
      let (counts, faults) = try copyChecked(to: temporary, called: path, with: transfer)
      guard faults.isEmpty || isPartial else { throw CareFailure.unsoundFiles(faults) }
      let kept = try mark(temporary, withKept: false)
      guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
      transfer.putInPlace()
      if isReplaced { contents.remove { !kept.contains($0) } }
      remark(onLost: faults)
      return Backup(
        records: counts["record"] ?? 0, entries: counts["journal"] ?? 0, files: transfer.count, lost: faults.count,
        bytes: size(of: path) + transfer.bytes)
    } catch {
      ArchiveName.remove(temporary)
      transfer.discard()
      throw error
    }
  }

  /// Copies the archive, attached files and all, to `path`, where nothing may be yet, as an archive to be worked in. Its founder is
  /// whoever has `account` there.
  package func saveCopy(to path: String, founder: String, account: String) throws {
    let contents = desk.archive.path + ArchiveFile.contentEnding
    let target = path + ArchiveFile.contentEnding
    for taken in [path, target] where access(taken, F_OK) == 0 {
      throw PlaceFailure.fileNotWritten(path: taken, reason: String(cString: strerror(EEXIST)))
    }
    try checkOutsideTransaction()
    try desk.archive.copy(to: path, called: path) { _ in }
    do {
      if access(contents, F_OK) == 0 { try FileManager.default.copyItem(atPath: contents, toPath: target) }
      let copy = desk.copy(at: path, onStage: founder)
      defer { copy.archive.close() }
      var edit = Office.PersonEdit()
      edit.account = account
      _ = try Office(desk: copy).updatePerson(founder, edit)
    } catch {
      ArchiveName.remove(path)
      try? FileManager.default.removeItem(atPath: target)
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
      ArchiveName.remove(temporary)
      try checkOutsideTransaction()
      let counts = try desk.archive.copy(to: temporary, called: path) { try BackupRows(db: $0).rowCounts() }
      try verify(temporary, holds: counts)
      transfer.begin()
      let copy = Care(desk: desk.copy(at: temporary))
      defer { copy.desk.archive.close() }
      try copy.bringContents(with: transfer)
      let isPast = try desk.archive.read { db in
        try transfer.damaged.contains { try $0.kind == .missing && FileRows(db: db).files(withDigest: $0.digest).isEmpty }
      }
      if !isPast || attempts == Care.backupAttempts {
        return (counts, try copy.faults(transfer.damaged, in: ContentStore(archive: desk.archive.path)))
      }
      attempts += 1
    }
  }

  private static let backupAttempts = 5

  /// Has a transfer bring every content that this archive refers to.
  func bringContents(with transfer: ContentTransfer) throws {
    try desk.archive.read { db in
      try FileRows(db: db).forEachContent { try transfer.bring($0, size: $1, check: db.checkInterruption) }
    }
  }

  /// Faults of contents, with those records of this archive that have them.
  func faults(_ damaged: [(digest: String, kind: FixityFault.Kind)], in contents: ContentStore) throws -> [FixityFault] {
    try desk.read { try FileRules(inquiry: $0).faults(damaged, in: contents) }
  }

  /// Names what a backup lacks.
  func remark(onLost faults: [FixityFault]) {
    for fault in faults {
      desk.remark(Phrase(id: "tanpa berkas ini: \(fault.text.id)", en: "without this file: \(fault.text.en)"))
    }
  }

  /// Says in the copy at `path` that it is a backup, of now. The contents that it refers to; with those that it only keeps for `batal`,
  /// or without.
  func mark(_ path: String, withKept: Bool) throws -> Set<String> {
    let now = try desk.now()
    let connection = try Connection(path: path)
    defer { connection.close() }
    let rows = BackupRows(db: connection.database)
    try rows.mark(at: now)
    return try rows.contentDigests(withKept: withKept)
  }

  func checkOutsideTransaction() throws {
    guard !desk.archive.isInsideTransaction else { throw CareFailure.insideTransaction }
  }

  /// Opens a copy and compares it with what was copied.
  private func verify(_ path: String, holds counts: [String: Int]) throws {
    let copy = Care(desk: desk.copy(at: path))
    defer { copy.desk.archive.close() }
    try copy.checkSoundness(calling: path)
    let found = try copy.desk.archive.read { try BackupRows(db: $0).rowCounts() }
    if let table = counts.keys.sorted().first(where: { found[$0] != counts[$0] }) {
      throw CareFailure.unequalCopy(path: path, table: table)
    }
  }

  /// Whether a path is the archive's own file.
  func isArchive(_ other: String) -> Bool {
    var (mine, theirs) = (stat(), stat())
    return stat(desk.archive.path, &mine) == 0 && stat(other, &theirs) == 0 && mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino
  }

  private func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
