import PPIDValues

/// Kartu kontrol (activities 2 and 5): for each record handed over, where it is and in which revision.
enum ControlCardReport: ReportContent {
  static let signers: [ReportSigner] = [.support, .secretariat]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let lines = try scope.store.recordLines(unitID: scope.unit?.id, seesExcluded: scope.visibility.seesAllExcluded, scope.db)
    return [
      Report.Section(
        Phrase(id: "Pengendalian", en: "Control"),
        [
          .table(
            Report.Table(
              [
                ReportColumn.number, ReportColumn.title, Report.Column("kode", Phrase(id: "Kode", en: "Code")),
                Report.Column("lokasi", Phrase(id: "Lokasi", en: "Location")),
                ReportColumn.count("revisi", Phrase(id: "Revisi", en: "Revision")),
                Report.Column("diubah", Phrase(id: "Diubah", en: "Changed")),
              ],
              lines.map {
                [
                  .text($0.number.description), .text($0.title), .optional($0.code), .optional($0.location), .int($0.revision),
                  .optional($0.changed),
                ]
              }, ifEmpty: ReportEmptiness.records))
        ])
    ]
  }
}
