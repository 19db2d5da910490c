import PPIDValues

extension Disposals {
  /// The records under a legal hold: nomor, judul, alasan, sejak, oleh.
  package func holds() throws -> Relation {
    try desk.require(.readArchive)
    return DisposalTables.holds(try desk.visibility())
  }

  /// Puts a record under a legal hold: nothing disposes of it until it is released.
  package func hold(_ number: RecordNumber, reason: String?) throws {
    try desk.change(.careForArchive) { change in
      let records = RecordRules(inquiry: change)
      let record = try records.visibleRecord(number)
      try records.checkChangeable(record)
      let rows = DisposalRows(db: change.db)
      guard try rows.held(among: [record.id]).isEmpty else { throw DisposalRefusal.alreadyHeld(number) }
      try rows.insert(Hold(reason: reason, placed: Disposal.Act(person: change.actor().name, time: change.now)), of: number)
      return Event("tahan", number.description, after: [Field("alasan", .optional(reason))])
    }
  }

  /// Ends a record's legal hold.
  package func release(_ number: RecordNumber) throws {
    try desk.change(.careForArchive) { change in
      _ = try RecordRules(inquiry: change).visibleRecord(number)
      let rows = DisposalRows(db: change.db)
      guard let hold = try rows.hold(of: number) else { throw DisposalRefusal.notHeld(number) }
      try rows.removeHold(of: number)
      return Event("lepas", number.description, before: hold.fields)
    }
  }
}
