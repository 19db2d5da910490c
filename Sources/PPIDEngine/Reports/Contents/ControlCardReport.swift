import PPIDValues

/// Kartu kontrol (activities 2 and 5): for each record handed over, in which revision it went from hand to hand, and where it is.
enum ControlCardReport: ReportContent {
  static let signers: [ReportSigner] = [.support, .secretariat]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    let units = try scope.units()
    if units.isEmpty { return [ReportScope.noUnits] }
    let rows = ReportWorkflowRows(db: scope.db)
    return try units.map { unit in
      guard let handover = try rows.lastHandover(of: unit, in: scope.period) else { return scope.noHandover(of: unit) }
      let lines = try rows.lines(of: handover.number)
      return Report.Section(
        scope.handoverHeading(unit, handover),
        [
          .table(try scope.events(of: handover)),
          .table(
            Report.Table(
              [
                ReportColumn.number, ReportColumn.title, Report.Column("kode", Phrase(id: "Kode", en: "Code")),
                Report.Column("lokasi", Phrase(id: "Lokasi", en: "Location")),
                ReportColumn.count("dikirim", Phrase(id: "Revisi dikirim", en: "Revision sent")),
                ReportColumn.count("diterima", Phrase(id: "Revisi diterima", en: "Revision received")),
              ],
              lines.map {
                [
                  .text($0.record.description), .text($0.title), .optional($0.code), .optional($0.location), .int($0.sent),
                  $0.received.map { .int($0) } ?? .none,
                ]
              }, ifEmpty: ReportEmptiness.nothingHandedOver)),
        ])
    }
  }
}
