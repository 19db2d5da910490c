import Foundation
import Testing

/// What verification finds is mended by typing what it says.
@Suite struct RemedyTests {
  /// What people would write for the `…` behind an option, or alone.
  private static let values = [
    "--judul": "Laporan Kinerja", "--ringkasan": "capaian kinerja", "--penguasa": "Sekretaris Daerah",
    "--penanggung-jawab": "Bagian Organisasi", "--waktu": "2025", "--tempat": "Bandung", "--bentuk": "softcopy", "--keamanan": "terbatas",
    "--retensi-inaktif": "2 Tahun", "--catatan": "kurang satu jilid", "": "asli.txt",
  ]

  /// The command that a remedy names, with its gaps filled; titles with the record's number, so that none is there twice.
  private func typed(_ remedy: String, for number: String) throws -> String {
    let command = try #require(remedy.split(separator: "`", omittingEmptySubsequences: false).dropFirst().first, "\(remedy)")
    var option = ""
    return try command.split(separator: " ").map { word -> String in
      defer { option = word.hasPrefix("--") ? String(word) : "" }
      guard word == "…" || word == "\"…\"" else { return String(word) }
      return try "\"\(#require(Self.values[option], "\(option)"))\(option == "--judul" ? " \(number)" : "")\""
    }.joined(separator: " ")
  }

  /// Each finding of a run: number, rule and remedy.
  private func findings(_ office: Office) throws -> [[String]] {
    let listed = try office.lines("untuk t di $(verifikasi --unit BU) { cetak \"{$t.nomor}\\t{$t.aturan}\\t{$t.perbaikan}\" }")
    return listed.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }

  @Test func `every remedy works as it is typed, and the difference of the hand-over is told too`() throws {
    let office = try Office()
    try office.write(
      "jra.csv",
      "kode,retensi_aktif,retensi_inaktif,nasib_akhir,keamanan\nPR.01,1 Tahun,1 Tahun,Musnah,\nPR.02,1 Tahun,1 Tahun,Musnah,rahasia\n")
    try office.write("asli.txt", "isi berkas\n")
    let whole =
      "--unit BU --kategori berkala --kode PR.01 --lokasi \"Rak 1\" --ringkasan isi --penguasa Sekda --penanggung-jawab Organisasi --tempat Bandung --bentuk softcopy"
    try office.lines(
      "unit tambah BU \"Biro Umum\"; klasifikasi impor jra.csv",
      "arsip tambah Dokumen --tahun 2025 \(whole)",
      "arsip tambah \"Neraca 2025\" --tahun 2025 \(whole.replacing("PR.01", with: "PR.02"))",
      "arsip tambah \"Agenda 2025\" --unit BU --kategori berkala --kode PR.01 --lokasi \"Rak 1\"",
      "arsip tambah \"Nota 2025\" --tahun 2025 --retensi-inaktif \"2 Tshun\" \(whole)",
      "arsip tambah \"Rencana 2027\" --tanggal 2027-01-01 \(whole)",
      "arsip tambah \"Foto kegiatan\" --tahun 2025 \(whole)", "arsip tambah \"Foto  Kegiatan\" --tahun 2025 \(whole)",
      "arsip tambah \"Daftar pegawai 198503152010011002\" --tahun 2025 \(whole)",
      "arsip tambah \"Surat edaran\" --tahun 2025 \(whole); arsip lampirkan A-9 asli.txt --nama \"lampiran 1.txt\"",
      "siklus buka 2026-11; langkah selesai 1; serah kirim --cetak 3 --satuan jilid; langkah selesai 3; langkah selesai 4",
      "serah terima ST-1 --hitung 2 --selisih \"sampul rusak\"")
    let folder = office.path("arsip.db.berkas")
    let stored = try #require(FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.first { $0.utf8.count == 65 })
    try FileManager.default.removeItem(atPath: "\(folder)/\(stored)")

    let found = try findings(office)
    #expect(
      found.map { "\($0[0]) \($0[1])" } == [
        "ST-1 selisih", "A-1 judul", "A-2 akses", "A-3 tujuh-kolom", "A-4 retensi", "A-5 waktu", "A-7 ganda", "A-8 data-pribadi",
        "A-9 berkas",
      ])
    let table = try office.lines("verifikasi --unit BU | saring aturan == \"selisih\" | pilih temuan")
    #expect(table.contains("selisih saat diterima: dikirim 3 jilid, dihitung 2; sampul rusak"))
    for finding in found.dropFirst() {
      let command = try typed(finding[2], for: finding[0])
      let outcome = try office.line(command)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
    }
    #expect(try findings(office).map { $0[1] } == ["selisih"])
    #expect(try office.lines("arsip periksa-berkas").contains("utuh: 1 berkas"))
    // The last one reports, as it says.
    try office.lines("langkah selesai 6", typed(found[0][2], for: found[0][0]))
  }
}
