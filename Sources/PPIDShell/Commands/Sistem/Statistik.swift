import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let statistik = Command(
    "statistik", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan arsip dalam angka: rekaman menurut status, kategori dan unit, siklus, edisi, jejak, ukuran berkas.",
      en: "Shows the archive in figures: records by status, category and unit, cycles, editions, the journal, the file's size."),
    gives: .rows(Care.statisticColumns), examples: [Example("statistik | saring kelompok == \"kategori\"")]
  ) { session in session.table(try session.engine.care.statistics()) }
}
