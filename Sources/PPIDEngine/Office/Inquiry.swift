import PPIDValues

/// What is asked of the archive at one moment: its connection, and at whose desk.
class Inquiry {
  let db: Database
  let desk: Desk
  private let facts: OfficeFacts

  init(_ db: Database, at desk: Desk, _ facts: OfficeFacts) {
    self.db = db
    self.desk = desk
    self.facts = facts
  }

  init(_ other: Inquiry) {
    db = other.db
    desk = other.desk
    facts = other.facts
  }

  /// The person acted for: whose roles count.
  func actor() throws -> Actor { try whoActs().person }

  /// Whose account it is, and the person acted for.
  func whoActs() throws -> (actor: Actor, person: Actor) { try facts.acting(db) { try desk.whoActs(self) } }

  func visibility() throws -> Visibility { Visibility(of: try actor()) }

  /// The office's time, to the minute.
  func time() throws -> LocalTime { desk.time(in: try zone()) }

  func zone() throws -> OfficeZone { try setting(.zone).flatMap(OfficeZone.init) ?? .wib }

  /// What the office decided, or else what holds without that.
  func setting(_ setting: Setting) throws -> String? {
    try facts.settings(db) { try SettingRows(db: db).decided() }[setting] ?? setting.standard
  }

  /// All units, in order of entry.
  func units() throws -> [StoredUnit] { try facts.units(db) { try UnitRows(db: db).units() } }

  func unit(_ code: UnitCode) throws -> StoredUnit? { try units().first { $0.code == code } }

  /// The office's working calendar.
  func calendar() throws -> WorkingCalendar {
    try facts.calendar(db) {
      let week = try Weekday.allCases.map(officeHours)
      return WorkingCalendar(
        week: { week[$0.rawValue - 1] }, holidays: try CalendarRows(db: db).holidays(),
        worksThroughLeave: try setting(.collectiveLeave) == Setting.leaveIsWorked)
    }
  }

  func officeHours(_ day: Weekday) throws -> OfficeHours { try setting(.hours(day)).flatMap { OfficeHours($0) } ?? .closed }

  func remark(_ phrase: Phrase) { desk.remark(phrase) }
  func checkInterruption() throws { try db.checkInterruption() }

  // MARK: Permission

  /// Throws unless the person acted for may do it.
  func require(_ permission: Permission) throws {
    guard try actor().may(permission) else { throw OfficeFailure.notPermitted(permission) }
  }

  /// Throws unless the person may change records of that unit: a pendukung only the own unit's.
  func requireRecords(of unit: UnitCode) throws {
    try require(.writeRecords)
    let person = try actor()
    guard person.roles.contains(.sekretariat) || person.unit == nil || person.unit == unit else {
      throw OfficeFailure.foreignUnit(unit)
    }
  }
}
