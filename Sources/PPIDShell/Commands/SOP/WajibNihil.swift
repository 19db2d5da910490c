import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let wajibNihil = Command(
    "wajib nihil", needs: .stateNil,
    help: Phrase(
      id: "Menyatakan mengapa unit tidak punya informasi jenis itu pada bulan ini; berlaku untuk semua putarannya.",
      en: "States why a unit has nothing of a kind this month; it holds for all rounds of it."),
    Parameter<UnitCode>.argument("unit", Phrase(id: "kode unit", en: "the unit's code")),
    Parameter<String>.argument("jenis", Phrase(id: "jenis informasi", en: "the kind of information")),
    Parameter<Period>.requiredOption("siklus", Phrase(id: "bulannya", en: "the month")),
    Parameter<String>.requiredOption("alasan", Phrase(id: "mengapa tidak ada", en: "why there is none")),
    gives: .record([Column("unit", .text), Column("jenis", .text), Column("siklus", .period)]),
    examples: [
      Example(
        """
        siklus buka 2026-11; wajib tambah SETDA "perjanjian kinerja" --kategori berkala; \
        wajib nihil SETDA "perjanjian kinerja" --siklus 2026-11 --alasan "disusun bulan Januari"
        """,
        prints: """
          siklus 2026-11 dibuka
          "perjanjian kinerja" (berkala) kini diwajibkan dari unit SETDA
          nihil "perjanjian kinerja" unit SETDA untuk 2026-11 dicatat
          """)
    ]
  ) { session, unit, kind, period, reason in
    try session.engine.workflow.stateNil(kind, of: unit, in: period, reason: reason)
    return session.change(
      [("unit", .text(unit.text)), ("jenis", .text(kind)), ("siklus", .period(period))],
      Phrase(
        id: "nihil \"\(kind)\" unit \(unit) untuk \(period) dicatat", en: "nihil for \"\(kind)\" of the unit \(unit) in \(period) is stated"
      ))
  }
}
