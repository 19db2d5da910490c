import PPIDValues
import Testing

@testable import PPIDEngine

/// Decisions on several units' deliveries at once.
@Suite struct DecisionTests {
  private static let month = Period("2026-11")!
  private static let (bu, bk, bh) = (UnitCode("BU")!, UnitCode("BK")!, UnitCode("BH")!)

  /// An archive in which one person does everything, and in which BU and BK have reported their deliveries, and BH has not.
  private static func engine(_ archive: TemporaryArchive, at time: String = "2026-11-10T09:00") throws -> Engine {
    let engine = archive.engine(at: time)
    for unit in [bu, bk, bh] { try engine.office.addUnit(unit, name: "Bagian \(unit)") }
    _ = try engine.office.decide([(.separatesDuties, "tidak")], as: "atur")
    _ = try engine.workflow.openCycle(month, unlessOpen: false)
    for unit in [bu, bk] { try report(unit, engine) }
    return engine
  }

  /// A delivery of nothing, up to the decision on it.
  private static func report(_ unit: UnitCode, _ engine: Engine) throws {
    try engine.workflow.stateNil("semua", of: unit, in: month, reason: "belum ada")
    _ = try engine.workflow.finishStep(1, unit: unit, in: month, note: nil)
    let sent = try engine.workflow.sendHandover(unit: unit, in: month, printed: nil, isNil: true)
    for step in 3...4 { _ = try engine.workflow.finishStep(step, unit: unit, in: month, note: nil) }
    _ = try engine.workflow.receiveHandover(sent.number, counted: nil, difference: nil)
    _ = try engine.workflow.verify(unit: unit, in: month)
    for step in 6...7 { _ = try engine.workflow.finishStep(step, unit: unit, in: month, note: nil) }
  }

  /// How the deliveries stand, by unit.
  private static func states(_ archive: TemporaryArchive) throws -> [String] {
    try archive.sqlite(
      "SELECT u.code || ' ' || t.step || ' ' || t.state || ' ' || t.round FROM track t JOIN unit u ON u.id = t.unit_id ORDER BY t.id"
    ).split(separator: "\n").map(String.init)
  }

  private static func decisions(_ archive: TemporaryArchive) throws -> [String] {
    try archive.sqlite("SELECT subject FROM journal WHERE action = 'langkah putus' ORDER BY id").split(separator: "\n").map(String.init)
  }

  @Test func `a decision on several deliveries is made of each of them, in the order of naming and once`() throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    let outcomes = try engine.workflow.decideStep(
      7, yes: true, units: [Self.bk, Self.bu, Self.bk], in: nil, reason: nil, target: nil)
    #expect(outcomes.map(\.track.unit) == [Self.bk, Self.bu])
    #expect(outcomes.allSatisfy { $0.track.state == .done && $0.next == 8 })
    #expect(try Self.states(archive) == ["BU 7 selesai 1", "BK 7 selesai 1", "BH 1 menunggu 1"])
    #expect(try Self.decisions(archive) == ["2026-11/BK", "2026-11/BU"])
  }

  @Test func `tidak sends every delivery back that is named`() throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    let outcomes = try engine.workflow.decideStep(
      7, yes: false, units: [Self.bu, Self.bk], in: Self.month, reason: "tidak-sesuai", target: nil)
    #expect(outcomes.map(\.returned) == [3, 3])
    #expect(try Self.states(archive) == ["BU 3 menunggu 2", "BK 3 menunggu 2", "BH 1 menunggu 1"])
  }

  @Test func `decisions that are undone are not remarked on`() throws {
    let archive = try TemporaryArchive()
    // No holidays are known of that year, so that whatever opens has no due time, with a remark.
    let engine = try Self.engine(archive, at: "2041-11-12T09:00")
    #expect(!engine.takeRemarks().isEmpty)
    #expect(throws: WorkflowRefusal.self) {
      try engine.workflow.decideStep(7, yes: false, units: [Self.bu, Self.bh], in: nil, reason: nil, target: nil)
    }
    #expect(engine.takeRemarks().isEmpty)
    _ = try engine.workflow.decideStep(7, yes: false, units: [Self.bu, Self.bk], in: nil, reason: nil, target: nil)
    #expect(engine.takeRemarks().count == 2)
  }

  @Test(arguments: [false, true]) func `where one delivery can't be decided, none is`(_ isFirst: Bool) throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    let before = try Self.states(archive)
    let units = isFirst ? [Self.bh, Self.bu, Self.bk] : [Self.bu, Self.bk, Self.bh]
    #expect(throws: WorkflowRefusal.self) {
      try engine.workflow.decideStep(7, yes: true, units: units, in: nil, reason: nil, target: nil)
    }
    #expect(try Self.states(archive) == before)
    #expect(try Self.decisions(archive) == [])
    #expect(throws: OfficeFailure.self) {
      try engine.workflow.decideStep(7, yes: true, units: [Self.bu, UnitCode("XX")!], in: nil, reason: nil, target: nil)
    }
    #expect(try Self.states(archive) == before)
  }

  @Test func `the month's report tells of a unit once that is named twice`() throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    try Self.report(Self.bh, engine)
    _ = try engine.workflow.decideStep(7, yes: true, units: [Self.bu, Self.bk, Self.bh], in: nil, reason: nil, target: nil)
    _ = try engine.publicList.determine(Self.month, number: nil, outsideCycle: nil, unlessDone: false)
    _ = try engine.publicList.publish(Self.month, to: archive.folder.appendingPathComponent("situs").path)
    _ = try engine.reports.issue(.monthly, Self.month, unit: nil, number: nil)
    _ = try engine.workflow.finishStep(10, unit: nil, in: nil, note: nil)
    try engine.workflow.advise("setuju", in: Self.month)
    let outcomes = try engine.workflow.decideStep(11, yes: false, units: [Self.bk, Self.bk], in: nil, reason: nil, target: nil)
    #expect(outcomes.map(\.returned) == [1])
    #expect(try Self.states(archive) == ["BU 7 selesai 1", "BK 1 menunggu 2", "BH 7 selesai 1"])
    #expect(try archive.sqlite("SELECT count(*) FROM step_event WHERE kind = 'dibuka-lagi'") == "1\n")
  }
}
