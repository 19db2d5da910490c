import PPIDValues

/// What was asked of the next edition.
extension Reversal {
  /// Has the record stand towards the DIP as it did before, unless an edition or another request came since.
  func restoreListing() throws -> Effect {
    guard let number = entry.subject.flatMap({ RecordNumber($0) }), let before = listing(entry.before), let after = listing(entry.after)
    else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    let record = try RecordRules(inquiry: change).visibleRecord(number)
    guard record.listing == after else { throw UndoFailure.changedSince(what: number.description) }
    try ProposalRows(db: db).setListing(before, of: record.id)
    return Effect(before: [Field("dip", .text(after.rawValue))], after: [Field("dip", .text(before.rawValue))])
  }

  private func listing(_ fields: [Field]) -> Listing? {
    fields.first { $0.name == "dip" }?.value.text.flatMap(Listing.init)
  }
}
