import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let siklusTutup = Command(
    "siklus tutup", needs: .openCycle,
    help: Phrase(
      id: "Menutup bulan yang langkah 12-nya selesai, atau semester yang langkah 15-nya selesai.",
      en: "Closes a month whose step 12 is done, or a half-year whose step 15 is."),
    Parameter<Period>.argument("periode", Phrase(id: "bulan atau semester", en: "the month or half-year")),
    gives: .record([Column("siklus", .period)]), examples: [Example("siklus tutup 2026-10", prints: "siklus 2026-10 ditutup")]
  ) { session, period in
    try session.engine.workflow.closeCycle(period)
    return session.change(
      [("siklus", .period(period))], Phrase(id: "siklus \(period) ditutup", en: "cycle \(period) closed"))
  }
}
