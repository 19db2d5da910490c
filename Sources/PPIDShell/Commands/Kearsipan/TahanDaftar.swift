import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let tahanDaftar = Command(
    "tahan daftar", needs: .readArchive,
    help: Phrase(id: "Tabel arsip yang ditahan.", en: "The table of records under a legal hold."),
    gives: .rows(Disposals.holdColumns), examples: [Example("tahan daftar")]
  ) { session in session.table(try session.engine.disposals.holds()) }
}
