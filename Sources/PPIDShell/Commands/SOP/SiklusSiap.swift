import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let siklusSiap = Command(
    "siklus siap", needs: .readArchive,
    help: Phrase(
      id: "Benar bila langkah 8 boleh dilakukan: semua penyerahan bulan itu sudah diputus Y atau dikecualikan.",
      en: "True when activity 8 may be done: every delivery of the month is decided Y or excused."),
    Parameter<Period>.argument("periode", Phrase(id: "bulan, seperti 2026-11", en: "the month, like 2026-11")),
    gives: .type(.bool), examples: [Example("siklus siap 2026-11", prints: "salah")]
  ) { session, period in .bool(try session.engine.workflow.isReady(period)) }
}
