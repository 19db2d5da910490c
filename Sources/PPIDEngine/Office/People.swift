import PPIDValues

extension Office {
  /// The people of the office: nama, akun, peran, unit.
  package func people() throws -> Relation {
    try desk.require(.readArchive)
    return OfficeTables.people()
  }

  /// Whom a name stands for on stage: the person of that name, or the first who holds the role or belongs to the unit of that name. Nil
  /// where there is nobody.
  package func player(named name: String) throws -> Actor? {
    let people = try players()
    if let person = people.first(where: { $0.name == name }) { return person }
    if let role = Role(rawValue: name) {
      // Whoever holds few roles plays one best.
      return people.filter { $0.roles.contains(role) }.min { $0.roles.count < $1.roles.count }
    }
    return people.first { $0.unit?.text == name }
  }

  /// All who can be called on stage.
  package func players() throws -> [Actor] { try desk.read { try PeopleRows(db: $0.db).people() }.map(\.actor) }

  /// Adds a person; `account` is the operating system's name for them, nil where they have none on this machine.
  package func addPerson(_ name: String, roles: Set<Role>, unit: UnitCode?, account: String?) throws {
    try desk.change(.manageOffice) { change in
      guard !roles.isEmpty else { throw OfficeFailure.rolesMissing }
      let rows = PeopleRows(db: change.db)
      let people = try rows.people()
      guard !people.contains(where: { $0.actor.name == name }) else { throw OfficeFailure.personExists(name) }
      try checkAccount(account, isFreeAmong: people)
      let person = Actor(name: name, roles: roles, unit: try unit.map { try change.knownUnit($0).code })
      guard !person.needsUnit else { throw OfficeFailure.supportWithoutUnit }
      try rows.insert(person, account: account)
      return Event("pengguna tambah", name, after: StoredPerson.fields(person, account))
    }
  }

  /// What may be changed of a person; what is nil stays.
  package struct PersonEdit: Sendable {
    package var roles: Set<Role>?
    /// The unit, or all of them.
    package var unit: UnitCode??
    package var account: String?

    package init() {}
  }

  /// Changes a person; false when nothing differs.
  package func updatePerson(_ name: String, _ edit: PersonEdit) throws -> Bool {
    try desk.change(.manageOffice) { change in
      let rows = PeopleRows(db: change.db)
      let people = try rows.people()
      guard let old = people.first(where: { $0.actor.name == name }) else { throw OfficeFailure.unknownPerson(name) }
      let unit = try edit.unit.map { try $0.map { try change.knownUnit($0).code } }
      let person = Actor(name: name, roles: edit.roles ?? old.actor.roles, unit: unit ?? old.actor.unit)
      let new = StoredPerson(id: old.id, actor: person, account: edit.account ?? old.account)
      guard person != old.actor || new.account != old.account else { return (false, nil) }
      try checkAccount(new.account, isFreeAmong: people.filter { $0.id != old.id })
      // Whoever made the archive counts as every unit's, until their roles or unit are decided.
      guard person == old.actor || !person.needsUnit else { throw OfficeFailure.supportWithoutUnit }
      guard people.contains(where: { ($0.id == old.id ? new : $0).isManager }) else { throw OfficeFailure.lastManager }
      try rows.update(new)
      let differences = zip(old.fields, new.fields).filter { $0 != $1 }
      return (true, Event("pengguna ubah", name, before: differences.map(\.0), after: differences.map(\.1)))
    }
  }

  private func checkAccount(_ account: String?, isFreeAmong people: [StoredPerson]) throws {
    if let account, people.contains(where: { $0.account == account }) { throw OfficeFailure.accountTaken(account) }
  }
}

extension Actor {
  fileprivate var needsUnit: Bool { roles.contains(.pendukung) && unit == nil }
}

extension StoredPerson {
  /// Whether the office can be run by this person alone.
  var isManager: Bool { actor.roles.contains(.pengelola) && account != nil }

  /// What the journal tells of a person.
  var fields: [Field] { StoredPerson.fields(actor, account) }

  static func fields(_ person: Actor, _ account: String?) -> [Field] {
    [
      Field("peran", .text(person.roleNames)), Field("unit", .optional(person.unit?.text)), Field("akun", .optional(account)),
    ]
  }
}
