import PPIDValues

/// The door to the documents that the SOP names: as previews, as they were issued, and as files.
package struct Reports {
  let desk: Desk

  /// A document of the SOP: as it was issued, where it was issued in its present round; else a preview of what it would say now.
  ///
  /// - Parameters:
  ///   - unit: for the documents of deliveries; the person's own where nil, or else all units together.
  ///   - round: an earlier round, whose document must have been issued.
  package func report(_ kind: ReportKind, _ period: Period, unit: UnitCode?, round: Int? = nil) throws -> Report {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let rules = DocumentRules(inquiry: inquiry)
      try rules.checkSpan(kind, period)
      let unit = try rules.unitForReport(kind, unit)
      let current = try rules.currentRound(kind, period, unit)
      if let document = try DocumentRows(db: inquiry.db).latestDocument(kind, period, unitID: unit?.id, round: round ?? current) {
        return try rules.report(of: document)
      }
      if let round { throw ReportFailure.unknownRound(kind, period, round: round) }
      return try rules.scope(period, unit, round: current, rules.visibility(for: kind)).report(kind)
    }
  }

  /// All issued documents that the person may read.
  package func documents() throws -> Relation {
    try desk.require(.readArchive)
    let person = try desk.actor()
    return person.may(.readExcluded) ? DocumentTables.documents() : DocumentTables.documents(readableBy: person)
  }

  /// Freezes a document for ever: its data as they are now, and who issued it when.
  package func issue(_ kind: ReportKind, _ period: Period, unit: UnitCode?, number: String?) throws -> IssuedDocument {
    try desk.require(.readArchive)
    try desk.read { inquiry in
      let rules = DocumentRules(inquiry: inquiry)
      try rules.requireIssuing(kind, period)
      try rules.checkSpan(kind, period)
    }
    return try desk.change(.readArchive) { change in
      let rules = DocumentRules(inquiry: change)
      try rules.requireIssuing(kind, period)
      let unit = try rules.unitForReport(kind, unit)
      if kind.isOfUnits, unit == nil { throw ReportFailure.unitMissing(kind) }
      try rules.checkSubject(kind, period)
      let round = try rules.currentRound(kind, period, unit)
      if let issued = try DocumentRows(db: change.db).latestDocument(kind, period, unitID: unit?.id, round: round) {
        throw ReportFailure.issuedAlready(issued)
      }
      let document = try DocumentActs(change: change).issue(kind, period, unit: unit?.code, round: round, step: nil, number: number)
      let event = Event(
        "laporan \(kind.rawValue)", document.name,
        after: [
          Field("periode", .period(period)), Field("unit", .optional(unit?.code.text)), Field("putaran", .int(round)),
          Field("nomor", .optional(number)),
        ])
      return (document, event)
    }
  }

  /// Writes a report in one form, piece by piece.
  package func write(_ report: Report, as form: ReportForm, in language: Language, to sink: (String) throws -> Void) throws {
    let writer = ReportWriter(report: report, language: language) { try desk.rows(of: list($0)) }
    try writer.write(as: form, to: sink)
  }

  /// The list that a report holds, as the person may see it.
  package func list(_ list: Report.EditionList) throws -> Relation {
    DocumentTables.list(ofEdition: list.edition, try desk.visibility())
  }

  package static var documentColumns: [Relation.Column] { DocumentTables.documents().columns }
}
