import GRDB
import PPIDValues

extension Engine {
  /// What the DIP expects of units: unit, jenis, kategori, terpenuhi.
  package func expectedKinds() throws -> Relation {
    try require(.readArchive)
    return .expectedKinds()
  }

  /// Has the DIP expect a kind of information of a unit.
  package func expect(_ kind: String, of code: UnitCode, category: Category) throws {
    try require(.expect)
    try change { db, _, _ in
      let unit = try knownUnit(code, db)
      try insertExpected(kind, of: unit, category: category, db)
      return Event("wajib tambah", code.text, after: [Field("jenis", .text(kind)), Field("kategori", .text(category.rawValue))])
    }
  }

  func insertExpected(_ kind: String, of unit: StoredUnit, category: Category, _ db: Database) throws {
    guard !kind.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "jenis informasi", en: "the kind of information")) }
    guard category != .dikecualikan else { throw WorkflowRefusal.excludedExpectation }
    let expected = ExpectedKind(kind, category: category)
    guard try !store.expectedKinds(of: unit.id, db).contains(where: { $0.folded == expected.folded }) else {
      throw WorkflowRefusal.expectedAlready(unit.code, kind)
    }
    try store.insert(expected, unitID: unit.id, db)
  }

  /// Takes in a list of expected kinds: unit, jenis, kategori. What is expected already stays; all or nothing.
  package func importExpectedKinds(_ path: String) throws -> (read: Int, added: Int) {
    try require(.expect)
    let rows = try ExpectationList(path: path).rows
    var added = 0
    try change { db, _, _ in
      for row in rows {
        let unit = try knownUnit(row.unit, db)
        let expected = ExpectedKind(row.kind, category: row.category)
        guard try !store.expectedKinds(of: unit.id, db).contains(where: { $0.folded == expected.folded }) else { continue }
        try insertExpected(row.kind, of: unit, category: row.category, db)
        added += 1
      }
      return added == 0 ? nil : Event("wajib impor", after: [Field("baru", .int(added))], count: added)
    }
    return (rows.count, added)
  }

  /// States why a unit has nothing of a kind in a month; it holds for all rounds of that cycle.
  package func stateNil(_ kind: String, of code: UnitCode, in period: Period, reason: String) throws {
    try require(.stateNil)
    try change { db, _, now in
      let unit = try knownUnit(code, db)
      if try !actor().roles.contains(.sekretariat), let own = try actor().unit, own != unit.code {
        throw EngineFailure.foreignUnit(unit.code)
      }
      guard let cycle = try store.cycle(period, db) else { throw EngineFailure.noCycle(period) }
      guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
      guard let track = try store.delivery(of: unit.id, in: period, db) else {
        throw WorkflowRefusal.unitNotInCycle(unit.code, period)
      }
      guard track.state != .excused else { throw WorkflowRefusal.excused(unit.code, period) }
      guard !reason.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "alasan", en: "the reason")) }
      guard !kind.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "jenis informasi", en: "the kind of information")) }
      let folded = ExpectedKind.folded(kind)
      let expected = try store.expectedKinds(of: unit.id, db)
      guard expected.isEmpty || expected.contains(where: { $0.folded == folded }) else {
        throw WorkflowRefusal.notExpected(unit.code, kind, expected: expected.map(\.text))
      }
      guard try !store.livingKinds(of: unit.id, db).map(ExpectedKind.folded).contains(folded) else {
        throw WorkflowRefusal.kindHasRecord(unit.code, kind)
      }
      guard try !store.nilStatements(of: unit.id, in: cycle, db).contains(folded) else {
        throw WorkflowRefusal.saidNilAlready(unit.code, kind)
      }
      try store.insertNilStatement(
        kind, folded: folded, reason: reason, unitID: unit.id, cycle: cycle, at: now, by: actor().name, db)
      return Event("wajib nihil", track.name, after: [Field("jenis", .text(kind)), Field("alasan", .text(reason))])
    }
  }

  /// Records the input of Tim Pertimbangan for a month (activity 11).
  package func advise(_ text: String, in period: Period) throws {
    try require(.advise)
    try change { db, event, now in
      guard period.kind == .month else { throw EngineFailure.notAMonth(period) }
      guard let cycle = try store.cycle(period, db) else { throw EngineFailure.noCycle(period) }
      guard cycle.closed == nil else { throw WorkflowRefusal.closed(period) }
      guard !text.isBlank else { throw WorkflowRefusal.emptyText(Phrase(id: "masukan", en: "the input")) }
      try store.insertAdvice(text, cycle: cycle, at: now, by: actor().name, journal: event, db)
      return Event("pertimbangan tambah", period.description, after: [Field("masukan", .text(text))])
    }
  }

  /// The input of Tim Pertimbangan.
  package func advice() throws -> Relation {
    try require(.readArchive)
    return .advice()
  }
}
