import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Moving, destroying and handing over: proposed by one, approved by another, stopped by holds.
@Suite struct DisposalTests {
  private let archive: TemporaryArchive
  /// The secretary, who made the archive.
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    try engine.office.addPerson("ani", roles: [.ppid], unit: nil, account: "ani")
    let scheme = """
      kode,retensi_aktif,retensi_inaktif,nasib_akhir
      PR.01,1 Tahun,1 Tahun,Musnah
      PR.02,1 Tahun,1 Tahun,Permanen
      PR.03,1 Tahun,1 Tahun,Dinilai kembali
      PR.04,1 Tahun,1 Tahun,"Musnah, kecuali yang bernilai sejarah Permanen"
      PR.05,1 Tahun,10 Tahun,Musnah
      """
    _ = try engine.schedule.importScheme(archive.file("jra.csv", scheme), SchemeImportOptions())
    // each due since years; A-6 not yet.
    for (code, year) in [("PR.01", 2020), ("PR.02", 2020), ("PR.03", 2020), ("PR.04", 2020), ("PR.05", 2020), ("PR.01", 2026)] {
      var content = RecordContent(title: "Arsip \(code) \(year)")
      (content.code, content.year) = (code, year)
      _ = try engine.records.addRecord(content, unit: nil)
    }
  }

  /// The one who approves.
  private func approver() -> Engine {
    engine.endRun()
    return archive.engine(account: "ani")
  }

  private func approve(_ number: DisposalNumber) throws {
    let other = approver()
    _ = try other.disposals.approve(number)
    other.endRun()
  }

  private func refused(_ body: () throws -> Void) -> DisposalRefusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? DisposalRefusal
    }
  }

  private func statuses() throws -> [String] { try engine.texts(engine.records.records()).map { $0[19] } }
  private func numbers(_ values: Int...) -> [RecordNumber] { values.map(RecordNumber.init) }
  private func items(_ number: DisposalNumber) throws -> [String] { try engine.texts(engine.disposals.items(of: number)).map { $0[0] } }

  // MARK: What may be proposed

  @Test func `what is due is proposed, but nothing that a person must look at first`() throws {
    #expect(try items(engine.disposals.propose(.destroy, of: [], until: nil).number) == ["A-1"])
    #expect(engine.takeRemarks().map(\.id) == ["2 arsip harus dinilai atau dikecualikan dulu; sebutkan nomornya bila hendak diikutkan"])
    #expect(try items(engine.disposals.propose(.handOver, of: [], until: nil).number) == ["A-2"])
    #expect(try items(engine.disposals.propose(.transfer, of: [], until: nil).number) == ["A-5"])
    guard case .nothingDue(.destroy) = refused({ _ = try engine.disposals.propose(.destroy, of: [], until: nil) }) else {
      Issue.record("what is proposed was proposed again")
      return
    }
    #expect(
      try items(engine.disposals.propose(.destroy, of: [], until: CalendarDate("2030-12-31")).number) == ["A-6"], "due on another day")
  }

  @Test func `records that are named must be allowed by their retention`() throws {
    #expect(try items(engine.disposals.propose(.destroy, of: numbers(3, 4), until: nil).number) == ["A-3", "A-4"])
    for (kind, record) in [(DisposalKind.destroy, 2), (.destroy, 5), (.destroy, 6), (.transfer, 1), (.handOver, 1), (.transfer, 6)] {
      guard case .unfit = refused({ _ = try engine.disposals.propose(kind, of: numbers(record), until: nil) }) else {
        Issue.record("\(kind) took A-\(record)")
        continue
      }
    }
    guard case .frozen(let frozen) = refused({ _ = try engine.disposals.propose(.handOver, of: numbers(3), until: nil) }) else {
      Issue.record("a record is in two proposals")
      return
    }
    #expect(frozen.map { "\($0) \($1)" } == ["A-3 S-1"])
    #expect(throws: RecordRefusal.self) { try engine.disposals.propose(.destroy, of: numbers(99), until: nil) }
  }

  @Test func `a record that waits for its event can't be destroyed, however old it is`() throws {
    var content = RecordContent(title: "Perjanjian 1990")
    content.year = 1990
    (content.activeRetention, content.inactiveRetention, content.fate) = ("1 Tahun setelah tidak berlaku", "-", "Musnah")
    let number = try engine.records.addRecord(content, unit: nil)
    guard case .unfit(_, let records) = refused({ _ = try engine.disposals.propose(.destroy, of: [number], until: CalendarDate.last) })
    else {
      Issue.record("it was taken")
      return
    }
    #expect(records.map(\.1) == [.awaitsEvent])
  }

  // MARK: Who approves

  @Test func `nobody approves their own proposal, unless the office has decided that one may`() throws {
    let number = try engine.disposals.propose(.destroy, of: [], until: nil).number
    let refusal = refused { _ = try engine.disposals.approve(number) }
    guard case .ownProposal = refusal else {
      Issue.record("approved by the proposer: \(String(describing: refusal))")
      return
    }
    #expect(refusal?.kind == .forbidden && refusal?.message.id.contains("pemisahan-tugas") == true)
    #expect(throws: (any Error).self, "not approved yet") { try engine.disposals.execute(number) }
    #expect(try engine.office.decide([(.separatesDuties, "tidak")], as: "atur"))
    _ = try engine.disposals.approve(number)
    #expect(try engine.office.decide([(.separatesDuties, "ya")], as: "atur"))
    guard case .ownProposal = refused({ _ = try engine.disposals.execute(number) }) else {
      Issue.record("executed though the approval doesn't hold any more")
      return
    }
  }

  @Test func `roles are asked for`() throws {
    let number = try engine.disposals.propose(.destroy, of: [], until: nil).number
    engine.endRun()
    let other = archive.engine(account: "ani")
    #expect(throws: OfficeFailure.self) { try other.disposals.propose(.transfer, of: [], until: nil) }
    #expect(throws: OfficeFailure.self) { try other.disposals.execute(number) }
    #expect(throws: OfficeFailure.self) { try other.disposals.hold(RecordNumber(1), reason: nil) }
    _ = try other.disposals.approve(number)
    #expect(throws: DisposalRefusal.self, "approved already") { try other.disposals.approve(number) }
  }

  @Test func `a refused disposal is over, and its records are free`() throws {
    let number = try engine.disposals.propose(.destroy, of: [], until: nil).number
    let other = approver()
    #expect(throws: DisposalRefusal.self) { try other.disposals.refuse(number, reason: " ") }
    try other.disposals.refuse(number, reason: "masih dipakai")
    other.endRun()
    #expect(throws: DisposalRefusal.self) { try engine.disposals.execute(number) }
    #expect(try engine.disposals.propose(.destroy, of: [], until: nil).count == 1)
  }

  // MARK: Holds

  @Test func `a hold stops proposing, approving and executing`() throws {
    try engine.disposals.hold(RecordNumber(1), reason: "perkara")
    #expect(refused { _ = try engine.disposals.propose(.destroy, of: [], until: nil) } != nil)
    guard case .held = refused({ _ = try engine.disposals.propose(.destroy, of: numbers(1), until: nil) }) else {
      Issue.record("a held record was proposed")
      return
    }
    try engine.disposals.release(RecordNumber(1))
    let number = try engine.disposals.propose(.destroy, of: [], until: nil).number
    try engine.disposals.hold(RecordNumber(1), reason: nil)
    engine.endRun()
    guard case .held = refused({ try approve(number) }) else {
      Issue.record("a disposal of a held record was approved")
      return
    }
    try engine.disposals.release(RecordNumber(1))
    try approve(number)
    try engine.disposals.hold(RecordNumber(1), reason: nil)
    let events = try engine.history.lastEvent()
    guard case .held = refused({ _ = try engine.disposals.execute(number) }) else {
      Issue.record("a held record was destroyed")
      return
    }
    #expect(try engine.history.lastEvent() == events && statuses()[0] == "aktif")
    engine.endRun()
    #expect(try archive.sqlite("UPDATE record SET status = 'dimusnahkan' WHERE id = 1").contains("legal hold"))
    try engine.disposals.release(RecordNumber(1))
    _ = try engine.disposals.execute(number)
    #expect(throws: RecordRefusal.self) { try engine.disposals.hold(RecordNumber(1), reason: nil) }
    #expect(throws: DisposalRefusal.self) { try engine.disposals.release(RecordNumber(2)) }
  }

  @Test func `what changed after approval is seen when it is executed`() throws {
    let number = try engine.disposals.propose(.destroy, of: [], until: nil).number
    try approve(number)
    _ = try engine.records.updateRecord(RecordNumber(1)) { $0.fate = "Permanen" }
    guard case .unfit(_, let records) = refused({ _ = try engine.disposals.execute(number) }) else {
      Issue.record("a permanent record was destroyed")
      return
    }
    #expect(records.map(\.1) == [.handOver])
  }

  // MARK: Executing

  @Test func `each kind gives its status, and destroyed records leave their metadata and a certificate`() throws {
    let text = try archive.file("lampiran.txt", "isi lampiran")
    _ = try engine.holdings.attach(text, to: RecordNumber(1), as: nil, replacing: false)
    _ = try engine.holdings.attach(text, to: RecordNumber(2), as: "sama.txt", replacing: false)
    let own = try engine.holdings.attach(archive.file("sendiri|.txt", "hanya di sini"), to: RecordNumber(1), as: nil, replacing: false).file
    var disposals: [DisposalNumber] = []
    for kind in DisposalKind.allCases {
      let number = try engine.disposals.propose(kind, of: [], until: nil).number
      #expect(throws: HoldingFailure.self, "frozen: \(kind)") {
        try engine.holdings.attach(text, to: RecordNumber(kind == .transfer ? 5 : kind == .destroy ? 1 : 2), as: "x", replacing: false)
      }
      try approve(number)
      _ = try engine.disposals.execute(number)
      disposals.append(number)
    }
    #expect(try statuses() == ["dimusnahkan", "statis", "aktif", "aktif", "inaktif", "aktif"])
    #expect(try engine.records.record(RecordNumber(1)).fields[1].value == .text("Arsip PR.01 2020"), "its metadata stays")
    #expect(try engine.holdings.heldFiles(of: RecordNumber(1)).isEmpty && engine.holdings.heldFiles(of: RecordNumber(2)).count == 1)
    #expect(access("\(archive.path).berkas/\(own.digest.prefix(2))/\(own.digest.dropFirst(2))", F_OK) != 0)
    #expect(try engine.holdings.checkFiles().count == 1)
    #expect(throws: RecordRefusal.self, "what is destroyed is over") { try engine.records.updateRecord(RecordNumber(1)) { $0.title = "x" } }
    #expect(try engine.history.verifyJournal() > 0)

    let path = archive.folder.appendingPathComponent("berita.md").path
    try engine.disposals.writeMinutes(of: disposals[1], to: path, in: .english)
    let minutes = try String(contentsOfFile: path, encoding: .utf8)
    #expect(minutes.hasPrefix("# Berita Acara Pemusnahan Arsip\n"))
    #expect(minutes.contains("| A-1 | Arsip PR.01 2020 | BU | PR.01 | 2020-12-31 | 2022-12-31 | 1 Tahun | 1 Tahun | musnah |"))
    #expect(minutes.contains("| A-1 | sendiri\\|.txt | text/plain | 13 | \(own.digest) |"))
    #expect(minutes.contains("isi yang sama tetap ada pada arsip lain"))
    #expect(minutes.contains("| disetujui | ani | 10 November 2026 pukul 09.00 |"))
    for ending in ["html", "csv", "json"] {
      let path = archive.folder.appendingPathComponent("berita.\(ending)").path
      try engine.disposals.writeMinutes(of: disposals[1], to: path, in: .english)
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Arsip PR.01 2020"), "\(ending)")
    }
    #expect(throws: DisposalRefusal.self) { try engine.disposals.writeMinutes(of: disposals[1], to: path + ".pdf", in: .indonesian) }
    #expect(throws: DisposalRefusal.self) { try engine.disposals.writeMinutes(of: DisposalNumber(99), to: path, in: .indonesian) }
    #expect(throws: DisposalRefusal.self) { try engine.disposals.execute(disposals[1]) }
    engine.endRun()
    for statement in [
      "DELETE FROM destroyed_file", "UPDATE disposal_item SET title = 'x'", "UPDATE disposal SET kind = 'serah'", "DELETE FROM disposal",
    ] {
      #expect(try archive.sqlite(statement).contains("cannot be"), "\(statement)")
    }
  }

  @Test func `minutes of a draft are in the reader's language, those of what is over in Indonesian`() throws {
    let number = try engine.disposals.propose(.destroy, of: [], until: nil).number
    func minutes(_ ending: String, _ language: Language = .english) throws -> String {
      let path = archive.folder.appendingPathComponent("rancangan.\(ending)").path
      try engine.disposals.writeMinutes(of: number, to: path, in: language)
      return try String(contentsOfFile: path, encoding: .utf8)
    }
    let draft = try minutes("md")
    #expect(draft.hasPrefix("# Minutes of a Destruction of Archives\n\nNumber: S-1  \nState: proposed\n"))
    #expect(draft.contains("over by 10 November 2026; they are to be destroyed"))
    #expect(draft.contains("| proposed | budi | 10 November 2026, 09:00 |"))
    #expect(draft.contains("| number | title | unit | code | since | due |"))
    let page = try minutes("html")
    #expect(page.contains("<html lang=\"en\">") && page.contains("<th>active retention</th>"))
    #expect(try minutes("md", .indonesian).contains("dan akan dimusnahkan menurut nasib akhirnya"))
    engine.endRun()
    let other = archive.engine(account: "ani")
    try other.disposals.refuse(number, reason: "masih dipakai")
    other.endRun()
    #expect(try minutes("md").contains("tetapi tidak dimusnahkan") && minutes("md").contains("\nAlasan penolakan: masih dipakai\n"))
    #expect(try minutes("html").contains("<html lang=\"id\">"))
  }

  @Test func `moved archives are destroyed or handed over later`() throws {
    let number = try engine.disposals.propose(.transfer, of: numbers(5), until: nil).number
    try approve(number)
    _ = try engine.disposals.execute(number)
    let next = try engine.disposals.propose(.destroy, of: numbers(5), until: CalendarDate("2031-12-31")).number
    try approve(next)
    _ = try engine.disposals.execute(next)
    #expect(try statuses()[4] == "dimusnahkan")
  }

  @Test func `an execution that is undone leaves everything as it was`() throws {
    _ = try engine.holdings.attach(archive.file("a.txt", "isi"), to: RecordNumber(1), as: nil, replacing: false)
    let number = try engine.disposals.propose(.destroy, of: [], until: nil).number
    try approve(number)
    try engine.beginTransaction()
    _ = try engine.disposals.execute(number)
    try engine.rollbackTransaction()
    #expect(try statuses()[0] == "aktif" && engine.holdings.checkFiles().count == 1)
    _ = try engine.disposals.execute(number)
    #expect(try statuses()[0] == "dimusnahkan" && engine.holdings.checkFiles().count == 0)
  }
}
