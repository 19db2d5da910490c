import PPIDValues

/// What was asked of the next edition, and how records stand towards the DIP.
struct ProposalRows {
  let db: Database

  func setListing(_ listing: Listing, of record: Int) throws {
    try db.execute("UPDATE record SET dip = ?, journal_id = ? WHERE id = ?", listing, db.entry, record)
  }

  func insert(_ request: ListingRequest, of record: Int, reason: String?, by person: String, at time: LocalTime) throws {
    try db.execute(
      "INSERT INTO listing_request (record_id, kind, reason, person, stated_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)", record, request,
      reason, person, time, db.entry)
  }
}

extension ListingRequest: StoredText {}
