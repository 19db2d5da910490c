import GRDB
import PPIDValues

extension Engine {
  /// A document of the SOP: as it was issued, where it was issued in its present round; else a preview of what it would say now.
  ///
  /// - Parameters:
  ///   - unit: for the documents of deliveries; the person's own where nil, or else all units together.
  ///   - round: an earlier round, whose document must have been issued.
  package func report(_ kind: ReportKind, _ period: Period, unit: UnitCode?, round: Int? = nil) throws -> Report {
    try require(.readArchive)
    try checkSpan(kind, period)
    let now = try now()
    return try store.read { db in
      let unit = try unitForReport(kind, unit, db)
      let current = try currentRound(kind, period, unit, db)
      if let document = try store.latestDocument(kind, period, unitID: unit?.id, round: round ?? current, db) {
        return try report(of: document, db)
      }
      if let round { throw ReportFailure.unknownRound(kind, period, round: round) }
      return try scope(period, unit, round: current, now, try visibilityForReport(kind, unit), db).report(kind)
    }
  }

  /// All issued documents that the person may read.
  package func documents() throws -> Relation {
    try require(.readArchive)
    let person = try actor()
    return person.may(.readExcluded) ? .documents() : .documents(readableBy: person)
  }

  /// Freezes a document for ever: its data as they are now, and who issued it when.
  package func issue(_ kind: ReportKind, _ period: Period, unit: UnitCode?, number: String?) throws -> IssuedDocument {
    try require(.readArchive)
    try requireIssuing(kind, period)
    try checkSpan(kind, period)
    var document: IssuedDocument?
    try change { db, event, now in
      let unit = try unitForReport(kind, unit, db)
      if kind.isOfUnits, unit == nil { throw ReportFailure.unitMissing(kind) }
      if kind == .list {
        guard try store.lastEdition(of: period, db) != nil else { throw EngineFailure.noEdition(period) }
      } else {
        guard try store.hasCycle(period, db) else { throw EngineFailure.noCycle(period) }
      }
      let round = try currentRound(kind, period, unit, db)
      if let issued = try store.latestDocument(kind, period, unitID: unit?.id, round: round, db) {
        throw ReportFailure.issuedAlready(issued)
      }
      let new = try issue(kind, period, unit: unit?.code, round: round, step: nil, number: number, db, event: event, now: now)
      document = new
      return Event(
        "laporan \(kind.rawValue)", new.name,
        after: [
          Field("periode", .period(period)), Field("unit", .optional(unit?.code.text)), Field("putaran", .int(round)),
          Field("nomor", .optional(number)),
        ])
    }
    return document!
  }

  /// Freezes a document within another change: who finishes an activity issues its document with it.
  ///
  /// - Parameters:
  ///   - round: of the delivery, of 8, or of 10, whose document it is.
  ///   - step: the activity that puts it out.
  func issue(
    _ kind: ReportKind, _ period: Period, unit: UnitCode?, round: Int, step: Int?, number: String?, _ db: Database, event: Int,
    now: LocalTime
  ) throws -> IssuedDocument {
    let unit = try unit.map { try knownUnit($0, db) }
    if kind.isOfUnits, unit == nil { throw ReportFailure.unitMissing(kind) }
    if let number {
      guard number.contains(where: { !$0.isWhitespace }), !number.contains(where: \.isNewline) else { throw ReportFailure.emptyNumber }
      guard try !store.hasDocument(number: number, db) else { throw ReportFailure.numberTaken(number) }
    }
    func frozen(_ visibility: Visibility) throws -> Report {
      var report = try scope(period, unit, round: round, now, visibility, db).report(kind, number: number)
      report.isIssued = true
      return report
    }
    return try store.insertDocument(
      frozen(.everything), openReport: frozen(kind.isOfUnits ? .everything : .open),
      of: DocumentSubject(kind: kind, period: period, unitID: unit?.id, round: round), step: step, issuer: actor().name, at: now,
      event: event, db)
  }

  /// The last document of that kind that was issued in a round; in any, where nil.
  func latestDocument(_ kind: ReportKind, _ period: Period, unit: UnitCode?, round: Int?, _ db: Database) throws -> IssuedDocument? {
    try store.latestDocument(kind, period, unitID: unit.map { try knownUnit($0, db).id }, round: round, db)
  }

  /// Writes a report in one form, piece by piece.
  package func write(_ report: Report, as form: ReportForm, in language: Language, to sink: (String) throws -> Void) throws {
    try writer(of: report, language).write(as: form, to: sink)
  }

  /// The list that a report holds, as the person may see it.
  package func list(_ list: Report.EditionList) throws -> Relation {
    .list(ofEdition: list.edition, try visibility())
  }

  package static var documentColumns: [Relation.Column] { Relation.documents().columns }

  private func writer(of report: Report, _ language: Language) -> ReportWriter {
    ReportWriter(report: report, language: language) { list in
      let relation = try self.list(list)
      return try self.rows(of: relation, reading: Array(relation.columns.indices))
    }
  }

  // MARK: Rules

  private func checkSpan(_ kind: ReportKind, _ period: Period) throws {
    guard period.kind == kind.span else { throw ReportFailure.wrongPeriod(kind, period) }
  }

  /// The unit that a report is about, when the person may read what it tells of that unit.
  private func unitForReport(_ kind: ReportKind, _ code: UnitCode?, _ db: Database) throws -> StoredUnit? {
    guard kind.isOfUnits else {
      guard code == nil else { throw ReportFailure.notOfUnits(kind) }
      return nil
    }
    let person = try actor()
    let unit = try (code ?? person.unit ?? onlyUnit(db)).map { try knownUnit($0, db) }
    let isOwn = person.roles.contains(.pendukung) && unit != nil && person.unit == unit?.code
    guard person.may(.readExcluded) || isOwn else { throw ReportFailure.mayNotRead(kind) }
    return unit
  }

  /// Documents of deliveries tell everything to those who may read them; the office's leave out what the person may not see.
  private func visibilityForReport(_ kind: ReportKind, _ unit: StoredUnit?) throws -> Visibility {
    try kind.isOfUnits || actor().may(.readExcluded) ? .everything : .open
  }

  /// Whoever may finish one of the activities that put a document out may issue it; of deliveries a pendukung the own unit's only,
  /// which is all that a pendukung may read.
  private func requireIssuing(_ kind: ReportKind, _ period: Period) throws {
    let procedure = try store.read { try self.procedure(ofReportOn: period, $0) }
    let lanes = Set(kind.gates.map { procedure.activity($0).lane.role })
    guard try !lanes.isDisjoint(with: actor().roles) else {
      throw ReportFailure.mayNotIssue(kind, roles: Role.allCases.filter(lanes.contains))
    }
  }

  private func currentRound(_ kind: ReportKind, _ period: Period, _ unit: StoredUnit?, _ db: Database) throws -> Int {
    if kind == .list { return try store.lastEdition(of: period, db)?.ordinal ?? 1 }
    return try store.tracks(of: period, db).first { $0.unit == unit?.code }?.round ?? 1
  }

  private func scope(
    _ period: Period, _ unit: StoredUnit?, round: Int, _ now: LocalTime, _ visibility: Visibility, _ db: Database
  ) throws -> ReportScope {
    ReportScope(
      store: store, db: db, period: period, unit: unit, round: round, visibility: visibility, now: now,
      procedure: try procedure(ofReportOn: period, db), calendar: try calendar(db))
  }

  /// The procedure by which the period's cycle runs or ran; without one, that of its last month, or the current one.
  private func procedure(ofReportOn period: Period, _ db: Database) throws -> Procedure {
    if let cycle = try store.cycle(period, db) { return try store.procedure(cycle.procedureID, db) }
    return try store.procedures(ofCyclesIn: period, db).last ?? store.currentProcedure(db).procedure
  }

  /// What a document says to the person. The list of an edition is filtered by today's exclusions for those who may not see them.
  private func report(of document: IssuedDocument, _ db: Database) throws -> Report {
    let visibility = try visibilityForReport(document.kind, nil)
    var report = try store.report(of: document, seesExcluded: visibility.seesAllExcluded, db)
    guard document.kind == .list, !visibility.seesAllExcluded else { return report }
    for case .list(let list) in report.sections.flatMap(\.blocks) {
      guard let edition = try store.edition(id: list.edition, db) else { continue }
      report.sections = try ListReport.sections(of: edition, in: list.period, store, visibility, db)
    }
    return report
  }
}
