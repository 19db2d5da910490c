import PPIDValues

/// Tanda Terima (activities 2 and 5): what a unit handed over to the secretariat, and how it was received.
enum ReceiptReport: ReportContent {
  static let signers: [ReportSigner] = [.support, .secretariat]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let units = try scope.units()
    if units.isEmpty { return [ReportScope.noUnits] }
    let rows = ReportWorkflowRows(db: scope.db)
    return try units.flatMap { unit -> [Report.Section] in
      guard let handover = try rows.lastHandover(of: unit, in: scope.period) else { return [scope.noHandover(of: unit)] }
      let lines = try rows.lines(of: handover.number)
      let files = try FileRows(db: scope.db).files(of: lines.map(\.record.value))
      return [
        Report.Section(
          scope.handoverHeading(unit, handover), [.figures(figures(handover, lines, files)), .table(try scope.events(of: handover))]),
        Report.Section(
          Phrase(id: "Daftar informasi", en: "List"),
          [
            .table(
              Report.Table(
                [
                  ReportColumn.number, ReportColumn.title, ReportColumn.category, ReportColumn.form,
                  Report.Column("perubahan", Phrase(id: "Perubahan", en: "Change")),
                ],
                lines.map {
                  [.text($0.record.description), .text($0.title), .optional($0.category?.rawValue), .optional($0.form), .text($0.change)]
                }, ifEmpty: ReportEmptiness.nothingHandedOver))
          ]),
      ] + (files.isEmpty ? [] : [digital(files)])
    }
  }

  /// The digital copies, each with its SHA-256.
  private static func digital(_ files: [HeldFile]) -> Report.Section {
    Report.Section(
      Phrase(id: "Berkas digital", en: "Digital files"),
      [
        .table(
          Report.Table(
            [
              ReportColumn.number, Report.Column("nama", Phrase(id: "Nama", en: "Name")),
              ReportColumn.count("ukuran", Phrase(id: "Ukuran (bita)", en: "Size (bytes)")),
              Report.Column("sha256", Phrase("SHA-256"), isCode: true),
            ],
            files.sorted { ($0.record.value, $0.name) < ($1.record.value, $1.name) }.map {
              [.text($0.record.description), .text($0.name), .int($0.size), .text($0.digest)]
            }, ifEmpty: Phrase("")))
      ])
  }

  private static func figures(_ handover: HandoverSummary, _ lines: [HandoverLine], _ files: [HeldFile]) -> [Report.Figure] {
    var figures = [
      Report.Figure(Phrase(id: "Keadaan", en: "State"), .text(handover.state.rawValue)),
      Report.Figure(Phrase(id: "Jumlah informasi", en: "Number of records"), .int(lines.count)),
      Report.Figure(
        Phrase(id: "Digital", en: "Digital copies"),
        .phrase(
          Phrase(
            id: "\(files.count) berkas, \(files.reduce(0) { $0 + $1.size }) bita",
            en: "\(files.count) files, \(files.reduce(0) { $0 + $1.size }) bytes"))),
    ]
    if let printed = handover.printed {
      figures.append(
        Report.Figure(Phrase(id: "Cetak dikirim", en: "Printed matter sent"), .text("\(printed.count) \(printed.unit.rawValue)")))
    }
    if let counted = handover.counted {
      figures.append(Report.Figure(Phrase(id: "Cetak dihitung saat diterima", en: "Printed matter counted"), .int(counted)))
    }
    if let difference = handover.difference {
      figures.append(Report.Figure(Phrase(id: "Selisih", en: "Differences"), .text(difference)))
    }
    return figures
  }
}

extension ReportScope {
  func handoverHeading(_ unit: StoredUnit, _ handover: HandoverSummary) -> Phrase {
    let round = handover.round > 1 ? Phrase(id: ", putaran \(handover.round)", en: ", round \(handover.round)") : Phrase("")
    return Phrase(
      id: "Penyerahan \(handover.number) — \(unit.name) (\(unit.code))\(round.id)",
      en: "Hand-over \(handover.number) — \(unit.name) (\(unit.code))\(round.en)")
  }

  /// What a document of deliveries says where there is nobody who could hand over.
  static let noUnits = Report.Section(Phrase(id: "Penyerahan", en: "Hand-over"), [.paragraph(ReportEmptiness.units)])

  func noHandover(of unit: StoredUnit) -> Report.Section {
    Report.Section(
      Phrase(id: "Penyerahan — \(unit.name) (\(unit.code))", en: "Hand-over — \(unit.name) (\(unit.code))"),
      [.paragraph(Phrase(id: "Unit ini belum menyerahkan apa pun bulan ini.", en: "The unit has handed over nothing this month."))])
  }

  /// Who gave it to whom, and when.
  func events(of handover: HandoverSummary) throws -> Report.Table {
    Report.Table(
      [
        Report.Column("peristiwa", Phrase(id: "Peristiwa", en: "Event")), Report.Column("waktu", Phrase(id: "Waktu", en: "Time")),
        Report.Column("oleh", Phrase(id: "Oleh", en: "By")), Report.Column("catatan", Phrase(id: "Catatan", en: "Note")),
      ],
      try ReportWorkflowRows(db: db).events(of: handover.number).map {
        [.text($0.kind.rawValue), .time($0.at), .text($0.actor), .optional($0.note)]
      },
      ifEmpty: Phrase(""))
  }
}
