import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Each change that can be taken back leaves the archive as if it had never been, but for the journal.
@Suite struct UndoTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    var content = RecordContent(title: "Neraca")
    content.category = .berkala
    content.extra = ["Catatan": "satu"]
    _ = try engine.records.addRecord(content, unit: nil)
    try engine.office.addPerson("sari", roles: [.sekretariat], unit: nil, account: "sari")
    _ = try engine.office.storeScript(ScriptName("rutin")!, "cetak 1\n")
  }

  /// What the archive holds, apart from its history.
  private func content() throws -> String {
    try archive.sqlite(
      """
      SELECT id, unit_id, title, summary, kind, date, year, category, extra, status, dip, folded_title FROM record;
      SELECT id, code, name, active FROM unit; SELECT id, name, account, roles, unit_id FROM person; SELECT key, value FROM setting;
      SELECT date, kind, name FROM holiday; SELECT name, source FROM script;
      SELECT count(*) FROM record_text WHERE record_text MATCH 'agenda'
      """)
  }

  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable (Engine, TemporaryArchive) throws -> Void
  }

  private static let changes: [Change] = [
    Change(testDescription: "a record is added") { engine, _ in _ = try engine.records.addRecord(RecordContent(title: "Agenda"), unit: nil)
    },
    Change(testDescription: "a record is changed") { engine, _ in
      _ = try engine.records.updateRecord(RecordNumber(1)) {
        $0.title = "Agenda"
        $0.extra = ["Lain": "dua"]
        $0.date = CalendarDate(year: 2026, month: 1, day: 2)
      }
    },
    Change(testDescription: "a record is withdrawn") { engine, _ in try engine.records.withdraw(RecordNumber(1), reason: "usang") },
    Change(testDescription: "a list is taken in") { engine, archive in
      let path = try archive.file("a.csv", "judul,kategori,ringkasan\nNeraca,berkala,agenda\nAgenda,berkala,baru\nRapat,berkala,baru\n")
      _ = try engine.records.importList(path, ImportOptions())
    },
    Change(testDescription: "a unit is added") { engine, _ in try engine.office.addUnit(UnitCode("BK")!, name: "Biro Keuangan") },
    Change(testDescription: "a unit is changed") { engine, _ in
      _ = try engine.office.updateUnit(UnitCode("BU")!, name: "Biro", isActive: false)
    },
    Change(testDescription: "a person is added") { engine, _ in
      try engine.office.addPerson("joko", roles: [.pendukung], unit: UnitCode("BU")!, account: nil)
    },
    Change(testDescription: "a person is changed") { engine, _ in
      var edit = Office.PersonEdit()
      edit.roles = [.ppid]
      edit.unit = .some(UnitCode("BU")!)
      _ = try engine.office.updatePerson("sari", edit)
    },
    Change(testDescription: "a setting is decided") { engine, _ in
      _ = try engine.office.decide([(.zone, "WIT"), (.officeName, "Kota")], as: "atur")
    },
    Change(testDescription: "holidays are taken in") { engine, archive in
      let path = try archive.file("l.csv", "tanggal,jenis,nama\n2026-01-01,libur,Lain\n2026-12-24,cuti-bersama,Natal\n")
      _ = try engine.office.importHolidays(path)
    },
    Change(testDescription: "a script is stored") { engine, _ in _ = try engine.office.storeScript(ScriptName("baru")!, "cetak 2\n") },
    Change(testDescription: "a script is changed") { engine, _ in _ = try engine.office.storeScript(ScriptName("rutin")!, "cetak 2\n") },
    Change(testDescription: "a script is removed") { engine, _ in try engine.office.removeScript(ScriptName("rutin")!) },
  ]

  @Test(arguments: changes) func `a change is taken back, and the next undo goes on before it`(_ change: Change) throws {
    let before = try content()
    try change.make(engine, archive)
    let changed = try content()
    #expect(changed != before)
    let entry = try engine.history.lastEvent()
    let undone = try engine.history.undoLastChange()
    #expect(undone.entry == entry)
    #expect(try content() == before)
    // Made again and taken back again, as often as one likes.
    try change.make(engine, archive)
    #expect(try engine.history.undoLastChange().entry == entry + 2)
    #expect(try content() == before)
    #expect(try engine.history.undoLastChange().action == "skrip simpan")
    #expect(try engine.care.inspect().entries == entry + 4)
  }

  @Test func `numbers of records that were taken back are not given again`() throws {
    for expected in 2...4 {
      #expect(try engine.records.addRecord(RecordContent(title: "Agenda"), unit: nil) == RecordNumber(expected))
      _ = try engine.history.undoLastChange()
    }
  }

  @Test func `everything can be taken back to the beginning, and nothing more`() throws {
    for place in [0, 1, 3, 4] { try Self.changes[place].make(engine, archive) }
    var count = 0
    while (try? engine.history.undoLastChange()) != nil { count += 1 }
    #expect(throws: UndoFailure.self) { try engine.history.undoLastChange() }
    #expect(try archive.sqlite("SELECT count(*) FROM record") == "0\n")
    #expect(count == 8)
    #expect(try engine.care.inspect().records == 0)
  }

  @Test func `what something rests on is not taken back`() throws {
    _ = try engine.records.updateRecord(RecordNumber(1)) { $0.summary = "isi" }
    _ = try archive.sqlite(
      """
      INSERT INTO edition (period, ordinal, number, determined_at, signer, journal_id) VALUES ('2026-10', 1, 'K', '2026-11-10T09:00', 's', 5);
      INSERT INTO edition_change (record_id, edition_id, listed, title, category, unit, journal_id)
      VALUES (1, 1, 1, 'Neraca', 'berkala', 'BU', 5)
      """)
    do {
      // As if the edition had been determined after the change.
      _ = try archive.sqlite("DROP TRIGGER edition_stays; UPDATE edition SET journal_id = 6")
      _ = try engine.history.undoLastChange()
      Issue.record("it was taken back")
    } catch UndoFailure.listed(let number, let edition) {
      #expect(number == RecordNumber(1) && edition == "2026-10")
    }
    try engine.office.addUnit(UnitCode("BK")!, name: "Biro Keuangan")
    _ = try archive.sqlite("UPDATE record SET unit_id = 2")
    do {
      _ = try engine.history.undoLastChange()
      Issue.record("it was taken back")
    } catch UndoFailure.inUse(let what, let table) {
      #expect(what == "BK" && table == "record")
    }
  }

  @Test func `determining an edition stays, and so does whatever has no undo`() throws {
    _ = try engine.publicList.determine(Period("2026-10")!, number: "K", outsideCycle: "uji", unlessDone: false)
    do {
      _ = try engine.history.undoLastChange()
      Issue.record("it was taken back")
    } catch UndoFailure.never(let action, _, _) {
      #expect(action == "dip tetapkan")
    }
    let published = try Procedure.builtIn().published.replacing("30 menit", with: "45 menit")
    _ = try engine.workflow.importProcedure(published: published, edition: nil, name: nil)
    do {
      _ = try engine.history.undoLastChange()
      Issue.record("it was taken back")
    } catch UndoFailure.impossible(let action, _) {
      #expect(action == "sop impor")
    }
  }

  @Test func `the office keeps somebody who runs it`() throws {
    var edit = Office.PersonEdit()
    edit.roles = [.pengelola, .sekretariat]
    #expect(try engine.office.updatePerson("sari", edit))
    _ = try engine.actor()
    // As if another had taken budi's account away, who goes on at the prompt that is open: known there by name.
    _ = try archive.sqlite("UPDATE person SET account = NULL, roles = 'pengelola' WHERE name = 'budi'")
    try engine.desk.stage("budi", at: engine.now())
    do {
      _ = try engine.history.undoLastChange()
      Issue.record("it was taken back")
    } catch OfficeFailure.lastManager {}
  }
}
