import PPIDValues
import Testing

@testable import PPIDEngine

@Suite struct PeopleTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(#require(UnitCode("SETDA")), name: "Sekretariat Daerah")
  }

  private func edit(_ change: (inout Office.PersonEdit) -> Void) -> Office.PersonEdit {
    var edit = Office.PersonEdit()
    change(&edit)
    return edit
  }

  @Test func `a person is known by the account, and may what the roles may`() throws {
    try engine.office.addPerson("Sari Dewi", roles: [.sekretariat], unit: nil, account: "sari")
    let sari = archive.engine(account: "sari")
    #expect(try sari.actor().name == "Sari Dewi")
    try sari.require(.openCycle)
    #expect(throws: OfficeFailure.self) { try sari.require(.determine) }
    #expect(throws: OfficeFailure.self) { try sari.office.addPerson("x", roles: [.ppid], unit: nil, account: nil) }
    #expect(try archive.engine(account: "orang-lain").actor().roles == [.tamu])
  }

  @Test func `names and accounts are one person's each, and roles must be named`() throws {
    try engine.office.addPerson("sari", roles: [.sekretariat], unit: nil, account: "sari")
    let refused: [(OfficeFailure) -> Bool] = [
      { if case .personExists("sari") = $0 { true } else { false } },
      { if case .accountTaken("sari") = $0 { true } else { false } },
      { if case .rolesMissing = $0 { true } else { false } },
      { if case .supportWithoutUnit = $0 { true } else { false } },
      { if case .unknownUnit = $0 { true } else { false } },
    ]
    let attempts: [(String, Set<Role>, UnitCode?, String?)] = [
      ("sari", [.ppid], nil, "lain"), ("lain", [.ppid], nil, "sari"), ("lain", [], nil, nil), ("lain", [.pendukung], nil, nil),
      ("lain", [.pendukung], UnitCode("TIDAK-ADA"), nil),
    ]
    for (attempt, isRight) in zip(attempts, refused) {
      let error = #expect(throws: OfficeFailure.self) {
        try engine.office.addPerson(attempt.0, roles: attempt.1, unit: attempt.2, account: attempt.3)
      }
      #expect(error.map(isRight) == true, "\(attempt)")
    }
    #expect(try engine.texts(engine.office.people()).count == 2)
  }

  @Test func `roles that are taken away count at once`() throws {
    try engine.office.addPerson("sari", roles: [.pengelola], unit: nil, account: "sari")
    #expect(try engine.office.updatePerson("budi", edit { $0.roles = [.pemeriksa] }))
    #expect(throws: OfficeFailure.self) { try engine.require(.manageOffice) }
    engine.endRun()
    #expect(try archive.engine(account: "sari").office.updatePerson("budi", edit { $0.roles = [.pemeriksa] }) == false)
  }

  @Test func `roles that a transaction took away come back when it is undone`() throws {
    try engine.office.addPerson("sari", roles: [.pengelola], unit: nil, account: "sari")
    try engine.beginTransaction()
    _ = try engine.office.updatePerson("budi", edit { $0.roles = [.pemeriksa] })
    #expect(try engine.actor().roles == [.pemeriksa])
    try engine.rollbackTransaction()
    try engine.require(.manageOffice)
  }

  @Test func `the last pengelola with an account stays`() throws {
    try engine.office.addPerson("sari", roles: [.pengelola], unit: nil, account: nil)
    let error = #expect(throws: OfficeFailure.self) { try engine.office.updatePerson("budi", edit { $0.roles = [.ppid] }) }
    #expect(error.map { if case .lastManager = $0 { true } else { false } } == true)
  }

  @Test func `what changed of a person stands in the journal`() throws {
    try engine.office.addPerson("sari", roles: [.sekretariat], unit: nil, account: "sari")
    #expect(try engine.office.updatePerson("sari", edit { $0.unit = .some(UnitCode("SETDA")) }))
    let rows = try engine.texts(engine.history.journal(of: "sari", since: nil, by: nil))
    #expect(
      rows.map { Array($0[7...8]) } == [
        ["-", #"{"peran":"sekretariat","unit":null,"akun":"sari"}"#], [#"{"unit":null}"#, #"{"unit":"SETDA"}"#],
      ])
  }

  @Test func `a pengelola acts for another, with the other's roles, and the journal names both`() throws {
    try engine.office.addPerson("sari", roles: [.sekretariat], unit: nil, account: "sari")
    engine.endRun()
    let acting = Engine(
      Archive(path: archive.path, access: .readWrite, holder: "budi", interruption: nil),
      clock: OfficeClock.machine.standing(at: LocalTime("2026-11-10T09:00")!), account: "budi", actingFor: "sari")
    #expect(throws: OfficeFailure.self) { try acting.office.addUnit(#require(UnitCode("X")), name: "x") }
    _ = try acting.workflow.openCycle(#require(Period("2026-11")), unlessOpen: false)
    let row = try #require(try engine.texts(engine.history.journal(of: "2026-11", since: nil, by: "sari")).first)
    #expect(row[2...3] == ["budi", "sari"])
    let stranger = Engine(
      Archive(path: archive.path, access: .readWrite, holder: "sari", interruption: nil), clock: .machine, account: "sari",
      actingFor: "budi")
    #expect(throws: OfficeFailure.self) { try stranger.actor() }
  }
}
