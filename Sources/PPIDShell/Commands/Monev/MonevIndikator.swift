import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevIndikator = Command(
    "monev indikator", needs: .readArchive,
    help: Phrase(
      id: """
        Menampilkan indikator instrumen: sumber, rumus, contoh, dan ketentuan tiap nilai. Dengan semester yang sudah dibuka juga nilai, \
        angka, dan buktinya; dengan kode satu indikator, indikator itu saja.
        """,
      en: """
        Lists the instrument's indicators: source, formula, example and what each grade asks for. With a half-year that was opened also \
        their grades, figures and evidence; with an indicator's code, that one alone.
        """),
    Parameter<IndicatorSubject?>.optional(
      "apa", Phrase(id: "semester seperti 2026-S2, atau kode seperti IND-3", en: "a half-year like 2026-S2, or a code like IND-3")),
    Parameter<Period?>.option(
      "periode",
      Phrase(
        id: "semester indikator itu; tanpa ini yang terakhir dibuka", en: "that indicator's half-year; the last one opened if left out")),
    gives: .any,
    examples: [
      Example("monev indikator | saring cara == \"nilai\" | pilih indikator bobot judul | ambil 3"), Example("monev indikator IND-3"),
    ]
  ) { session, subject, period in
    let language = session.language
    switch (subject, period) {
    case (.indicator(let code)?, _):
      let (indicator, result) = try session.engine.monev.indicator(code, of: period)
      return row(indicator, result, language)
    case (.period(let period)?, nil), (nil, let period?):
      return .list(List(try session.engine.monev.evaluate(period).results.map { row($0.indicator, $0, language) }))
    case (nil, nil): return .list(List(try session.engine.monev.instrument(of: nil).indicators.map { row($0, nil, language) }))
    case (.period?, _?): throw Failure(Phrase(id: "semester disebut dua kali", en: "the half-year is named twice"))
    }
  }

  private static let columns = [
    "indikator", "kategori", "bobot", "cara", "tingkat", "judul", "nilai", "bagian", "dari", "yang_dihitung", "bukti", "catatan",
    "sumber", "rumus", "contoh", "ketentuan",
  ]

  private static func row(_ indicator: Instrument.Indicator, _ result: Evaluation.Result?, _ language: Language) -> Value {
    let evidence = result?.judgement.map { $0.evidence.map(\.description).joined(separator: ", ") }
    let counted = indicator.counted.map { "\($0.part[language]) ÷ \($0.whole[language])" }
    let values: [Value] = [
      .text(indicator.code), .text(indicator.category), .double(indicator.weight.double), .text(indicator.methodName),
      .text(indicator.isAllOrNothing ? "semua-atau-tidak" : "bertingkat"), .text(indicator.title),
      result?.grade.map { .double($0.number.double) } ?? .null, result?.count.map { .int($0.part) } ?? .null,
      result?.count.map { .int($0.whole) } ?? .null, .optional(counted), .optional(evidence ?? indicator.askedEvidence),
      .optional(result?.judgement?.note), .text(indicator.source), .text(indicator.formula), .text(indicator.example),
      .text(indicator.demands.map { "\($0.grade): \($0.demand[language])" }.joined(separator: "; ")),
    ]
    return .record(Record(zip(columns, values).map { ($0, $1) }))
  }
}

/// What is asked about: all indicators of a half-year, or one of them.
enum IndicatorSubject: Argument {
  case period(Period)
  case indicator(String)

  static var parameterType: ParameterType { .types([.period, .text]) }
  static var completion: CompletionSource { .archive(.periods) }

  static func read(_ value: Value) throws -> IndicatorSubject {
    if case .period(let period) = value { return .period(period) }
    guard let code = value.string else {
      throw ArgumentProblem(
        parameter: "", reason: Phrase(id: "diharapkan semester atau kode indikator", en: "expected a half-year or an indicator's code"))
    }
    return .indicator(code)
  }
}
