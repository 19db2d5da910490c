import PPIDValues
import Testing

@testable import PPIDEngine

@Suite("Reading lists")
struct ListReaderTests {
  private func failure(_ text: String, mapping: [String] = []) -> ImportFailure? {
    do {
      _ = try ListFixture.read(text, mapping: mapping)
      return nil
    } catch {
      return error as? ImportFailure
    }
  }

  private func titles(_ text: String, mapping: [String] = []) throws -> [String] {
    try ListFixture.read(text, mapping: mapping).records.map(\.content.title)
  }

  @Test(
    "sections give the category, however they are written",
    arguments: [
      "A. INFORMASI WAJIB DIUMUMKAN SECARA BERKALA;;", "I. Informasi Berkala;;", ";Informasi Berkala;",
      "A;INFORMASI BERKALA;",
      "Informasi yang Wajib Disediakan dan Diumumkan Secara Berkala;;", "1. INFORMASI BERKALA (Pasal 9 UU 14/2008);;",
      "INFORMASI BERKALA;INFORMASI BERKALA;INFORMASI BERKALA", "DAFTAR INFORMASI PUBLIK BERKALA TAHUN 2025;;",
      "Daftar Informasi Berkala Dinas Kesehatan Kota Contoh;;",
    ])
  func sections(row: String) throws {
    let list = try ListFixture.read("No;Judul;Ringkasan\n\(row)\n1;a;b\n2;c;d\n")
    #expect(list.records.map(\.content.title) == ["a", "c"])
    #expect(list.records.allSatisfy { $0.content.category == .berkala })
  }

  @Test("a list's title gives the category too, unless it names several")
  func titleCategory() throws {
    func category(_ title: String) throws -> PPIDEngine.Category? {
      try ListFixture.read("\(title)\nNo;Judul;Ringkasan\n1;a;b\n").records.first?.content.category
    }
    #expect(try category("DAFTAR INFORMASI SERTA MERTA DINAS KESEHATAN 2025;;") == .sertaMerta)
    #expect(try category("Daftar Informasi Berkala dan Setiap Saat;;") == nil)
    #expect(try category("DAFTAR INFORMASI PUBLIK;;") == nil)
  }

  @Test("the cell's category goes before the section's, that before the one given")
  func precedence() throws {
    let text = "No;Judul;Kategori\n1;a;\nB. INFORMASI SERTA MERTA;;\n2;b;\n3;c;Berkala\n"
    #expect(
      try ListFixture.read(text, category: .setiapSaat).records.map(\.content.category)
        == [.setiapSaat, .sertaMerta, .berkala])
  }

  @Test("headings are told from records by what follows them")
  func headings() throws {
    let numbered = try ListFixture.read(
      "No;Judul;Ringkasan\n1;Profil;\na.;Visi;x\nb.;Misi;y\n2;Program;\na.;Renja;z\n3;Lepas;w\n")
    #expect(numbered.records.map(\.content.title) == ["Visi", "Misi", "Renja", "Lepas"])
    #expect(numbered.records.map(\.content.kind) == ["Profil", "Profil", "Program", "Program"])
    let roman = try ListFixture.read("No;Judul;Ringkasan\nI;Profil;\n1;Visi;\n2;Misi;\nII;Program;\n1;Renja;\n")
    #expect(roman.records.map(\.content.title) == ["Visi", "Misi", "Renja"])
    let bare = try ListFixture.read("No;Judul;Ringkasan\n;Profil;\n1;Visi;x\n;Program;\n2;Renja;y\n")
    #expect(bare.records.map(\.content.kind) == ["Profil", "Program"])
    #expect(try titles("No;Judul;Ringkasan\n1;a;\n2;b;\n3;c;\n") == ["a", "b", "c"])
    #expect(try titles("Judul;Ringkasan\na;\nb;\n") == ["a", "b"])
    #expect(try titles("No;Judul;Ringkasan\n;A;\n;B;\n;C;d\n") == ["A", "B", "C"])
  }

  @Test("a heading that was written out in every column is one heading")
  func spreadHeading() throws {
    let list = try ListFixture.read("No;Judul;Ringkasan\n1. Profil;1. Profil;1. Profil\na.;Visi;x\n")
    #expect(list.records.map(\.content.title) == ["Visi"] && list.records[0].content.kind == "Profil")
  }

  @Test("a header of excluded information goes before the section above it")
  func excludedHeader() throws {
    let list = try ListFixture.read(
      "INFORMASI BERKALA;;\nNo;Judul;Isi\n1;A;x\nNo;Informasi yang Dikecualikan;Dasar Hukum\n1;B;y\n")
    #expect(list.records.map(\.content.category) == [.berkala, .dikecualikan])
  }

  @Test("a heading with nothing below it is told apart, one with headings below it isn't")
  func emptyHeadings() throws {
    let list = try ListFixture.read(
      """
      No;Judul;Ringkasan
      1. Kosong;;
      2. Peraturan;;
      a. Perda;;
      1;A;x
      ;Nihil;
      B. INFORMASI SERTA MERTA;;
      3. Akhir;;
      """)
    #expect(
      list.summary.skipped.map(\.reason)
        == [.header, .emptyHeading, .heading, .heading, .emptyHeading, .section, .emptyHeading])
    #expect(list.records.map(\.content.kind) == ["Perda"])
  }

  @Test("a list's own kinds go before its headings, and merged ones go on")
  func ownKinds() throws {
    let list = try ListFixture.read("No;Jenis Informasi;Judul;Ringkasan\n1;Profil;a;x\n2;;b;y\n3;Program;c;z\n")
    #expect(list.records.map(\.content.kind) == ["Profil", "Profil", "Program"])
  }

  @Test("a title that was broken in mid-sentence is one title")
  func brokenTitle() throws {
    let list = try ListFixture.read(
      """
      No;Judul;Ringkasan
      1;Laporan kinerja;x
      ;dan keuangan;
      ;;y
      2;Peraturan tentang;z
      ;Retribusi Daerah;w
      3;Profil;v
      ;Informasi Keuangan;
      4;Neraca;u
      """)
    #expect(
      list.records.map(\.content.title)
        == ["Laporan kinerja dan keuangan", "Peraturan tentang Retribusi Daerah", "Profil", "Neraca"])
    #expect(list.records.map(\.content.summary) == ["x; y", "z; w", "v", "u"])
    #expect(list.records.map(\.content.kind) == [nil, nil, nil, "Informasi Keuangan"])
  }

  @Test("rows that go on with nothing, and rows without a title, are refused and not lost")
  func untitled() throws {
    let list = try ListFixture.read("No;Judul;Ringkasan\n;;menggantung\n1;a;b\n2;;tanpa judul\n")
    #expect(list.records.map(\.row) == [2, 3, 4])
    #expect(list.records.map(\.problems.count) == [1, 0, 1])
    #expect(list.records[2].problems[0].column == "Judul" && list.summary.refused == 2)
  }

  @Test("where no head says title, the best of the others does")
  func fallbackTitles() throws {
    #expect(try titles("No;Ringkasan Isi Informasi;Pejabat yang Menguasai\n1;Isi;PPID\n") == ["Isi"])
    #expect(try titles("No;Jenis Informasi;Ringkasan Isi;Waktu\n1;Profil;Isi;2025\n") == ["Profil"])
    #expect(try titles("rincian_informasi;pejabat_penguasa\nAPBD;Sekretaris\n") == ["APBD"])
    #expect(try titles("No;Uraian Informasi;Keterangan\n1;APBD;-\n") == ["APBD"])
  }

  @Test("columns without a place are kept under their heads, unnamed and repeated ones too")
  func extras() throws {
    let list = try ListFixture.read("Judul;Waktu;Catatan;Catatan;\na;2025;x;y;z\n")
    #expect(list.records[0].content.extra == ["Catatan": "x", "Catatan (2)": "y", "kolom 5": "z"])
  }

  @Test("cells beyond the header refuse their row, as an unquoted separator makes them")
  func beyondHeader() throws {
    let list = try ListFixture.read("No,Judul,Ringkasan,Waktu\n1,a,b, c,2025\n2,d,e,2024,\n")
    #expect(list.records.map(\.problems.count) == [1, 0])
    #expect(list.records[0].problems[0].value == "2025")
  }

  @Test("a row without a title that begins a record all the same is refused, and not joined to the one above")
  func untitledRecord() throws {
    let list = try ListFixture.read("judul,kategori,waktu\nA,berkala,2025\n,berkala,2025\n,,2024\n")
    #expect(list.records.map(\.row) == [2, 3] && list.records.map(\.problems.count) == [0, 1])
    #expect(list.records[1].content.when == "2025; 2024")
  }

  @Test("cells merged before the title go on, others don't")
  func merged() throws {
    let before = try ListFixture.read("Kategori;Judul;Tahun\nBerkala;A;2025\n;B;2024\nSetiap Saat;C;2023\n;D;2022\n")
    #expect(before.records.map(\.content.category) == [.berkala, .berkala, .setiapSaat, .setiapSaat])
    let after = try ListFixture.read("Judul;Kategori;Tahun\nA;Berkala;2025\nB;;2024\n")
    #expect(after.records.map(\.content.category) == [.berkala, nil])
  }

  @Test("a heading that only speaks of a category opens no section")
  func noSection() throws {
    let list = try ListFixture.read(
      "A. INFORMASI BERKALA;;\nNo;Judul;Isi\n1. Informasi tentang permintaan informasi yang dikecualikan;;\na.;A;x\n")
    #expect(list.records.map(\.content.category) == [.berkala])
  }

  @Test("heads over several columns are divided by the row below them, known or not")
  func groupedHeads() throws {
    let list = try ListFixture.read(
      """
      No;Informasi yang Dikecualikan;Konsekuensi;;Jangka Waktu
      ;;Dibuka;Ditutup;
      1;Data pasien;Melanggar;Aman;Permanen
      """)
    #expect(list.records.map(\.content.title) == ["Data pasien"] && list.summary.refused == 0)
    #expect(list.records[0].content.category == .dikecualikan && list.records[0].content.activeRetention == nil)
    #expect(
      list.records[0].content.extra
        == ["Konsekuensi Dibuka": "Melanggar", "Konsekuensi Ditutup": "Aman", "Jangka Waktu": "Permanen"])
  }

  @Test("a head of two rows is mapped by its whole or by its lower part")
  func mappedSubheads() throws {
    let text = "No;Judul;Penyimpanan;\n;;Rak;Kotak\n1;A;3;4\n"
    for head in ["Rak", "Penyimpanan Rak"] {
      #expect(try ListFixture.read(text, mapping: ["\(head)=lokasi"]).records[0].content.location == "3")
    }
  }

  @Test("rows that go on without end are refused in bounded memory")
  func endless() {
    let row = ";;" + String(repeating: "x", count: 60_000)
    let rows = (0..<300).map { "\(row)\($0)\n" }.joined()
    #expect(failure("No;Judul;Ringkasan\n1;A;b\n" + rows) == .rowTooLarge(line: 2, limit: CSVReader.rowLimit))
    let wide = String(repeating: ";", count: 20_000)
    #expect(failure("No;Judul;Ringkasan\n1;A;b\(wide)\n") == .tooManyCells(line: 2, limit: 16_384))
  }

  @Test("a signature is no record's, even below the column of the times")
  func signature() throws {
    let list = try ListFixture.read(
      "No;Judul;Tempat dan Waktu\n1;A;Jakarta, 2024\n;;Jakarta, 5 Februari 2024\n;;PPID,\n;Budi;\n")
    #expect(list.records.count == 1 && list.records[0].content.when == "2024")
    #expect(list.summary.skipped.map(\.reason) == [.header, .footer, .footer, .footer])
  }

  @Test("a category to tick is no title, even that of excluded information")
  func tickedCategories() throws {
    let list = try ListFixture.read(
      "No;Informasi Publik;Berkala;Setiap Saat;Dikecualikan\n1;A;v;;\n2;B;;;v\nTotal;;1;0;1\n")
    #expect(list.records.map(\.content.title) == ["A", "B"])
    #expect(list.records.map(\.content.category) == [.berkala, .dikecualikan])
    #expect(list.summary.skipped.map(\.reason) == [.header, .total])
  }

  @Test("`--peta` overrules the heads, either way round")
  func mapping() throws {
    let text = "Kode Arsip;Perihal;Ringkasan\nX1;Surat edaran;isi\n"
    let list = try ListFixture.read(text, mapping: ["Perihal=judul", "lokasi=kode arsip", "Ringkasan=lainnya"])
    let content = list.records[0].content
    #expect(content.title == "Surat edaran" && content.location == "X1" && content.code == nil)
    #expect(content.summary == nil && content.extra == ["Ringkasan": "isi"])
    // Both sides name columns of the program: the head comes first.
    let both = try ListFixture.read("judul;ringkasan\na;b\n", mapping: ["judul=ringkasan", "ringkasan=judul"])
    #expect(both.records[0].content.title == "b" && both.records[0].content.summary == "a")
  }

  @Test("a `--peta` that can't be followed is refused")
  func badMapping() {
    let text = "Perihal;Isi\na;b\n"
    #expect(failure(text, mapping: ["Perihal"]) == .malformedMapping("Perihal"))
    #expect(failure(text, mapping: ["Perihal=jdul"]) == .unknownField(mapping: "Perihal=jdul", nearest: nil))
    #expect(
      failure(text, mapping: ["Perihal=ringkasn"]) == .unknownField(mapping: "Perihal=ringkasn", nearest: "ringkasan"))
    #expect(failure(text, mapping: ["Perihal=judul", "Hal=tahun"]) == .unknownHead("Hal", heads: ["Perihal", "Isi"]))
    #expect(failure(text, mapping: ["Perihal=judul", "Isi=judul"]) == .mappedTwice("judul"))
  }

  @Test("a list without a header that is known says what it saw")
  func noHeader() throws {
    let found = failure("Surat\nNo;Perihal;Pengirim\n1;a;b\n")
    guard let found, case .noHeader(let rows) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(rows.map(\.line) == [2, 3] && rows[0].cells == ["No", "Perihal", "Pengirim"])
    #expect(found.message.id.contains("`Perihal`") && found.advice?.id.contains("--peta") == true)
  }

  @Test("an empty list is said to be empty", arguments: ["", "\n\n", ";;;\n;;;\n", "\u{FEFF}"])
  func empty(text: String) {
    #expect(failure(text) == .empty)
  }

  @Test("a header alone is a list of no records")
  func headerAlone() throws {
    let list = try ListFixture.read("No;Judul;Ringkasan\n")
    #expect(list.records.isEmpty && list.summary.rows == 1)
  }

  @Test("every failure is worded in both languages, with advice")
  func wording() {
    let failures: [ImportFailure] = [
      .missing(path: "x"), .directory(path: "x"), .unreadable(path: "x", errorNumber: 13), .empty, .binary(.pdf),
      .invalidText(.utf8, offset: 0, line: 1), .unclosedQuote(line: 1), .rowTooLarge(line: 1, limit: 1 << 20),
      .noHeader(rows: []),
      .malformedMapping("x"), .unknownField(mapping: "x", nearest: "y"), .unknownField(mapping: "x", nearest: nil),
      .unknownHead("x", heads: ["y"]), .mappedTwice("x"),
    ]
    for failure in failures {
      #expect(failure.message.id != failure.message.en && failure.advice != nil && failure.advice?.id != failure.advice?.en)
    }
  }

  @Test("progress is told, and whoever is told can end the reading")
  func progress() throws {
    struct Stop: Error {}
    let text =
      "No;Judul;Ringkasan\n" + (1...20_000).map { "\($0);Judul ke-\($0);Ringkasan isi yang panjang\n" }.joined()
    var last: ListProgress?
    let summary = try ListReader(bytes: Array(text.utf8)).forEach(progress: { last = $0 }) { _ in }
    #expect(summary.records == 20_000 && last?.bytesRead == text.utf8.count && last?.bytesTotal == text.utf8.count)
    #expect(throws: Stop.self) {
      try ListReader(bytes: Array(text.utf8)).forEach(progress: { _ in throw Stop() }) { _ in }
    }
  }
}
