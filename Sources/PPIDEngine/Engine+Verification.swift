import GRDB
import PPIDValues

extension Engine {
  /// Activity 6: runs every check over what the unit handed over, and keeps the findings with the round.
  ///
  /// Findings hold up neither the activity nor a *ya*; the run itself is what the gate asks for.
  package func verify(unit: UnitCode?, in period: Period?) throws -> (track: Track, checked: Int, findings: [Finding]) {
    try require(.receive)
    var result: (track: Track, checked: Int, findings: [Finding])?
    try change { db, _, now in
      let turn = try findTurn(at: .gate(.verification), unit: unit, in: period, db)
      let records = try store.openHandover(of: turn.track, db).map { try store.livingItems(of: $0.number, db) } ?? []
      let findings = try findings(for: records, db)
      try store.insertVerification(of: turn.track, checked: records.count, findings: findings, at: now, by: actor().name, db)
      result = (turn.track, records.count, findings)
      return Event(
        "verifikasi", turn.track.name,
        after: [
          Field("putaran", .int(turn.track.round)), Field("diperiksa", .int(records.count)), Field("temuan", .int(findings.count)),
        ])
    }
    return result!
  }
}
