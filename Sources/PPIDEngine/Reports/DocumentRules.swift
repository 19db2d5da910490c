import PPIDValues

/// What documents tell of, who may read and issue them, and what was issued.
struct DocumentRules {
  let inquiry: Inquiry

  private var documents: DocumentRows { DocumentRows(db: inquiry.db) }

  /// The last document of that kind that was issued in a round; in any, where nil.
  func latestDocument(_ kind: ReportKind, _ period: Period, unit: UnitCode?, round: Int?) throws -> IssuedDocument? {
    try documents.latestDocument(kind, period, unitID: unit.map { try inquiry.knownUnit($0).id }, round: round)
  }

  // MARK: What it is about

  func checkSpan(_ kind: ReportKind, _ period: Period) throws {
    guard period.kind == kind.span else { throw ReportFailure.wrongPeriod(kind, period) }
  }

  /// Throws where there is nothing yet that a document of that kind could be issued about.
  func checkSubject(_ kind: ReportKind, _ period: Period) throws {
    if kind == .list {
      guard try EditionRows(db: inquiry.db).lastEdition(of: period) != nil else { throw EditionRefusal.noEdition(period) }
    } else {
      guard try CycleRows(db: inquiry.db).hasCycle(period) else { throw CycleRefusal.noCycle(period) }
    }
  }

  /// The unit that a report is about, when the person may read what it tells of that unit.
  func unitForReport(_ kind: ReportKind, _ code: UnitCode?) throws -> StoredUnit? {
    guard kind.isOfUnits else {
      guard code == nil else { throw ReportFailure.notOfUnits(kind) }
      return nil
    }
    let person = try inquiry.actor()
    let unit = try (code ?? person.unit ?? inquiry.onlyUnit()).map(inquiry.knownUnit)
    let isOwn = person.roles.contains(.pendukung) && unit != nil && person.unit == unit?.code
    guard person.may(.readExcluded) || isOwn else { throw ReportFailure.mayNotRead(kind) }
    return unit
  }

  func currentRound(_ kind: ReportKind, _ period: Period, _ unit: StoredUnit?) throws -> Int {
    if kind == .list { return try EditionRows(db: inquiry.db).lastEdition(of: period)?.ordinal ?? 1 }
    return try CycleRows(db: inquiry.db).tracks(of: period).first { $0.unit == unit?.code }?.round ?? 1
  }

  func scope(_ period: Period, _ unit: StoredUnit?, round: Int, _ visibility: Visibility) throws -> ReportScope {
    ReportScope(
      inquiry: inquiry, period: period, unit: unit, round: round, visibility: visibility, now: try inquiry.time(),
      procedure: try procedure(ofReportOn: period))
  }

  /// The procedure by which the period's cycle runs or ran; without one, that of its last month, or the current one.
  private func procedure(ofReportOn period: Period) throws -> Procedure {
    let procedures = ProcedureRows(db: inquiry.db)
    if let cycle = try CycleRows(db: inquiry.db).cycle(period) { return try procedures.procedure(cycle.procedureID) }
    return try procedures.procedures(ofCyclesIn: period).last ?? procedures.currentProcedure().procedure
  }

  // MARK: Who may

  /// Documents of deliveries tell everything to those who may read them; the office's leave out what the person may not see.
  func visibility(for kind: ReportKind) throws -> Visibility {
    try kind.isOfUnits || inquiry.actor().may(.readExcluded) ? .everything : .open
  }

  /// Whoever may finish one of the activities that put a document out may issue it; of deliveries a pendukung the own unit's only,
  /// which is all that a pendukung may read.
  func requireIssuing(_ kind: ReportKind, _ period: Period) throws {
    let procedure = try procedure(ofReportOn: period)
    let lanes = Set(kind.gates.map { procedure.activity($0).lane.role })
    guard try !lanes.isDisjoint(with: inquiry.actor().roles) else {
      throw ReportFailure.mayNotIssue(kind, roles: Role.allCases.filter(lanes.contains))
    }
  }

  /// What a document says to the person. The list of an edition is filtered by today's exclusions for those who may not see them.
  func report(of document: IssuedDocument) throws -> Report {
    let visibility = try visibility(for: document.kind)
    var report = try documents.report(of: document, seesExcluded: visibility.seesAllExcluded)
    guard document.kind == .list, !visibility.seesAllExcluded else { return report }
    for case .list(let list) in report.sections.flatMap(\.blocks) {
      guard let edition = try EditionRows(db: inquiry.db).edition(id: list.edition) else { continue }
      report.sections = try ListReport.sections(of: edition, in: list.period, visibility, inquiry.db)
    }
    return report
  }
}
