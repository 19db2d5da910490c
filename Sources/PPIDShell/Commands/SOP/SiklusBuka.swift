import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let siklusBuka = Command(
    "siklus buka", needs: .openCycle,
    help: Phrase(
      id: "Membuka bulan: satu penyerahan (1-7) untuk tiap unit aktif, dan bagian bulan itu sendiri (8-12); atau semester (13-15).",
      en: "Opens a month: a delivery (1-7) for each active unit, and the month's own part (8-12); or a half-year (13-15)."),
    Parameter<Period>.argument(
      "periode", Phrase(id: "bulan 2026-11, atau semester 2026-S2", en: "the month 2026-11, or the half-year 2026-S2")),
    Parameter<Bool>.flag("bila-belum", Phrase(id: "tidak apa-apa bila sudah dibuka", en: "do nothing when it is open already")),
    gives: .record([Column("siklus", .period), Column("baru", .bool)]),
    examples: [Example("siklus buka 2026-11 --bila-belum", prints: "siklus 2026-11 dibuka")]
  ) { session, period, unlessOpen in
    let isNew = try session.engine.workflow.openCycle(period, unlessOpen: unlessOpen)
    return session.change(
      [("siklus", .period(period)), ("baru", .bool(isNew))],
      isNew
        ? Phrase(id: "siklus \(period) dibuka", en: "cycle \(period) opened")
        : Phrase(id: "siklus \(period) sudah dibuka sebelumnya", en: "cycle \(period) was open already"))
  }
}
