import PPIDValues
import Testing

@testable import PPIDEngine

@Suite("Reading the fields of a list")
struct FieldReadingTests {
  private func one(_ head: String, _ cell: String) throws -> ListedRecord {
    let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
    return try #require(ListFixture.read("Judul|\(head)\nx|\(quoted)\n", separator: .bar).records.first)
  }

  @Test(
    "categories, as real lists spell them",
    arguments: [
      ("berkala", .berkala), ("Berkala", .berkala), ("INFORMASI BERKALA", .berkala),
      ("Wajib Diumumkan secara Berkala", .berkala),
      ("Informasi yang wajib disediakan dan diumumkan secara berkala", .berkala),
      ("serta-merta", .sertaMerta), ("Serta Merta", .sertaMerta), ("sertamerta", .sertaMerta),
      ("Informasi Wajib Diumumkan Serta Merta", .sertaMerta), ("setiap-saat", .setiapSaat),
      ("Setiap Saat", .setiapSaat),
      ("Informasi yang Wajib Tersedia Setiap Saat", .setiapSaat), ("dikecualikan", .dikecualikan),
      ("Informasi yang Dikecualikan", .dikecualikan), ("Informasi Dikecualikan", .dikecualikan), ("Berkla", .berkala),
      ("dikecualiakan", .dikecualikan),
    ] as [(String, PPIDEngine.Category)])
  func categories(text: String, category: PPIDEngine.Category) throws {
    let record = try one("Kategori Informasi", text)
    #expect(record.content.category == category && record.problems.isEmpty)
  }

  @Test(
    "a category that there isn't refuses its row, and says which",
    arguments: ["rahasia", "berkala dan setiap saat", "1"])
  func unknownCategory(text: String) throws {
    let problem = try #require(one("Kategori", text).problems.first)
    #expect(problem.row == 2 && problem.column == "Kategori" && problem.value == text)
    #expect(problem.reason.id.contains("berkala, serta-merta, setiap-saat, dikecualikan"))
  }

  @Test(
    "days, as offices write them",
    arguments: [
      ("22 November 2026", "2026-11-22"), ("22/11/2026", "2026-11-22"), ("22-11-2026", "2026-11-22"),
      ("22.11.2026", "2026-11-22"), ("2026-11-22", "2026-11-22"), ("2026/11/22", "2026-11-22"),
      ("Minggu, 22 November 2026", "2026-11-22"), ("22 Nopember 2026", "2026-11-22"), ("22-Nov-2026", "2026-11-22"),
      ("1 Pebruari 2024", "2024-02-01"), ("17 Agst 2025", "2025-08-17"), ("tanggal 3 Mei 2025", "2025-05-03"),
      ("2026-11-22 00:00:00", "2026-11-22"), ("3/4/2025", "2025-04-03"), ("22 Novmber 2026", "2026-11-22"),
      ("November 22, 2026", "2026-11-22"),
    ])
  func days(text: String, day: String) throws {
    let content = try one("Waktu Pembuatan", text).content
    #expect(content.date?.description == day && content.year == content.date?.year && content.when == text)
    #expect(content.place == nil)
  }

  @Test(
    "times that are no day keep their text and tell at most a year",
    arguments: [
      ("Tahun 2023", 2023), ("2023", 2023), ("Januari 2023", 2023), ("TA 2023", 2023), ("Triwulan II 2023", 2023),
      ("2022-2023", nil), ("22/11/26", nil), ("Setiap bulan", nil), ("30 Februari 2023", 2023), ("11/22/2026", 2026),
      ("1.234", nil), ("2O23", nil), ("Januari, Februari 2023", 2023), ("Semester I, 2024", 2024),
    ] as [(String, Int?)])
  func inexact(text: String, year: Int?) throws {
    let content = try one("Waktu Pembuatan", text).content
    #expect(content.when == text && content.date == nil && content.year == year && content.place == nil)
  }

  @Test(
    "place and time in one cell are told apart",
    arguments: [
      ("Jakarta, 2025", "Jakarta", "2025"), ("2025, Jakarta", "Jakarta", "2025"),
      ("Kota Bandung, 12 Januari 2023", "Kota Bandung", "12 Januari 2023"),
      ("Jakarta, Senin, 12 Januari 2026", "Jakarta", "Senin, 12 Januari 2026"),
      ("Jakarta; Tahun 2024", "Jakarta", "Tahun 2024"),
      ("Jakarta Tahun 2024", "Jakarta", "Tahun 2024"), ("Jakarta\n2025", "Jakarta", "2025"),
      ("Jakarta", "Jakarta", nil),
      ("Tahun 2025", nil, "Tahun 2025"), ("Setiap bulan", nil, "Setiap bulan"),
    ] as [(String, String?, String?)])
  func places(text: String, place: String?, when: String?) throws {
    for head in ["Tempat dan Waktu Pembuatan", "Waktu dan Tempat Pembuatan Informasi"] {
      let content = try one(head, text).content
      #expect(content.place == place && content.when == when)
    }
  }

  @Test("a place in the column of the time is split off too")
  func placeInTime() throws {
    let content = try one("Waktu Pembuatan", "Jakarta, 2025").content
    #expect(content.place == "Jakarta" && content.when == "2025" && content.year == 2025)
  }

  @Test(
    "retention stays as given, and a dash is nothing",
    arguments: ["1 tahun", "Selama Berlaku", "2 Tahun setelah tidak berlaku"])
  func retention(text: String) throws {
    for head in [
      "Jangka Waktu Penyimpanan atau Retensi Arsip", "Jangka Waktu Penyimpanana", "jangka_aktif", "Retensi Aktif",
    ] {
      #expect(try one(head, text).content.activeRetention == text)
    }
    for dash in ["-", "–", "--", " - "] { #expect(try one("Retensi Inaktif", dash).content.inactiveRetention == nil) }
    #expect(try one("Retensi Inaktif", text).content.inactiveRetention == text)
  }

  @Test(
    "security classes",
    arguments: [("Biasa / Terbuka", .biasa), ("Terbuka", .biasa), ("TERBATAS", .terbatas), ("Rahasia", .rahasia)]
      as [(String, SecurityClass)])
  func security(text: String, security: SecurityClass) throws {
    #expect(try one("Klasifikasi Keamanan dan Akses Arsip", text).content.security == security)
    #expect(try one("Tingkat Keamanan", "sangat rahasia").problems.map(\.value) == ["sangat rahasia"])
  }

  @Test("white space is tidied, no-break spaces too, and nothing else is changed")
  func whiteSpace() throws {
    let content = try one("Ringkasan", "  a\u{A0}\u{A0}b \t c\n\n  d e\u{301} ").content
    #expect(content.summary?.unicodeScalars.elementsEqual("a b c\nd e\u{301}".unicodeScalars) == true)
    #expect(try one("Penanggung Jawab", "Kepala\nBiro").content.producer == "Kepala Biro")
  }

  @Test("long figures and telephone numbers stay texts")
  func figures() throws {
    for text in ["197001011995031001", "081234567890", "+62 812", "0081", "1.234"] {
      #expect(try one("NIP Petugas", text).content.extra == ["NIP Petugas": text])
    }
    #expect(try one("NIP Petugas", "'+62 812").content.extra == ["NIP Petugas": "+62 812"])
  }

  @Test("ticks give forms, and more than one ticked category refuses the row")
  func ticks() throws {
    let list = try ListFixture.read(
      """
      No;Judul;Bentuk Informasi;;Kategori Informasi;;;
      ;;Hardcopy;Softcopy;Berkala;Serta Merta;Setiap Saat;Dikecualikan
      1;a;√;;v;;;
      2;b;-;✓;;;x;
      3;c;ü;1 CD;;;;√
      4;d;;;√;;√;
      """)
    let contents = list.records.map(\.content)
    #expect(contents.map(\.form) == ["Hardcopy", "Softcopy", "Hardcopy; Softcopy: 1 CD", nil])
    #expect(contents.map(\.category) == [.berkala, .setiapSaat, .dikecualikan, nil])
    #expect(list.records[3].problems.map(\.value) == ["berkala, setiap-saat"])
  }

  @Test("`nomor` is the record's when it holds such, else decoration; `unit` is a code")
  func numbers() throws {
    let list = try ListFixture.read("nomor,judul,unit\nA-12,a,BU\n3,b,\n")
    #expect(list.records.map(\.number) == [RecordNumber(12), nil] && list.records.map(\.unit) == ["BU", nil])
  }
}
