import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let antrean = Command(
    "antrean", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan langkah yang menunggu Anda, yang paling mendesak dulu.",
      en: "Lists the steps that wait for you, the most urgent first."),
    Parameter<Bool>.flag("semua", Phrase(id: "langkah semua orang", en: "everybody's steps")),
    gives: .rows(Workflow.queueColumns), examples: [Example("antrean --semua | pilih siklus langkah unit keadaan")]
  ) { session, everybody in session.table(try session.engine.workflow.queue(everybody: everybody)) }
}
