import Foundation
import Testing

/// The small office in which the documentation's examples are typed: made once, and each example gets a copy.
enum ExampleOffice {
  /// An office of its own, as all examples find it.
  ///
  /// - Parameter isRunning: whether a month is under way in it, as the commands' examples need it.
  static func copy(isRunning: Bool = false) throws -> Office {
    try copy(of: isRunning ? running.get() : prepared.get())
  }

  private static func copy(of prepared: Office) throws -> Office {
    let office = try Office()
    for name in try FileManager.default.contentsOfDirectory(atPath: prepared.folder.path) {
      try FileManager.default.copyItem(atPath: prepared.path(name), toPath: office.path(name))
    }
    return office
  }

  private static let prepared = Result<Office, any Error> {
    let office = try Office()
    let list = "judul,kategori,unit\nRencana Kerja 2026,berkala,SETDA\nNeraca 2025,berkala,SETDA\n"
    try office.write("masuk/daftar.csv", list)
    try office.write("masuk/2026-11/setda.csv", list)
    try office.write(
      "jumlah-arsip.ppid", "cetak $(arsip | saring kategori == $(argumen 0 --baku berkala) | hitung)\n")
    try office.write("libur-2027.csv", "tanggal,jenis,nama\n2027-01-01,libur,Tahun Baru Masehi\n2027-08-17,libur,Hari Kemerdekaan\n")
    let schedule = "kode,retensi_aktif,retensi_inaktif,nasib_akhir\nPR,,,\nPR.01,,,\nPR.01.02,2 Tahun,3 Tahun,Musnah\n"
    try office.write("jra-lama.csv", schedule + "KU,,,\nKU.01,5 Tahun setelah diperiksa,5 Tahun,Permanen\n")
    try office.write("jra.csv", schedule + "KU,,,\nKU.01,5 Tahun setelah diperiksa,5 Tahun,Permanen\nKU.02,2 Tshun,-,Musnah\n")
    let procedure = Office.source.deletingLastPathComponent().appendingPathComponent("Sources/PPIDEngine/Workflow/Resources/sop-ppid.tsv")
    try office.write("sop-kami.tsv", String(contentsOf: procedure, encoding: .utf8).replacing("30 menit", with: "45 menit"))
    try office.write("wajib.csv", "unit,jenis,kategori\nSETDA,laporan kinerja,berkala\nDISKOMINFO,standar layanan,setiap-saat\n")
    try office.write("catatan.txt", "Rapat tim PPID: Senin.\n")
    _ = try office.ppid(Office.source.appendingPathComponent("PPIDShellTests/Data/contoh.ppid").path).succeeded()
    return office
  }

  private static let running = Result<Office, any Error> {
    let office = try copy()
    _ = try office.ppid(Office.source.appendingPathComponent("PPIDShellTests/Data/contoh-siklus.ppid").path).succeeded()
    return office
  }
}
