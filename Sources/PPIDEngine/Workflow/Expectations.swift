import PPIDValues

extension Workflow {
  /// What the DIP expects of units: unit, jenis, kategori.
  package func expectedKinds() throws -> Relation {
    try desk.require(.readArchive)
    return ExpectationTables.expectedKinds()
  }

  /// Has the DIP expect a kind of information of a unit.
  package func expect(_ kind: String, of code: UnitCode, category: Category) throws {
    try desk.change(.expect) { change in
      let unit = try change.knownUnit(code)
      try ExpectationActs(change: change).insertExpected(kind, of: unit, category: category)
      return Event("wajib tambah", code.text, after: [Field("jenis", .text(kind)), Field("kategori", .text(category.rawValue))])
    }
  }

  /// Takes in a list of expected kinds: unit, jenis, kategori. What is expected already stays; all or nothing.
  package func importExpectedKinds(_ path: String) throws -> (read: Int, added: Int) {
    try desk.require(.expect)
    let rows = try ExpectationList(path: path).rows
    let added = try desk.change(.expect) { change in
      let acts = ExpectationActs(change: change)
      var added = 0
      for row in rows {
        let unit = try change.knownUnit(row.unit)
        guard try !acts.isExpected(row.kind, of: unit) else { continue }
        try acts.insertExpected(row.kind, of: unit, category: row.category)
        added += 1
      }
      return (added, added == 0 ? nil : Event("wajib impor", after: [Field("baru", .int(added))], count: added))
    }
    return (rows.count, added)
  }

  /// States why a unit has nothing of a kind in a month; it holds for all rounds of that cycle.
  package func stateNil(_ kind: String, of code: UnitCode, in period: Period, reason: String) throws {
    try desk.change(.stateNil) { change in
      let (cycles, steps) = (CycleRows(db: change.db), StepRows(db: change.db))
      let unit = try change.knownUnit(code)
      let actor = try change.actor()
      if !actor.roles.contains(.sekretariat), let own = actor.unit, own != unit.code { throw OfficeFailure.foreignUnit(unit.code) }
      guard let cycle = try cycles.cycle(period) else { throw CycleRefusal.noCycle(period) }
      guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
      guard let track = try cycles.delivery(of: unit.id, in: period) else { throw WorkflowRefusal.unitNotInCycle(unit.code, period) }
      guard track.state != .excused else { throw WorkflowRefusal.excused(unit.code, period) }
      guard !reason.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "alasan", en: "the reason")) }
      guard !kind.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "jenis informasi", en: "the kind of information")) }
      let folded = ExpectedKind.folded(kind)
      let expected = try steps.expectedKinds(of: unit.id)
      guard expected.isEmpty || expected.contains(where: { $0.folded == folded }) else {
        throw WorkflowRefusal.notExpected(unit.code, kind, expected: expected.map(\.text))
      }
      guard try !steps.livingKinds(of: unit.id).map(ExpectedKind.folded).contains(folded) else {
        throw WorkflowRefusal.kindHasRecord(unit.code, kind)
      }
      guard try !steps.nilStatements(of: unit.id, in: cycle).contains(folded) else {
        throw WorkflowRefusal.saidNilAlready(unit.code, kind)
      }
      try steps.insertNilStatement(
        kind, folded: folded, reason: reason, unitID: unit.id, cycle: cycle, at: change.now, by: actor.name)
      return Event("wajib nihil", track.name, after: [Field("jenis", .text(kind)), Field("alasan", .text(reason))])
    }
  }

  // MARK: Input

  /// Records the input of Tim Pertimbangan for a month (activity 11).
  package func advise(_ text: String, in period: Period) throws {
    try desk.change(.advise) { change in
      guard period.kind == .month else { throw CycleRefusal.notAMonth(period) }
      guard let cycle = try CycleRows(db: change.db).cycle(period) else { throw CycleRefusal.noCycle(period) }
      guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
      guard !text.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "masukan", en: "the input")) }
      try StepRows(db: change.db).insertAdvice(text, cycle: cycle, at: change.now, by: change.actor().name)
      return Event("pertimbangan tambah", period.description, after: [Field("masukan", .text(text))])
    }
  }

  /// The input of Tim Pertimbangan.
  package func advice() throws -> Relation {
    try desk.require(.readArchive)
    return ExpectationTables.advice()
  }
}

/// What has the DIP expect more of units, within a change.
struct ExpectationActs {
  let change: Change

  private var steps: StepRows { StepRows(db: change.db) }

  /// Has the DIP expect a kind of information of a unit.
  func insertExpected(_ kind: String, of unit: StoredUnit, category: Category) throws {
    guard !kind.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "jenis informasi", en: "the kind of information")) }
    guard category != .dikecualikan else { throw WorkflowRefusal.excludedExpectation }
    guard try !isExpected(kind, of: unit) else { throw WorkflowRefusal.expectedAlready(unit.code, kind) }
    try steps.insert(ExpectedKind(kind, category: category), unitID: unit.id)
  }

  /// Whether the DIP expects that kind of the unit already, whatever its case and spacing.
  func isExpected(_ kind: String, of unit: StoredUnit) throws -> Bool {
    let folded = ExpectedKind.folded(kind)
    return try steps.expectedKinds(of: unit.id).contains { $0.folded == folded }
  }
}

extension String {
  /// Whether nothing stands in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
