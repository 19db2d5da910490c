import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let siklusKecualikan = Command(
    "siklus kecualikan", needs: .decide,
    help: Phrase(
      id:
        "Mengecualikan unit dari bulan itu: penetapan tidak menunggunya, dan rekamannya tetap seperti sebelumnya. Tidak dapat dibatalkan.",
      en: "Excuses a unit from a month: determining doesn't wait for it, and its records stand as before. It is not undone."),
    Parameter<Period>.argument("periode", Phrase(id: "bulan, seperti 2026-11", en: "the month, like 2026-11")),
    Parameter<UnitCode>.requiredOption("unit", Phrase(id: "unitnya", en: "the unit")),
    Parameter<String>.requiredOption("alasan", Phrase(id: "mengapa", en: "why")),
    gives: .record([Column("siklus", .period), Column("unit", .text)]),
    examples: [
      Example(
        "siklus buka 2026-11; siklus kecualikan 2026-11 --unit SETDA --alasan \"pindah kantor\"",
        prints: "siklus 2026-11 dibuka\nunit SETDA dikecualikan dari siklus 2026-11")
    ]
  ) { session, period, unit, reason in
    try session.engine.workflow.excuse(unit, from: period, reason: reason)
    return session.change(
      [("siklus", .period(period)), ("unit", .text(unit.text))],
      Phrase(id: "unit \(unit) dikecualikan dari siklus \(period)", en: "unit \(unit) excused from the cycle \(period)"))
  }
}
