import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let langkahRiwayat = Command(
    "langkah riwayat", needs: .readArchive,
    help: Phrase(id: "Semua yang terjadi pada langkah itu, setiap putaran.", en: "Everything that happened to that step, in every round."),
    .step, .stepUnit, Parameter<Period?>.option("siklus", Phrase(id: "hanya siklus ini", en: "of this cycle only")),
    gives: .rows(Workflow.historyColumns), examples: [Example("langkah riwayat 6 --unit SETDA | pilih putaran kejadian oleh")]
  ) { session, step, unit, cycle in session.table(try session.engine.workflow.history(of: step, unit: unit, in: cycle)) }
}
