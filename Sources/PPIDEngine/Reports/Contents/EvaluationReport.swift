import PPIDValues

/// Monev Laporan Pengelolaan Informasi (activities 13-15): the half-year judged, and what follows from it.
enum EvaluationReport: ReportContent {
  static let signers: [ReportSigner] = [.secretariat, .ppid]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let evaluation = try scope.evaluate(scope.period)
    return [try profile(scope, evaluation?.instrument)] + (try evaluation.map { try scores($0, scope) } ?? [unopened])
      + (try EvaluationRunning.sections(scope)) + (try EvaluationFollowUp.sections(scope))
  }

  private static let unopened = Report.Section(
    Phrase(id: "Hasil", en: "Results"),
    [.paragraph(Phrase(id: "Monev semester ini belum dibuka.", en: "The evaluation of this half-year has not been opened."))])

  /// Who is judged, by what, and how.
  private static func profile(_ scope: ReportScope, _ instrument: Instrument?) throws -> Report.Section {
    let evaluation = try EvaluationRows(db: scope.db).evaluation(scope.period)
    let units = try scope.units().count
    var figures = [
      Report.Figure(Phrase(id: "Unit aktif", en: "Units in service"), .int(units)),
      Report.Figure(Phrase(id: "Periode", en: "Period"), .period(scope.period)),
    ]
    if let instrument {
      figures += [
        Report.Figure(
          Phrase(id: "Instrumen", en: "Instrument"), .text(instrument.title),
          note: Phrase(id: "\(instrument.name) versi \(instrument.version)", en: "\(instrument.name), version \(instrument.version)")),
        Report.Figure(
          Phrase(id: "Indikator", en: "Indicators"), .int(instrument.indicators.count),
          note: Phrase(
            id: "\(instrument.indicators.count { $0.counted != nil }) dihitung program, lainnya dinilai dengan bukti",
            en: "\(instrument.indicators.count { $0.counted != nil }) counted by the program, the others judged with evidence")),
      ]
    }
    if let closed = evaluation?.closed {
      figures.append(Report.Figure(Phrase(id: "Selesai dinilai", en: "Scored"), .time(closed)))
    }
    return Report.Section(
      Phrase(id: "Profil dan metode", en: "Profile and method"),
      [
        .figures(figures),
        .paragraph(
          Phrase(
            id:
              "Nilai adalah jumlah bobot kali nilai tiap indikator (1, 0,75, 0,5, 0,25, atau 0); semua bobot berjumlah 100. Indikator yang belum dinilai dihitung 0. Predikat ditentukan dari nilai yang tidak dibulatkan.",
            en:
              "The score is the sum of each indicator's weight times its grade (1, 0.75, 0.5, 0.25 or 0); all weights add up to 100. Indicators not judged yet count 0. The band follows from the unrounded score."
          )),
      ])
  }

  private static func scores(_ evaluation: Evaluation, _ scope: ReportScope) throws -> [Report.Section] {
    let total = Report.Section(
      Phrase(id: "Hasil", en: "Results"),
      [
        .figures([
          Report.Figure(Phrase(id: "Nilai", en: "Score"), .decimal(evaluation.score)),
          Report.Figure(Phrase(id: "Predikat", en: "Band"), .phrase(evaluation.band.name)),
          Report.Figure(Phrase(id: "Belum dinilai", en: "Not judged yet"), .int(evaluation.unscored.count)),
        ]),
        .chart(
          Report.Chart(
            title: Phrase(id: "Nilai tiap kategori", en: "Scores by category"), measure: Phrase(id: "dari 100", en: "of 100"),
            bars: evaluation.instrument.categories.compactMap { category in
              Evaluation.score(of: evaluation.results(of: category)).map { Report.Chart.Bar(Phrase(category.title), $0.rounded(to: 2)) }
            })),
      ])
    return [total, byUnit(evaluation), try comparison(evaluation, scope), byIndicator(evaluation)]
  }

  private static func byUnit(_ evaluation: Evaluation) -> Report.Section {
    Report.Section(
      Phrase(id: "Nilai tiap unit", en: "Scores by unit"),
      [
        .paragraph(
          Phrase(
            id: "Dari indikator yang dapat dihitung untuk satu unit.", en: "Of the indicators that can be counted for one unit.")),
        .table(
          Report.Table(
            [ReportColumn.namedUnit, ReportColumn.count("nilai", Phrase(id: "Nilai", en: "Score"))],
            evaluation.units.map { [.text("\($0.code) — \($0.name)"), $0.score.map { .decimal($0.rounded(to: 2)) } ?? .none] },
            ifEmpty: ReportEmptiness.units)),
      ])
  }

  /// The half-years in order, and each category against the half-year before.
  private static func comparison(_ evaluation: Evaluation, _ scope: ReportScope) throws -> Report.Section {
    let earlier = try EvaluationRows(db: scope.db).evaluations().filter { $0.period < evaluation.period }
    let all = try earlier.compactMap { try scope.evaluate($0.period) } + [evaluation]
    let before: [Evaluation?] = [nil] + all.dropLast().map(Optional.some)
    let halfYears = Report.Table(
      [
        Report.Column("periode", Phrase(id: "Semester", en: "Half-year")), ReportColumn.count("nilai", Phrase(id: "Nilai", en: "Score")),
        ReportColumn.count("selisih", Phrase(id: "Selisih", en: "Difference")),
        Report.Column("predikat", Phrase(id: "Predikat", en: "Band")),
      ],
      zip(all, before).map { one, previous in
        [
          .period(one.period), .decimal(one.score), previous.map { .decimal(one.score - $0.score) } ?? .none, .phrase(one.band.name),
        ]
      }, ifEmpty: Phrase(""))
    var blocks: [Report.Block] = [.table(halfYears)]
    if let last = all.dropLast().last { blocks.append(.table(categories(evaluation, against: last))) }
    return Report.Section(Phrase(id: "Perbandingan dengan semester sebelumnya", en: "Compared with earlier half-years"), blocks)
  }

  /// Categories are the same where instruments give them the same code.
  private static func categories(_ evaluation: Evaluation, against last: Evaluation) -> Report.Table {
    Report.Table(
      [
        Report.Column("kategori", Phrase(id: "Kategori", en: "Category")), ReportColumn.count("sebelumnya", Phrase("\(last.period)")),
        ReportColumn.count("kini", Phrase("\(evaluation.period)")), ReportColumn.count("selisih", Phrase(id: "Selisih", en: "Difference")),
      ],
      evaluation.instrument.categories.map { category -> [ReportValue] in
        let now = Evaluation.score(of: evaluation.results(of: category))
        let before = Evaluation.score(of: last.results(of: category))
        let difference = now.flatMap { now in before.map { now - $0 } }
        return [.text(category.title)] + [before, now, difference].map { $0.map { .decimal($0.rounded(to: 2)) } ?? .none }
      }, ifEmpty: Phrase(""))
  }

  private static func byIndicator(_ evaluation: Evaluation) -> Report.Section {
    let rows = evaluation.results.map { result -> [ReportValue] in
      [
        .text(result.indicator.code), .text(result.indicator.title), .decimal(result.indicator.weight),
        result.grade.map { .decimal($0.number) } ?? .phrase(Phrase(id: "belum dinilai", en: "not judged yet")), .decimal(result.points),
        ground(result),
      ]
    }
    return Report.Section(
      Phrase(id: "Nilai tiap indikator", en: "Scores by indicator"),
      [
        .table(
          Report.Table(
            [
              Report.Column("indikator", Phrase(id: "Kode", en: "Code"), isCode: true),
              Report.Column("judul", Phrase(id: "Indikator", en: "Indicator")),
              ReportColumn.count("bobot", Phrase(id: "Bobot", en: "Weight")), ReportColumn.count("nilai", Phrase(id: "Nilai", en: "Grade")),
              ReportColumn.count("poin", Phrase(id: "Poin", en: "Points")), Report.Column("dasar", Phrase(id: "Dasar", en: "Ground")),
            ], rows, ifEmpty: Phrase("")))
      ])
  }

  /// The figures behind a grade, or the evidence.
  private static func ground(_ result: Evaluation.Result) -> ReportValue {
    if let count = result.count, let words = result.indicator.counted {
      return .phrase(
        Phrase(
          id: "\(IndonesianNumber.spelling(of: count.part)) dari \(IndonesianNumber.spelling(of: count.whole)): \(words.part.id)",
          en: "\(IndonesianNumber.spelling(of: count.part)) of \(IndonesianNumber.spelling(of: count.whole)): \(words.part.en)"))
    }
    guard let judgement = result.judgement else { return .none }
    let evidence = judgement.evidence.map(\.description).joined(separator: ", ")
    return .text([evidence, judgement.note ?? ""].filter { !$0.isEmpty }.joined(separator: ": "))
  }
}

extension ReportScope {
  /// The scores of a half-year; nil when it was not opened.
  func evaluate(_ period: Period) throws -> Evaluation? {
    guard let evaluation = try EvaluationRows(db: db).evaluation(period) else { return nil }
    return try EvaluationReader(inquiry: inquiry, now: now).evaluate(evaluation, seesExcluded: visibility.seesAllExcluded)
  }
}
