import Glibc
import PPIDValues
import Testing

@testable import PPIDEngine

/// The archive at work is never read as a file: that would give up the locks that SQLite holds on it, and whoever closed it next would
/// take its log away from under this process.
@Suite struct ArchiveFileTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    engine.endRun()
  }

  /// Another process opens the archive, reads and closes it; whether the log still stands.
  private func logOutlivesReader() throws -> Bool {
    #expect(access(archive.path + "-wal", F_OK) == 0)
    #expect(try archive.sqlite("SELECT count(*) FROM unit") == "1\n")
    return access(archive.path + "-wal", F_OK) == 0
  }

  @Test func `the archive at work keeps its locks, whatever is asked to be read or written in its place`() throws {
    for ending in ["", "-shm", "-wal", ".kunci"] {
      let path = archive.path + ending
      #expect(throws: (any Error).self) { try RegularFile(path: path) }
      #expect(throws: ImportFailure.self) { try CSVReader(path: path) }
      #expect(throws: PlaceFailure.self) { try StagedFile(path: path) }
      #expect(throws: PlaceFailure.self) { try ArchiveFile.checkReading(path) }
      #expect(try logOutlivesReader(), "\(ending)")
    }
    // A hard link is the same file.
    let alias = archive.path + ".lain"
    #expect(link(archive.path, alias) == 0)
    defer { unlink(alias) }
    #expect(throws: (any Error).self) { try RegularFile(path: alias) }
    #expect(try logOutlivesReader())
    // What this is about: any descriptor of the file that is closed.
    fclose(fopen(archive.path, "r"))
    #expect(try !logOutlivesReader())
  }

  @Test func `an archive that is closed is a file like others`() throws {
    engine.close()
    #expect(throws: Never.self) { try RegularFile(path: archive.path) }
    #expect(throws: PlaceFailure.self) { try StagedFile(path: archive.path) }
  }
}
