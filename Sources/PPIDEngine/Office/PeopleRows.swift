import PPIDValues

/// A person as it is stored.
struct StoredPerson {
  let id: Int
  let actor: Actor
  let account: String?
}

/// The people of the office.
struct PeopleRows {
  let db: Database

  /// The person who uses that account of the operating system.
  func person(account: String) throws -> Actor? { try people(where: "p.account = ?", account).first?.actor }

  func person(name: String) throws -> Actor? { try people(where: "p.name = ?", name).first?.actor }

  /// All people, in order of entry.
  func people() throws -> [StoredPerson] { try people(where: "true") }

  func insert(_ person: Actor, account: String?) throws {
    try db.execute(
      "INSERT INTO person (name, account, roles, unit_id, journal_id) VALUES (?, ?, ?, (SELECT id FROM unit WHERE code = ?), ?)",
      person.name, account, person.roleNames, person.unit, db.entry)
  }

  func update(_ person: StoredPerson) throws {
    try db.execute(
      "UPDATE person SET account = ?, roles = ?, unit_id = (SELECT id FROM unit WHERE code = ?), journal_id = ? WHERE id = ?",
      person.account, person.actor.roleNames, person.actor.unit, db.entry, person.id)
  }

  func remove(_ id: Int) throws { try db.execute("DELETE FROM person WHERE id = ?", id) }

  private func people(where condition: String, _ values: (any StoredValue)?...) throws -> [StoredPerson] {
    let sql = """
      SELECT p.id, p.name, p.account, p.roles, u.code FROM person p LEFT JOIN unit u ON u.id = p.unit_id
      WHERE \(condition) ORDER BY p.id
      """
    return try db.rows(sql, values: values) { row in
      let roles: RoleNames = try row["roles"]
      return StoredPerson(
        id: try row["id"], actor: Actor(name: try row["name"], roles: roles.roles, unit: try row["code"]), account: try row["account"])
    }
  }
}

/// Roles as a column keeps them.
private struct RoleNames: StoredText {
  let roles: Set<Role>

  init?(stored text: String) {
    let names = text.split(separator: ",", omittingEmptySubsequences: false)
    roles = Set(names.compactMap { Role(rawValue: String($0)) })
    guard roles.count == names.count else { return nil }
  }

  var stored: String { Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ",") }
}
