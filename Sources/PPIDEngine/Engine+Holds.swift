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
      try store.insert(Hold(reason: reason, placed: Disposal.Act(person: actor().name, time: now)), of: number, db)
      return Event("tahan", number.description, after: [Field("alasan", .optional(reason))])
    }
  }

  /// Ends a record's legal hold.
  package func release(_ number: RecordNumber) throws {
    try require(.careForArchive)
    try change { db, _, _ in
      _ = try visibleRecord(number, db)
      guard let hold = try store.hold(of: number, db) else { throw DisposalRefusal.notHeld(number) }
      try store.removeHold(of: number, db)
      return Event("lepas", number.description, before: hold.fields)
    }
  }
}
