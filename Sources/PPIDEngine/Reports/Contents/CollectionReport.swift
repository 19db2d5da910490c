import PPIDValues

/// Laporan pengumpulan data sesuai DIP (activity 1): what a unit has, by kind, against what the DIP expects of it.
enum CollectionReport: ReportContent {
  static let signers: [ReportSigner] = [.support]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let counts = try scope.counted()
    return [
      Report.Section(
        Phrase(id: "Ringkasan", en: "Summary"),
        [
          .figures(
            [Report.Figure(Phrase(id: "Informasi yang tersedia", en: "Information available"), .int(counts.total))]
              + scope.categories.map { Report.Figure($0.heading, .int(counts.byCategory[$0] ?? 0)) }
              + [Report.Figure(Phrase(id: "Belum berkategori", en: "Without a category"), .int(counts.uncategorized))])
        ]),
      Report.Section(Phrase(id: "Yang diharapkan DIP", en: "What the DIP expects"), [.table(try expected(scope))]),
      Report.Section(Phrase(id: "Menurut jenis informasi", en: "By kind of information"), [.table(try kinds(scope))]),
    ]
  }

  /// Each kind that the DIP expects: met by a record, or by a reason why there is none.
  private static func expected(_ scope: ReportScope) throws -> Report.Table {
    let steps = StepRows(db: scope.db)
    let rows = try scope.units().flatMap { unit -> [[ReportValue]] in
      let living = Set(try steps.livingKinds(of: unit.id).map(ExpectedKind.folded))
      let reasons = try ReportWorkflowRows(db: scope.db).nilReasons(of: unit, in: scope.period)
      return try steps.expectedKinds(of: unit.id).map { kind in
        let state: ReportValue =
          if living.contains(kind.folded) { .phrase(Phrase(id: "ada", en: "there")) } else if let reason = reasons[kind.folded] {
            .phrase(Phrase(id: "nihil: \(reason)", en: "none: \(reason)"))
          } else { .phrase(Phrase(id: "belum ada", en: "missing")) }
        return [.text(unit.code.text), .text(kind.text), .text(kind.category.rawValue), state]
      }
    }
    return Report.Table(
      [ReportColumn.unit, ReportColumn.kind, ReportColumn.category, ReportColumn.state], rows,
      ifEmpty: Phrase(id: "Tidak ada jenis informasi yang diwajibkan khusus.", en: "No kinds of information are asked for in particular."))
  }

  private static func kinds(_ scope: ReportScope) throws -> Report.Table {
    let lines = try RecordCountRows(db: scope.db).kindLines(unitID: scope.unit?.id, seesExcluded: scope.visibility.seesAllExcluded)
    return Report.Table(
      [
        ReportColumn.unit, ReportColumn.kind, ReportColumn.count("jumlah", Phrase(id: "Jumlah", en: "Count")),
        Report.Column("terakhir", Phrase(id: "Terakhir diubah", en: "Last changed")),
      ],
      lines.map { [.text($0.unit.text), .optional($0.kind), .int($0.count), .time($0.changed)] }, ifEmpty: ReportEmptiness.records)
  }
}
