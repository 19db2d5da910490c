import PPIDValues

extension Engine {
  /// The journal, the oldest entry first; of one record or other object, from a day on, by one person, where named.
  package func journal(of subject: String?, since: CalendarDate?, by actor: String?) throws -> Relation {
    try require(.readArchive)
    return .journal(of: subject, since: since, by: actor, try visibility())
  }

  /// The entries after that number: what was done to what.
  package func journalSummary(after last: Int) throws -> Relation {
    let all = try journal(of: nil, since: nil, by: nil)
    let columns = ["nomor", "tindakan", "objek", "jumlah", "sesudah"].compactMap { name in all.columns.firstIndex { $0.name == name } }
    return (all.filtered(by: .compare(.greater, .column(0), .constant(.int(last)))) ?? all).projected(to: columns)
  }

  /// Reckons the journal's chain; the number of entries. Throws ``StorageFailure/brokenJournal(_:)`` with the first fault.
  package func verifyJournal() throws -> Int {
    try require(.readArchive)
    return try store.read(store.verifyJournal)
  }

  /// The number of the last entry, to tell later what was added.
  package func lastEvent() throws -> Int {
    try store.read { try store.nextJournalID($0) } - 1
  }
}
