import GRDB
import PPIDValues

extension Engine {
  /// Activity 6: runs every check over what the unit handed over, and keeps the findings with the round; what was noted as a
  /// difference when it was received is one of them.
  ///
  /// Findings hold up neither the activity nor a *ya*; the run itself is what the gate asks for.
  package func verify(unit: UnitCode?, in period: Period?) throws -> (track: Track, checked: Int, findings: [Finding]) {
    try require(.receive)
    var result: (track: Track, checked: Int, findings: [Finding])?
    try change { db, _, now in
      let turn = try findTurn(at: .gate(.verification), unit: unit, in: period, db)
      let handover = try store.openHandover(of: turn.track, db)
      let records = try handover.map { try store.livingItems(of: $0.number, db) } ?? []
      let noted = handover.flatMap { handover in turn.unit.flatMap { Engine.finding(of: handover, unit: $0.code) } }
      let findings = try [noted].compactMap(\.self) + findings(for: records, db)
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

  /// The finding that a hand-over's difference is; nil where none was noted.
  private static func finding(of handover: Handover, unit: UnitCode) -> Finding? {
    handover.difference.map { difference in
      Finding(
        subject: .handover(handover.number), unit: unit, rule: "selisih",
        message: Phrase(id: "selisih saat diterima: \(difference)", en: "noted when it was received: \(difference)"),
        remedy: Phrase(
          id: "cocokkan dengan unitnya, lalu laporkan: `langkah selesai 7 --unit \(unit) --catatan …`",
          en: "clear it with the unit, then report: `langkah selesai 7 --unit \(unit) --catatan …`"))
    }
  }
}
