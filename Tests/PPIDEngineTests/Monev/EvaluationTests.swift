import PPIDValues
import Testing

@testable import PPIDEngine

@Suite struct EvaluationTests {
  private let half = Period("2026-S2")!
  private let unit = UnitCode("BU")!

  private func office() throws -> (TemporaryArchive, Engine) {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(unit, name: "Biro Umum")
    var content = RecordContent(title: "Bukti")
    content.category = .berkala
    _ = try engine.records.addRecord(content, unit: unit)
    return (archive, engine)
  }

  /// Twenty indicators of weight 4.995 … would be hard to check by hand; these weights put the score on each edge.
  private func instrument(_ weights: [String]) -> String {
    var text = "instrumen: TEPI\njudul: Tepi\nversi: \(abs(weights.hashValue % 900_000) + 1)\nkategori: k\njudul: K\n"
    for (index, weight) in weights.enumerated() {
      text += """
        indikator: I-\(index)
        kategori: k
        bobot: \(weight)
        cara: nilai
        tingkat: bertingkat
        judul: j
        sumber: s
        rumus: r
        contoh: c
        bukti: b
        nilai 1: a
        nilai 0.75: a
        nilai 0.5: a
        nilai 0.25: a
        nilai 0: a

        """
    }
    return text
  }

  @Test(arguments: [
    (["39.995", "60.005"], "39.995", "Tidak Informatif"), (["40", "60"], "40", "Kurang Informatif"),
    (["59.995", "40.005"], "59.995", "Kurang Informatif"), (["60", "40"], "60", "Cukup Informatif"),
    (["79.995", "20.005"], "79.995", "Cukup Informatif"), (["80", "20"], "80", "Menuju Informatif"),
    (["89.95", "10.05"], "89.95", "Menuju Informatif"), (["89.995", "10.005"], "89.995", "Menuju Informatif"),
    (["90", "10"], "90", "Informatif"),
  ])
  func `a score on the edge of a band is in the right one`(_ weights: [String], _ score: String, _ band: String) throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    _ = try engine.monev.openEvaluation(half, instrument: instrument(weights))
    _ = try engine.monev.judge("I-0", .full, evidence: [RecordNumber(1)], note: nil, in: nil)
    _ = try engine.monev.judge("I-1", .none, evidence: [], note: nil, in: nil)
    let evaluation = try engine.monev.evaluate(half)
    #expect(evaluation.score.description == score && evaluation.band.rawValue == band && evaluation.unscored.isEmpty)
  }

  /// By hand: 4 × 0.75 + 3.5 × 0.5 + 2.5 × 0.25 + 0.5 × 1 + 89.5 × 0 = 3 + 1.75 + 0.625 + 0.5 + 0 = 5.875.
  @Test func `a worked example is reckoned to the last digit`() throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    _ = try engine.monev.openEvaluation(half, instrument: instrument(["4", "3.5", "2.5", "0.5", "89.5"]))
    for (index, grade) in [Grade.threeQuarters, .half, .quarter, .full].enumerated() {
      _ = try engine.monev.judge("I-\(index)", grade, evidence: [RecordNumber(1)], note: "alasan", in: half)
    }
    let evaluation = try engine.monev.evaluate(half)
    #expect(evaluation.score == ExactNumber("5.875") && evaluation.score.description == "5.875")
    #expect(evaluation.results.map(\.points.description) == ["3", "1.75", "0.625", "0.5", "0"])
    #expect(evaluation.unscored.map(\.indicator.code) == ["I-4"])
  }

  @Test func `what can't be judged is refused`() throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    let record = [RecordNumber(1)]
    #expect(throws: MonevFailure.noEvaluation(nil)) { try engine.monev.judge("IND-5", .full, evidence: record, note: nil, in: nil) }
    #expect(throws: MonevFailure.notAHalfYear(Period("2026-11")!)) { try engine.monev.openEvaluation(Period("2026-11")!, instrument: nil) }
    _ = try engine.monev.openEvaluation(half, instrument: nil)
    #expect(throws: MonevFailure.evaluationExists(half)) { try engine.monev.openEvaluation(half, instrument: nil) }
    #expect(throws: MonevFailure.evidenceMissing("IND-5")) { try engine.monev.judge("IND-5", .quarter, evidence: [], note: nil, in: nil) }
    #expect(throws: RecordRefusal.self) { try engine.monev.judge("IND-5", .full, evidence: [RecordNumber(9)], note: nil, in: nil) }
    #expect(throws: MonevFailure.computedIndicator("IND-1")) {
      try engine.monev.judge("IND-1", .full, evidence: record, note: nil, in: nil)
    }
    #expect(throws: MonevFailure.gradeBetween("IND-19")) { try engine.monev.judge("IND-19", .half, evidence: record, note: nil, in: nil) }
    #expect(throws: MonevFailure.unknownIndicator("IND-99", nearest: "IND-9")) {
      try engine.monev.judge("IND-99", .full, evidence: record, note: nil, in: nil)
    }
    #expect(throws: MonevFailure.instrumentTaken(name: "PPID-MANDIRI", version: 1)) {
      try engine.monev.openEvaluation(
        Period("2027-S1")!, instrument: Instrument.builtInSource.replacing("judul: Kelembagaan", with: "judul: Lembaga"))
    }
  }

  @Test func `judging the same again changes nothing, and a closed evaluation stays as it is`() throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    _ = try engine.monev.openEvaluation(half, instrument: InstrumentTests.small)
    _ = try engine.monev.judge("A-1", .half, evidence: [RecordNumber(1)], note: nil, in: nil)
    let entries = try engine.history.lastEvent()
    _ = try engine.monev.judge("A-1", .half, evidence: [RecordNumber(1), RecordNumber(1)], note: nil, in: nil)
    #expect(try engine.history.lastEvent() == entries)
    #expect(try engine.monev.evaluate(half).results.map(\.count) == [nil, IndicatorCount(0, of: 1)])
    try engine.desk.change(.evaluate) { change in
      try EvaluationActs(change: change).close(half)
      return Event("uji")
    }
    _ = try engine.publicList.determine(Period("2026-11")!, number: "K", outsideCycle: "uji", unlessDone: false)
    // The unit is covered now; the half-year was not.
    #expect(try engine.monev.evaluate(half).results.map(\.count) == [nil, IndicatorCount(0, of: 1)])
    #expect(throws: MonevFailure.closed(half)) { try engine.monev.judge("A-1", .full, evidence: [RecordNumber(1)], note: nil, in: half) }
    _ = try engine.monev.openEvaluation(Period("2027-S1")!, instrument: InstrumentTests.small)
    #expect(try engine.monev.evaluate(Period("2027-S1")!).results.map(\.count) == [nil, IndicatorCount(1, of: 1)])
    #expect(try engine.monev.evaluations().map(\.score.description) == ["30", "40"])
  }

  @Test func `figures of exclusions are hidden from those who may not see them, their grade is not`() throws {
    let (archive, engine) = try office()
    _ = try engine.monev.openEvaluation(half, instrument: nil)
    try engine.office.addPerson("tata", roles: [.pengelola], unit: nil, account: "tata")
    let own = try engine.monev.evaluate(half).results.first { $0.indicator.code == "IND-11" }
    let other = try archive.engine(account: "tata").monev.evaluate(half).results.first { $0.indicator.code == "IND-11" }
    #expect(own?.count == IndicatorCount(0, of: 0) && other?.count == nil && own?.grade == .full && other?.grade == .full)
  }

  @Test func `recommendations are carried over until they are done, with evidence`() throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    let finding = try engine.monev.addFinding("  Verifikasi terlambat ", step: 6, in: Period("2026-S1")!)
    #expect(throws: MonevFailure.unknownStep(99)) { try engine.monev.addFinding("x", step: 99, in: nil) }
    #expect(throws: MonevFailure.emptyText) { try engine.monev.addFinding(" \n", step: nil, in: nil) }
    let late = try engine.monev.addRecommendation(
      "Tambah pemeriksa", finding: finding, owner: "sekretariat", due: CalendarDate("2026-10-01")!)
    let other = try engine.monev.addRecommendation("Latih unit", finding: finding, owner: "bu", due: CalendarDate("2026-12-01")!)
    #expect(throws: MonevFailure.unknownOwner("sekretaris", nearest: "sekretariat")) {
      try engine.monev.addRecommendation("x", finding: finding, owner: "sekretaris", due: .last)
    }
    #expect(throws: MonevFailure.unknownFinding(FindingNumber(7))) {
      try engine.monev.addRecommendation("x", finding: FindingNumber(7), owner: "ppid", due: .last)
    }
    func listed() throws -> [[String]] { try engine.texts(engine.monev.recommendations()).map { [$0[0], $0[4], $0[6], $0[7]] } }
    #expect(try listed() == [["R-1", "sekretariat", "terbuka", "true"], ["R-2", "BU", "terbuka", "false"]])
    func told() throws -> [String] {
      var text = ""
      try engine.reports.write(engine.reports.report(.evaluation, half, unit: nil), as: .csv, in: .indonesian) { text += $0 }
      return text.split(separator: "\r\n").filter { $0.hasPrefix("R-") }.map(String.init)
    }
    #expect(
      try told() == [
        "R-1;Tambah pemeriksa;T-1 (2026-S1);sekretariat;2026-10-01;terbuka, lewat batas;",
        "R-2;Latih unit;T-1 (2026-S1);BU;2026-12-01;terbuka;",
      ])
    #expect(throws: MonevFailure.doneWithoutEvidence(late)) { try engine.monev.followUp(late, .done, evidence: nil, note: nil) }
    try engine.monev.followUp(late, .underway, evidence: nil, note: "dua orang baru")
    try engine.monev.followUp(late, .done, evidence: RecordNumber(1), note: nil)
    #expect(throws: MonevFailure.recommendationDone(late)) { try engine.monev.followUp(late, .done, evidence: RecordNumber(1), note: nil) }
    #expect(try listed() == [["R-1", "sekretariat", "selesai", "false"], ["R-2", "BU", "terbuka", "false"]])
    #expect(
      try told().map { Array($0.split(separator: ";", omittingEmptySubsequences: false)[5...]) } == [["selesai", "A-1"], ["terbuka", ""]])
    #expect(other.description == "R-2")
  }

  @Test func `proposals are records and input that the DIP lacks, until each is decided`() throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    for (title, category) in [("Dua", Category.berkala), ("Rahasia", .dikecualikan)] {
      var content = RecordContent(title: title)
      content.category = category
      _ = try engine.records.addRecord(content, unit: unit)
    }
    _ = try engine.records.addRecord(RecordContent(title: "Tanpa kategori"), unit: unit)
    let first = try engine.monev.addPublicInput("Data jalan rusak", from: "publik")
    let second = try engine.monev.addPublicInput("Gaji pegawai", from: "LSM")
    func open() throws -> [String] { try engine.texts(engine.monev.evaluationProposals()).map { $0[0] } }
    func isDecided() throws -> Bool { try engine.desk.archive.read { try PublicInputRows(db: $0).openProposals(naming: 2).count == 0 } }
    #expect(try open() == ["A-1", "A-2", "M-1", "M-2"] && !isDecided())
    #expect(try engine.monev.accept([RecordNumber(1), RecordNumber(1)]) == 1)
    try engine.monev.refuse(RecordNumber(2), reason: "rancangan")
    #expect(throws: MonevFailure.noProposal(RecordNumber(1))) { try engine.monev.accept([RecordNumber(1)]) }
    #expect(throws: MonevFailure.noProposal(RecordNumber(3))) { try engine.monev.accept([RecordNumber(3)]) }
    try engine.monev.accept(first, for: unit, category: .berkala)
    #expect(throws: MonevFailure.decidedAlready(first)) { try engine.monev.refuse(first, reason: "x") }
    try engine.monev.refuse(second, reason: "sudah ada")
    #expect(try open().isEmpty && isDecided())
    #expect(try engine.texts(engine.workflow.expectedKinds()).map { [$0[0], $0[1], $0[2]] } == [["BU", "Data jalan rusak", "berkala"]])
    #expect(try engine.texts(engine.records.records())[0][20] == "diusulkan")
    try engine.monev.answer(second, "Sudah ada di situs")
    #expect(throws: MonevFailure.answeredAlready(second)) { try engine.monev.answer(second, "lagi") }
    #expect(
      try engine.texts(engine.monev.publicInput()).map { [$0[0], $0[4], $0[5], $0[8]] } == [
        ["M-1", "2026-11-24T16:00", "-", "false"], ["M-2", "2026-11-24T16:00", "Sudah ada di situs", "false"],
      ])
  }

  @Test func `what became of an input is told: whose duty it is, or why it was refused`() throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    for text in ["Data jalan rusak", "Gaji pegawai", "Jadwal layanan"] { _ = try engine.monev.addPublicInput(text, from: "publik") }
    #expect(throws: MonevFailure.emptyText) { try engine.monev.refuse(PublicInputNumber(2), reason: "  ") }
    #expect(throws: MonevFailure.unknownInput(PublicInputNumber(9))) { try engine.monev.refuse(PublicInputNumber(9), reason: "x") }
    try engine.monev.accept(PublicInputNumber(1), for: unit, category: .berkala)
    try engine.monev.refuse(PublicInputNumber(2), reason: "data pribadi")
    #expect(
      try engine.texts(engine.monev.publicInput()).map { Array($0[9...]) } == [
        ["diterima", "BU", "-"], ["ditolak", "-", "data pribadi"], ["-", "-", "-"],
      ])
  }

  /// Stated times may run backwards, and several things happen within a minute: the journal's order decides.
  @Test func `a refused record is proposed again once it has changed, whatever times are stated`() throws {
    let archive = try TemporaryArchive()
    let clock = MovableClock(LocalTime("2026-11-10T09:00")!)
    let engine = Engine(
      Archive(path: archive.path, access: .readWrite, holder: "uji", interruption: nil), clock: clock.office, account: "budi")
    try engine.office.addUnit(unit, name: "Biro Umum")
    var content = RecordContent(title: "Daftar aset")
    content.category = .berkala
    let number = try engine.records.addRecord(content, unit: unit)
    func isProposed() throws -> Bool { try !engine.texts(engine.monev.evaluationProposals()).isEmpty }
    func refuse() throws { try engine.monev.refuse(number, reason: "rancangan") }
    func change(_ title: String) throws { _ = try engine.records.updateRecord(number) { $0.title = title } }
    try refuse()
    #expect(try !isProposed())
    // In the same minute.
    try change("Daftar aset 2026")
    #expect(try isProposed())
    try refuse()
    #expect(try !isProposed())
    // By stated times, the change was before the refusal.
    clock.set("2026-10-01T09:00")
    try change("Daftar aset 2026, diperbaiki")
    #expect(try isProposed())
    // And this refusal before the change.
    clock.set("2026-09-01T09:00")
    try refuse()
    #expect(try !isProposed())
  }

  @Test func `the report tells what activity 15 decided for its half-year, in the journal's order`() throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    _ = try engine.office.decide([(.separatesDuties, "tidak")], as: "atur")
    let first = Period("2026-S1")!
    func told(_ period: Period) throws -> [String] {
      try engine.desk.archive.read { db in
        try PublicInputRows(db: db).proposalDecisions(of: period, seesExcluded: true).map { "\($0.number) \($0.isAccepted)" }
      }
    }
    for (period, title) in [(first, "Satu"), (half, "Dua")] {
      var content = RecordContent(title: title)
      content.category = .berkala
      let number = try engine.records.addRecord(content, unit: unit)
      let input = try engine.monev.addPublicInput(title, from: "publik")
      _ = try engine.workflow.openCycle(period, unlessOpen: false)
      _ = try engine.monev.openEvaluation(period, instrument: InstrumentTests.small)
      _ = try engine.monev.judge("A-1", .full, evidence: [number], note: nil, in: period)
      for step in 13...14 { _ = try engine.workflow.finishStep(step, unit: nil, in: period, note: "catatan") }
      #expect(throws: WorkflowRefusal.self) { try engine.workflow.finishStep(15, unit: nil, in: period, note: nil) }
      if period == first { _ = try engine.monev.accept([RecordNumber(1)]) }
      try engine.monev.refuse(number, reason: "rancangan")
      try engine.monev.refuse(input, reason: "bukan kewenangan")
      _ = try engine.workflow.finishStep(15, unit: nil, in: period, note: nil)
    }
    #expect(try told(first) == ["A-1 true", "A-2 false", "M-1 false"])
    #expect(try told(half) == ["A-3 false", "M-2 false"])
    #expect(try told(Period("2027-S1")!) == [])
    // A record may be excluded later: those who could not see it then read no title.
    let open = try engine.desk.archive.read { try PublicInputRows(db: $0).proposalDecisions(of: first, seesExcluded: false) }
    #expect(open.map(\.text) == [nil, nil, "Satu"])
    var text = ""
    try engine.reports.write(engine.reports.report(.evaluation, first, unit: nil), as: .csv, in: .indonesian) { text += $0 }
    #expect(text.contains("M-1;Satu;") && text.contains("ditolak: bukan kewenangan") && !text.contains("M-2"))
  }

  @Test func `gate 14 names each indicator without a grade, and how it gets one`() throws {
    let (archive, engine) = try office()
    defer { withExtendedLifetime(archive) {} }
    _ = try engine.workflow.openCycle(half, unlessOpen: false)
    func lacks() -> [String] {
      do {
        _ = try engine.workflow.finishStep(14, unit: nil, in: half, note: nil)
        return []
      } catch WorkflowRefusal.gate(step: 14, _, let lacks) {
        return lacks.map { "\($0.message.id) → \($0.remedy.id)" }
      } catch {
        return ["\(error)"]
      }
    }
    #expect(lacks() == ["monev 2026-S2 belum dibuka → `monev buka 2026-S2`"])
    _ = try engine.monev.openEvaluation(half, instrument: instrument(["40", "35", "25"]))
    _ = try engine.monev.judge("I-1", .half, evidence: [RecordNumber(1)], note: nil, in: nil)
    #expect(
      lacks() == [
        "I-0 belum dinilai: j → `monev nilai I-0 … --bukti A-… --periode 2026-S2`",
        "I-2 belum dinilai: j → `monev nilai I-2 … --bukti A-… --periode 2026-S2`",
      ])
    for code in ["I-0", "I-2"] { _ = try engine.monev.judge(code, .none, evidence: [], note: nil, in: nil) }
    #expect(lacks() == [])
  }

  @Test func `months before the office began are nobody's fault`() throws {
    let archive = try TemporaryArchive()
    let clock = MovableClock(LocalTime("2026-10-01T09:00")!)
    let engine = Engine(
      Archive(path: archive.path, access: .readWrite, holder: "uji", interruption: nil), clock: clock.office, account: "budi")
    try engine.office.addUnit(unit, name: "Biro Umum")
    _ = try engine.workflow.openCycle(Period("2026-10")!, unlessOpen: false)
    _ = try engine.monev.openEvaluation(half, instrument: nil)
    // None is over yet, then October alone, then all three since.
    for (time, months) in [("2026-10-30T15:59", 0), ("2026-11-02T08:00", 1), ("2027-01-04T08:00", 3)] {
      clock.set(time)
      let counts = try engine.monev.evaluate(half).results.filter { ["IND-1", "IND-18", "IND-25"].contains($0.indicator.code) }.map(\.count)
      #expect(counts == Array(repeating: IndicatorCount(0, of: months), count: 3), "\(time)")
    }
  }
}
