import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let serah = Command(
    "serah", needs: .readArchive,
    help: Phrase(id: "Semua penyerahan, yang terakhir dulu.", en: "All hand-overs, the last one first."),
    gives: .rows(Workflow.handoverColumns), examples: [Example("serah | pilih nomor unit keadaan isi")]
  ) { session in session.table(try session.engine.workflow.handovers()) }
}
