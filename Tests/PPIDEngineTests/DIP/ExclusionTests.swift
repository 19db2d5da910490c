import PPIDValues
import Testing

@testable import PPIDEngine

@Suite struct ExclusionTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("SETDA")!, name: "Sekretariat Daerah")
    for title in ["Laporan Kinerja", "Rencana Penertiban"] {
      var content = RecordContent(title: title)
      content.category = .berkala
      _ = try engine.records.addRecord(content, unit: nil)
    }
  }

  private func test(_ ground: ExclusionGround = .lawEnforcement, _ span: TimeSpan = TimeSpan(.months, 60)) -> ConsequenceTest {
    ConsequenceTest(ground: ground, basis: "UU 14/2008", ifOpened: "merugikan", ifClosed: "melindungi", span: span)
  }

  @Test(arguments: ["17.a", "17 a", "17a", "A", "Pasal 17 huruf a", "pasal 17.A", "huruf a"])
  func `the letter of article 17 is read in its usual spellings`(_ text: String) {
    #expect(ExclusionGround(reading: text) == .lawEnforcement)
  }

  @Test(arguments: ["", "17", "17.k", "18.a", "17.a.b", "a b", "17.1.a", "x17.a"]) func `anything else is no ground`(_ text: String) {
    #expect(ExclusionGround(reading: text) == nil)
  }

  @Test func `every letter has words in both languages`() {
    #expect(ExclusionGround.allCases.map(\.rawValue) == "abcdefghij".map { "17.\($0)" })
    for ground in ExclusionGround.allCases { #expect(ground.words.id != ground.words.en) }
  }

  @Test(arguments: [
    (ExclusionGround.lawEnforcement, TimeSpan(.months, 360), "2056-11-10" as String?), (.lawEnforcement, TimeSpan(.months, 361), nil),
    (.lawEnforcement, TimeSpan(.days, 10_957), "2056-11-09"), (.lawEnforcement, TimeSpan(.days, 10_959), nil),
    (.privacy, TimeSpan(.months, 361), "2056-12-10"), (.privacy, TimeSpan(.days, 1), "2026-11-11"), (.privacy, TimeSpan(.days, 0), nil),
    (.privacy, TimeSpan(.months, -1), nil), (.privacy, TimeSpan(.minutes, 600), nil), (.privacy, TimeSpan(.workingDays, 5), nil),
    (.privacy, TimeSpan(.months, Int32.max), nil),
  ])
  func `a period ends on a day, and law enforcement within thirty years`(_ ground: ExclusionGround, _ span: TimeSpan, _ end: String?) throws
  {
    guard let end else {
      #expect(throws: ExclusionRefusal.self) { try engine.publicList.exclude(RecordNumber(2), by: test(ground, span), replacing: false) }
      return
    }
    #expect(try engine.publicList.exclude(RecordNumber(2), by: test(ground, span), replacing: false).ends.description == end)
  }

  @Test func `excluding and opening are journalled changes of the record`() throws {
    _ = try engine.publicList.exclude(RecordNumber(2), by: test(), replacing: false)
    #expect(try engine.records.record(RecordNumber(2)).fields.first { $0.name == "kategori" }?.value == .text("dikecualikan"))
    #expect(throws: ExclusionRefusal.self) { try engine.publicList.open(RecordNumber(2), as: nil, reason: nil) }
    #expect(try engine.publicList.open(RecordNumber(2), as: nil, reason: "putusan sengketa") == .berkala)
    let actions = try engine.texts(engine.history.journal(of: "A-2", since: nil, by: nil)).map { $0[4] }
    #expect(actions == ["arsip tambah", "kecuali tambah", "kecuali buka"])
    #expect(throws: ExclusionRefusal.self) { try engine.publicList.open(RecordNumber(2), as: nil, reason: "lagi") }
    #expect(try engine.history.verifyJournal() > 0)
  }

  @Test func `a decision that gives way to another keeps what the record was before`() throws {
    _ = try engine.publicList.exclude(RecordNumber(2), by: test(), replacing: false)
    #expect(throws: ExclusionRefusal.self) { try engine.publicList.exclude(RecordNumber(2), by: test(.privacy), replacing: false) }
    let second = try engine.publicList.exclude(RecordNumber(2), by: test(.privacy), replacing: true)
    #expect(second.categoryBefore == .berkala)
    #expect(try engine.texts(engine.publicList.exclusions()).map { $0[3] } == ["17.h"])
    #expect(try engine.publicList.open(RecordNumber(2), as: .setiapSaat, reason: "x") == .setiapSaat)
    #expect(try engine.texts(engine.publicList.exclusions()).isEmpty)
  }

  @Test(arguments: ReportForm.allCases) func `the decision is a document that tells all that was weighed and decided`(_ form: ReportForm)
    throws
  {
    _ = try engine.office.decide(
      [(setting: .officeName, value: "Kota Contoh"), (setting: .officer, value: "Rina"), (setting: .place, value: "Samarinda")], as: "atur")
    _ = try engine.publicList.exclude(RecordNumber(2), by: test(), replacing: false)
    _ = try engine.office.decide([(setting: .officeName, value: "Kota Lain"), (setting: .officer, value: "Hasan")], as: "atur")
    var text = ""
    try engine.reports.write(engine.publicList.exclusionDecision(of: RecordNumber(2)), as: form, in: .indonesian) { text += $0 }
    for told in [
      "Rencana Penertiban", "SETDA", "Berkala", "pasal 17 huruf a", "penegakan hukum", "UU 14/2008", "merugikan", "melindungi", "5 tahun",
      "10 November 2031", "Rina", "Samarinda, 10 November 2026",
    ] { #expect(text.contains(told), "\(form): \(told)") }
    #expect(!text.contains("Kota Lain") && !text.contains("Hasan"), "as it was decided")
    #expect(form == .csv || text.contains("Kota Contoh"))
  }

  @Test func `there is a decision of nothing else, and not for those who may not see it`() throws {
    _ = try engine.publicList.exclude(RecordNumber(2), by: test(), replacing: false)
    var content = RecordContent(title: "Hasil Tes")
    content.category = .dikecualikan
    let untested = try engine.records.addRecord(content, unit: nil)
    engine.endRun()
    for number in [RecordNumber(1), untested] {
      #expect(throws: ExclusionRefusal.self) { try engine.publicList.exclusionDecision(of: number) }
    }
    try engine.office.addPerson("joko", roles: [.pengelola], unit: nil, account: nil)
    engine.endRun()
    for number in [2, 99] {
      #expect(throws: OfficeFailure.self) { try archive.engine(account: "joko").publicList.exclusionDecision(of: RecordNumber(number)) }
    }
  }

  @Test func `the schema keeps decisions, and keeps what is excluded out of editions`() throws {
    _ = try engine.publicList.exclude(RecordNumber(2), by: test(), replacing: false)
    _ = try engine.publicList.determine(Period("2026-11")!, number: "K", outsideCycle: "uji", unlessDone: false)
    engine.close()
    for statement in [
      "UPDATE exclusion SET ends_on = '2099-01-01'", "DELETE FROM exclusion", "UPDATE record SET category = 'berkala' WHERE id = 2",
      "INSERT INTO edition_change (record_id, edition_id, listed, title, category, unit) VALUES (2, 1, 1, 't', 'berkala', 'SETDA')",
      """
      INSERT INTO exclusion (record_id, article, basis, if_opened, if_closed, span, ends_on, officer, decided_at, journal_id)
      VALUES (1, '17.a', 'd', 'b', 't', '31tahun', '2057-11-11', 'x', '2026-11-10T09:00', 1)
      """,
    ] { #expect(try archive.sqlite(statement).contains("rror"), "\(statement)") }
    #expect(try archive.sqlite("SELECT count(*) FROM edition_change") == "1\n")
  }

  @Test func `people who may see it are reminded of what has ended or soon will`() throws {
    #expect(try engine.publicList.exclusionReminder() == nil)
    _ = try engine.publicList.exclude(RecordNumber(2), by: test(.privacy, TimeSpan(.days, 20)), replacing: false)
    #expect(
      try engine.publicList.exclusionReminder()?.id == "1 pengecualian berakhir dalam 30 hari: lihat `kecuali berakhir --sampai 2026-12`")
    #expect(try engine.texts(engine.publicList.exclusions(endingBy: nil)).count == 1)
    #expect(try engine.texts(engine.publicList.exclusions(endingBy: Period("2026-10")!)).isEmpty)
    #expect(try archive.engine(account: "orang").publicList.exclusionReminder() == nil)
  }

  @Test func `a list that still calls it public doesn't bring it back`() throws {
    _ = try engine.publicList.exclude(RecordNumber(2), by: test(), replacing: false)
    let list = try archive.file("daftar.csv", "judul,kategori\nRENCANA  penertiban,berkala\nProfil,berkala\n")
    var options = ImportOptions()
    options.isPartial = true
    let result = try engine.records.importList(list, options)
    #expect(result.new == 1 && result.refused == 1)
    #expect(try engine.texts(engine.publicList.exclusions()).count == 1)
  }

  @Test func `a proposal is taken back, a decision never`() throws {
    _ = try engine.publicList.propose([RecordNumber(1)], reason: "diminta")
    #expect(try engine.history.undoLastChange().action == "dip usul")
    #expect(try engine.texts(engine.publicList.proposals()).isEmpty)
    try engine.publicList.takeOut(RecordNumber(1), reason: "dicabut")
    #expect(try engine.history.undoLastChange().action == "dip keluarkan")
    #expect(try engine.publicList.determine(Period("2026-11")!, number: nil, outsideCycle: "uji", unlessDone: false).counts?.total == 2)
    _ = try engine.publicList.exclude(RecordNumber(2), by: test(), replacing: false)
    #expect(throws: UndoFailure.self) { try engine.history.undoLastChange() }
    _ = try engine.publicList.open(RecordNumber(2), as: nil, reason: "putusan")
    #expect(throws: UndoFailure.self) { try engine.history.undoLastChange() }
  }

  @Test func `what is taken out returns only by a proposal`() throws {
    let (first, second) = (RecordNumber(1), RecordNumber(2))
    try engine.publicList.takeOut(first, reason: "dicabut")
    let edition = try engine.publicList.determine(Period("2026-11")!, number: nil, outsideCycle: "uji", unlessDone: false)
    #expect(edition.counts?.total == 1)
    #expect(throws: ListingRefusal.self) { try engine.publicList.propose([first, second], reason: nil) }
    #expect(try engine.texts(engine.publicList.proposals()).isEmpty, "all or none")
    #expect(try engine.publicList.propose([first, first], reason: "diminta") == [first])
    #expect(try engine.texts(engine.publicList.proposals()).map { $0[4] } == ["diminta"])
    #expect(try engine.publicList.determine(Period("2026-12")!, number: nil, outsideCycle: "uji", unlessDone: false).counts?.total == 2)
    try engine.publicList.takeOut(first, reason: "keliru")
    #expect(try engine.publicList.propose([first], reason: nil) == [first], "before any edition left it out")
    #expect(try engine.texts(engine.publicList.proposals()).isEmpty, "it simply stays")
    #expect(try engine.publicList.determine(Period("2027-01")!, number: nil, outsideCycle: "uji", unlessDone: false).counts?.removed == 0)
  }
}
