import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// An archive of an older program is copied, then brought up to date.
@Suite struct MigrationTests {
  /// Makes an archive as the second version of the schema had it, with a record that was changed once.
  private func old(_ archive: TemporaryArchive, at path: String? = nil) throws {
    let steps = Schema.steps.prefix(2).joined(separator: "\n")
    let change = Event("arsip ubah", "A-1", before: [Field("ringkasan", .null)], after: [Field("ringkasan", .text("isi"))])
    _ = try archive.sqlite(
      """
      PRAGMA journal_mode = WAL;
      \(steps)
      PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 2;
      INSERT INTO person (name, account, roles) VALUES ('budi', 'budi', 'pengelola,sekretariat');
      INSERT INTO unit (code, name) VALUES ('BU', 'Biro Umum');
      INSERT INTO record (unit_id, title, summary, folded_title, revision, created_in, changed_at)
      VALUES (1, 'Neraca', 'isi', 'neraca', 2, 1, '2026-10-01T08:00');
      INSERT INTO revision (journal_id, record_id, number, before) VALUES (1, 1, 1, '\(FieldText.object(change.before)!)');
      """)
  }

  @Test func `the copy is made first, and the history comes along`() throws {
    let archive = try TemporaryArchive()
    try old(archive)
    let engine = archive.engine()
    #expect(try engine.texts(engine.search("neraca").found).count == 1)
    #expect(engine.takeRemarks().contains { $0.id.contains("arsip.db.v2.cadangan") })
    engine.close()
    #expect(try archive.sqlite("PRAGMA user_version; SELECT count(*) FROM revision") == "\(Schema.version)\n1\n")
    let copy = archive.folder.appendingPathComponent("arsip.db.v2.cadangan").path
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try archive.sqlite("ATTACH '\(copy)' AS c; PRAGMA c.user_version; SELECT count(*) FROM c.revision") == "2\n1\n")
    // The second time there is nothing to do.
    _ = try archive.engine().unitCodes()
    #expect(try FileManager.default.contentsOfDirectory(atPath: archive.folder.path).filter { $0.contains(".v") }.count == 1)
  }

  @Test func `an older archive that can't be written says what it needs`() throws {
    let archive = try TemporaryArchive()
    try old(archive)
    do {
      _ = try archive.engine(access: .readOnly).texts(archive.engine(access: .readOnly).records())
      Issue.record("it was read")
    } catch StorageFailure.outdated(_, let version) {
      #expect(version == 2)
    }
    #expect(try archive.sqlite("PRAGMA user_version") == "2\n")
  }

  @Test func `a schema made step by step is the schema made at once`() throws {
    let archive = try TemporaryArchive()
    try old(archive)
    _ = try archive.sqlite("DELETE FROM revision; UPDATE record SET revision = 1")
    let engine = archive.engine()
    let faults = try engine.store.faults().filter { $0.check.en == "schema" }
    #expect(faults.isEmpty, "\(faults)")
  }
}
