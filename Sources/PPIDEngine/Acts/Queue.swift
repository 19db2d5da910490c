import PPIDValues

extension Workflow {
  /// What waits, the most urgent first: for the person, or for everybody. A remark names exclusions that end.
  package func queue(everybody: Bool) throws -> Relation {
    try desk.require(.readArchive)
    if let reminder = try PublicList(desk: desk).exclusionReminder() { desk.remark(reminder) }
    return QueueTables.queue(for: everybody ? nil : try desk.actor())
  }
}
