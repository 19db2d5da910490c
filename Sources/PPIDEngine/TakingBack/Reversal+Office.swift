import PPIDValues

/// The office, its people, calendar and scripts.
extension Reversal {
  func removeUnit() throws -> Effect {
    let unit = try namedUnit()
    if let table = try history.reference(toUnit: unit.id) { throw UndoFailure.inUse(what: unit.code.text, table: table) }
    try checkUnchanged([Field("nama", .text(unit.name))])
    try UnitRows(db: db).remove(unit.id)
    return Effect(before: entry.after)
  }

  func restoreUnit() throws -> Effect {
    let unit = try namedUnit()
    try checkUnchanged([Field("nama", .text(unit.name)), Field("aktif", .bool(unit.isActive))])
    let new = StoredUnit(
      id: unit.id, code: unit.code, name: old("nama")?.text ?? unit.name,
      isActive: old("aktif").map { $0 == .bool(true) } ?? unit.isActive)
    try UnitRows(db: db).update(new)
    return Effect(before: entry.after, after: entry.before)
  }

  private func namedUnit() throws -> StoredUnit {
    guard let code = entry.subject.flatMap({ UnitCode($0) }) else { throw UndoFailure.impossible(action: entry.action, entry: entry.id) }
    return try change.knownUnit(code)
  }

  func removePerson() throws -> Effect {
    let (person, people) = try namedPerson()
    try checkUnchanged(person.fields)
    guard try !history.hasActed(person.actor.name, after: entry.id) else { throw UndoFailure.hasActed(person: person.actor.name) }
    guard people.contains(where: { $0.id != person.id && $0.isManager }) else { throw OfficeFailure.lastManager }
    try PeopleRows(db: db).remove(person.id)
    return Effect(before: entry.after)
  }

  func restorePerson() throws -> Effect {
    let (person, people) = try namedPerson()
    try checkUnchanged(person.fields)
    var unit = person.actor.unit
    if let before = old("unit") { unit = before.text.flatMap { UnitCode($0) } }
    let roles = old("peran")?.text.map { Role.set(ofNames: $0) } ?? person.actor.roles
    let account = old("akun").map(\.text) ?? person.account
    let new = StoredPerson(id: person.id, actor: Actor(name: person.actor.name, roles: roles, unit: unit), account: account)
    if let account, people.contains(where: { $0.id != person.id && $0.account == account }) {
      throw OfficeFailure.accountTaken(account)
    }
    guard people.contains(where: { ($0.id == person.id ? new : $0).isManager }) else { throw OfficeFailure.lastManager }
    try PeopleRows(db: db).update(new)
    return Effect(before: entry.after, after: entry.before)
  }

  private func namedPerson() throws -> (StoredPerson, among: [StoredPerson]) {
    let people = try PeopleRows(db: db).people()
    guard let person = people.first(where: { $0.actor.name == entry.subject }) else {
      throw OfficeFailure.unknownPerson(entry.subject ?? "")
    }
    return (person, people)
  }

  func restoreSettings() throws -> Effect {
    let settings = SettingRows(db: db)
    var movesDeadlines = false
    for (old, new) in zip(entry.before, entry.after) {
      guard let setting = Setting(rawValue: old.name) else { continue }
      guard try settings.decided(setting) == new.value.text else { throw UndoFailure.changedSince(what: old.name) }
      try settings.decide(setting, old.value.text)
      movesDeadlines = movesDeadlines || setting.movesDeadlines
    }
    if movesDeadlines { try Deadlines(inquiry: change).reckonAnew() }
    return Effect(before: entry.after, after: entry.before)
  }

  func restoreHolidays() throws -> Effect {
    let holidays = CalendarRows(db: db)
    for holiday in entry.after.compactMap(Holiday.init) {
      guard try holidays.remove(holiday) else { throw UndoFailure.changedSince(what: "\(holiday.date)") }
    }
    for holiday in entry.before.compactMap(Holiday.init) {
      guard try holidays.add(holiday) else { throw UndoFailure.changedSince(what: "\(holiday.date)") }
    }
    try Deadlines(inquiry: change).reckonAnew()
    return Effect(before: entry.after, after: entry.before)
  }

  func restoreScript() throws -> Effect {
    guard let name = entry.subject.flatMap({ ScriptName($0) }) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    let scripts = ScriptRows(db: db)
    guard try scripts.script(name) == new("isi")?.text else { throw UndoFailure.changedSince(what: name.text) }
    if let source = old("isi")?.text {
      try scripts.put(name, source, by: change.actor().name, at: change.now)
    } else {
      try scripts.remove(name)
    }
    return Effect(before: entry.after, after: entry.before)
  }

  // MARK: The entry's values

  private func old(_ name: String) -> FieldValue? { entry.before[name] }
  private func new(_ name: String) -> FieldValue? { entry.after[name] }

  /// Throws unless the fields of `current` that the entry set are still as it left them.
  private func checkUnchanged(_ current: [Field]) throws {
    for field in current {
      guard let left = new(field.name) else { continue }
      guard left == field.value else { throw UndoFailure.changedSince(what: entry.subject ?? "") }
    }
  }
}
