/// What is asked of the office again and again, read once: it holds until something is written, undone, or changed by others.
final class OfficeFacts {
  private var acting: (actor: Actor, person: Actor)?
  private var settings: [Setting: String]?
  private var units: [StoredUnit]?
  private var calendar: WorkingCalendar?
  /// How many rows had been changed when all of it was read.
  private var changes = 0

  func acting(_ db: Database, read: () throws -> (actor: Actor, person: Actor)) throws -> (actor: Actor, person: Actor) {
    try fact(\.acting, db, read)
  }

  func settings(_ db: Database, read: () throws -> [Setting: String]) throws -> [Setting: String] { try fact(\.settings, db, read) }
  func units(_ db: Database, read: () throws -> [StoredUnit]) throws -> [StoredUnit] { try fact(\.units, db, read) }
  func calendar(_ db: Database, read: () throws -> WorkingCalendar) throws -> WorkingCalendar { try fact(\.calendar, db, read) }

  private func fact<Fact>(_ place: ReferenceWritableKeyPath<OfficeFacts, Fact?>, _ db: Database, _ read: () throws -> Fact) throws -> Fact {
    if db.totalChanges != changes {
      forget()
      changes = db.totalChanges
    }
    if let known = self[keyPath: place] { return known }
    let fact = try read()
    self[keyPath: place] = fact
    return fact
  }

  func forget() {
    acting = nil
    settings = nil
    units = nil
    calendar = nil
  }
}
