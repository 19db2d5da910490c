import GRDB
import PPIDValues

extension Engine {
  /// What is proposed for the next edition, with its reasons.
  package func proposals() throws -> Relation {
    try require(.readArchive)
    return .proposals(try visibility())
  }

  /// Proposes records for the next edition, all or none; those that are proposed already stay so. The numbers that are new among the
  /// proposals.
  ///
  /// Each record has its own journal entry, so that none speaks of another that somebody may not see.
  package func propose(_ numbers: [RecordNumber], reason: String?) throws -> [RecordNumber] {
    try require(.proposeListing)
    let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    return try store.write { _ in
      try numbers.filter { number in
        try request(.proposal, of: number, reason: reason) { record, db in
          guard record.content.category != .dikecualikan else { throw ListingRefusal.excluded(number) }
          switch record.listing {
          case .listed: throw ListingRefusal.alreadyListed(number)
          case .proposed: return nil
          // Taken out, but not by an edition yet: it simply stays.
          case .out where try store.isListed(record.id, db): return .listed
          case .out, .none: return .proposed
          }
        }
      }
    }
  }

  /// Takes a record out of the next edition and all that follow, until it is proposed again.
  package func takeOut(_ number: RecordNumber, reason: String) throws {
    try require(.exclude)
    guard !reason.allSatisfy(\.isWhitespace) else { throw ListingRefusal.reasonMissing }
    _ = try request(.removal, of: number, reason: reason) { record, _ in
      guard record.listing != .out else { throw ListingRefusal.alreadyOut(number) }
      return .out
    }
  }

  /// Has a record stand otherwise towards the DIP from now on: as `decide` says, nil where nothing changes.
  private func request(
    _ kind: ListingRequest, of number: RecordNumber, reason: String?, _ decide: (StoredRecord, Database) throws -> Listing?
  ) throws -> Bool {
    var hasChanged = false
    try change { db, event, now in
      let record = try visibleRecord(number, db)
      if try !actor().may(.exclude) { try requireRecords(of: record.unit) }
      try checkChangeable(record)
      guard let listing = try decide(record, db) else { return nil }
      try store.setListing(listing, of: record.id, db)
      try store.insert(kind, of: record.id, reason: reason, by: actor().name, at: now, event: event, db)
      hasChanged = true
      return Event(
        kind.action, number.description, before: [Field("dip", .text(record.listing.rawValue))],
        after: [Field("dip", .text(listing.rawValue)), Field("alasan", .optional(reason))])
    }
    return hasChanged
  }
}
