import PPIDValues

/// Laporan Pengelolaan Informasi (activities 11 and 12): how the month was run, for Atasan PPID.
enum ManagementReport: ReportContent {
  static let signers: [ReportSigner] = [.ppid, .superior]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    [
      Report.Section(Phrase(id: "Penyerahan unit", en: "Deliveries of the units"), [.table(try scope.deliveries())]),
      try scope.edition(),
      try maintenance(scope),
      try scope.stepTimes(in: [scope.period]),
      try advice(scope),
      Report.Section(Phrase(id: "Perkembangan DIP", en: "Growth of the DIP"), [try scope.growth()]),
    ]
  }

  private static func maintenance(_ scope: ReportScope) throws -> Report.Section {
    let counts = try scope.counted()
    let isChecked = try FigureRows(db: scope.db).monthsOfSoundFiles(in: scope.period).contains(scope.period)
    var figures = [
      Report.Figure(Phrase(id: "Informasi di arsip", en: "Records in the archive"), .int(counts.total)),
      Report.Figure(
        Phrase(id: "Dengan tujuh kolom DIP lengkap", en: "With all seven columns of the DIP"),
        ReportScope.share(counts.complete, of: counts.total)),
      Report.Figure(
        Phrase(id: "Dengan kode klasifikasi", en: "With a classification code"), ReportScope.share(counts.withCode, of: counts.total)),
      Report.Figure(Phrase(id: "Dengan retensi", en: "With a retention"), ReportScope.share(counts.withRetention, of: counts.total)),
      Report.Figure(
        Phrase(id: "Keutuhan berkas diperiksa bulan ini", en: "Files checked this month"),
        .phrase(isChecked ? Phrase(id: "ya, utuh", en: "yes, sound") : Phrase(id: "belum", en: "not yet"))),
    ]
    let due = try ReportFigureRows(db: scope.db).dueCounts(
      until: scope.period.lastDay, seesExcluded: scope.visibility.seesAllExcluded)
    figures += due.map {
      Report.Figure(Phrase(id: "Menurut retensi: \($0.action)", en: "By retention: \($0.action)"), .int($0.count))
    }
    if scope.visibility.seesAllExcluded {
      let ended = try FigureRows(db: scope.db).exclusionCounts(on: scope.now.date).ended
      figures += [
        Report.Figure(
          Phrase(id: "Informasi yang dikecualikan", en: "Excluded information"), .int(counts.byCategory[.dikecualikan] ?? 0)),
        Report.Figure(Phrase(id: "Pengecualian yang jangkanya lewat", en: "Exclusions past their period"), .int(ended)),
      ]
    }
    return Report.Section(Phrase(id: "Pemeliharaan", en: "Maintenance"), [.figures(figures)])
  }

  private static func advice(_ scope: ReportScope) throws -> Report.Section {
    let advice = try ReportWorkflowRows(db: scope.db).advice(on: scope.period)
    return Report.Section(
      Phrase(id: "Masukan Tim Pertimbangan", en: "Input of Tim Pertimbangan"),
      [
        .table(
          Report.Table(
            [
              Report.Column("masukan", Phrase(id: "Masukan", en: "Input")), Report.Column("oleh", Phrase(id: "Oleh", en: "By")),
              Report.Column("waktu", Phrase(id: "Waktu", en: "Time")),
            ], advice.map { [.text($0.text), .text($0.actor), .time($0.at)] },
            ifEmpty: Phrase(id: "Belum ada masukan.", en: "There is no input yet.")))
      ])
  }
}
