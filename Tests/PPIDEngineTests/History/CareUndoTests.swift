import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Files, holds, events of retention and disposals that aren't executed are taken back like everything else.
@Suite struct CareUndoTests {
  private let archive: TemporaryArchive
  /// The secretary, who made the archive.
  private let engine: Engine
  private let first = RecordNumber(1)

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    try engine.office.addPerson("ani", roles: [.ppid], unit: nil, account: "ani")
    try engine.office.addPerson("sari", roles: [.sekretariat], unit: nil, account: "sari")
    let scheme = "kode,retensi_aktif,retensi_inaktif,nasib_akhir\nPR.01,1 Tahun,-,Musnah\nPR.02,1 Tahun setelah tidak berlaku,-,Musnah\n"
    _ = try engine.schedule.importScheme(archive.file("jra.csv", scheme), SchemeImportOptions())
    for (code, year) in [("PR.01", 2020), ("PR.01", 2021), ("PR.02", 2020)] {
      var content = RecordContent(title: "Arsip \(code) \(year)")
      (content.code, content.year) = (code, year)
      _ = try engine.records.addRecord(content, unit: nil)
    }
    _ = try engine.holdings.attach(archive.file("lama.txt", "isi lama"), to: first, as: nil, replacing: false)
    try engine.disposals.hold(RecordNumber(2), reason: "perkara")
  }

  /// What the archive holds of what is taken back here, with the bytes of files.
  private func content() throws -> String {
    let rows = try archive.sqlite(
      """
      SELECT record_id, name, digest, attached_at FROM attachment ORDER BY 1, 2; SELECT digest, size, type FROM content;
      SELECT record_id, reason, placed_at, placed_by FROM hold; SELECT record_id, age, date FROM retention_event;
      SELECT id, kind, state, judged_on, proposed_at, proposed_by, decided_at, decided_by, reason, executed_at, executed_by FROM disposal;
      SELECT disposal_id, record_id, due FROM disposal_item; SELECT id, status FROM record
      """)
    return try rows + "\(engine.holdings.checkFiles())"
  }

  private func proposed() throws -> DisposalNumber { try engine.disposals.propose(.destroy, of: [first], until: nil).number }

  /// As the one who decides, whose run ends with it.
  private func asApprover(at time: String = "2026-11-10T09:00", _ body: (Engine) throws -> Void) throws {
    engine.endRun()
    let other = archive.engine(account: "ani", at: time)
    defer { other.endRun() }
    try body(other)
  }

  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable (Engine, TemporaryArchive) throws -> Void
  }

  private static let changes: [Change] = [
    Change(testDescription: "a file is attached") { engine, archive in
      _ = try engine.holdings.attach(archive.file("baru.txt", "isi baru"), to: RecordNumber(1), as: nil, replacing: false)
    },
    Change(testDescription: "a file replaces another") { engine, archive in
      _ = try engine.holdings.attach(archive.file("lama.txt", "isi lain"), to: RecordNumber(1), as: nil, replacing: true)
    },
    Change(testDescription: "a file is taken away") { engine, _ in _ = try engine.holdings.detach("lama.txt", from: RecordNumber(1)) },
    Change(testDescription: "a record is held") { engine, _ in try engine.disposals.hold(RecordNumber(1), reason: "audit") },
    Change(testDescription: "a record is released") { engine, _ in try engine.disposals.release(RecordNumber(2)) },
    Change(testDescription: "an event is stated") { engine, _ in
      _ = try engine.schedule.stateRetentionEvent(CalendarDate("2024-01-01"), of: RecordNumber(3), nil)
    },
    Change(testDescription: "a disposal is proposed") { engine, _ in _ = try engine.disposals.propose(.destroy, of: [], until: nil) },
  ]

  @Test(arguments: changes) func `a change is taken back, as often as it is made`(_ change: Change) throws {
    let before = try content()
    for _ in 1...2 {
      try change.make(engine, archive)
      let changed = try content()
      #expect(changed != before)
      _ = try engine.history.undoLastChange()
      #expect(try content() == before)
    }
    #expect(try engine.history.verifyJournal() > 0)
    // Each revision kept what its entry says.
    let unlike = """
      SELECT v.before || ' ' || j.before FROM revision v JOIN journal j ON j.id = v.journal_id
      WHERE j.action = 'batal' AND v.before IS NOT j.before
      """
    #expect(try archive.sqlite(unlike) == "")
  }

  @Test func `an event that was stated anew is the one before again`() throws {
    for day in ["2023-01-01", "2024-01-01"] { _ = try engine.schedule.stateRetentionEvent(CalendarDate(day), of: RecordNumber(3), nil) }
    _ = try engine.schedule.stateRetentionEvent(nil, of: RecordNumber(3), nil)
    for expected in ["2024-01-01", "2023-01-01", ""] {
      _ = try engine.history.undoLastChange()
      #expect(try archive.sqlite("SELECT date FROM retention_event") == (expected.isEmpty ? "" : "\(expected)\n"))
    }
  }

  // MARK: Files

  @Test func `bytes of a file that was taken away stay for thirty days`() throws {
    _ = try engine.holdings.detach("lama.txt", from: first)
    engine.close()
    let later = archive.engine(at: "2026-12-10T08:59")
    _ = try later.holdings.checkFiles()
    _ = try later.history.undoLastChange()
    #expect(try later.holdings.checkFiles().count == 1)
    _ = try later.holdings.detach("lama.txt", from: first)
    later.close()
    let over = archive.engine(at: "2027-01-09T09:00")
    _ = try over.holdings.checkFiles()
    do {
      _ = try over.history.undoLastChange()
      Issue.record("it was taken back")
    } catch UndoFailure.bytesGone(let number, let name) {
      #expect(number == first && name == "lama.txt")
    }
    #expect(try archive.storedFiles().isEmpty)
  }

  @Test func `taking an attachment back frees its bytes at once`() throws {
    _ = try engine.holdings.attach(archive.file("salah.txt", "data pribadi"), to: first, as: nil, replacing: false)
    _ = try engine.history.undoLastChange()
    #expect(try archive.storedFiles().count == 1)
  }

  @Test func `bytes that were taken away from a record go when it is destroyed, also those`() throws {
    _ = try engine.holdings.attach(archive.file("dua.txt", "isi kedua"), to: RecordNumber(3), as: nil, replacing: false)
    _ = try engine.holdings.detach("dua.txt", from: RecordNumber(3))
    _ = try engine.holdings.detach("lama.txt", from: first)
    #expect(try archive.storedFiles().count == 2)
    let number = try proposed()
    try asApprover { _ = try $0.disposals.approve(number) }
    _ = try engine.disposals.execute(number)
    #expect(try archive.storedFiles().count == 1, "another record's stay")
    #expect(throws: UndoFailure.self) { try engine.history.undoLastChange() }
  }

  @Test func `a file that was changed again, or damaged, is not taken back`() throws {
    _ = try engine.holdings.detach("lama.txt", from: first)
    for name in try archive.storedFiles() { try Data("rusak".utf8).write(to: URL(fileURLWithPath: name)) }
    #expect(throws: UndoFailure.self, "damaged") { try engine.history.undoLastChange() }
    engine.endRun()
    let other = archive.engine(account: "sari")
    _ = try other.holdings.attach(archive.file("a.txt", "satu"), to: first, as: nil, replacing: false)
    other.endRun()
    _ = try engine.holdings.attach(archive.file("a.txt", "dua"), to: first, as: nil, replacing: true)
    engine.endRun()
    do {
      _ = try other.history.undoLastChange()
      Issue.record("it was taken back")
    } catch UndoFailure.changedSince(let what) {
      #expect(what == "A-1 a.txt")
    }
  }

  @Test func `files that stand still are not taken back`() throws {
    _ = try engine.holdings.attach(archive.file("a.txt", "satu"), to: first, as: nil, replacing: false)
    engine.endRun()
    let other = archive.engine(account: "sari")
    _ = try other.disposals.propose(.destroy, of: [first], until: nil)
    other.endRun()
    #expect(throws: HoldingFailure.self) { try engine.history.undoLastChange() }
  }

  @Test func `a record that has files, a hold or a disposal is not taken back with them`() throws {
    var content = RecordContent(title: "baru")
    (content.code, content.year) = ("PR.01", 2019)
    let number = try engine.records.addRecord(content, unit: nil)
    engine.endRun()
    let other = archive.engine(account: "sari")
    try other.disposals.hold(number, reason: nil)
    other.endRun()
    do {
      _ = try engine.history.undoLastChange()
      Issue.record("it was taken back")
    } catch let failure as UndoFailure {
      #expect(failure.message == Phrase(id: "A-4 sudah dipakai penahanan", en: "A-4 is in use by a legal hold"))
    }
  }

  // MARK: Disposals

  @Test func `a number of a proposal that was taken back is not given again`() throws {
    #expect(try proposed() == DisposalNumber(1))
    _ = try engine.history.undoLastChange()
    #expect(try engine.texts(engine.disposals.disposals()).isEmpty)
    #expect(try proposed() == DisposalNumber(2))
  }

  @Test func `an approval is taken back by who gave it, until it is executed`() throws {
    let number = try proposed()
    try asApprover { _ = try $0.disposals.approve(number) }
    #expect(throws: UndoFailure.self, "somebody decided on the proposal") { try engine.history.undoLastChange() }
    try asApprover { _ = try $0.history.undoLastChange() }
    #expect(try engine.disposals.disposal(number).state == .proposed && engine.disposals.disposal(number).decided == nil)
    #expect(throws: DisposalRefusal.self) { try engine.disposals.execute(number) }
    try asApprover(at: "2026-11-11T10:00") { _ = try $0.disposals.approve(number) }
    _ = try engine.disposals.execute(number)
    try asApprover { other in
      #expect(throws: UndoFailure.self, "it is executed") { try other.history.undoLastChange() }
    }
    do {
      _ = try engine.history.undoLastChange()
      Issue.record("it was taken back")
    } catch UndoFailure.never(let action, _, _) {
      #expect(action == "susut laksanakan")
    }
  }

  @Test func `a refusal is taken back to the state and the approval before it`() throws {
    let number = try proposed()
    try asApprover(at: "2026-11-10T11:00") { _ = try $0.disposals.approve(number) }
    let approval = try engine.disposals.disposal(number).decided
    try asApprover(at: "2026-11-12T11:00") { other in
      try other.disposals.refuse(number, reason: "masih dipakai")
      #expect(try other.disposals.disposal(number).decided != approval)
      _ = try other.history.undoLastChange()
    }
    let disposal = try engine.disposals.disposal(number)
    #expect(disposal.state == .approved && disposal.decided == approval && disposal.reason == nil)
    _ = try engine.disposals.execute(number)
  }

  @Test func `a refusal stays when its records are in another proposal, or not due any more`() throws {
    let number = try proposed()
    try asApprover { try $0.disposals.refuse(number, reason: "belum") }
    let next = try proposed()
    try asApprover { other in
      do {
        _ = try other.history.undoLastChange()
        Issue.record("it was taken back")
      } catch DisposalRefusal.frozen(let records) {
        #expect(records.map(\.by) == ["\(next)"])
      }
    }
    _ = try engine.history.undoLastChange()
    _ = try engine.records.updateRecord(first) { $0.fate = "Permanen" }
    try asApprover { other in #expect(throws: DisposalRefusal.self) { try other.history.undoLastChange() } }
    _ = try engine.history.undoLastChange()
    try asApprover { other in _ = try other.history.undoLastChange() }
    #expect(try engine.disposals.disposal(number).state == .proposed)
  }

  // MARK: Holds

  @Test func `a hold that somebody else placed since stays`() throws {
    try engine.disposals.hold(first, reason: "audit")
    engine.endRun()
    let other = archive.engine(account: "sari")
    try other.disposals.release(first)
    try other.disposals.hold(first, reason: "audit")
    other.endRun()
    #expect(throws: UndoFailure.self) { try engine.history.undoLastChange() }
    #expect(try engine.texts(engine.disposals.holds()).map { $0[4] } == ["sari", "budi"])
  }
}

extension TemporaryArchive {
  /// The paths of all that stands in the folder of contents.
  fileprivate func storedFiles() throws -> [String] {
    try run("find", path + ".berkas", "-type", "f").split(separator: "\n").map(String.init)
  }
}
