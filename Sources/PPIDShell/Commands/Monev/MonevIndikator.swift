import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevIndikator = Command(
    "monev indikator", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan indikator instrumen; dengan semester yang sudah dibuka juga nilai, angka, dan buktinya.",
      en: "Lists the instrument's indicators; with a half-year that was opened also their grades, figures and evidence."),
    Parameter<Period?>.optional("periode", Phrase(id: "semester, seperti 2026-S2", en: "the half-year, like 2026-S2")),
    gives: .table(columns), examples: [Example("monev indikator | saring cara == \"nilai\" | pilih indikator bobot judul | ambil 3")]
  ) { session, period in
    guard let period else { return .list(List(try session.engine.instrument(of: nil).indicators.map { row($0, nil) })) }
    return .list(List(try session.engine.evaluate(period).results.map { row($0.indicator, $0) }))
  }

  private static let columns = [
    Column("indikator", .text), Column("kategori", .text), Column("bobot", .double), Column("cara", .text), Column("tingkat", .text),
    Column("judul", .text), Column("nilai", .double), Column("bagian", .int), Column("dari", .int), Column("yang_dihitung", .text),
    Column("bukti", .text), Column("catatan", .text), Column("sumber", .text), Column("rumus", .text), Column("contoh", .text),
  ]

  private static func row(_ indicator: Instrument.Indicator, _ result: Evaluation.Result?) -> Value {
    let evidence = result?.judgement.map { $0.evidence.map(\.description).joined(separator: ", ") }
    let values: [Value] = [
      .text(indicator.code), .text(indicator.category), .double(indicator.weight.double), .text(indicator.methodName),
      .text(indicator.isAllOrNothing ? "semua-atau-tidak" : "bertingkat"), .text(indicator.title),
      result?.grade.map { .double($0.number.double) } ?? .null, result?.count.map { .int($0.part) } ?? .null,
      result?.count.map { .int($0.whole) } ?? .null, .optional(indicator.counted.map { "\($0.part.id) ÷ \($0.whole.id)" }),
      .optional(evidence ?? indicator.askedEvidence), .optional(result?.judgement?.note), .text(indicator.source), .text(indicator.formula),
      .text(indicator.example),
    ]
    return .record(Record(zip(columns, values).map { ($0.name, $1) }))
  }
}
