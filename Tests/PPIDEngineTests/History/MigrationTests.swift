import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// What happens to archives of other versions.
@Suite struct MigrationTests {
  /// An engine of a program that has gone one step further.
  private func newer(_ archive: TemporaryArchive, access: Archive.Access = .readWrite) -> Engine {
    let engine = archive.engine(access: access)
    engine.desk.archive.plan.steps.append(Schema.Step(name: "catatan unit", sql: "ALTER TABLE unit ADD COLUMN note TEXT"))
    return engine
  }

  private func filled() throws -> TemporaryArchive {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    engine.close()
    return archive
  }

  @Test func `the copy is made first, and what was in the archive comes along`() throws {
    let archive = try filled()
    let engine = newer(archive)
    #expect(try engine.office.unitCodes() == ["BU"])
    #expect(engine.takeRemarks().contains { $0.id.contains("arsip.db.v\(Schema.first).cadangan") })
    engine.close()
    #expect(try archive.sqlite("PRAGMA user_version; SELECT count(note), count(*) FROM unit") == "\(Schema.first + 1)\n0|1\n")
    let copy = archive.folder.appendingPathComponent("arsip.db.v\(Schema.first).cadangan").path
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try archive.sqlite("ATTACH '\(copy)' AS c; PRAGMA c.user_version; SELECT count(*) FROM c.unit") == "\(Schema.first)\n1\n")
    // The second time there is nothing to do.
    _ = try newer(archive).office.unitCodes()
    #expect(try FileManager.default.contentsOfDirectory(atPath: archive.folder.path).filter { $0.contains(".v") }.count == 1)
  }

  @Test func `an older archive that can't be written says what it needs`() throws {
    let archive = try filled()
    #expect(throws: StorageFailure.outdated(path: archive.path, version: Schema.first)) {
      try newer(archive, access: .readOnly).office.unitCodes()
    }
    #expect(try archive.sqlite("PRAGMA user_version") == "\(Schema.first)\n")
  }

  @Test func `an archive of a newer program is left alone`() throws {
    let archive = try filled()
    _ = try newer(archive).office.unitCodes()
    #expect(throws: StorageFailure.tooNew(path: archive.path, version: Schema.first + 1, known: Schema.first)) {
      try archive.engine().office.unitCodes()
    }
  }

  @Test(arguments: [1, 2, 15]) func `an archive from before the first release is refused by name, and left as it was`(_ version: Int) throws
  {
    let archive = try TemporaryArchive()
    _ = try archive.sqlite(
      "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT); PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version)"
    )
    let before = try Data(contentsOf: URL(fileURLWithPath: archive.path))
    let failure = #expect(throws: StorageFailure.self) { try archive.engine().office.unitCodes() }
    #expect(failure == .unreleased(path: archive.path, version: version))
    #expect(failure?.message.id.contains("0.2.0") == true)
    #expect(failure?.kind == .storage)
    #expect(try Data(contentsOf: URL(fileURLWithPath: archive.path)) == before)
    #expect(!FileManager.default.fileExists(atPath: archive.path + ".v\(version).cadangan"))
  }

  @Test func `each archive is another, and a copy is the same`() throws {
    let (one, other) = (try filled(), try filled())
    let identity = try one.engine().identity()
    #expect(try identity != other.engine().identity())
    let copy = one.folder.appendingPathComponent("salinan.cadangan").path
    _ = try one.engine().care.backUp(to: copy)
    #expect(try one.sqlite("ATTACH '\(copy)' AS c; SELECT identity FROM c.archive") == "\(identity.text)\n")
    for statement in [
      "UPDATE archive SET identity = 'x'", "DELETE FROM archive",
      "REPLACE INTO archive (only, identity, made_at) VALUES (1, 'x', '2026-01-01T00:00:00Z')",
    ] {
      #expect(try one.sqlite(statement).contains("cannot be changed"))
    }
  }
}
