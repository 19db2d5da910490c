import PPIDValues
import Testing

@testable import PPIDEngine

@Suite struct DeadlineTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(#require(UnitCode("SETDA")), name: "Sekretariat Daerah")
  }

  private func due() throws -> [String] {
    try engine.texts(engine.workflow.queue(everybody: true)).map { "\($0[1]) \($0[6])" }
  }

  private func open(_ period: String) throws { _ = try engine.workflow.openCycle(#require(Period(period)), unlessOpen: false) }

  @Test func `a month's deliveries are due by the SOP's time, its own part by its last working day`() throws {
    try open("2026-11")
    #expect(try due() == ["1 2026-11-11T16:00", "8 2026-11-30T16:00"])
    #expect(engine.takeRemarks().isEmpty)
  }

  @Test func `a step that begins gets a due time of its own`() throws {
    try open("2026-11")
    try engine.workflow.excuse(#require(UnitCode("SETDA")), from: #require(Period("2026-11")), reason: "pindah kantor")
    _ = try engine.publicList.determine(#require(Period("2026-11")), number: nil, outsideCycle: nil, unlessDone: false)
    #expect(try due() == ["9 2026-11-11T16:00"])
  }

  @Test func `a month in a year without a table has no due time, and says why`() throws {
    try open("2027-01")
    #expect(try due() == ["1 2026-11-11T16:00", "8 -"])
    let remarks = engine.takeRemarks()
    #expect(remarks.count == 1)
    #expect(remarks.first?.en.contains("no holidays of 2027") == true)
    _ = try engine.office.importHolidays(archive.file("libur.csv", "tanggal,jenis,nama\n2027-01-29,libur,X\n"))
    #expect(try due() == ["1 2026-11-11T16:00", "8 2027-01-28T16:00"])
    #expect(engine.takeRemarks().map(\.en) == ["step 8 (2027-01) is now due 2027-01-28T16:00, before: never"])
  }

  @Test func `a table that is revised moves what is open, and says which`() throws {
    try open("2026-11")
    let list = "tanggal,jenis,nama\n2026-11-11,libur,Hari X\n2026-01-01,libur,Tahun Baru\n"
    let (years, changed) = try engine.office.importHolidays(archive.file("libur.csv", list))
    #expect(years == [2026] && changed > 20)
    #expect(try due() == ["1 2026-11-12T16:00", "8 2026-11-30T16:00"])
    #expect(
      engine.takeRemarks().map(\.id)
        == ["tenggat langkah 1 (2026-11 SETDA) kini 2026-11-12T16:00, sebelumnya 2026-11-11T16:00"])
    let event = try engine.history.lastEvent()
    #expect(try engine.office.importHolidays(archive.file("libur.csv", list)).changed == 0)
    #expect(try engine.history.lastEvent() == event)
    #expect(try engine.history.verifyJournal() == event)
  }

  @Test func `other office hours move what is open, and what is settled stays`() throws {
    try open("2026-11")
    try engine.workflow.excuse(#require(UnitCode("SETDA")), from: #require(Period("2026-11")), reason: "pindah kantor")
    #expect(try engine.office.decide([(.monday, "08.00-15.00"), (.wednesday, "08.00-15.00")], as: "kalender atur"))
    #expect(try due() == ["8 2026-11-30T15:00"])
    #expect(try archive.sqlite("SELECT due FROM track WHERE unit_id IS NOT NULL") == "\n")
  }

  @Test func `what is due first stands first, and what has no due time last`() throws {
    try open("2026-11")
    try open("2027-01")
    _ = try archive.sqlite("UPDATE track SET due = '2026-11-09T16:00' WHERE id = 3")
    #expect(try due() == ["1 2026-11-09T16:00", "1 2026-11-11T16:00", "8 2026-11-30T16:00", "8 -"])
  }

  @Test func `at least one day of the week stays a working day`() throws {
    let days = Weekday.allCases.map { (setting: Setting.hours($0), value: "libur") }
    #expect(throws: OfficeFailure.self) { try engine.office.decide(days, as: "kalender atur") }
    #expect(try engine.office.setting(.monday) == "07.30-12.00, 13.00-16.00")
  }
}
