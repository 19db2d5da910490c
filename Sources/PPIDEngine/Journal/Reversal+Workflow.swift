import PPIDValues

extension Reversal {
  /// Has the DIP expect that kind of information no more, as long as nobody stated anything about it.
  func removeExpectation() throws -> Effect {
    let fields = entry.after
    guard let code = entry.subject.flatMap({ UnitCode($0) }), let kind = fields.first(where: { $0.name == "jenis" })?.value.text,
      let unit = try store.unit(code, db)
    else { throw UndoFailure.changedSince(what: entry.subject ?? "") }
    let folded = ExpectedKind.folded(kind)
    guard try store.removeExpected(folded, unitID: unit.id, db) else { throw UndoFailure.changedSince(what: kind) }
    return Effect(before: [Field("jenis", .text(kind))])
  }

  /// Removes a cycle in which nothing has happened yet.
  func removeCycle() throws -> Effect {
    guard let period = entry.subject.flatMap({ Period($0) }), let cycle = try store.cycle(period, db) else {
      throw UndoFailure.changedSince(what: entry.subject ?? "")
    }
    guard try store.isUntouched(cycle, db) else { throw UndoFailure.changedSince(what: "\(period)") }
    try store.remove(cycle, db)
    return Effect(before: [Field("siklus", .period(period))])
  }
}
