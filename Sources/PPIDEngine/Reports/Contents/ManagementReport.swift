import PPIDValues

/// Laporan Pengelolaan Informasi (activities 11 and 12): how the month was run, for Atasan PPID.
enum ManagementReport: ReportContent {
  static let signers: [ReportSigner] = [.ppid, .superior]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let counts = try scope.counted()
    return [
      Report.Section(Phrase(id: "Penyerahan unit", en: "Deliveries of the units"), [.table(try scope.deliveries())]),
      try scope.edition(),
      Report.Section(
        Phrase(id: "Pemeliharaan", en: "Maintenance"),
        [
          .figures(
            [
              Report.Figure(Phrase(id: "Informasi di arsip", en: "Records in the archive"), .int(counts.total)),
              Report.Figure(
                Phrase(id: "Dengan tujuh kolom DIP lengkap", en: "With all seven columns of the DIP"),
                ReportScope.share(counts.complete, of: counts.total)),
              Report.Figure(
                Phrase(id: "Dengan retensi", en: "With a retention"), ReportScope.share(counts.withRetention, of: counts.total)),
            ]
              + (scope.visibility.seesAllExcluded
                ? [
                  Report.Figure(
                    Phrase(id: "Informasi yang dikecualikan", en: "Excluded information"), .int(counts.byCategory[.dikecualikan] ?? 0))
                ] : []))
        ]),
      Report.Section(Phrase(id: "Perkembangan DIP", en: "Growth of the DIP"), [try scope.growth()]),
    ]
  }
}
