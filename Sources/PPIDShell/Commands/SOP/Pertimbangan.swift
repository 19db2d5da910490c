import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let pertimbangan = Command(
    "pertimbangan", needs: .readArchive,
    help: Phrase(id: "Menampilkan masukan Tim Pertimbangan.", en: "Lists the input of Tim Pertimbangan."),
    gives: .rows(Workflow.adviceColumns), examples: [Example("pertimbangan | pilih siklus masukan")]
  ) { session in session.table(try session.engine.workflow.advice()) }
}
