import PPIDValues

/// Where an archive is worked at: who acts, when, and what is told besides results.
package final class Desk {
  package let archive: Archive
  private var clock: OfficeClock
  /// Who uses the machine, by the operating system's name.
  package let account: String
  private let actingFor: String?
  /// Who acts in a demo, by name; nil where the account says it.
  private(set) var onStage: String?
  private var remarks: [Phrase] = []
  private let facts: OfficeFacts

  /// - Parameters:
  ///   - account: who uses the machine, by the operating system's name.
  ///   - actingFor: the person for whom a pengelola acts (`--sebagai`).
  init(_ archive: Archive, clock: OfficeClock, account: String, actingFor: String?) {
    self.archive = archive
    self.clock = clock
    self.account = account
    self.actingFor = actingFor
    facts = OfficeFacts()
    archive.onForgetting = { [facts] in facts.forget() }
  }

  /// The same person at the same time in a copy of the archive at `path`; somebody else there, where named.
  func copy(at path: String, onStage person: String? = nil) -> Desk {
    let desk = Desk(archive.other(at: path), clock: clock, account: account, actingFor: actingFor)
    desk.onStage = person
    return desk
  }

  // MARK: Asking and changing

  /// Asks the archive something.
  func read<T>(_ body: (Inquiry) throws -> T) throws -> T {
    try archive.read { try body(Inquiry($0, at: self, facts)) }
  }

  /// Makes one change, in one transaction: `body` changes rows, and gives its result with the journal's entry, or with none where nothing
  /// changed.
  ///
  /// What the person may do is asked once more behind the lock, where others can't take it away any more.
  func change<T>(_ permission: Permission, _ body: (Change) throws -> (T, Event?)) throws -> T {
    try require(permission)
    let remarkCount = remarks.count
    do {
      return try archive.write { db in
        let journal = JournalRows(db: db)
        let number = try journal.nextNumber()
        return try db.writing(entry: number) {
          let inquiry = Inquiry(db, at: self, facts)
          try inquiry.require(permission)
          let change = Change(inquiry, event: number, author: try author(inquiry))
          archive.changedRows.forget()
          let (result, event) = try body(change)
          let changed = archive.changedRows.take()
          assert(event != nil || changed.isEmpty, "rows changed that no entry tells of")
          if let event { try journal.append(event, by: change.author, covering: DigestRows(db: db).reckon(changed)) }
          return result
        }
      }
    } catch {
      // What did not happen is not remarked on.
      remarks.removeSubrange(remarkCount...)
      throw error
    }
  }

  /// A change that has no other result than having been made.
  func change(_ permission: Permission, _ body: (Change) throws -> Event?) throws {
    try change(permission) { change in ((), try body(change)) }
  }

  /// Has what was read of the office be looked up again, where others have changed the archive since.
  package func refresh() throws { try archive.noticeOthers() }

  /// Has all of it be looked up again.
  func forget() { facts.forget() }

  /// Who makes a change, and when, as the journal tells it.
  func author(_ inquiry: Inquiry) throws -> Author {
    let (actor, person) = try inquiry.whoActs()
    return Author(
      actor: actor.name, onBehalfOf: actor == person ? nil : person.name, roles: person.roleNames, statedTime: try inquiry.time(),
      realTime: clock.realTime())
  }

  // MARK: Who and when

  /// The person acted for: whose roles count.
  package func actor() throws -> Actor { try read { try $0.actor() } }

  /// The office's time, to the minute.
  package func now() throws -> LocalTime { try read { try $0.time() } }

  /// The office's time at a moment of the machine's clock, in seconds since 1970; nil beyond the year 9999.
  package func officeTime(at seconds: Int) throws -> LocalTime? {
    LocalTime(minutesSinceEpoch: seconds / 60 + (try read { try $0.zone() }).offset * 60)
  }

  /// Throws unless the person acted for may do it.
  package func require(_ permission: Permission) throws {
    if permission == .anything { return }
    try read { try $0.require(permission) }
  }

  func visibility() throws -> Visibility { Visibility(of: try actor()) }

  /// Whether somebody is acted for by another.
  func isActingForAnother() throws -> Bool {
    let (actor, person) = try read { try $0.whoActs() }
    return actor != person
  }

  /// Whose account it is, and the person acted for.
  func whoActs(_ inquiry: Inquiry) throws -> (actor: Actor, person: Actor) {
    let people = PeopleRows(db: inquiry.db)
    let known = try onStage.map { try people.person(name: $0) } ?? people.person(account: account)
    let actor = known ?? Actor(name: onStage ?? account, roles: [.tamu])
    guard let actingFor else { return (actor, actor) }
    guard actor.roles.contains(.pengelola) else { throw OfficeFailure.notPermitted(.manageOffice) }
    guard let person = try people.person(name: actingFor) else { throw OfficeFailure.unknownPerson(actingFor) }
    return (actor, person)
  }

  func time(in zone: OfficeZone) -> LocalTime { clock.now(in: zone) }

  // MARK: On stage

  /// Has one of the office's people act from now on, and the clock stand at a time; where both are simulated.
  package func stage(_ person: String?, at time: LocalTime) throws {
    onStage = person
    forget()
    let zone = try read { try $0.zone() }
    clock = OfficeClock(stated: time) { (time.minutesSinceEpoch - zone.offset * 60) * 60 }
  }

  /// Has the office's time stand still; the real time goes on.
  package func stopClock() throws { clock = clock.standing(at: try now()) }

  // MARK: Remarks

  /// Tells what people should know besides the result of what they asked for.
  func remark(_ phrase: Phrase) { remarks.append(phrase) }

  /// The remarks since the last time that somebody took them.
  package func takeRemarks() -> [Phrase] {
    defer { remarks = [] }
    return remarks
  }

  // MARK: Rows

  /// Starts a pass over a relation, for the columns of these indices.
  package func rows(of relation: Relation, reading columns: [Int]) throws -> RelationCursor {
    // A table names units anywhere, as texts: none of them may be damaged.
    _ = try read { try $0.units() }
    return try RelationCursor(relation, reading: columns, in: archive)
  }

  /// Starts a pass over all of a relation's columns.
  func rows(of relation: Relation) throws -> RelationCursor { try rows(of: relation, reading: Array(relation.columns.indices)) }
}
