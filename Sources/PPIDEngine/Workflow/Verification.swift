import PPIDValues

extension Workflow {
  /// Activity 6: runs every check over what the unit handed over, and keeps the findings with the round; what was noted as a
  /// difference when it was received is one of them.
  ///
  /// Findings hold up neither the activity nor a *ya*; the run itself is what the gate asks for.
  package func verify(unit: UnitCode?, in period: Period?) throws -> (track: Track, checked: Int, findings: [Finding]) {
    try desk.change(.receive) { change in
      let handovers = HandoverRows(db: change.db)
      let turn = try Turns(inquiry: change).findTurn(at: .gate(.verification), unit: unit, in: period)
      let handover = try handovers.openHandover(of: turn.track)
      let records = try handover.map { try handovers.livingItems(of: $0.number) } ?? []
      let noted = handover.flatMap { handover in turn.unit.flatMap { handover.finding(unit: $0.code) } }
      let findings = try [noted].compactMap(\.self) + Checks(inquiry: change).findings(for: records)
      try StepRows(db: change.db).insertVerification(
        of: turn.track, checked: records.count, findings: findings, at: change.now, by: change.actor().name)
      let event = Event(
        "verifikasi", turn.track.name,
        after: [
          Field("putaran", .int(turn.track.round)), Field("diperiksa", .int(records.count)), Field("temuan", .int(findings.count)),
        ])
      return ((turn.track, records.count, findings), event)
    }
  }
}
