import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsip = Command(
    "arsip", needs: .readEdition,
    help: Phrase(
      id: "Tabel semua rekaman arsip, menurut urutan masuk. Baru dibaca bila dipakai.",
      en: "The table of all records, in order of entry. It is read only when used."),
    gives: .rows(Records.recordColumns),
    examples: [Example("arsip | saring kategori == \"berkala\" | urutkan judul | pilih nomor judul | ambil 20")]
  ) { session in session.table(try session.engine.records.records()) }
}
