import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// A row that can't be read is an error that names it, never a crash and never silence.
@Suite struct DamageTests {
  let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    try engine.office.addPerson("sari", roles: [.pendukung], unit: UnitCode("BU"), account: "sari")
    _ = try engine.workflow.openCycle(Period("2026-11")!, unlessOpen: false)
    _ = try engine.records.addRecord(RecordContent(title: "Satu"), unit: UnitCode("BU"))
    _ = try engine.publicList.determine(Period("2026-10")!, number: "K-1", outsideCycle: "uji", unlessDone: false)
    engine.close()
  }

  struct Harm: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let table: String
    let column: String
    let value: String
    let reading: @Sendable (Engine) throws -> Void

    init(_ table: String, _ column: String, _ value: String, _ reading: @escaping @Sendable (Engine) throws -> Void) {
      testDescription = "\(table).\(column) = \(value)"
      (self.table, self.column, self.value, self.reading) = (table, column, value, reading)
    }
  }

  private static let harms = [
    Harm("unit", "code", "B U") { _ = try $0.office.unitCodes() },
    Harm("unit", "code", "B U") { _ = try $0.workflow.swimlane(of: nil) },
    Harm("unit", "code", "B U") { _ = try $0.texts($0.office.units()) },
    Harm("unit", "code", "B U") { _ = try $0.texts($0.records.records()) },
    Harm("cycle", "period", "2026-13") { _ = try $0.texts($0.workflow.cycles()) },
    Harm("cycle", "period", "2026-13") { _ = try $0.office.decide([(.monday, "08.00-12.00")], as: "atur") },
    Harm("track", "state", "entah") { _ = try $0.workflow.finishStep(1, unit: UnitCode("BU"), in: nil, note: nil) },
    Harm("track", "due", "besok") { _ = try $0.workflow.swimlane(of: nil) },
    Harm("person", "roles", "raja") { _ = try $0.actor() },
    Harm("holiday", "date", "2026-02-30") { _ = try $0.office.workingDay(3, after: CalendarDate("2026-01-01")!) },
    Harm("setting", "key", "entah") { _ = try $0.office.settings() },
    Harm("edition", "determined_at", "kemarin") { _ = try $0.texts($0.publicList.editions()) },
    Harm("edition", "period", "2026-13") {
      _ = try $0.publicList.determine(Period("2026-12")!, number: nil, outsideCycle: "uji", unlessDone: false)
    },
    Harm("record", "date", "2026-02-30") { _ = try $0.records.record(RecordNumber(1)) },
    Harm("record", "changed_at", "x") { _ = try $0.texts($0.records.records()) },
  ]

  @Test(arguments: harms) func `damage names the table and the value`(_ harm: Harm) throws {
    if harm.table == "setting" { _ = try archive.engine().office.decide([(.officeName, "Dinas")], as: "atur") }
    let sql = "DROP TRIGGER IF EXISTS edition_stays; UPDATE \(harm.table) SET \(harm.column) = '\(harm.value)'"
    let only = ["holiday": " WHERE date = '2026-01-01'", "person": " WHERE id = 1"][harm.table] ?? ""
    #expect(try archive.forge(sql + only) == "")
    let failure = #expect(throws: (any Error).self) { try harm.reading(archive.engine()) }
    guard case StorageFailure.damagedRow(_, let table, let row, let column, let value)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect((table, column, value) == (harm.table, harm.column, harm.value))
    #expect(!row.isEmpty)
    #expect((failure as? any Refusal)?.kind == .storage)
    let inspection = #expect(throws: (any Error).self) { try archive.engine().care.inspect() }
    if let damage = inspection as? DamagedArchive {
      #expect(damage.faults.contains { $0.text.en.contains(harm.table) && $0.text.en.contains(harm.value) }, "\(damage.faults)")
    } else {
      // Without people nobody may inspect.
      #expect(harm.table == "person")
    }
  }

  @Test func `a NUL is refused wherever a text comes in, and nothing is stored`() throws {
    let engine = archive.engine()
    let before = try engine.history.lastEvent()
    let text = "atas\0bawah"
    let attempts: [(Engine) throws -> Void] = [
      { _ = try $0.records.addRecord(RecordContent(title: text), unit: UnitCode("BU")) },
      { _ = try $0.records.updateRecord(RecordNumber(1)) { $0.summary = text } },
      { try $0.records.withdraw(RecordNumber(1), reason: text) },
      { try $0.office.addUnit(UnitCode("KU")!, name: text) },
      { try $0.office.addPerson(text, roles: [.ppid], unit: nil, account: nil) },
      { try $0.disposals.hold(RecordNumber(1), reason: text) },
      { try $0.workflow.advise(text, in: Period("2026-11")!) },
      { _ = try $0.monev.addFinding(text, step: nil, in: nil) },
      { _ = try $0.publicList.propose([RecordNumber(1)], reason: text) },
    ]
    for (index, attempt) in attempts.enumerated() {
      let error = #expect(throws: (any Error).self, "attempt \(index)") { try attempt(engine) }
      #expect((error as? any Refusal)?.kind != .storage, "attempt \(index): \(String(describing: error))")
    }
    #expect(try engine.history.lastEvent() == before)
    #expect(try engine.texts(engine.records.records()).count == 1)
  }
}
