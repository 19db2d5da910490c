import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevBuka = Command(
    "monev buka", needs: .evaluate,
    help: Phrase(
      id: "Membuka monev satu semester dengan instrumen bawaan atau dari berkas.",
      en: "Opens the evaluation of a half-year with the instrument that comes along, or one from a file."),
    Parameter<Period>.argument("periode", Phrase(id: "semester, seperti 2026-S2", en: "the half-year, like 2026-S2")),
    Parameter<String?>.option("instrumen", Phrase(id: "berkas instrumen (lihat Documentation/Instrument.md)", en: "an instrument's file"))
      .completing(.files),
    gives: .record([Column("periode", .period), Column("instrumen", .text), Column("versi", .int), Column("indikator", .int)]),
    examples: [Example("monev buka 2027-S1", prints: "monev 2027-S1 dibuka dengan instrumen PPID-MANDIRI versi 1 (30 indikator)")]
  ) { session, period, path in
    let source = try path.map { try session.settings.reach.read($0) }
    let instrument = try session.engine.monev.openEvaluation(period, instrument: source, from: path)
    let count = instrument.indicators.count
    return session.change(
      [
        ("periode", .period(period)), ("instrumen", .text(instrument.name)), ("versi", .int(instrument.version)),
        ("indikator", .int(count)),
      ],
      Phrase(
        id: "monev \(period) dibuka dengan instrumen \(instrument.name) versi \(instrument.version) (\(count) indikator)",
        en: "monev \(period) opened with the instrument \(instrument.name), version \(instrument.version) (\(count) indicators)"))
  }
}
