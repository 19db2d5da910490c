import PPIDValues

extension Reversal {
  /// Has the DIP expect that kind of information no more, as long as nobody stated anything about it.
  func removeExpectation() throws -> Effect {
    let fields = entry.after
    guard let code = entry.subject.flatMap({ UnitCode($0) }), let kind = fields.first(where: { $0.name == "jenis" })?.value.text,
      let unit = try change.unit(code)
    else { throw UndoFailure.changedSince(what: entry.subject ?? "") }
    let folded = ExpectedKind.folded(kind)
    guard try StepRows(db: db).removeExpected(folded, unitID: unit.id) else { throw UndoFailure.changedSince(what: kind) }
    return Effect(before: [Field("jenis", .text(kind))])
  }

  /// Removes a cycle in which nothing has happened yet.
  func removeCycle() throws -> Effect {
    let rows = CycleRows(db: db)
    guard let period = entry.subject.flatMap({ Period($0) }), let cycle = try rows.cycle(period) else {
      throw UndoFailure.changedSince(what: entry.subject ?? "")
    }
    guard try rows.isUntouched(cycle) else { throw UndoFailure.changedSince(what: "\(period)") }
    try rows.remove(cycle)
    return Effect(before: [Field("siklus", .period(period))])
  }
}
