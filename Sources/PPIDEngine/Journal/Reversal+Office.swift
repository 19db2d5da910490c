import PPIDValues

/// The office, its people, calendar and scripts.
extension Reversal {
  func removeUnit() throws -> Effect {
    let unit = try namedUnit()
    if let link = try store.reference(to: "unit", where: "id = ?", unit.id, db) {
      throw UndoFailure.inUse(what: unit.code.text, table: link.table)
    }
    try checkUnchanged([Field("nama", .text(unit.name))])
    try store.removeUnit(unit.id, db)
    return Effect(before: entry.after)
  }

  func restoreUnit() throws -> Effect {
    let unit = try namedUnit()
    try checkUnchanged([Field("nama", .text(unit.name)), Field("aktif", .bool(unit.isActive))])
    let new = StoredUnit(
      id: unit.id, code: unit.code, name: old("nama")?.text ?? unit.name,
      isActive: old("aktif").map { $0 == .bool(true) } ?? unit.isActive)
    try store.updateUnit(new, db)
    return Effect(before: entry.after, after: entry.before)
  }

  private func namedUnit() throws -> StoredUnit {
    guard let code = entry.subject.flatMap({ UnitCode($0) }) else { throw UndoFailure.impossible(action: entry.action, entry: entry.id) }
    return try engine.knownUnit(code, db)
  }

  func removePerson() throws -> Effect {
    let (person, people) = try namedPerson()
    try checkUnchanged(person.fields)
    guard try !store.hasActed(person.actor.name, after: entry.id, db) else { throw UndoFailure.hasActed(person: person.actor.name) }
    guard people.contains(where: { $0.id != person.id && $0.isManager }) else { throw EngineFailure.lastManager }
    try store.removePerson(person.id, db)
    engine.forgetWhoActs()
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
      throw EngineFailure.accountTaken(account)
    }
    guard people.contains(where: { ($0.id == person.id ? new : $0).isManager }) else { throw EngineFailure.lastManager }
    try store.updatePerson(new, db)
    engine.forgetWhoActs()
    return Effect(before: entry.after, after: entry.before)
  }

  private func namedPerson() throws -> (StoredPerson, among: [StoredPerson]) {
    let people = try store.people(db)
    guard let person = people.first(where: { $0.actor.name == entry.subject }) else {
      throw EngineFailure.unknownPerson(entry.subject ?? "")
    }
    return (person, people)
  }

  func restoreSettings() throws -> Effect {
    var movesDeadlines = false
    for (old, new) in zip(entry.before, entry.after) {
      guard let setting = Setting(rawValue: old.name) else { continue }
      guard try store.decided(setting, db) == new.value.text else { throw UndoFailure.changedSince(what: old.name) }
      try store.decide(setting, old.value.text, db)
      movesDeadlines = movesDeadlines || setting.movesDeadlines
    }
    if movesDeadlines { try engine.reckonDeadlines(db) }
    return Effect(before: entry.after, after: entry.before)
  }

  func restoreHolidays() throws -> Effect {
    for holiday in entry.after.compactMap(Holiday.init) {
      guard try store.removeHoliday(holiday, db) else { throw UndoFailure.changedSince(what: "\(holiday.date)") }
    }
    for holiday in entry.before.compactMap(Holiday.init) {
      guard try store.addHoliday(holiday, db) else { throw UndoFailure.changedSince(what: "\(holiday.date)") }
    }
    try engine.reckonDeadlines(db)
    return Effect(before: entry.after, after: entry.before)
  }

  func restoreScript() throws -> Effect {
    guard let name = entry.subject.flatMap({ ScriptName($0) }) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    guard try store.script(name, db) == new("isi")?.text else { throw UndoFailure.changedSince(what: name.text) }
    if let source = old("isi")?.text {
      try store.putScript(name, source, by: engine.actor().name, at: now, db)
    } else {
      try store.removeScript(name, db)
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
