import PPIDValues

extension Workflow {
  /// All hand-overs, the last one first.
  package func handovers() throws -> Relation {
    try desk.require(.readArchive)
    return HandoverTables.handovers(try desk.visibility())
  }

  /// What a hand-over holds.
  package func items(of number: HandoverNumber) throws -> Relation {
    try desk.require(.readArchive)
    guard try desk.read({ try HandoverRows(db: $0.db).handover(number) }) != nil else { throw WorkflowRefusal.unknownHandover(number) }
    return HandoverTables.handoverItems(of: number, try desk.visibility())
  }

  /// The control card of a record: who handed it to whom, and when.
  package func controlCard(of number: RecordNumber) throws -> Relation {
    try desk.require(.readArchive)
    _ = try Records(desk: desk).record(number)
    return HandoverTables.controlCard(of: number)
  }
}
