import PPIDValues

/// Laporan Bulanan Ketersediaan Informasi (activities 7, 9 and 10): the deliveries of the month, its edition, and what the public
/// can have.
enum MonthlyReport: ReportContent {
  static let signers: [ReportSigner] = [.secretariat, .ppid]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    [
      Report.Section(Phrase(id: "Penyerahan unit", en: "Deliveries of the units"), [.table(try scope.deliveries())]),
      try scope.edition(),
      Report.Section(Phrase(id: "Ketersediaan menurut unit", en: "Availability by unit"), [.table(try availability(scope))]),
      Report.Section(Phrase(id: "Perkembangan DIP", en: "Growth of the DIP"), [try scope.growth()]),
    ]
  }

  private static func availability(_ scope: ReportScope) throws -> Report.Table {
    let listed = try ReportFigureRows(db: scope.db).listedCounts(upTo: scope.period)
    let counts = try scope.countedByUnit()
    let rows = try scope.units().map { unit -> [ReportValue] in
      let open = counts[unit.id]?.open ?? 0
      return [
        .text("\(unit.code) — \(unit.name)"), .int(open), .int(listed[unit.code] ?? 0),
        ReportScope.share(listed[unit.code] ?? 0, of: open),
      ]
    }
    return Report.Table(
      [
        ReportColumn.namedUnit,
        ReportColumn.count("arsip", Phrase(id: "Informasi terbuka di arsip", en: "Open information in the archive")),
        ReportColumn.count("dip", Phrase(id: "Tercantum di DIP", en: "Listed in the DIP")),
        ReportColumn.count("persentase", Phrase(id: "Persentase", en: "Percentage")),
      ], rows, ifEmpty: ReportEmptiness.records)
  }
}

extension ReportScope {
  /// Where each delivery of the month stands, and the month's own part.
  func deliveries() throws -> Report.Table {
    let tracks = try CycleRows(db: db).tracks(of: period)
    return Report.Table(
      [ReportColumn.unit, ReportColumn.step, ReportColumn.state, ReportColumn.round, ReportColumn.since, ReportColumn.due],
      tracks.map { track in
        [
          track.unit.map { .text($0.text) } ?? .phrase(Phrase(id: "(bulan)", en: "(month)")), .int(track.step),
          .text(track.state.rawValue), .int(track.round), .optional(track.since), .optional(track.due),
        ]
      }, ifEmpty: ReportEmptiness.deliveries)
  }

  /// The month's edition: its number, and what it changed.
  func edition() throws -> Report.Section {
    let heading = Phrase(id: "Daftar Informasi Publik", en: "List of Public Information")
    guard let edition = try EditionRows(db: db).lastEdition(of: period) else {
      return Report.Section(heading, [.paragraph(ReportEmptiness.edition)])
    }
    let counts = try ReportFigureRows(db: db).editionCounts(edition.id)
    return Report.Section(
      heading,
      [
        .figures([
          Report.Figure(Phrase(id: "Nomor penetapan", en: "Number of the decision"), .text(edition.number)),
          Report.Figure(Phrase(id: "Ditetapkan", en: "Determined"), .time(edition.determined)),
          Report.Figure(Phrase(id: "Informasi baru", en: "New"), .int(counts.added)),
          Report.Figure(Phrase(id: "Informasi berubah", en: "Changed"), .int(counts.changed)),
          Report.Figure(Phrase(id: "Informasi dihapus", en: "Removed"), .int(counts.removed)),
          Report.Figure(Phrase(id: "Isi daftar", en: "Entries"), .int(counts.total)),
        ])
      ])
  }

  /// How long the list was in each of the last twelve months that have an edition.
  func growth() throws -> Report.Block {
    let totals = try ReportFigureRows(db: db).editionTotals(upTo: period).suffix(12)
    guard !totals.isEmpty else { return .paragraph(ReportEmptiness.editions) }
    return .chart(
      Report.Chart(
        title: Phrase(id: "Isi DIP tiap bulan", en: "Entries of the DIP by month"), measure: Phrase(id: "informasi", en: "entries"),
        bars: totals.map { Report.Chart.Bar(Phrase($0.name), ExactNumber($0.total)) }))
  }
}
