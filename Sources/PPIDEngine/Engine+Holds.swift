import PPIDValues

extension Engine {
  /// The records under a legal hold: nomor, judul, alasan, sejak, oleh.
  package func holds() throws -> Relation {
    try require(.readArchive)
    return .holds(try visibility())
  }

  /// Puts a record under a legal hold: nothing disposes of it until it is released.
  package func hold(_ number: RecordNumber, reason: String?) throws {
    try require(.careForArchive)
    try change { db, _, now in
      let record = try visibleRecord(number, db)
      try checkChangeable(record)
      guard try store.held(among: [record.id], db).isEmpty else { throw DisposalRefusal.alreadyHeld(number) }
      try store.insertHold(of: number, reason: reason, by: actor().name, at: now, db)
      return Event("tahan", number.description, after: [Field("alasan", .optional(reason))])
    }
  }

  /// Ends a record's legal hold.
  package func release(_ number: RecordNumber) throws {
    try require(.careForArchive)
    try change { db, _, _ in
      let record = try visibleRecord(number, db)
      guard try !store.held(among: [record.id], db).isEmpty else { throw DisposalRefusal.notHeld(number) }
      return Event("lepas", number.description, before: [Field("alasan", .optional(try store.removeHold(of: number, db)))])
    }
  }
}
