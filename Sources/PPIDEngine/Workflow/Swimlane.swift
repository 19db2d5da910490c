import PPIDValues

/// The SOP as written, with where cycles stand in it.
package struct Swimlane: Sendable {
  package let procedure: Procedure
  /// What its edition is called.
  package let edition: String
  /// The runs through it, in the order in which they were opened; none where the person may not see them.
  package let tracks: [Track]
  /// The time for which that holds.
  package let time: LocalTime
}

extension Workflow {
  /// The procedure with the tracks of a cycle; of all open cycles that run by the edition of the oldest, where nil. A remark names
  /// those that run by another.
  ///
  /// - Parameter seenByAll: whether it is shown to everybody who looks at a screen, a guest's too: in a demo.
  package func swimlane(of period: Period?, seenByAll: Bool = false) throws -> Swimlane {
    if period != nil { try desk.require(.readArchive) }
    guard desk.archive.exists, try seenByAll || desk.actor().may(.readArchive) else {
      return Swimlane(procedure: try procedure(), edition: Procedure.builtInName, tracks: [], time: try desk.now())
    }
    return try desk.read { inquiry in
      let (cycles, procedures) = (CycleRows(db: inquiry.db), ProcedureRows(db: inquiry.db))
      let cycle = try period.map { try cycles.cycle($0) } ?? cycles.oldestOpenCycle()
      if let period, cycle == nil { throw CycleRefusal.noCycle(period) }
      let id = try cycle?.procedureID ?? procedures.currentProcedure().id
      var tracks = try cycles.tracks(of: period)
      if period == nil {
        let others = try Set(tracks.map(\.period)).filter { try cycles.cycle($0)?.procedureID != id }
        for other in others.sorted() {
          inquiry.remark(
            Phrase(
              id: "siklus \(other) berjalan dengan edisi SOP yang lain; lihat `sop diagram --siklus \(other)`",
              en: "the cycle \(other) runs by another edition of the SOP; see `sop diagram --siklus \(other)`"))
        }
        tracks.removeAll { others.contains($0.period) }
      }
      return Swimlane(
        procedure: try procedures.procedure(id), edition: try procedures.procedureName(id), tracks: tracks, time: try inquiry.time())
    }
  }
}
