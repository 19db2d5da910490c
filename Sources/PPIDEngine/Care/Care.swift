import Foundation
import PPIDValues

/// The door to the archive as a whole: looking it over, backing it up, restoring it.
package struct Care {
  let desk: Desk
}

extension Care {
  /// Looks at the whole archive: file, schema, rows, references, search index, journal, revisions, editions, attached files. Throws
  /// ``DamagedArchive`` with every fault; the number of records, of entries in the journal and of attached contents.
  package func inspect() throws -> (records: Int, entries: Int, files: Int) {
    try desk.require(.readArchive)
    var faults = try ArchiveCheck.faults(of: desk.archive)
    var count = 0
    do {
      let contents = try desk.read { try FileRules(inquiry: $0).checkContents() }
      count = contents.count
      faults += contents.faults.map { ArchiveFault(check: Phrase(id: "berkas terlampir", en: "attached files"), text: $0.text) }
    } catch let failure as StorageFailure where failure.isDamage && !faults.isEmpty {
      // What can't be read as an archive can't say which files it has.
    }
    guard faults.isEmpty else { throw DamagedArchive(path: desk.archive.path, faults: faults) }
    return try desk.read { inquiry in
      (try RecordRows(db: inquiry.db).recordCount(), try JournalRows(db: inquiry.db).nextNumber() - 1, count)
    }
  }

  /// The archive in figures: kelompok, hal, jumlah.
  package func statistics() throws -> Relation {
    try desk.require(.readArchive)
    return StatisticsTables.statistics(try desk.visibility())
  }

  /// Throws unless the person may put a backup in the archive's place. Of an archive that can't be read, the backup's own people decide.
  package func requireRestoring() throws {
    if try !isDamaged() { try desk.require(.restore) }
  }

  /// Whether the archive's file can't be read as one of this program, because it is damaged: not even who acts, and when.
  func isDamaged() throws -> Bool {
    do {
      try desk.archive.read { db in
        _ = (try SettingRows(db: db).decided(), try PeopleRows(db: db).people(), try JournalRows(db: db).nextNumber())
      }
      return false
    } catch let failure as StorageFailure where failure.isDamage {
      return true
    } catch StorageFailure.notAnArchive where !holdsOtherDatabase() {
      return true
    }
  }

  /// Throws ``DamagedArchive``, which calls the archive by a name, unless all of it is as it must be, apart from attached files.
  func checkSoundness(calling name: String) throws {
    let faults = try ArchiveCheck.faults(of: desk.archive)
    guard faults.isEmpty else { throw DamagedArchive(path: name, faults: faults) }
  }

  /// Whether the file is a database that some other program made.
  private func holdsOtherDatabase() -> Bool {
    guard let file = fopen(desk.archive.path, "r") else { return false }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 72)
    guard fread(&head, 1, head.count, file) == head.count else { return false }
    return head.starts(with: Array("SQLite format 3\0".utf8))
  }
}
