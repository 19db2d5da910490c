import Foundation
import Testing

@testable import PPIDShell

/// What the journal tells of an office's months is what it always told, byte for byte: scripts and auditors rely on its words.
@Suite struct JournalWordTests {
  /// The journals in `Data/jejak-….tsv` were written by the program as it stood before the engine's topics became floors.
  @Test(arguments: ["sop", "dip", "monev"]) func `the journal's words and formats stay`(_ demo: String) throws {
    let office = try Office()
    try office.write("latihan.ppid", "demo mulai \(demo) --otomatis\ndemo selesai --simpan latihan.db\n")
    let outcome = try office.start([Office.program.path, "--arsip", "lain.db", "latihan.ppid"]).wait()
    _ = try outcome.succeeded()
    let columns = "id, stated_at, actor, on_behalf_of, roles, action, subject, before, after, count"
    // The last entry names the account of whoever keeps the archive.
    let sql = "SELECT \(columns) FROM journal WHERE id < (SELECT max(id) FROM journal) ORDER BY id"
    let told = try office.start(["sqlite3", "-separator", "\t", "latihan.db", sql]).wait().succeeded()
    let expected = try String(contentsOf: Office.source.appendingPathComponent("PPIDShellTests/Data/jejak-\(demo).tsv"), encoding: .utf8)
    let (found, wanted) = (told.split(separator: "\n"), expected.split(separator: "\n"))
    #expect(found.count == wanted.count)
    for (number, (found, wanted)) in zip(found, wanted).enumerated() where found != wanted {
      Issue.record("entry \(number + 1)\n  wanted \(wanted)\n  found  \(found)")
    }
  }
}
