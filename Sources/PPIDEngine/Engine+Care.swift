import Foundation
import GRDB
import PPIDValues

extension Engine {
  /// Looks at the whole archive: file, schema, references, search index, journal, revisions, editions, attached files. Throws
  /// ``DamagedArchive`` with every fault; the number of records, of entries in the journal and of attached contents.
  package func inspect() throws -> (records: Int, entries: Int, files: Int) {
    try require(.readArchive)
    var faults = try store.faults()
    var count = 0
    do {
      let contents = try checkContents()
      count = contents.count
      faults += contents.faults.map { ArchiveFault(check: Phrase(id: "berkas terlampir", en: "attached files"), text: $0.text) }
    } catch StorageFailure.corrupt where !faults.isEmpty {
      // What can't be read as an archive can't say which files it has.
    }
    guard faults.isEmpty else { throw DamagedArchive(path: path, faults: faults) }
    return try store.read { (try store.recordCount($0), try store.nextJournalID($0) - 1, count) }
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

  func checkSoundness(calling name: String) throws {
    let faults = try store.faults()
    guard faults.isEmpty else { throw DamagedArchive(path: name, faults: faults) }
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
