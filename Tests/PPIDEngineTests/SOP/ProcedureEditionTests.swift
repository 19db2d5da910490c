import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Other editions of the SOP: which are refused, and that a running cycle stays on its own.
@Suite struct ProcedureEditionTests {
  private static func published() throws -> String { try Procedure.builtIn().published }
  private static let edition = Procedure.builtInEdition

  /// The built-in edition with one row otherwise: cells by column, nil for no such row.
  private static func edition(_ number: Int, _ change: (inout [String]) -> Void) -> String {
    edition.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells.first == "\(number)" { change(&cells) }
      return cells.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  private static func fault(edition: String) -> ProcedureFault? {
    do {
      _ = try Procedure(published: published(), edition: edition)
      return nil
    } catch {
      return error as? ProcedureFault
    }
  }

  private static func published(_ number: Int, time: String) throws -> String {
    try published().split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells.first == "\(number)" { cells[6] = time }
      return cells.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  @Test func `the built-in edition, and the same with an editor's marks, are taken`() throws {
    #expect(Self.fault(edition: Self.edition) == nil)
    #expect(Self.fault(edition: Self.edition.replacing("\n", with: "\r\n")) == nil)
    #expect(Self.fault(edition: Self.edition.replacing(/\t+\n/, with: "\n")) == nil)
  }

  @Test func `each activity needs its row, and each row its activity`() throws {
    let rows = Self.edition.split(separator: "\n")
    #expect(Self.fault(edition: rows.filter { !$0.hasPrefix("4\t") }.joined(separator: "\n")) == .noLane(activity: 4))
    #expect(Self.fault(edition: (rows + rows.suffix(1)).joined(separator: "\n")) == .activityTwice(15))
    #expect(Self.fault(edition: Self.edition + "16\tPPID\tsemester\t15\n") == .noSuchActivity(16))
  }

  @Test func `cells that can't be read are named by line and column`() throws {
    let wrong: [(Int, String, String)] = [
      (1, "Tim Pengelola", "pelaksana"), (2, "tahun", "siklus"), (3, "satu", "setelah"), (4, "pintu", "gerbang"),
      (6, "Satminkal", "pemutus"), (7, "1; 3", "tidak"),
    ]
    for (column, cell, name) in wrong {
      #expect(Self.fault(edition: Self.edition(7) { $0[column] = cell }) == .unreadableEdition(line: 8, Phrase(name)), "\(name)")
    }
    #expect(Self.fault(edition: Self.edition(7) { $0[0] = "tujuh" }) == .unreadableEdition(line: 8, Phrase("no")))
    #expect(Self.fault(edition: Self.edition(7) { $0.append("lebih") }) == .unreadableEdition(line: 8, Phrase("no")))
    let renamed = Self.edition.replacing("gerbang", with: "syarat")
    #expect(Self.fault(edition: renamed) == .unreadableEdition(line: 1, Phrase("no … tidak")))
    #expect(Self.fault(edition: "") == .unreadableEdition(line: 1, Phrase("no … tidak")))
  }

  @Test func `activities that nothing leads to are refused`() {
    #expect(Self.fault(edition: Self.edition(4) { $0[3] = "2" }) == .unreachable(activity: 4))
    #expect(Self.fault(edition: Self.edition(9) { $0[3] = "" }) == .unreachable(activity: 9))
    #expect(Self.fault(edition: Self.edition(15) { $0[3] = "15" }) == .unreachable(activity: 15))
    #expect(Self.fault(edition: Self.edition(13) { $0[3] = "12" }) == .unreachable(activity: 13))
    #expect(Self.fault(edition: Self.edition(2) { $0[3] = "1, 99" }) == .unreachable(activity: 2))
  }

  @Test func `tidak leads back, and within reach`() {
    #expect(Self.fault(edition: Self.edition(11) { $0[7] = "1, 12" }) == .noWayBack(activity: 11, 12))
    #expect(Self.fault(edition: Self.edition(11) { $0[7] = "11" }) == .noWayBack(activity: 11, 11))
    #expect(Self.fault(edition: Self.edition(7) { $0[7] = "tidak-lengkap: 0" }) == .noWayBack(activity: 7, 0))
    #expect(Self.fault(edition: Self.edition(11) { $0[7] = "99" }) == .noWayBack(activity: 11, 99))
  }

  @Test func `each gate stands once, where it belongs`() {
    #expect(Self.fault(edition: Self.edition(4) { $0[4] = "kategori" }) == .gateNotOnce(.category))
    #expect(Self.fault(edition: Self.edition(4) { $0[4] = "" }) == .gateNotOnce(.filing))
    let swapped = Self.edition(12) { $0[4] = "evaluasi" }.replacing("semester\t\tevaluasi", with: "semester\t\tlaporan-pengelolaan")
    #expect(Self.fault(edition: swapped) == .gateElsewhere(.managementReport, activity: 13))
    #expect(Self.fault(edition: Self.edition(8) { $0[1] = "Tim Sekretariat" }) == .determinedByOthers(8))
  }

  @Test func `deciders stand where something is decided, by whom it can be`() {
    #expect(Self.fault(edition: Self.edition(6) { ($0[6], $0[7]) = ("PPID", "1") }) == .misplacedDecision(activity: 6))
    #expect(Self.fault(edition: Self.edition(7) { ($0[6], $0[7]) = ("", "") }) == .misplacedDecision(activity: 7))
    #expect(Self.fault(edition: Self.edition(7) { $0[6] = "Tim Sekretariat" }) == .wrongDecider(activity: 7))
    #expect(Self.fault(edition: Self.edition(11) { $0[6] = "Tim Sekretariat" }) == .wrongDecider(activity: 11))
  }

  @Test(arguments: ["1 abad", "sejam", "0 hari", "1 hari kerja", "-1 jam"])
  func `a time that tells none is refused`(_ time: String) throws {
    let table = try Self.published(6, time: time)
    #expect(throws: ProcedureFault.unreadableTime(activity: 6, time)) { try Procedure(published: table, edition: Self.edition) }
  }

  @Test func `numbers run from 1`() throws {
    let table = try Self.published().replacing("\n3\t", with: "\n33\t")
    let edition = Self.edition(3) { $0[0] = "33" }
    #expect(throws: ProcedureFault.outOfOrder) { try Procedure(published: table, edition: edition) }
    #expect(throws: ProcedureFault.outOfOrder) { try Procedure(published: "", edition: Self.edition) }
  }

  @Test func `whatever the two tables hold, they are read or refused`() throws {
    var random = SeededRandom(seed: 7)
    let tables = try [Self.published(), Self.edition]
    for _ in 0..<400 {
      var broken = tables
      let which = Int.random(in: 0...1, using: &random)
      var bytes = Array(broken[which].utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = [9, 10, 13, 44, 48, 49, 57, 88].randomElement(using: &random) ?? 9
      }
      broken[which] = String(decoding: bytes, as: UTF8.self)
      guard let procedure = try? Procedure(published: broken[0], edition: broken[1]) else { continue }
      for kind in CycleKind.allCases { #expect(!procedure.beginnings(of: kind).isEmpty) }
      for gate in Gate.allCases { #expect(procedure.activity(gate).gate == gate) }
    }
  }

  // MARK: Running

  /// The SOP with another activity 1, without a gate and with 30 minutes, before all others, which move on by one.
  private static func shifted() throws -> (published: String, edition: String) {
    func moved(_ text: String, _ columns: [Int]) -> [[String]] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard Int(cells.first ?? "") != nil else { return cells }
        for column in columns where column < cells.count {
          cells[column] = cells[column].replacing(/\d+/) { "\((Int($0.0) ?? 0) + 1)" }
        }
        return cells
      }
    }
    func text(_ rows: [[String]], first: String) -> String {
      var lines = rows.map { $0.joined(separator: "\t") }
      lines.insert(first, at: rows.firstIndex { $0.first == "2" } ?? 0)
      return lines.joined(separator: "\n")
    }
    let published = try text(
      moved(Self.published(), [0]), first: "1\tMenyiapkan ruang kerja\t\t\tY\t\t30 menit\t\t")
    var edition = moved(Self.edition, [0, 3, 7])
    for index in edition.indices where edition[index].first == "2" { edition[index][3] = "1" }
    return (published, text(edition, first: "1\tTim Pendukung\tpenyerahan\t\t\t\t\t"))
  }

  private static let unit = UnitCode("BU")!

  /// An archive in which one person does everything, with a record that every gate is content with.
  private static func engine(_ archive: TemporaryArchive) throws -> Engine {
    let engine = archive.engine()
    try engine.office.addUnit(unit, name: "Bagian Umum")
    _ = try engine.office.decide([(.separatesDuties, "tidak")], as: "atur")
    return engine
  }

  @Test func `a running cycle stays on its edition, a new one runs by the new`() throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    let (old, new) = try (#require(Period("2026-11")), #require(Period("2026-12")))
    _ = try engine.workflow.openCycle(old, unlessOpen: false)
    let tables = try Self.shifted()
    let result = try engine.workflow.importProcedure(published: tables.published, edition: tables.edition, name: "SOP 2027")
    #expect(result.activities == 16 && result.isNew)
    #expect(try !engine.workflow.importProcedure(published: tables.published, edition: tables.edition, name: nil).isNew)
    #expect(throws: ProcedureFault.nameTaken("bawaan")) {
      try engine.workflow.importProcedure(published: Self.published(), edition: Self.edition, name: "bawaan")
    }
    _ = try engine.workflow.openCycle(new, unlessOpen: false)

    // Activity 1: a day by the old edition, 30 minutes by the new.
    let before = try engine.workflow.reckonDeadline(of: 1, unit: Self.unit, in: old)
    #expect(before.activity.gate == .collection && "\(before.track.due.map { "\($0)" } ?? "")" == "2026-11-11T16:00")
    let after = try engine.workflow.reckonDeadline(of: 1, unit: Self.unit, in: new)
    #expect(after.activity.gate == nil && "\(after.track.due.map { "\($0)" } ?? "")" == "2026-11-10T09:30")
    #expect(after.lines.last?.span?.lowerBound == after.track.due?.minuteOfDay)

    // The old one's gate asks for a record; the new activity has no gate.
    #expect(throws: WorkflowRefusal.self) { try engine.workflow.finishStep(1, unit: Self.unit, in: old, note: nil) }
    #expect(try engine.workflow.finishStep(1, unit: Self.unit, in: new, note: nil).track.step == 2)

    try engine.workflow.stateNil("semua", of: Self.unit, in: old, reason: "belum ada")
    #expect(try engine.workflow.finishStep(1, unit: Self.unit, in: old, note: nil).track.step == 2)
    let sent = try engine.workflow.sendHandover(unit: Self.unit, in: nil, printed: nil, isNil: true)
    #expect(sent.track.period == old && sent.track.step == 3)
    _ = try engine.workflow.finishStep(3, unit: Self.unit, in: old, note: nil)
    _ = try engine.workflow.finishStep(4, unit: Self.unit, in: old, note: nil)
    _ = try engine.workflow.receiveHandover(sent.number, counted: nil, difference: nil)
    _ = try engine.workflow.verify(unit: Self.unit, in: nil)
    _ = try engine.workflow.finishStep(6, unit: Self.unit, in: old, note: nil)
    #expect(try engine.workflow.finishStep(7, unit: Self.unit, in: nil, note: nil).track.state == .reported)
    let decided = try #require(engine.workflow.decideStep(7, yes: true, units: [Self.unit], in: old, reason: nil, target: nil).first)
    #expect(decided.track.state == .done && decided.next == 8)

    // Now 2 of the new cycle is the collection, and 3 the hand-over.
    #expect(try engine.workflow.reckonDeadline(of: 2, unit: nil, in: nil).track.period == new)
    try engine.workflow.stateNil("semua", of: Self.unit, in: new, reason: "belum ada")
    #expect(try engine.workflow.finishStep(2, unit: Self.unit, in: nil, note: nil).track.step == 3)
    #expect(try engine.workflow.sendHandover(unit: Self.unit, in: nil, printed: nil, isNil: true).track.step == 4)
  }

  @Test func `steps are found in the cycle where they are the one to do, by its own edition`() throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    let tables = try Self.shifted()
    _ = try engine.workflow.openCycle(#require(Period("2026-11")), unlessOpen: false)
    _ = try engine.workflow.importProcedure(published: tables.published, edition: tables.edition, name: nil)
    _ = try engine.workflow.openCycle(#require(Period("2026-12")), unlessOpen: false)
    // 16 exists in the new edition only, and isn't due there.
    #expect(throws: WorkflowRefusal.self) { try engine.workflow.finishStep(16, unit: nil, in: nil, note: nil) }
    #expect(throws: WorkflowRefusal.self) { try engine.workflow.finishStep(17, unit: nil, in: nil, note: nil) }
    _ = try engine.workflow.finishStep(1, unit: nil, in: Period("2026-12"), note: nil)
    // Without a period, 2 is the collection of December: in November 1 is still to do.
    #expect(try engine.workflow.reckonDeadline(of: 2, unit: nil, in: nil).activity.gate == .collection)
    #expect(try engine.workflow.reckonDeadline(of: 1, unit: nil, in: nil).activity.gate == .collection)
  }

  @Test func `the swimlane is that of the oldest open cycle's edition, and names the others`() throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    let tables = try Self.shifted()
    let (old, new) = try (#require(Period("2026-11")), #require(Period("2026-12")))
    _ = try engine.workflow.openCycle(old, unlessOpen: false)
    _ = try engine.workflow.importProcedure(published: tables.published, edition: tables.edition, name: "SOP 2027")
    _ = try engine.workflow.openCycle(new, unlessOpen: false)
    let lane = try engine.workflow.swimlane(of: nil)
    #expect(lane.procedure.activities.count == 15 && lane.edition == "bawaan" && Set(lane.tracks.map(\.period)) == [old])
    #expect(engine.takeRemarks().contains { $0.id.contains("2026-12") })
    let other = try engine.workflow.swimlane(of: new)
    #expect(other.procedure.activities.count == 16 && other.edition == "SOP 2027" && Set(other.tracks.map(\.period)) == [new])
  }

  @Test func `the history of a step is read by the cycle's own edition`() throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    let tables = try Self.shifted()
    let (old, new) = try (#require(Period("2026-11")), #require(Period("2026-12")))
    _ = try engine.workflow.openCycle(old, unlessOpen: false)
    _ = try engine.workflow.importProcedure(published: tables.published, edition: tables.edition, name: nil)
    // 16 is only in the edition that nobody runs by yet.
    #expect(throws: WorkflowRefusal.self) { try engine.workflow.history(of: 16, unit: nil, in: nil) }
    _ = try engine.workflow.openCycle(new, unlessOpen: false)
    #expect(throws: WorkflowRefusal.self) { try engine.workflow.history(of: 16, unit: nil, in: old) }
    #expect(throws: CycleRefusal.self) { try engine.workflow.history(of: 1, unit: nil, in: Period("2027-01")!) }
    _ = try engine.workflow.history(of: 16, unit: nil, in: nil)
    // 8 is the month's own by the old edition, a delivery's by the new.
    #expect(throws: WorkflowRefusal.self) { try engine.workflow.history(of: 8, unit: Self.unit, in: old) }
    _ = try engine.workflow.finishStep(1, unit: Self.unit, in: new, note: nil)
    #expect(try engine.texts(engine.workflow.history(of: 8, unit: Self.unit, in: new)).isEmpty)
    #expect(try engine.texts(engine.workflow.history(of: 1, unit: Self.unit, in: new)).count == 1)
    #expect(try engine.workflow.procedure(of: old).activities.count == 15 && engine.workflow.procedure(of: new).activities.count == 16)
  }

  @Test func `an edition with more activities runs to its end, and findings name its steps`() throws {
    let archive = try TemporaryArchive()
    let engine = try Self.engine(archive)
    let half = try #require(Period("2026-S2"))
    let tables = try Self.shifted()
    _ = try engine.workflow.importProcedure(published: tables.published, edition: tables.edition, name: nil)
    _ = try engine.workflow.openCycle(half, unlessOpen: false)
    _ = try engine.records.addRecord(RecordContent(title: "Bukti"), unit: Self.unit)
    _ = try engine.monev.openEvaluation(half, instrument: InstrumentTests.small)
    _ = try engine.monev.judge("A-1", .full, evidence: [RecordNumber(1)], note: nil, in: half)
    #expect(try engine.monev.addFinding("Terlambat", step: 16, in: half).description == "T-1")
    #expect(throws: MonevFailure.unknownStep(17)) { try engine.monev.addFinding("Terlambat", step: 17, in: half) }
    for step in 14...16 { _ = try engine.workflow.finishStep(step, unit: nil, in: half, note: nil) }
    #expect(try engine.texts(engine.reports.documents()).map { [$0[1], $0[5]] } == [["monev", "14"], ["monev", "15"], ["monev", "16"]])
  }
}
