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

  @Test func `decisions of activity 15 get the entry that they were made by`() throws {
    let archive = try TemporaryArchive()
    let known = Schema.steps.firstIndex(of: Schema.activities)!
    func entry(_ id: Int, _ action: String, _ subject: String?) -> String {
      let name = subject.map { "'\($0)'" } ?? "NULL"
      return """
        INSERT INTO journal (id, recorded_at, stated_at, actor, roles, action, subject, previous_hash, hash)
        VALUES (\(id), 'x', '2026-10-01T08:00', 'budi', 'ppid', '\(action)', \(name), 'x', 'h\(id)');
        """
    }
    _ = try archive.sqlite(
      """
      PRAGMA journal_mode = WAL;
      \(Schema.steps.prefix(known).joined(separator: "\n"))
      PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(known);
      INSERT INTO person (name, account, roles) VALUES ('budi', 'budi', 'pengelola,sekretariat');
      INSERT INTO unit (code, name) VALUES ('BU', 'Biro Umum');
      \(entry(1, "arsip tambah", nil)) \(entry(2, "monev tolak", "A-1")) \(entry(3, "monev tetapkan", nil))
      \(entry(4, "monev tolak", "M-1"))
      INSERT INTO record (id, unit_id, title, folded_title, created_in, changed_at)
      VALUES (1, 1, 'Satu', 'satu', 1, 'x'), (2, 1, 'Dua', 'dua', 1, 'x');
      INSERT INTO public_input (id, text, origin, received_at, received_by) VALUES (1, 'Minta', 'publik', 'x', 'budi');
      INSERT INTO proposal_decision (record_id, input_id, accepted, reason, decided_at, decided_by) VALUES
        (1, NULL, 0, 'rancangan', '2026-10-01T08:00', 'budi'), (2, NULL, 1, NULL, '2026-10-01T08:00', 'budi'),
        (NULL, 1, 0, 'bukan', '2026-10-01T08:00', 'budi');
      INSERT INTO finding (period, text, step, found_at, found_by) VALUES ('2026-S2', 'Temuan', 6, 'x', 'budi');
      INSERT INTO recommendation (finding_id, text, owner, due, made_at, made_by) VALUES (1, 'R', 'ppid', '2026-12-01', 'x', 'budi');
      INSERT INTO document (kind, period, round, step, issued_at, issued_by, content, journal_id)
      VALUES ('monev', '2026-S2', 1, 15, 'x', 'budi', x'7b7d', 1);
      """)
    _ = try archive.engine().unitCodes()
    let kept = "SELECT group_concat(journal_id) FROM proposal_decision; SELECT step FROM finding; SELECT step FROM document"
    #expect(try archive.sqlite(kept) == "2,3,4\n6\n15\n")
    #expect(try archive.sqlite("UPDATE document SET step = 3").contains("cannot be changed"))
  }
}
