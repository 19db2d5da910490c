import PPIDValues
import Testing

@testable import PPIDEngine

/// What the archive finds out about its records by itself.
@Suite struct CheckTests {
  /// A record with which nothing is wrong.
  private static var sound: RecordContent {
    var content = RecordContent(title: "Laporan Kinerja 2025")
    content.summary = "capaian kinerja tahun 2025"
    content.holder = "Sekretaris Daerah"
    content.producer = "Bagian Organisasi"
    content.when = "27 Februari 2026"
    content.date = CalendarDate("2026-02-27")
    content.year = 2026
    content.place = "Bandung"
    content.form = "softcopy"
    content.category = .berkala
    content.code = "PR.01.02"
    content.location = "Rak 3"
    return content
  }
  private static let code = SchemeCode(
    code: "PR.01.02", title: nil, active: "2 Tahun", inactive: "3 Tahun", fate: FinalFate("Musnah"), security: .biasa)

  private func rules(
    _ edit: (inout RecordContent) -> Void = { _ in }, code: SchemeCode? = CheckTests.code, hasScheme: Bool = true,
    twin: RecordNumber? = nil, isDecided: Bool = false, damaged: [String] = []
  ) -> [String] {
    var content = Self.sound
    edit(&content)
    let record = CheckedRecord(
      number: RecordNumber(12), unit: UnitCode("BU")!, content: content, code: code, hasScheme: hasScheme, twin: twin,
      isExclusionDecided: isDecided,
      damagedFiles: damaged,
      today: CalendarDate("2026-11-10")!)
    return allChecks.filter { $0.fault(in: record) != nil }.map { $0.rule }
  }

  @Test func `each rule has a name of its own and words in both languages`() {
    #expect(Set(allChecks.map { $0.rule }).count == allChecks.count)
    #expect(allChecks.allSatisfy { !$0.title.id.isEmpty && $0.title.id != $0.title.en })
  }

  @Test func `a sound record breaks no rule`() {
    #expect(rules() == [])
  }

  @Test(arguments: ["Dokumen", "Lampiran 2", "123", "-", "Laporan", "a b c"])
  func `a title that says nothing is found`(_ title: String) {
    #expect(rules { $0.title = title } == ["judul"])
  }

  @Test func `a missing category is found`() {
    #expect(rules { $0.category = nil } == ["kategori"])
  }

  @Test func `an open record of a secret class is found, an excluded one is not`() {
    #expect(rules { $0.security = .rahasia } == ["akses"])
    #expect(
      rules(code: SchemeCode(code: "PR.01.02", active: "1 Tahun", inactive: "-", fate: FinalFate("Musnah"), security: .rahasia)) == [
        "akses"
      ])
    #expect(rules({ ($0.security, $0.category) = (.rahasia, .dikecualikan) }, isDecided: true) == [])
  }

  @Test func `each empty legal column is found, and the remedy names its option`() {
    let edits: [(String, (inout RecordContent) -> Void)] = [
      ("--ringkasan", { $0.summary = nil }), ("--penguasa", { $0.holder = nil }), ("--penanggung-jawab", { $0.producer = nil }),
      ("--waktu", { ($0.when, $0.date, $0.year) = (nil, nil, nil) }), ("--tempat", { $0.place = nil }), ("--bentuk", { $0.form = nil }),
    ]
    for (option, edit) in edits {
      #expect(rules(edit) == ["tujuh-kolom"], "\(option)")
      var content = Self.sound
      edit(&content)
      let record = CheckedRecord(
        number: RecordNumber(12), unit: UnitCode("BU")!, content: content, code: Self.code, hasScheme: true, twin: nil,
        isExclusionDecided: false, damagedFiles: [],
        today: CalendarDate("2026-11-10")!)
      #expect(LegalColumnsCheck.fault(in: record)?.remedy.id == "`arsip ubah A-12 \(option) …`")
    }
    #expect(rules { ($0.when, $0.date) = (nil, nil) } == [], "a year will do")
  }

  @Test func `a code that is missing, unknown, unchecked or only a group is found`() {
    #expect(rules({ $0.code = nil }, code: nil) == ["tujuh-kolom", "kode", "retensi"])
    #expect(rules(code: nil).contains("kode"))
    #expect(rules(code: nil, hasScheme: false).contains("skema") && !rules(code: nil, hasScheme: false).contains("kode"))
    #expect(rules(code: SchemeCode(code: "PR.01.02")).contains("kode"))
  }

  @Test func `a record's own retention does instead of its code's, and must be readable`() {
    let own: (inout RecordContent) -> Void = {
      ($0.activeRetention, $0.inactiveRetention, $0.fate) = ("1 tahun", "-", "Permanen")
    }
    #expect(rules(own, code: nil) == ["kode"])
    #expect(rules { $0.activeRetention = "2 Tshun" } == ["retensi"])
    #expect(rules { $0.fate = "Miusnah" } == ["retensi"])
  }

  @Test func `a missing location is found`() {
    #expect(rules { $0.location = nil } == ["lokasi"])
  }

  @Test func `times that can't be are found`() {
    #expect(rules { $0.date = CalendarDate("2026-11-11") } == ["waktu"])
    #expect(rules { $0.date = CalendarDate("2026-11-10") } == [])
    #expect(rules { ($0.date, $0.year) = (nil, 2027) } == ["waktu"])
    #expect(rules { $0.year = 2025 } == ["waktu"])
    #expect(rules { ($0.date, $0.year) = (nil, 202) } == ["waktu"])
  }

  @Test func `a file that is gone or changed is found`() {
    #expect(rules(damaged: ["a.pdf"]) == ["berkas"])
  }

  @Test func `an exclusion without a decision is found`() {
    #expect(rules { $0.category = .dikecualikan } == ["pengecualian"])
    #expect(rules({ $0.category = .dikecualikan }, isDecided: true) == [])
  }

  @Test func `a twin is found`() {
    #expect(rules(twin: RecordNumber(3)) == ["ganda"])
  }

  @Test(arguments: [
    "Surat a.n. 198503152010011002", "NIP 19850315 201001 1 002", "NIK 3273015503850004", "hubungi 0812-3456-7890",
    "telp +62 812 3456 7890",
  ])
  func `a person's number is found`(_ text: String) {
    #expect(rules { $0.title = "Daftar pegawai \(text)" } == ["data-pribadi"])
    #expect(rules { $0.summary = text } == ["data-pribadi"])
  }

  @Test(arguments: ["Nomor 800/1234/2025", "Anggaran Rp 1.250.000.000", "2024 2025 2026", "Perda 12 Tahun 2019", "0000000000000000"])
  func `other numbers are left alone`(_ text: String) {
    #expect(rules { $0.title = "Laporan kinerja \(text)" } == [])
  }

  @Test func `many records are checked at once, in the order asked for`() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    try engine.beginTransaction()
    let numbers = try (1...1200).map { index in
      var content = Self.sound
      content.title = index == 700 ? "Laporan Kinerja 1" : "Laporan Kinerja \(index)"
      if index % 2 == 0 { content.location = nil }
      return try engine.records.addRecord(content, unit: nil)
    }
    try engine.commitTransaction()
    let findings = try engine.desk.read { try Checks(inquiry: $0).findings(for: numbers.reversed()) }
    #expect(findings.filter { $0.rule == "lokasi" }.map(\.record) == numbers.reversed().filter { $0.value % 2 == 0 })
    #expect(findings.filter { $0.rule == "ganda" }.map(\.record) == [RecordNumber(700)])
    #expect(findings.filter { $0.rule == "skema" }.count == 1200, "there is no scheme yet")
    #expect(try engine.desk.read { try Checks(inquiry: $0).findings(for: [RecordNumber(99_999)]) } == [])
  }
}
