import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

@Suite("Reports")
struct ReportTests {
  private let november = Period("2026-11")!
  private let unit = UnitCode("BU")!
  private let hostile = "=2+5 <script>alert(1)</script> | `x` *y* \u{1B}[2J \u{202E}\u{1A}\n\"';--"

  private func office(title: String) throws -> (TemporaryArchive, Engine) {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    _ = try engine.office.decide([(.officeName, "Kantor <b>A & B</b>"), (.place, "Samarinda")], as: "atur")
    try engine.office.addUnit(unit, name: title.filter { !$0.isNewline })
    var content = RecordContent(title: title)
    content.summary = title
    content.category = .berkala
    _ = try engine.records.addRecord(content, unit: unit)
    _ = try engine.publicList.determine(Period("2026-10")!, number: "K-10", outsideCycle: "uji", unlessDone: false)
    _ = try engine.workflow.openCycle(november, unlessOpen: false)
    return (archive, engine)
  }

  private func written(_ engine: Engine, _ kind: ReportKind, _ form: ReportForm, _ language: Language = .indonesian) throws -> String {
    let period = kind == .evaluation ? Period("2026-S2")! : kind == .list ? Period("2026-10")! : november
    var text = ""
    try engine.reports.write(engine.reports.report(kind, period, unit: kind.isOfUnits ? unit : nil), as: form, in: language) { text += $0 }
    return text
  }

  @Test("nothing that a record holds is more than text in any form", arguments: ReportKind.allCases)
  func hostileContent(_ kind: ReportKind) throws {
    let (archive, engine) = try office(title: hostile)
    defer { withExtendedLifetime(archive) {} }
    let html = try written(engine, kind, .html)
    #expect(!html.contains("<script") && !html.contains("<b>") && html.contains("&lt;b&gt;A &amp; B"))
    #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("url(http"))
    let markdown = try written(engine, kind, .markdown)
    #expect(!markdown.contains("<script") && !markdown.contains("| `x`"))
    for text in [html, markdown] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{1A}" })
    }
    let csv = try written(engine, kind, .csv)
    for cell in csv.split(whereSeparator: { ";\r\n".contains($0) }) { #expect(!cell.hasPrefix("=") && !cell.hasPrefix("\"=")) }
    let json = try JSONSerialization.jsonObject(with: Data(written(engine, kind, .json).utf8)) as? [String: Any]
    #expect(json?["dokumen"] as? String == kind.rawValue && json?["terbit"] as? Bool == false)
  }

  @Test("the same report gives the same bytes as ever: its looks are part of what was frozen", arguments: ReportForm.allCases)
  func golden(_ form: ReportForm) throws {
    let (archive, engine) = try office(title: "Laporan Kinerja")
    defer { withExtendedLifetime(archive) {} }
    let report = Report(
      kind: .report(.monthly), period: november, unit: nil, round: 2, number: "LB-11", date: CalendarDate("2026-11-30")!, isIssued: true,
      office: Report.Office(name: "Pemerintah Daerah", address: "Jalan Satu", place: "Samarinda"),
      sections: [
        Report.Section(
          Phrase(id: "Satu", en: "One"),
          [
            .paragraph(Phrase("Kata.")),
            .figures([
              Report.Figure(Phrase("a"), .int(12_345)), Report.Figure(Phrase("b"), .percent(ExactNumber("89.95")!), note: Phrase("c")),
              Report.Figure(Phrase("d"), .time(LocalTime("2026-11-30T16:00")!)), Report.Figure(Phrase("e"), .none),
            ]),
            .table(
              Report.Table(
                [Report.Column("x", Phrase("X")), Report.Column("y", Phrase("Y"), isNumber: true)],
                [[.text("é"), .decimal(ExactNumber(1, over: 3)!)], [.date(CalendarDate("2026-11-01")!), .period(november)]],
                ifEmpty: Phrase("-"))),
            .chart(
              Report.Chart(
                title: Phrase("G"), measure: Phrase("hari"),
                bars: [
                  .init(Phrase("p"), ExactNumber(3), standard: ExactNumber(1)), .init(Phrase("q"), ExactNumber("0.5")!),
                ])),
          ])
      ], signatures: [Report.Signature(Phrase("PPID"), nil), Report.Signature(Phrase("Atasan PPID"), "Kepala")])
    var text = ""
    try engine.reports.write(Report(frozen: report.frozen()), as: form, in: .indonesian) { text += $0 }
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Data/laporan.\(form.rawValue)")
    if ProcessInfo.processInfo.environment["PPID_REWRITE"] != nil { try Data(text.utf8).write(to: url) }
    #expect(try Data(text.utf8) == Data(contentsOf: url))
  }

  @Test("an issued document stays as it is, whatever changes afterwards", arguments: ReportKind.allCases)
  func frozen(_ kind: ReportKind) throws {
    let archive = try TemporaryArchive()
    let clock = MovableClock(LocalTime("2026-11-10T09:00")!)
    let engine = Engine(
      Archive(path: archive.path, access: .readWrite, holder: "uji", interruption: nil), clock: clock.office, account: "budi")
    _ = try engine.office.decide([(.officeName, "Kantor"), (.place, "Samarinda"), (.officer, "Kepala Bidang")], as: "atur")
    try engine.office.addUnit(unit, name: "Biro Umum")
    for title in ["Laporan", "Neraca", "Rencana"] {
      var content = RecordContent(title: title)
      content.category = .berkala
      _ = try engine.records.addRecord(content, unit: unit)
    }
    _ = try engine.publicList.determine(Period("2026-10")!, number: "K-10", outsideCycle: "uji", unlessDone: false)
    let half = Period("2026-S2")!
    for period in [november, half] { _ = try engine.workflow.openCycle(period, unlessOpen: false) }
    _ = try engine.monev.openEvaluation(half, instrument: nil)
    let finding = try engine.monev.addFinding("Temuan", step: 6, in: half)
    _ = try engine.monev.addRecommendation("Rekomendasi", finding: finding, owner: "ppid", due: CalendarDate("2026-12-01")!)
    let input = try engine.monev.addPublicInput("Masukan", from: "publik")
    let period = kind == .list ? Period("2026-10")! : kind == .evaluation ? half : november
    let document = try engine.reports.issue(kind, period, unit: kind.isOfUnits ? unit : nil, number: "N-1")
    #expect(document.number == "N-1" && document.round == 1)
    func all() throws -> [String] {
      try Language.allCases.flatMap { language in try ReportForm.allCases.map { try written(engine, kind, $0, language) } }
    }
    let before = try all()
    #expect(before[0].contains("N-1") && !before[0].contains("PRATINJAU"))

    clock.set("2031-03-03T09:00")
    var content = RecordContent(title: "Baru")
    content.category = .berkala
    _ = try engine.records.addRecord(content, unit: unit)
    _ = try engine.records.updateRecord(RecordNumber(1)) { $0.title = "Lain" }
    try engine.records.withdraw(RecordNumber(2), reason: "keliru")
    _ = try engine.publicList.exclude(
      RecordNumber(3),
      by: ConsequenceTest(
        ground: ExclusionGround(rawValue: "17.b")!, basis: "UU", ifOpened: "rugi", ifClosed: "aman", span: TimeSpan(.months, 60)),
      replacing: false)
    _ = try engine.office.decide(
      [(.officeName, "Kantor lain"), (.officer, "Orang lain"), (.place, "Jakarta"), (.officeAddress, "Jalan Baru")], as: "atur")
    _ = try engine.office.updateUnit(unit, name: "Nama lain", isActive: false)
    try engine.monev.answer(input, "sudah ada")
    try engine.monev.refuse(input, reason: "bukan kewenangan")
    _ = try engine.monev.judge("IND-5", .full, evidence: [RecordNumber(1)], note: nil, in: half)
    #expect(try all() == before)
    #expect(throws: ReportFailure.self) { try engine.reports.issue(kind, period, unit: kind.isOfUnits ? unit : nil, number: nil) }
    #expect(try engine.history.verifyJournal() > 0)
  }

  @Test("who may not see excluded information finds none of it in any report, issued or not")
  func excluded() throws {
    let (archive, engine) = try office(title: "Laporan")
    defer { withExtendedLifetime(archive) {} }
    var content = RecordContent(title: "Sangat rahasia")
    content.category = .dikecualikan
    _ = try engine.records.addRecord(content, unit: unit)
    let management = try engine.reports.issue(.management, november, unit: nil, number: nil)
    #expect(try written(engine, .management, .json).contains("nformasi yang dikecualikan"))
    // Listed once, excluded since: the issued list shows it to those who may see it, and to nobody else.
    _ = try engine.reports.issue(.list, Period("2026-10")!, unit: nil, number: nil)
    _ = try engine.records.updateRecord(RecordNumber(1)) { $0.category = .dikecualikan }
    #expect(try written(engine, .list, .json).contains("\"A-1\""))
    let manager = archive.engine(account: "tata")
    try engine.office.addPerson("tata", roles: [.pengelola], unit: nil, account: "tata")
    #expect(management.name == "D-1")
    for kind in ReportKind.allCases where !kind.isOfUnits {
      for form in ReportForm.allCases {
        let text = try written(manager, kind, form)
        #expect(!text.contains("rahasia") && !text.contains("nformasi yang dikecualikan") && !text.contains("A-1\""), "\(kind)")
        #expect(!text.contains("jangkanya lewat"), "\(kind)")
      }
    }
    #expect(try written(manager, .list, .json).contains("\"hal\":\"Jumlah informasi\",\"nilai\":0"))
    for kind in ReportKind.allCases where kind.isOfUnits {
      #expect(throws: ReportFailure.mayNotRead(kind)) { try written(manager, kind, .json) }
    }
  }

  @Test(
    "a document is issued by whoever may finish its activity",
    arguments: [
      (ReportKind.monthly, Role.sekretariat), (.management, .ppid), (.list, .ppid), (.collection, .pendukung),
      (.receipt, .sekretariat),
    ])
  func issuers(_ kind: ReportKind, _ role: Role) throws {
    let (archive, engine) = try office(title: "Laporan")
    defer { withExtendedLifetime(archive) {} }
    for other in Role.allCases where other != .tamu && other != .pengelola {
      try engine.office.addPerson(other.rawValue, roles: [other], unit: other == .pendukung ? unit : nil, account: other.rawValue)
    }
    engine.endRun()
    let period = kind == .list ? Period("2026-10")! : november
    let lanes = kind == .receipt ? [Role.pendukung, .sekretariat] : [role]
    for other in [Role.atasan, .pemeriksa, .pertimbangan, .ppid, .sekretariat] where !lanes.contains(other) {
      #expect(throws: ReportFailure.mayNotIssue(kind, roles: Role.allCases.filter(lanes.contains))) {
        try archive.engine(account: other.rawValue).reports.issue(kind, period, unit: kind.isOfUnits ? unit : nil, number: nil)
      }
    }
    #expect(try archive.engine(account: role.rawValue).reports.issue(kind, period, unit: kind.isOfUnits ? unit : nil, number: nil).id == 1)
  }

  @Test(
    "exact numbers are reckoned and spelled exactly",
    arguments: [
      ("89.95", "89.95"), ("0.75", "0.75"), ("4", "4"), ("100.000", "100"), ("0.125", "0.125"),
    ])
  func exactNumbers(_ text: String, _ spelling: String) {
    #expect(ExactNumber(text)?.description == spelling)
  }

  @Test("what is no exact number is none", arguments: ["", ".", "1.", ".5", "-1", "1e3", "1,5", "0.1234567", "1234567", "٣"])
  func notExact(_ text: String) {
    #expect(ExactNumber(text) == nil)
  }
}
