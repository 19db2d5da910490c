import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let laporan = Command(
    "laporan", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan semua dokumen yang sudah terbit. Isinya ditampilkan dengan `laporan jenis periode`.",
      en: "Lists all documents that were issued. `laporan kind period` shows what one says."),
    gives: .rows(Reports.documentColumns), examples: [Example("laporan | pilih dokumen jenis periode nomor")]
  ) { session in session.table(try session.engine.reports.documents()) }
}
