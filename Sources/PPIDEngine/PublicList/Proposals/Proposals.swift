import PPIDValues

extension PublicList {
  /// What is proposed for the next edition, with its reasons.
  package func proposals() throws -> Relation {
    try desk.require(.readArchive)
    return ProposalTables.proposals(try desk.visibility())
  }

  /// Proposes records for the next edition, all or none; those that are proposed already stay so. The numbers that are new among the
  /// proposals.
  ///
  /// Each record has its own journal entry, so that none speaks of another that somebody may not see.
  package func propose(_ numbers: [RecordNumber], reason: String?) throws -> [RecordNumber] {
    try desk.require(.proposeListing)
    let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    return try desk.archive.write { db in
      try numbers.filter { number in
        try request(.proposal, of: number, reason: reason, needing: .proposeListing) { record in
          guard record.content.category != .dikecualikan else { throw ListingRefusal.excluded(number) }
          switch record.listing {
          case .listed: throw ListingRefusal.alreadyListed(number)
          case .proposed: return nil
          // Taken out, but not by an edition yet: it simply stays.
          case .out where try ExclusionRows(db: db).isListed(record.id): return .listed
          case .out, .none: return .proposed
          }
        }
      }
    }
  }

  /// Takes a record out of the next edition and all that follow, until it is proposed again.
  package func takeOut(_ number: RecordNumber, reason: String) throws {
    try desk.require(.exclude)
    guard !reason.allSatisfy(\.isWhitespace) else { throw ListingRefusal.reasonMissing }
    _ = try request(.removal, of: number, reason: reason, needing: .exclude) { record in
      guard record.listing != .out else { throw ListingRefusal.alreadyOut(number) }
      return .out
    }
  }

  /// Has a record stand otherwise towards the DIP from now on: as `decide` says, nil where nothing changes. Whether it did.
  private func request(
    _ kind: ListingRequest, of number: RecordNumber, reason: String?, needing permission: Permission,
    _ decide: (StoredRecord) throws -> Listing?
  ) throws -> Bool {
    try desk.change(permission) { change in
      let rules = RecordRules(inquiry: change)
      let rows = ProposalRows(db: change.db)
      let record = try rules.visibleRecord(number)
      if try !change.actor().may(.exclude) { try change.requireRecords(of: record.unit) }
      try rules.checkChangeable(record)
      guard let listing = try decide(record) else { return (false, nil) }
      try rows.setListing(listing, of: record.id)
      try rows.insert(kind, of: record.id, reason: reason, by: change.actor().name, at: change.now)
      let event = Event(
        kind.action, number.description, before: [Field("dip", .text(record.listing.rawValue))],
        after: [Field("dip", .text(listing.rawValue)), Field("alasan", .optional(reason))])
      return (true, event)
    }
  }
}
