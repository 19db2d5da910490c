import PPIDValues
import Testing

@testable import PPIDEngine

/// What spreadsheets put around the records of a list: heads of two rows, ticks, totals, signatures, heads on every page.
@Suite struct SpreadsheetFrameTests {
  private func read(_ text: String) throws -> (contents: [RecordContent], skipped: [SkippedRow.Reason]) {
    let list = try ListFixture.read(text)
    #expect(list.records.flatMap(\.problems).isEmpty)
    return (list.records.map(\.content), list.summary.skipped.map(\.reason))
  }

  @Test func `two people sign side by side below the totals`() throws {
    let (records, skipped) = try read(
      """
      DAFTAR INFORMASI PUBLIK SETIAP SAAT,,,
      No.,Jenis Informasi,Pejabat yang menguasai,Waktu dan tempat
      1,Daftar peraturan,Kabag Hukum,"2019, Surabaya"
      2,Daftar kerja sama,Kabag Kerja Sama,"Surabaya, 2 Mei 2021"
      Jumlah,2,,
      ,,,
      Mengetahui:,,,"Surabaya, 3 Januari 2024"
      Kepala Dinas,,,Pejabat PPID
      ,,,
      Nama satu,,,Nama dua
      NIP 1960,,,NIP 1970
      """)
    #expect(records.map(\.title) == ["Daftar peraturan", "Daftar kerja sama"])
    #expect(records.map(\.place) == ["Surabaya", "Surabaya"] && records.map(\.year) == [2019, 2021])
    #expect(skipped.suffix(5) == [.total, .footer, .footer, .footer, .footer])
  }

  @Test func `a counted heading has records counted by letters below it, on every page`() throws {
    let (records, skipped) = try read(
      """
      No,Nama Informasi,Penanggung Jawab,Kategori
      1,Informasi tentang profil,,
      ,a. Visi misi,Sekretaris,Berkala
      ,b. Struktur organisasi,Sekretaris,Berkala
      Halaman 1,,,
      No,Nama Informasi,Penanggung Jawab,Kategori
      2,Informasi tentang program,,
      ,a. Renja,Perencanaan,Berkala
      ,b. RKA,Keuangan,Berkala
      """)
    #expect(records.map(\.title) == ["Visi misi", "Struktur organisasi", "Renja", "RKA"])
    #expect(
      records.map(\.kind) == ["Informasi tentang profil", "Informasi tentang profil"] + [
        "Informasi tentang program", "Informasi tentang program",
      ])
    #expect(skipped.contains(.repeatedHeader) && skipped.contains(.footer))
  }

  @Test func `heads of two rows with ticks for form and retention`() throws {
    let (records, skipped) = try read(
      """
      KEMENTERIAN CONTOH TAHUN 2024;;;;;;;;;;
      No;Jenis Informasi;Ringkasan Isi Informasi;Pejabat/Unit/Satker yang Menguasi Informasi;PenanggungJawab Pembuatan atau Penerbitan Informasi;Tempat dan Waktu Pembuatan;Format Informasi yang Tersedia;;;Jangka Waktu Penyimpanan atau Retensi Arsip;
      ;;;;;;Cetak;Rekam;Online;Aktif;Inaktif
      1;2;3;4;5;6;7;8;9;10;11
      I;Informasi Berkala;;;;;;;;;
      1;Profil;Sejarah, visi;Biro Humas;Sekjen;Jakarta, 2024;√;-;√;1 tahun;2 tahun
      II;Informasi Serta Merta;;;;;;;;;
      1;Peringatan dini;"Cuaca; gempa";Pusat Data;Kapus;Jakarta, Januari 2024;v;;v;1 tahun;-
      ;Jumlah;2;;;;;;;;
      ;;;;;;Jakarta, 2 Januari 2024;;;;
      ;;;;;;Kepala Biro Humas;;;;
      ;;;;;;NIP. 19700101 199503 1 001;;;;
      """)
    #expect(records.map(\.title) == ["Profil", "Peringatan dini"])
    #expect(records.map(\.category) == [.berkala, .sertaMerta] && records.map(\.form) == ["Cetak; Online", "Cetak; Online"])
    #expect(records.map(\.activeRetention) == ["1 tahun", "1 tahun"] && records.map(\.inactiveRetention) == ["2 tahun", nil])
    #expect(skipped.suffix(4) == [.total, .footer, .footer, .footer])
  }

  @Test func `categories merged over several rows, and categories to be ticked`() throws {
    let merged = try read(
      """
      Kategori;No;Nama Informasi;Waktu
      Informasi Berkala;1;Profil;2020
      ;2;Struktur;2021
      Informasi Setiap Saat;3;Perjanjian;Maret 2022
      ;4;MoU;2022 - 2023
      """)
    #expect(merged.contents.map(\.category) == [.berkala, .berkala, .setiapSaat, .setiapSaat])
    #expect(merged.contents.map(\.year) == [2020, 2021, 2022, nil])
    let ticked = try read(
      """
      No;Judul Informasi;Kategori Informasi;;;Penguasa
      ;;Berkala;Serta Merta;Setiap Saat;
      1;Laporan;√;;;A
      2;Bencana;;√;;B
      3;Arsip;;;v;C
      4;Belum;;;;D
      """)
    #expect(ticked.contents.map(\.category) == [.berkala, .sertaMerta, .setiapSaat, nil])
  }

  @Test func `empty columns, no-break spaces and counts with brackets`() throws {
    let (records, _) = try read(
      """
      \u{FEFF}No;;Judul\u{A0}Dokumen;;Kategori Informasi;Unit Pengelola
      1);;Perda\u{A0}Nomor 1 Tahun\u{A0}2020;;Informasi yang Wajib Tersedia Setiap Saat;Bagian Hukum
      2);;SOP PPID;;Informasi yang wajib disediakan dan diumumkan secara berkala;Dinas Kominfo
      """)
    #expect(records.map(\.title) == ["Perda Nomor 1 Tahun 2020", "SOP PPID"])
    #expect(records.map(\.category) == [.setiapSaat, .berkala] && records[1].holder == "Dinas Kominfo")
  }
}
