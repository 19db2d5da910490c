import GRDB
import PPIDValues

/// Everything that the shell may ask of the archive and the SOP. The only type of this module that it talks to; results are plain
/// values and relations.
///
/// Opening costs nothing: the archive's file is touched by the first call that needs it.
package final class Engine {
  let store: Store
  private var clock: OfficeClock
  /// Who uses the machine, by the operating system's name.
  package let account: String
  private let actingFor: String?
  /// Who acts in a demo, by name; nil where the account says it.
  var onStage: String?
  private var acting: (actor: Actor, person: Actor)?
  private var remarks: [Phrase] = []

  /// - Parameters:
  ///   - account: who uses the machine, by the operating system's name.
  ///   - actingFor: the person for whom a pengelola acts (`--sebagai`).
  package init(store: Store, clock: OfficeClock, account: String, actingFor: String? = nil) {
    self.store = store
    self.clock = clock
    self.account = account
    self.actingFor = actingFor
    store.onMigration = { [unowned self] version, copy in
      remark(
        Phrase(
          id: "arsip dinaikkan dari versi \(version) ke \(Schema.version); yang lama disalin ke `\(copy)`",
          en: "the archive was brought from version \(version) up to \(Schema.version); the old one was copied to `\(copy)`"))
    }
    store.onUpgrade = { [unowned store] db, version in
      if version < 1 {
        // Whoever makes an archive holds every role, until the office appoints its people.
        let roles = Set(Role.allCases).subtracting([.tamu])
        try store.insertPerson(Actor(name: account, roles: roles), account: account, db)
      }
      if version < 2 { try store.replaceHolidays(.builtIn(), db) }
      if version < 3 { try store.insertProcedure(.builtIn(), name: Procedure.builtInName, at: nil, db) }
    }
  }

  /// The same person at the same time in a copy of the archive at `path`.
  func copy(at path: String) -> Engine {
    let store = Store(
      path: path, keepsOldVersions: false, access: .readWrite, holder: store.holder, interruption: store.watch.interruption)
    return Engine(store: store, clock: clock, account: account, actingFor: actingFor)
  }

  /// Where the archive is.
  package var path: String { store.path }

  // MARK: Who and when

  /// The person acted for: whose roles count.
  package func actor() throws -> Actor { try whoActs().person }

  /// The office's time, to the minute.
  package func now() throws -> LocalTime { clock.now(in: try zone()) }

  /// The office's time at a moment of the machine's clock, in seconds since 1970; nil beyond the year 9999.
  package func officeTime(at seconds: Int) throws -> LocalTime? {
    LocalTime(minutesSinceEpoch: seconds / 60 + (try zone()).offset * 60)
  }

  private func zone() throws -> OfficeZone {
    try store.read { try store.setting(.zone, $0) }.flatMap(OfficeZone.init) ?? .wib
  }

  private func whoActs() throws -> (actor: Actor, person: Actor) {
    if let acting { return acting }
    let found = try store.read { db in
      let known = try onStage.map { try store.person(name: $0, db) } ?? store.person(account: account, db)
      let actor = known ?? Actor(name: onStage ?? account, roles: [.tamu])
      guard let actingFor else { return (actor: actor, person: actor) }
      guard actor.roles.contains(.pengelola) else { throw EngineFailure.notPermitted(.manageOffice) }
      guard let person = try store.person(name: actingFor, db) else { throw EngineFailure.unknownPerson(actingFor) }
      return (actor: actor, person: person)
    }
    acting = found
    return found
  }

  /// Throws unless the person acted for may do it.
  package func require(_ permission: Permission) throws {
    if permission == .anything { return }
    // Of an archive that can't be read, the backup's own people decide.
    if permission == .restore, try isDamaged() { return }
    guard try actor().may(permission) else { throw EngineFailure.notPermitted(permission) }
  }

  /// Throws unless the person may change records of that unit: a pendukung only the own unit's.
  func requireRecords(of unit: UnitCode) throws {
    try require(.writeRecords)
    let person = try actor()
    guard person.roles.contains(.sekretariat) || person.unit == nil || person.unit == unit else {
      throw EngineFailure.foreignUnit(unit)
    }
  }

  func author() throws -> Author {
    let (actor, person) = try whoActs()
    return Author(
      actor: actor.name, onBehalfOf: actor == person ? nil : person.name,
      roles: person.roleNames, statedTime: try now(),
      realTime: clock.realTime())
  }

  /// Whether somebody is acted for by another.
  func isActingForAnother() throws -> Bool {
    let (actor, person) = try whoActs()
    return actor != person
  }

  /// Has who acts be looked up again, after people changed.
  func forgetWhoActs() { acting = nil }

  func visibility() throws -> Visibility { Visibility(of: try actor()) }

  // MARK: On stage

  /// Has one of the office's people act from now on, and the clock stand at a time; where both are simulated.
  package func stage(_ person: String?, at time: LocalTime) throws {
    onStage = person
    forgetWhoActs()
    let zone = try zone()
    clock = OfficeClock(stated: time) { (time.minutesSinceEpoch - zone.offset * 60) * 60 }
  }

  /// Has the office's time stand still; the real time goes on.
  package func stopClock() throws { clock = clock.standing(at: try now()) }

  // MARK: Changes

  /// Makes one change: `body` changes rows and tells the journal's event, or nil when nothing changed.
  func change(_ body: (Database, _ event: Int, _ now: LocalTime) throws -> Event?) throws {
    let author = try author()
    let remarkCount = remarks.count
    do {
      try store.write { db in
        let event = try store.nextJournalID(db)
        if let entry = try body(db, event, author.statedTime) { try store.append(entry, by: author, db) }
      }
    } catch {
      // What did not happen is not remarked on.
      remarks.removeSubrange(remarkCount...)
      throw error
    }
  }

  /// Has files put in place when the transaction around them is stored; at once outside of one.
  package func stage(_ files: any StagedFiles) throws { try store.stage(files) }

  package func beginTransaction() throws { try store.begin() }
  package func commitTransaction() throws { try store.commit() }
  package func rollbackTransaction() throws {
    forgetWhoActs()
    try store.rollback()
  }

  /// Ends a run: other runs may write now.
  package func endRun() { store.endRun() }

  package var isInsideTransaction: Bool { store.isInsideTransaction }

  /// Closes the archive's file and refuses to touch it until `wake`.
  package func rest() {
    store.close()
    store.isResting = true
  }

  package func wake() { store.isResting = false }

  /// To be called when the archive's file, which was closed, has become another.
  package func forgetFile() {
    forgetWhoActs()
    store.procedures = [:]
  }

  /// Closes the archive's file; the next call would open it again.
  package func close() { store.close() }

  /// Tells what people should know besides the result of what they asked for.
  func remark(_ phrase: Phrase) { remarks.append(phrase) }

  /// The remarks since the last time that somebody took them.
  package func takeRemarks() -> [Phrase] {
    defer { remarks = [] }
    return remarks
  }

  // MARK: Reading

  /// Throws when the user wants to stop; long work asks now and then.
  package func checkInterruption() throws { try store.checkInterruption() }

  /// Starts a pass over a relation, for the columns of these indices.
  package func rows(of relation: Relation, reading columns: [Int]) throws -> RelationCursor {
    try RelationCursor(relation, reading: columns, in: store)
  }

  /// The statement that a relation becomes, for those who want to see it.
  package func statement(of relation: Relation) -> String {
    relation.statement(reading: Array(relation.columns.indices))
  }
}
