import PPIDValues

/// Tanda Terima (activities 2 and 5): what a unit handed over to the secretariat.
enum ReceiptReport: ReportContent {
  static let signers: [ReportSigner] = [.support, .secretariat]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let lines = try scope.store.recordLines(unitID: scope.unit?.id, seesExcluded: scope.visibility.seesAllExcluded, scope.db)
    return [
      Report.Section(
        Phrase(id: "Penyerahan", en: "Hand-over"),
        [.figures([Report.Figure(Phrase(id: "Jumlah informasi", en: "Number of records"), .int(lines.count))])]),
      Report.Section(
        Phrase(id: "Daftar", en: "List"),
        [
          .table(
            Report.Table(
              [ReportColumn.number, ReportColumn.title, ReportColumn.category, ReportColumn.form],
              lines.map { [.text($0.number.description), .text($0.title), .optional($0.category?.rawValue), .optional($0.form)] },
              ifEmpty: ReportEmptiness.records))
        ]),
    ]
  }
}
