import PPIDValues

/// What becomes of documents within a change.
struct DocumentActs {
  let change: Change

  /// Freezes a document: who finishes an activity issues its document with it.
  ///
  /// - Parameters:
  ///   - round: of the delivery, of 8, or of 10, whose document it is.
  ///   - step: the activity that puts it out; nil where a person does.
  func issue(
    _ kind: ReportKind, _ period: Period, unit: UnitCode?, round: Int, step: Int?, number: String?
  ) throws -> IssuedDocument {
    let documents = DocumentRows(db: change.db)
    let unit = try unit.map(change.knownUnit)
    if kind.isOfUnits, unit == nil { throw ReportFailure.unitMissing(kind) }
    if let number {
      guard number.contains(where: { !$0.isWhitespace }), !number.contains(where: \.isNewline) else { throw ReportFailure.emptyNumber }
      guard try !documents.hasDocument(number: number) else { throw ReportFailure.numberTaken(number) }
    }
    func frozen(_ visibility: Visibility) throws -> Report {
      var report = try DocumentRules(inquiry: change).scope(period, unit, round: round, visibility).report(kind, number: number)
      report.isIssued = true
      return report
    }
    return try documents.insertDocument(
      frozen(.everything), openReport: frozen(kind.isOfUnits ? .everything : .open),
      of: DocumentSubject(kind: kind, period: period, unitID: unit?.id, round: round), step: step, issuer: change.actor().name,
      at: change.now)
  }
}
