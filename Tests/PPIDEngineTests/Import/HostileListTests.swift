import PPIDValues
import Testing

@testable import PPIDEngine

/// Lists as ministries, districts, schools and hospitals publish them, with what goes wrong on the way from a document through a
/// spreadsheet to a file.
@Suite struct HostileListTests {
  /// The records of a list that holds nothing to refuse: the texts asked for, divided by ` | `, nothing as `-`.
  private func read(_ bytes: [UInt8], category: PPIDEngine.Category? = nil, _ fields: ((RecordContent) -> String?)...) throws -> [String] {
    let list = try ListFixture.read(bytes, category: category)
    #expect(list.records.flatMap(\.problems) == [])
    #expect(try RowAccount(of: bytes).isBalanced)
    return list.records.map { record in fields.map { $0(record.content) ?? "-" }.joined(separator: " | ") }
  }

  private func read(_ text: String, category: PPIDEngine.Category? = nil, _ fields: ((RecordContent) -> String?)...) throws -> [String] {
    let list = try ListFixture.read(text, category: category)
    #expect(list.records.flatMap(\.problems) == [])
    #expect(try RowAccount(of: Array(text.utf8)).isBalanced)
    return list.records.map { record in fields.map { $0(record.content) ?? "-" }.joined(separator: " | ") }
  }

  private func reasons(_ text: String) throws -> [SkippedRow.Reason] { try ListFixture.read(text).summary.skipped.map(\.reason) }

  private let title = { (content: RecordContent) -> String? in content.title }
  private let category = { (content: RecordContent) -> String? in content.category?.rawValue }
  private let kind = { (content: RecordContent) -> String? in content.kind }
  private let year = { (content: RecordContent) -> String? in content.year.map(String.init) }
  private let date = { (content: RecordContent) -> String? in content.date?.description }

  // MARK: Above the records

  @Test func `a decree's letterhead stands above a header of two rows`() throws {
    let list = """
      PEMERINTAH KABUPATEN CONTOH;;;;;;;;
      DINAS KOMUNIKASI DAN INFORMATIKA;;;;;;;;
      Jalan Merdeka No. 1 Telp. (0281) 123456;;;;;;;;
      ;;;;;;;;
      LAMPIRAN KEPUTUSAN KEPALA DINAS;;;;;;;;
      NOMOR;: 480/12/2024;;;;;;;
      TANGGAL;: 2 Januari 2024;;;;;;;
      TENTANG;: DAFTAR INFORMASI PUBLIK;;;;;;;
      ;;;;;;;;
      No.;Ringkasan Isi Informasi;Pejabat yang Menguasai Informasi;Penanggung Jawab Pembuatan Informasi;Waktu dan Tempat Pembuatan Informasi;Bentuk Informasi yang Tersedia;;Jangka Waktu Penyimpanan;
      ;;;;;Hardcopy;Softcopy;Aktif;Inaktif
      (1);(2);(3);(4);(5);(6);(7);(8);(9)
      A.;INFORMASI YANG WAJIB DISEDIAKAN DAN DIUMUMKAN SECARA BERKALA;;;;;;;
      1.;Profil Dinas;Sekretaris;Kasubbag Umum;2024, Purwokerto;√;√;Selama berlaku;-
      2.;Laporan Kinerja 2023;Sekretaris;Kasubbag Perencanaan;Januari 2024, Purwokerto;-;√;1 th;4 th
      """
    #expect(
      try read(
        list, title, category, { $0.place }, { $0.when }, { $0.form }, { $0.activeRetention }, { $0.inactiveRetention })
        == [
          "Profil Dinas | berkala | Purwokerto | 2024 | Hardcopy; Softcopy | Selama berlaku | -",
          "Laporan Kinerja 2023 | berkala | Purwokerto | Januari 2024 | Softcopy | 1 th | 4 th",
        ])
  }

  @Test func `heads hold line breaks, as cells with wrapped text do`() throws {
    let list =
      "NO;\"JUDUL\r\nINFORMASI\";\"PEJABAT / UNIT\r\nYANG MENGUASAI\r\nINFORMASI\";\"BENTUK\r\nINFORMASI\"\r\n"
      + "1;\"Rencana Kerja\r\nTahun 2024\";Bappeda;\"Cetak\r\ndan digital\"\r\n"
    #expect(
      try read(list, title, { $0.holder }, { $0.form }) == ["Rencana Kerja Tahun 2024 | Bappeda | Cetak dan digital"])
  }

  @Test func `the line by which a spreadsheet names its separator is no record`() throws {
    let list = "sep=;\r\nNo;Judul Informasi;Tahun\r\n1;Neraca, Laporan Arus Kas;2023\r\n"
    #expect(try read(list, title, year) == ["Neraca, Laporan Arus Kas | 2023"])
    #expect(try read("sep=,\nNo,Judul Informasi,Tahun\n1,Neraca; Arus Kas,2023\n", title, year) == ["Neraca; Arus Kas | 2023"])
  }

  @Test func `heads with typing errors and abbreviations`() throws {
    let list = """
      No;Jns Informasi;Ringakasan Isi Infromasi;Pejabat/Unit yg Menguasi;Penanggungjwb Pembuatan;Thn Pembuatan;Ket.
      1;Laporan;Laporan tahunan dinas;Sekretariat;Sekretaris;2022;ada
      """
    #expect(
      try read(list, title, { $0.holder }, { $0.producer }, year, { $0.extra["Ket."] })
        == ["Laporan | Sekretariat | Sekretaris | 2022 | ada"])
  }

  @Test func `a head that names a category is the title of a list of such information`() throws {
    let list = "No;Informasi Berkala;PJ;Ket\n1;Profil;Sekretaris;\n2;Renstra;Kabid;ada\n"
    #expect(
      try read(list, title, category, { $0.producer }) == ["Profil | berkala | Sekretaris", "Renstra | berkala | Kabid"])
    let ticked = "No;Jenis Informasi;Berkala;PJ\n1;Profil;√;Sekretaris\n2;SOP;;Kabid\n"
    #expect(try read(ticked, title, category) == ["Profil | berkala", "SOP | -"], "beside a title it is to be ticked")
  }

  @Test func `kinds below categories, both merged over several rows`() throws {
    let list = """
      No;Kategori Informasi;Sub Kategori;Nama Dokumen;Tautan
      1;Informasi Berkala;Profil;Struktur Organisasi;https://contoh.go.id/a
      ;;;Tugas dan Fungsi;https://contoh.go.id/b
      2;Informasi Setiap Saat;SOP;SOP PPID;https://contoh.go.id/c
      """
    #expect(
      try read(list, title, category, kind) == [
        "Struktur Organisasi | berkala | Profil", "Tugas dan Fungsi | berkala | Profil", "SOP PPID | setiap-saat | SOP",
      ])
  }

  // MARK: Counts, sections and headings

  @Test func `roman, arabic and lettered counts in one column`() throws {
    let list = """
      NO;INFORMASI;PENANGGUNG JAWAB;WAKTU
      I.;INFORMASI BERKALA;;
      1.;Informasi tentang profil;;
      a);Alamat lengkap;Sekretaris;2023
      b);Struktur organisasi;Sekretaris;2023
      2.;Informasi tentang keuangan;;
      a);DPA;Keuangan;2023
      II.;INFORMASI SETIAP SAAT;;
      1.;Daftar informasi publik;PPID;2023
      2.;Perjanjian dengan pihak ketiga;Hukum;2022
      """
    #expect(
      try read(list, title, category, kind) == [
        "Alamat lengkap | berkala | Informasi tentang profil", "Struktur organisasi | berkala | Informasi tentang profil",
        "DPA | berkala | Informasi tentang keuangan", "Daftar informasi publik | setiap-saat | -",
        "Perjanjian dengan pihak ketiga | setiap-saat | -",
      ])
  }

  @Test func `sub-numbers under a number that is only a heading`() throws {
    let list = """
      No.,Nama Informasi,Unit Kerja,Tahun
      1,Informasi Kelembagaan,,
      1.1,Visi dan Misi,Sekretariat,2024
      1.2,Maklumat Pelayanan,Sekretariat,2024
      1.2.1,Standar Pelayanan,Sekretariat,2024
      2,Informasi Anggaran,,
      2.1,RKA,Bidang Keuangan,2024
      3,Rencana Strategis,Bidang Program,2024
      """
    #expect(
      try read(list, title, kind) == [
        "Visi dan Misi | Informasi Kelembagaan", "Maklumat Pelayanan | Informasi Kelembagaan",
        "Standar Pelayanan | Informasi Kelembagaan", "RKA | Informasi Anggaran", "Rencana Strategis | Informasi Anggaran",
      ])
  }

  @Test(arguments: [
    ("INFORMASI SERTA-MERTA", PPIDEngine.Category.sertaMerta), ("B. Informasi yg wajib tersedia setiap saat", .setiapSaat),
    ("Kategori : Informasi Berkala", .berkala), ("III. INFORMASI YANG WAJIB DIUMUMKAN SECARA SERTA MERTA (Pasal 10)", .sertaMerta),
    ("Setiap Saat", .setiapSaat), ("2) Informasi Publik Secara Berkala:", .berkala), ("INFORMASI SERTAMERTA", .sertaMerta),
    ("Klasifikasi Informasi: Tersedia Setiap Saat", .setiapSaat), ("INFORMASI YANG DIKECUALIKAN (UU No. 14 Tahun 2008)", .dikecualikan),
    ("JENIS INFORMASI BERKALA", .berkala),
  ]) func `sections spell their category in many ways`(_ section: String, _ expected: PPIDEngine.Category) throws {
    for row in ["\(section),,,", ",\(section),,", "\(section),\(section),\(section),\(section)"] {
      #expect(try read("No,Judul,Penanggung Jawab,Tahun\n\(row)\n1,Profil,Sekretaris,2024\n", category) == [expected.rawValue], "\(row)")
    }
  }

  @Test func `points of a document's list are decoration`() throws {
    let list = """
      No;Jenis Informasi;Penanggung Jawab;Waktu
      1;Profil Badan Publik;;
      ;- Visi dan Misi;Sekretaris;2023
      ;• Tugas dan Fungsi;Sekretaris;2023
      ;\u{F0A7} Struktur;Sekretaris;2023
      2;Renstra 2020-2024;Kabid;2020
      """
    #expect(
      try read(list, title, kind) == [
        "Visi dan Misi | Profil Badan Publik", "Tugas dan Fungsi | Profil Badan Publik", "Struktur | Profil Badan Publik",
        "Renstra 2020-2024 | Profil Badan Publik",
      ])
  }

  @Test(arguments: ["1,2,3,4", "(1),(2),(3),(4)", "A,B,C,D", "(a),(b),(c),(d)", "a.,b.,c.,d."])
  func `the row that counts the columns is no record`(_ row: String) throws {
    #expect(try read("No,Judul,Penanggung Jawab,Tahun\n\(row)\n1,Profil,Sekretaris,2024\n", title) == ["Profil"])
  }

  @Test(arguments: [
    ("Informasi yang Wajib Disediakan dan Diumumkan Secara Berkala", "berkala"), ("Wajib tersedia setiap saat", "setiap-saat"),
    ("Diumumkan serta merta", "serta-merta"), ("Dikecualikan (Pasal 17 huruf b)", "dikecualikan"), ("Berkala (tiap 6 bulan)", "berkala"),
    ("SETIAP  SAAT", "setiap-saat"), ("Info. Berkala", "berkala"), ("-", "-"),
  ]) func `cells spell their category in many ways`(_ cell: String, _ expected: String) throws {
    #expect(try read("No;Judul;Kategori\n1;Profil;\(cell)\n", category) == [expected])
  }

  @Test(arguments: ["Berkala/Setiap Saat", "Terbuka", "Ya"]) func `a category that says several things, or none, is refused`(_ cell: String)
    throws
  {
    let list = try ListFixture.read("No;Judul;Kategori\n1;Profil;\(cell)\n")
    #expect(list.records[0].problems.map(\.column) == ["Kategori"] && list.records[0].problems.map(\.value) == [cell])
  }

  @Test func `categories are ticked with different signs`() throws {
    let list = """
      No;Nama Informasi;Kategori Informasi;;;Bentuk;
      ;;Berkala;Serta Merta;Setiap Saat;Cetak;Digital
      1;Profil;√;;;v;✓
      2;Wabah;-;V;-;x;-
      3;SOP;;;✔;;ya
      4;Renstra;●;;;ada;tidak ada
      """
    #expect(
      try read(list, title, category, { $0.form }) == [
        "Profil | berkala | Cetak; Digital", "Wabah | serta-merta | Cetak", "SOP | setiap-saat | Digital",
        "Renstra | berkala | Cetak",
      ])
  }

  // MARK: Times and terms

  @Test func `times are read as far as they say one thing, and stay as they were written`() throws {
    let times = [
      ("Tahun 2021-2023", "- | -"), ("2021 s.d. 2023", "- | -"), ("Maret 2022", "- | 2022"), ("31/12/2022", "2022-12-31 | 2022"),
      ("31-12-2022", "2022-12-31 | 2022"), ("31 Desember 2022", "2022-12-31 | 2022"), ("31 Des 2022", "2022-12-31 | 2022"),
      ("Sabtu, 31 Desember 2022", "2022-12-31 | 2022"), ("31/12/22", "- | -"), ("T.A. 2022", "- | 2022"), ("TA 2022/2023", "- | -"),
      ("Januari s/d Maret 2022", "- | 2022"), ("Triwulan I 2022", "- | 2022"), ("Setiap tahun", "- | -"), ("44926", "- | -"),
      ("31/02/2022", "- | 2022"), ("2022-12-31 00:00:00", "2022-12-31 | 2022"), ("Semester II Tahun 2022", "- | 2022"),
    ]
    let list = "No;Judul;Waktu Pembuatan\n" + times.enumerated().map { "\($0.offset + 1);Dokumen;\($0.element.0)\n" }.joined()
    #expect(try read(list, date, year) == times.map(\.1))
    #expect(try read(list, { $0.when }) == times.map(\.0))
  }

  @Test func `terms stay as they were written, and a dash is nothing`() throws {
    let terms = ["Selama Berlaku", "1 (satu) tahun", "5 th", "2 Tahun setelah tidak berlaku", "Permanen", "5 thn", "selama masih berlaku"]
    let list =
      "No,Judul,Jangka Waktu Penyimpanan\n"
      + (terms + ["-", "–", ""]).enumerated().map { "\($0.offset + 1),Dokumen,\($0.element)\n" }.joined()
    #expect(try read(list, { $0.activeRetention }) == terms + ["-", "-", "-"])
  }

  // MARK: Bytes

  @Test func `no-break spaces, dashes and quotes of Windows-1252`() throws {
    var bytes = Array("No;Judul;Penanggung Jawab;Tahun\r\n1;Laporan".utf8)
    bytes += [0xA0] + Array("Keuangan ".utf8) + [0x96] + Array(" Semester I ".utf8) + [0x93] + Array("audited".utf8) + [0x94]
    bytes += Array(";Kepala".utf8) + [0xA0, 0xA0] + Array("Bidang;2023".utf8) + [0xA0] + Array("\r\n".utf8)
    #expect(try read(bytes, title, { $0.producer }, year) == ["Laporan Keuangan – Semester I “audited” | Kepala Bidang | 2023"])
  }

  @Test(arguments: [true, false]) func `UTF-16 with its mark, as spreadsheets save "Unicode text"`(_ isLittle: Bool) throws {
    let text = "\u{FEFF}No\tJudul\tTahun\r\n1\t\"Laporan \"\"X\"\"\tdan lampiran\"\t2023\r\n2\tNeraca – audit\t2022\r\n"
    let bytes = text.utf16.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try read(bytes, title, year) == ["Laporan \"X\" dan lampiran | 2023", "Neraca – audit | 2022"])
  }

  @Test func `UTF-16 without its mark is read by where its zeros stand`() throws {
    let text = "No\tJudul\tTahun\r\n1\tNeraca\t2022\r\n"
    for isLittle in [true, false] {
      let bytes = text.utf16.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      #expect(try read(bytes, title, year) == ["Neraca | 2022"])
    }
  }

  @Test func `two files that were put one after the other, each with its mark`() throws {
    let list = "\u{FEFF}No;Judul;Tahun\n1;Neraca;2022\n\u{FEFF}No;Judul;Tahun\n1;Renstra;2023\n"
    #expect(try read(list, title, year) == ["Neraca | 2022", "Renstra | 2023"])
  }

  @Test func `separators in quotes, tabs in quotes, commas in a list of semicolons`() throws {
    #expect(
      try read("No;Judul;Ringkasan\n1;\"Peraturan; Keputusan; Edaran\";\"a; b\"\n2;Data, Fakta, Angka;c\n", title, { $0.summary })
        == ["Peraturan; Keputusan; Edaran | a; b", "Data, Fakta, Angka | c"])
    #expect(
      try read("No\tJudul\tRingkasan\n1\t\"Kolom\tganda\"\tx, y; z\n", title, { $0.summary }) == ["Kolom ganda | x, y; z"])
  }

  @Test func `a quote that is never closed is named by its line`() {
    let list = "No;Judul;Tahun\n1;Neraca;2022\n2;\"Renstra;2023\n3;LKIP;2023\n"
    #expect(throws: ImportFailure.unclosedQuote(line: 3)) { try ListFixture.read(list) }
  }

  @Test func `an inch sign within a text is a text`() throws {
    #expect(
      try read("No;Judul;Tahun\n1;Pengadaan monitor 24\" dan TV 55\";2022\n", title, year) == ["Pengadaan monitor 24\" dan TV 55\" | 2022"])
  }

  // MARK: Between and below the records

  @Test func `heads and page numbers on every page, with blank rows between`() throws {
    let list = """
      No;Judul;Pejabat;Tahun
      1;Profil;Sekretaris;2023
      ;;;
      Halaman 1 dari 2;;;
      ;;;
      NO;JUDUL;PEJABAT;TAHUN
      1;2;3;4
      2;Renstra;Kabid;2023

      ;;;Hal. 2
      """
    #expect(try read(list, title, { $0.holder }) == ["Profil | Sekretaris", "Renstra | Kabid"])
  }

  @Test func `a table below another, with other columns in another order`() throws {
    let list = """
      DAFTAR INFORMASI PUBLIK;;;;
      No;Judul;Pejabat yang Menguasai;Tahun;Bentuk
      1;Profil;Sekretaris;2023;Cetak
      ;;;;
      DAFTAR INFORMASI YANG DIKECUALIKAN;;;;
      No;Informasi yang Dikecualikan;Dasar Hukum;Jangka Waktu;Unit
      1;Data pribadi pegawai;Pasal 17 huruf h;Selama hidup;Kepegawaian
      """
    #expect(
      try read(list, title, category, { $0.holder }, { $0.form }) == [
        "Profil | - | Sekretaris | Cetak", "Data pribadi pegawai | dikecualikan | Kepegawaian | -",
      ])
  }

  @Test func `a second table whose header doesn't begin with a count`() throws {
    let list = """
      Kategori;Judul;Penanggung Jawab;Tahun
      Berkala;Profil;Sekretaris;2023
      ;;;
      Judul;Tahun;Kategori;Penanggung Jawab
      SOP Pelayanan;2022;Setiap Saat;Kabid
      """
    #expect(
      try read(list, title, category, year) == ["Profil | berkala | 2023", "SOP Pelayanan | setiap-saat | 2022"])
  }

  @Test func `the signature below a list is no record`() throws {
    let list = """
      No;Judul;Penanggung Jawab;Waktu dan Tempat
      1;Profil;Sekretaris;2023, Bandung
      2;Renstra;Kabid;2023, Bandung
      ;;;
      ;;;Bandung, 2 Januari 2024
      ;;;Mengetahui, Kepala Dinas
      ;;;
      ;;;ttd
      ;;;
      ;;;NAMA LENGKAP, S.Sos., M.Si
      ;;;Pembina Utama Muda
      ;;;NIP. 19700101 199503 1 001
      """
    #expect(try read(list, title, { $0.when }) == ["Profil | 2023", "Renstra | 2023"])
  }

  @Test func `totals between the records are none`() throws {
    let list = """
      No;Judul;Penanggung Jawab
      1;Profil;Sekretaris
      Sub Total;1;
      Jumlah dipindahkan;;
      Jumlah pindahan;;
      2;Renja;Kabid
      Total Informasi Berkala;2;
      """
    #expect(try read(list, title, kind) == ["Profil | -", "Renja | -"])
    #expect(try reasons(list).count { $0 == .total } == 4)
  }

  @Test func `a signature of one column, with titles beside the count`() throws {
    let list = """
      No,Judul,Tahun
      1,Profil,2023
      Jumlah Informasi : 1,,
      Kepala Dinas Komunikasi dan Informatika,,
      Selaku PPID,,
      NAMA LENGKAP,,
      NIP 197001011995031001,,
      """
    #expect(try read(list, title) == ["Profil"])
  }

  @Test func `what wraps over several rows is one record's`() throws {
    let list = """
      No;Ringkasan Isi;Pejabat yang menguasai;Waktu Pembuatan
      1;Laporan Realisasi Anggaran;Bidang;2023
      ;pendapatan dan belanja daerah;Keuangan;
      ;;dan Aset;
      2;Neraca;Bidang Aset;2023
      """
    let rows = try ListFixture.read(list).records.map(\.content)
    #expect(rows.count == 2 && rows[1].title == "Neraca")
    #expect(rows[0].title.contains("Laporan Realisasi Anggaran") && rows[0].title.contains("pendapatan dan belanja daerah"))
    #expect(rows[0].holder?.contains("Keuangan") == true && rows[0].holder?.contains("dan Aset") == true)
  }

  @Test func `columns in another order, the title last and the year first`() throws {
    let list = """
      Tahun|Bentuk|Unit Kerja|Kategori|Judul Informasi
      2023|Cetak|Sekretariat|Berkala|Profil
      2022|Digital|Bidang I|Serta Merta|Peringatan banjir
      """
    #expect(
      try read(list, title, category, year, { $0.form }) == [
        "Profil | berkala | 2023 | Cetak", "Peringatan banjir | serta-merta | 2022 | Digital",
      ])
  }

  @Test func `addresses on the web and notes are kept under their heads`() throws {
    let list = """
      No,Judul,Tautan,Keterangan
      1,Profil,"https://contoh.go.id/profil?id=1&x=2","diperbarui; lihat lampiran"
      """
    #expect(
      try read(list, { $0.extra["Tautan"] }, { $0.extra["Keterangan"] })
        == ["https://contoh.go.id/profil?id=1&x=2 | diperbarui; lihat lampiran"])
  }

  // MARK: What a spreadsheet could not say

  @Test(arguments: ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "########"])
  func `a spreadsheet's error is refused by row, column and value`(_ error: String) throws {
    let list = try ListFixture.read("No;Judul;Pejabat;Tahun\n1;Profil;\(error);2023\n2;Renstra;Kabid;2023\n")
    let problem = try #require(list.records[0].problems.first)
    #expect(problem.row == 2 && problem.column == "Pejabat" && problem.value == error)
    #expect(problem.reason.id.contains("lembar kerja") && list.records[1].problems.isEmpty)
  }

  @Test func `a year with a thousands point is refused and not guessed`() throws {
    let list = try ListFixture.read("No;Judul;Waktu;Tahun\n1;Profil;Januari;2.023\n")
    #expect(list.records[0].problems.map(\.value) == ["2.023"])
  }

  // MARK: Hardly lists

  @Test func `a header and nothing below it is a list of no records`() throws {
    #expect(try read("No;Judul;Tahun\n", title) == [])
    #expect(try reasons("DIP 2024;;\nNo;Judul;Tahun\n;;\n") == [.title, .header])
  }

  @Test func `a text in one column says that no header was recognised`() {
    let text = "DAFTAR INFORMASI PUBLIK\n1. Profil\n2. Renstra\n"
    #expect(throws: ImportFailure.self) { try ListFixture.read(text) }
  }
}
