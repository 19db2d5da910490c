import PPIDValues
import Testing

@testable import PPIDEngine

@Suite("Lists of other offices")
struct OfficeListTests {
  private func read(_ name: String) throws -> (records: [RecordContent], summary: ListSummary) {
    let list = try ListFixture.read(ListFixture.bytes(name))
    #expect(list.records.flatMap(\.problems).isEmpty)
    #expect(list.summary.rows == list.summary.records + list.summary.continuations + list.summary.skippedCount)
    return (list.records.map(\.content), list.summary)
  }

  @Test("information announced at once, separated by commas")
  func atOnce() throws {
    let (records, summary) = try read("dip-serta-merta.csv")
    #expect(summary.separator == .comma)
    #expect(
      records.map(\.title) == [
        "Peringatan dini banjir, longsor dan gempa", "Wabah penyakit menular", "Pemadaman listrik dan air",
      ])
    #expect(records.allSatisfy { $0.category == .sertaMerta })
    let warning = records[0]
    #expect(warning.summary == "Memuat lokasi dan tingkat siaga; Daerah rawan:; 1. Bandung; 2. Garut")
    #expect(warning.form == "Soft File; Hard File")
    #expect(warning.extra == ["Jenis Media Yang Memuat Informasi": "Lihat; Unduh"])
    #expect(warning.place == "Bandung" && warning.when == "12 Januari 2023")
    #expect(warning.date == CalendarDate("2023-01-12") && warning.year == 2023)
    #expect(warning.activeRetention == "1 tahun")
    #expect(records[1].summary == "Memuat \"peta\" sebaran")
    #expect(records[1].activeRetention == nil && records[1].producer == nil && records[1].year == 2023)
    #expect(records[2].kind == "Informasi tentang Gangguan Layanan")
  }

  @Test("information available on request, tabs in UTF-16")
  func onRequest() throws {
    let (records, summary) = try read("dip-setiap-saat.csv")
    #expect(summary.separator == .tab && summary.encoding == .utf16LittleEndian)
    #expect(
      records.map(\.title) == [
        "Daftar Informasi Publik", "Naskah akademik “Raperda”", "Risalah rapat pembahasan 😀",
      ])
    #expect(records.allSatisfy { $0.category == .setiapSaat })
    #expect(records[0].kind == "Daftar Informasi Publik" && records[0].date == CalendarDate("2024-03-02"))
    #expect(records[0].summary == "Seluruh informasi — di bawah penguasaan")
    #expect(records[1].summary == "Memuat:; - latar belakang; - kajian")
  }

  @Test("excluded information in Windows-1252, whose title says what it is")
  func excluded() throws {
    let (records, summary) = try read("dik-dikecualikan.csv")
    #expect(summary.encoding == .windows1252)
    #expect(records.map(\.title) == ["Data pribadi pegawai – NIP dan alamat", "Berita acara pemeriksaan"])
    #expect(records.allSatisfy { $0.category == .dikecualikan })
    #expect(records[0].holder == "Biro Kepegawaian")
    #expect(records[0].extra["Konsekuensi bila dibuka"] == "Mengungkap “rahasia” pribadi")
    #expect(records[1].extra["Dasar Hukum Pengecualian"] == "UU 14/2008 Pasal 17 huruf a; Pasal 19")
    #expect(records[1].extra["Jangka Waktu Pengecualian"] == "30 tahun")
  }

  @Test("a ministry's list with a header of two rows, ticks, totals and a signature")
  func ministry() throws {
    let (records, summary) = try read("dip-kementerian.csv")
    #expect(
      records.map(\.title) == [
        "Laporan Kinerja", "Rencana Strategis", "Laporan Barang Milik Negara", "Perjanjian kerja sama",
      ])
    #expect(records.map(\.category) == [.berkala, .berkala, .berkala, .setiapSaat])
    #expect(records.map(\.form) == ["Cetak; Online", "Cetak; Rekam; Online", "Cetak: PDF; Online", "Online"])
    #expect(records.map(\.place) == ["Jakarta", "Jakarta", nil, "Surabaya"])
    #expect(records.map(\.when) == ["2025", "22 November 2024", "2025", nil])
    #expect(records[1].date == CalendarDate("2024-11-22"))
    #expect(records[0].holder == "Biro Perencanaan" && records[0].producer == "Kepala Biro Perencanaan")
    #expect(records.map(\.activeRetention) == ["2 Tahun", "Selama Berlaku", "1 tahun", "5 tahun"])
    #expect(records[0].extra.isEmpty && records[1].extra == ["Keterangan": "Revisi"])
    #expect(
      summary.skipped.map(\.reason) == [
        .title, .title, .header, .header, .columnNumbers, .section, .section, .total, .footer, .footer, .footer,
        .footer,
      ])
  }

  @Test("heads that a machine made")
  func machine() throws {
    let (records, _) = try read("dip-mesin.csv")
    #expect(records.map(\.title) == ["APBD 2025", "Peringatan dini", "Standar layanan"])
    #expect(records.map(\.category) == [.berkala, .sertaMerta, .setiapSaat])
    #expect(records.map(\.security) == [.biasa, .terbatas, .rahasia])
    #expect(records.map(\.date) == [CalendarDate("2025-01-31"), CalendarDate("2025-12-31"), nil])
    #expect(records.map(\.when) == ["2025-01-31", "31/12/2025", "1.234"] && records[2].year == nil)
    #expect(records[0].activeRetention == "2 Tahun setelah tidak berlaku" && records[0].inactiveRetention == "3 Tahun")
    #expect(records[1].inactiveRetention == nil && records[1].fate == "Permanen" && records[1].code == "HM.01")
    #expect(records[0].extra == ["id": "101", "nip_petugas": "197001011995031001"])
    #expect(records[2].extra["nip_petugas"] == "0081")
  }

  @Test("several sections in one list, each with its header")
  func sections() throws {
    let (records, summary) = try read("dip-gabungan.csv")
    #expect(
      records.map(\.title) == ["Profil dinas", "Renja", "Peringatan cuaca", "SOP layanan", "Rekam medis pegawai"])
    #expect(records.map(\.category) == [.berkala, .berkala, .sertaMerta, .setiapSaat, .dikecualikan])
    #expect(records.map(\.year) == [2025, 2025, 2025, 2024, nil])
    #expect(records[3].when == "2024" && records[3].producer == "Bidang II")
    #expect(records[4].holder == "Sekretariat" && records[4].extra["Dasar Hukum"] == "Pasal 17 huruf h")
    #expect(summary.skipped.filter { $0.reason == .repeatedHeader }.count == 2)
  }
}
