import PPIDValues

/// The DIP of a month as its document (activity 8): its seven legal columns (PerKI 1/2021).
enum ListReport: ReportContent {
  static let signers: [ReportSigner] = [.ppid]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    guard let edition = try EditionRows(db: scope.db).lastEdition(of: scope.period) else {
      return [Report.Section(Phrase(id: "Daftar", en: "List"), [.paragraph(ReportEmptiness.edition)])]
    }
    return try sections(of: edition, in: scope.period, scope.visibility, scope.db)
  }

  /// What the document of that edition says to somebody who may see so much.
  static func sections(
    of edition: Edition, in period: Period, _ visibility: Visibility, _ db: Database
  ) throws -> [Report.Section] {
    let counts = try EditionRows(db: db).categoryCounts(ofEdition: edition.id, seesExcluded: visibility.seesAllExcluded)
    return [
      Report.Section(
        Phrase(id: "Penetapan", en: "Decision"),
        [
          .figures(
            [
              Report.Figure(Phrase(id: "Nomor", en: "Number"), .text(edition.number)),
              Report.Figure(Phrase(id: "Ditetapkan", en: "Determined"), .time(edition.determined)),
              Report.Figure(Phrase(id: "Oleh", en: "By"), .text(edition.signer)),
              Report.Figure(Phrase(id: "Jumlah informasi", en: "Entries"), .int(counts.values.reduce(0, +))),
            ]
              + [Category.berkala, .sertaMerta, .setiapSaat].map { Report.Figure($0.heading, .int(counts[$0] ?? 0)) })
        ]),
      Report.Section(Phrase(id: "Daftar", en: "List"), [.list(Report.EditionList(period: period, edition: edition.id))]),
    ]
  }
}
