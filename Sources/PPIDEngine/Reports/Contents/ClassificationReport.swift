import PPIDValues

/// Laporan klasifikasi dan ketersediaan data (activities 3, 4 and 6): categories by unit, and what each record still lacks.
enum ClassificationReport: ReportContent {
  static let signers: [ReportSigner] = [.support, .secretariat]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let counts = try scope.countedByUnit()
    let lacking = try counts.isEmpty ? Report.Block.paragraph(ReportEmptiness.records) : .table(incomplete(scope))
    return [
      Report.Section(Phrase(id: "Klasifikasi", en: "Classification"), [.table(try classification(scope, counts))]),
      Report.Section(
        Phrase(id: "Ketersediaan", en: "Availability"), [.figures(availability(counts.values.reduce(RecordCounts(), +)))]),
      Report.Section(Phrase(id: "Yang belum lengkap", en: "What is incomplete"), [lacking]),
      Report.Section(Phrase(id: "Hasil verifikasi", en: "Verification"), try verification(scope)),
    ]
  }

  private static func classification(_ scope: ReportScope, _ countsByUnit: [Int: RecordCounts]) throws -> Report.Table {
    let rows = try scope.units().map { unit -> [ReportValue] in
      let counts = countsByUnit[unit.id] ?? RecordCounts()
      return [.text("\(unit.code) — \(unit.name)")] + scope.categories.map { .int(counts.byCategory[$0] ?? 0) }
        + [.int(counts.uncategorized), .int(counts.total)]
    }
    return Report.Table(
      [ReportColumn.namedUnit] + scope.categories.map { ReportColumn.count($0.rawValue, $0.heading) } + [
        ReportColumn.count("tanpa_kategori", Phrase(id: "Belum berkategori", en: "Without a category")),
        ReportColumn.count("jumlah", Phrase(id: "Jumlah", en: "Total")),
      ], rows, ifEmpty: ReportEmptiness.records)
  }

  private static func availability(_ counts: RecordCounts) -> [Report.Figure] {
    [
      (Phrase(id: "Dengan tujuh kolom DIP lengkap", en: "With all seven columns of the DIP"), counts.complete),
      (Phrase(id: "Dengan kode klasifikasi arsip", en: "With a classification code"), counts.withCode),
      (Phrase(id: "Dengan retensi", en: "With a retention"), counts.withRetention),
      (Phrase(id: "Dengan lokasi simpan", en: "With a location"), counts.withLocation),
    ].map { label, count in
      Report.Figure(
        label, ReportScope.share(count, of: counts.total),
        note: Phrase(id: "\(count) dari \(counts.total)", en: "\(count) of \(counts.total)"))
    }
  }

  private static func incomplete(_ scope: ReportScope) throws -> Report.Table {
    let records = try RecordCountRows(db: scope.db).incompleteRecords(
      unitID: scope.unit?.id, seesExcluded: scope.visibility.seesAllExcluded)
    return Report.Table(
      [
        ReportColumn.number, ReportColumn.title, ReportColumn.unit, ReportColumn.category,
        Report.Column("kurang", Phrase(id: "Belum ada", en: "Missing")),
      ],
      records.map { record in
        let missing = missing(record)
        return [
          .text(record.number.description), .text(record.title), .text(record.unit.text), .optional(record.category?.rawValue),
          .phrase(Phrase(id: missing.map(\.id).joined(separator: ", "), en: missing.map(\.en).joined(separator: ", "))),
        ]
      }, ifEmpty: Phrase(id: "Semua lengkap.", en: "Everything is complete."))
  }

  /// What the last verification of each delivery found.
  private static func verification(_ scope: ReportScope) throws -> [Report.Block] {
    let rows = ReportWorkflowRows(db: scope.db)
    let blocks = try scope.units().flatMap { unit -> [Report.Block] in
      guard let run = try rows.lastVerification(of: unit, in: scope.period) else { return [] }
      let name = "\(unit.name) (\(unit.code))"
      let time = run.at.inWords
      return [
        .paragraph(
          Phrase(
            id: "\(name), putaran \(run.round), \(time.id): \(run.checked) informasi diperiksa, \(run.findings.count) temuan.",
            en: "\(name), round \(run.round), \(time.en): \(run.checked) records checked, \(run.findings.count) findings.")),
        .table(
          Report.Table(
            [ReportColumn.number, Report.Column("temuan", Phrase(id: "Temuan", en: "Finding"))],
            run.findings.map { [$0.record.map { .text($0.description) } ?? .none, .phrase($0.message)] },
            ifEmpty: Phrase(id: "Tidak ada temuan.", en: "There are no findings."))),
      ]
    }
    return blocks.isEmpty ? [.paragraph(Phrase(id: "Verifikasi belum dijalankan.", en: "No verification has run yet."))] : blocks
  }

  private static func missing(_ record: IncompleteRecord) -> [Phrase] {
    [
      record.category == nil ? Phrase(id: "kategori", en: "category") : nil,
      record.code == nil ? Phrase(id: "kode", en: "code") : nil,
      record.hasRetention ? nil : Phrase(id: "retensi", en: "retention"),
      record.location == nil ? Phrase(id: "lokasi", en: "location") : nil,
    ].compactMap(\.self)
  }
}
