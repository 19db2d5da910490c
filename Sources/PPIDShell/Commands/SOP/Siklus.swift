import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let siklus = Command(
    "siklus", needs: .readArchive,
    help: Phrase(
      id: "Papan satu siklus: langkah, unit, keadaan, tenggat, putaran, dokumen. Tanpa periode: semua yang terbuka.",
      en: "The board of a cycle: step, unit, state, due time, round, document. Without a period: all that are open."),
    Parameter<Period?>.optional("periode", Phrase(id: "bulan atau semester", en: "the month or half-year")),
    Parameter<Bool>.flag("semua", Phrase(id: "daftar semua siklus, juga yang ditutup", en: "a list of all cycles, also those closed")),
    gives: .any,
    examples: [
      Example("siklus"), Example("siklus --semua | pilih siklus keadaan"),
      Example("siklus buka 2026-11; siklus 2026-11 | pilih langkah unit keadaan"),
    ]
  ) { session, period, all in
    session.table(all ? try session.engine.workflow.cycles() : try session.engine.workflow.board(of: period))
  }
}
