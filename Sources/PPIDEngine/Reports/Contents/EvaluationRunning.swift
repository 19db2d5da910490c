import PPIDValues

/// How the half-year ran: the DIP month by month, coverage, verification, times, what is about to expire or to be disposed of.
enum EvaluationRunning {
  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let months = scope.months
    return [
      try editions(months, scope), try verification(months, scope), try scope.stepTimes(in: months), try upcoming(scope),
    ]
  }

  private static func editions(_ months: [Period], _ scope: ReportScope) throws -> Report.Section {
    let editions = try EditionRows(db: scope.db).editions()
    let rows = try months.flatMap { month in
      try editions.filter { $0.period == month }.map { edition -> [ReportValue] in
        let counts = try ReportFigureRows(db: scope.db).editionCounts(edition.id)
        return [
          .text(edition.name), .text(edition.number), .time(edition.determined), .int(counts.added), .int(counts.changed),
          .int(counts.removed), .int(counts.total),
        ]
      }
    }
    return Report.Section(
      Phrase(id: "DIP tiap bulan", en: "The DIP by month"),
      [
        .table(
          Report.Table(
            [
              Report.Column("edisi", Phrase(id: "Edisi", en: "Edition")), Report.Column("nomor", Phrase(id: "Nomor", en: "Number")),
              Report.Column("ditetapkan", Phrase(id: "Ditetapkan", en: "Determined")),
              ReportColumn.count("baru", Phrase(id: "Baru", en: "New")),
              ReportColumn.count("berubah", Phrase(id: "Berubah", en: "Changed")),
              ReportColumn.count("hapus", Phrase(id: "Hapus", en: "Removed")), ReportColumn.count("isi", Phrase(id: "Isi", en: "Entries")),
            ], rows, ifEmpty: Phrase(id: "Belum ada edisi pada semester ini.", en: "There is no edition in this half-year."))),
        try scope.growth(),
      ])
  }

  private static func verification(_ months: [Period], _ scope: ReportScope) throws -> Report.Section {
    let figures = FigureRows(db: scope.db)
    let deliveries = try figures.deliveries(in: months)
    let rows = try scope.units().map { unit -> [ReportValue] in
      let own = deliveries[unit.code] ?? []
      return [
        .text("\(unit.code) — \(unit.name)"), .int(own.count), .int(own.count { $0.state == .done }),
        .int(own.count { $0.state == .excused }),
        .int(own.reduce(0) { $0 + $1.round - 1 }),
      ]
    }
    let reasons = try figures.returnReasons(in: months)
    return Report.Section(
      Phrase(id: "Cakupan dan putaran verifikasi", en: "Coverage and rounds of verification"),
      [
        .table(
          Report.Table(
            [
              ReportColumn.namedUnit, ReportColumn.count("penyerahan", Phrase(id: "Penyerahan", en: "Deliveries")),
              ReportColumn.count("ya", Phrase(id: "Diputus Y", en: "Decided Y")),
              ReportColumn.count("dibebaskan", Phrase(id: "Dibebaskan", en: "Excused")),
              ReportColumn.count("kembali", Phrase(id: "Dikembalikan", en: "Sent back")),
            ], rows, ifEmpty: ReportEmptiness.units)),
        .table(
          Report.Table(
            [
              Report.Column("alasan", Phrase(id: "Alasan pengembalian pada langkah 7", en: "Reasons at activity 7")),
              ReportColumn.count("jumlah", Phrase(id: "Jumlah", en: "Count")),
            ], reasons.map { [.optional($0.reason), .int($0.count)] },
            ifEmpty: Phrase(id: "Tidak ada penyerahan yang dikembalikan.", en: "No delivery was sent back."))),
      ])
  }

  /// What ends or falls due by the end of the next half-year.
  private static func upcoming(_ scope: ReportScope) throws -> Report.Section {
    let until = (scope.period.advanced(by: 1) ?? scope.period).lastDay
    var figures: [Report.Figure] = []
    if scope.visibility.seesAllExcluded {
      let counts = try ExclusionRows(db: scope.db).countExclusions(endedBefore: scope.now.date, endingBy: until)
      figures += [
        Report.Figure(Phrase(id: "Pengecualian yang jangkanya lewat", en: "Exclusions past their period"), .int(counts.ended)),
        Report.Figure(
          Phrase(id: "Pengecualian yang akan berakhir", en: "Exclusions about to end"), .int(counts.ending),
          note: Phrase(id: "sampai \(until.inWords.id)", en: "until \(until.inWords.en)")),
      ]
    }
    let due = try ReportFigureRows(db: scope.db).dueCounts(until: until, seesExcluded: scope.visibility.seesAllExcluded)
    figures += due.map { action, count in
      Report.Figure(
        Phrase(id: "Menurut retensi: \(action)", en: "By retention: \(action)"), .int(count),
        note: Phrase(id: "sampai \(until.inWords.id)", en: "until \(until.inWords.en)"))
    }
    return Report.Section(
      Phrase(id: "Yang akan berakhir dan jatuh tempo", en: "What ends and falls due"),
      [
        figures.isEmpty
          ? .paragraph(Phrase(id: "Tidak ada arsip yang jatuh tempo.", en: "No records fall due."))
          : .figures(figures)
      ])
  }
}

extension ReportScope {
  /// The words of a text that fit in so many letters.
  private static func shortened(_ text: String, to most: Int) -> String {
    guard text.count > most else { return text }
    let words = text.prefix(most).split(separator: " ", omittingEmptySubsequences: false).dropLast()
    return words.joined(separator: " ") + " …"
  }

  /// The months of the report's period.
  var months: [Period] {
    (0..<Int(period.kind.rawValue)).compactMap { Period(year: period.year, month: period.month + $0) }
  }

  /// How long each activity took in office hours, on average, against the time that the SOP gives it.
  func stepTimes(in months: [Period]) throws -> Report.Section {
    let heading = Phrase(id: "Waktu tiap langkah", en: "Time of each step")
    let calendar = try inquiry.calendar()
    let spans = Dictionary(grouping: try FigureRows(db: db).stepSpans(in: months), by: \.step)
    let bars = try spans.keys.sorted().compactMap { step -> Report.Chart.Bar? in
      let all = spans[step] ?? []
      let taken = try all.reduce(0) { try $0 + calendar.officeMinutes(from: $1.since, to: $1.end) }
      let given = try all.reduce(0) { try $0 + calendar.officeMinutes(from: $1.since, to: $1.due) }
      guard let value = ExactNumber(taken, over: 60 * all.count), let standard = ExactNumber(given, over: 60 * all.count) else {
        return nil
      }
      return Report.Chart.Bar(
        Phrase("\(step). \(ReportScope.shortened(procedure[step]?.text ?? "", to: 90))"), value.rounded(to: 1),
        standard: standard.rounded(to: 1))
    }
    guard !bars.isEmpty else {
      return Report.Section(heading, [.paragraph(Phrase(id: "Belum ada langkah yang selesai.", en: "No step is finished yet."))])
    }
    let rows = spans.keys.sorted().map { step -> [ReportValue] in
      let all = spans[step] ?? []
      return [
        .int(step), .optional(procedure[step]?.text), .int(all.count), .int(all.count { $0.end <= $0.due }),
        .int(all.count { $0.end > $0.due }),
      ]
    }
    return Report.Section(
      heading,
      [
        .chart(
          Report.Chart(
            title: Phrase(id: "Rata-rata jam kerja tiap langkah", en: "Average office hours of each step"),
            measure: Phrase(id: "jam kerja", en: "office hours"), bars: bars)),
        .table(
          Report.Table(
            [
              ReportColumn.step, Report.Column("kegiatan", Phrase(id: "Kegiatan", en: "Activity")),
              ReportColumn.count("selesai", Phrase(id: "Selesai", en: "Finished")),
              ReportColumn.count("tepat_waktu", Phrase(id: "Tepat waktu", en: "On time")),
              ReportColumn.count("terlambat", Phrase(id: "Terlambat", en: "Late")),
            ], rows, ifEmpty: Phrase(""))),
      ])
  }
}
