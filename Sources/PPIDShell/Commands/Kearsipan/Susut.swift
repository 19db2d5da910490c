import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let susut = Command(
    "susut", needs: .readArchive,
    help: Phrase(
      id: "Tabel semua penyusutan arsip: jenis, keadaan, siapa mengusulkan, memutus, dan melaksanakannya.",
      en: "The table of all disposals: kind, state, and who proposed, decided and executed them."),
    gives: .rows(Disposals.disposalColumns), examples: [Example("susut | saring keadaan == \"disetujui\"")]
  ) { session in session.table(try session.engine.disposals.disposals()) }
}
