import PPIDValues
import Testing

@testable import PPIDEngine

/// What is read of the office once holds no longer than it is true.
@Suite struct RefreshTests {
  let archive: TemporaryArchive
  let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    try engine.office.addPerson("sari", roles: [.pengelola], unit: nil, account: "sari")
    engine.endRun()
  }

  @Test func `a role that another took away is gone at the next change, even within one statement`() throws {
    let sari = archive.engine(account: "sari")
    try sari.office.addUnit(UnitCode("KU")!, name: "Keuangan")
    sari.endRun()
    var edit = Office.PersonEdit()
    edit.roles = [.pemeriksa]
    _ = try engine.office.updatePerson("sari", edit)
    engine.endRun()
    #expect(throws: OfficeFailure.self) { try sari.office.addUnit(UnitCode("XX")!, name: "x") }
    #expect(try engine.office.unitCodes() == ["BU", "KU"])
  }

  @Test func `what another decided is seen by the next statement`() throws {
    let sari = archive.engine(account: "sari")
    #expect(try sari.office.setting(.officeName) == nil)
    _ = try engine.office.decide([(.officeName, "Dinas"), (.zone, "WIT")], as: "atur")
    engine.endRun()
    try sari.beginStatement()
    #expect(try sari.office.setting(.officeName) == "Dinas")
    #expect(try sari.office.setting(.zone) == "WIT")
  }

  @Test func `what was undone is forgotten`() throws {
    try engine.beginTransaction()
    _ = try engine.office.decide([(.officeName, "Dinas")], as: "atur")
    #expect(try engine.office.setting(.officeName) == "Dinas")
    try engine.rollbackTransaction()
    #expect(try engine.office.setting(.officeName) == nil)
  }

  @Test func `settings, people and the calendar are read once, however often they are asked for`() throws {
    func statements(_ body: () throws -> Void) throws -> Int {
      let before = try engine.desk.archive.opened().database.runs
      try body()
      return try engine.desk.archive.opened().database.runs - before
    }
    let date = CalendarDate("2026-01-05")!
    _ = try (engine.now(), engine.actor(), engine.office.workingDay(1, after: date))
    #expect(try statements { for _ in 0..<50 { _ = try (engine.now(), engine.actor(), engine.office.workingDay(5, after: date)) } } == 0)
  }

  @Test func `a search asks for all its words at once`() throws {
    for title in ["Laporan keuangan", "Pelaporan kinerja", "Laporkan hasil pembangunan"] {
      _ = try engine.records.addRecord(RecordContent(title: title), unit: UnitCode("BU"))
    }
    let before = try engine.desk.archive.opened().database.runs
    let found = try engine.records.search("pelaporan pembangunan keuangan kinerja").found
    #expect(try engine.desk.archive.opened().database.runs - before <= 2)
    _ = try engine.texts(found)
  }
}
