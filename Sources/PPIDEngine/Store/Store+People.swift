import GRDB
import PPIDValues

/// A person as it is stored.
struct StoredPerson {
  let id: Int
  let actor: Actor
  let account: String?
}

extension Store {
  /// The person who uses that account of the operating system.
  func person(account: String, _ db: Database) throws -> Actor? {
    try people(sql: "p.account = ?", [account], db).first?.actor
  }

  func person(name: String, _ db: Database) throws -> Actor? {
    try people(sql: "p.name = ?", [name], db).first?.actor
  }

  /// All people, in order of entry.
  func people(_ db: Database) throws -> [StoredPerson] { try people(sql: "true", [], db) }

  func insertPerson(_ person: Actor, account: String?, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO person (name, account, roles, unit_id) VALUES (?, ?, ?, (SELECT id FROM unit WHERE code = ?))",
      arguments: [person.name, account, person.roleNames, person.unit?.text])
  }

  func updatePerson(_ person: StoredPerson, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE person SET account = ?, roles = ?, unit_id = (SELECT id FROM unit WHERE code = ?) WHERE id = ?",
      arguments: [person.account, person.actor.roleNames, person.actor.unit?.text, person.id])
  }

  func removePerson(_ id: Int, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [id])
  }

  private func people(sql condition: String, _ values: StatementArguments, _ db: Database) throws -> [StoredPerson] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.name, p.account, p.roles, u.code FROM person p LEFT JOIN unit u ON u.id = p.unit_id
        WHERE \(condition) ORDER BY p.id
        """,
      arguments: values
    ).map { row in
      let actor = Actor(
        name: row[1], roles: Role.set(ofNames: row[3]), unit: (row[4] as String?).flatMap { UnitCode($0) })
      return StoredPerson(id: row[0], actor: actor, account: row[2])
    }
  }
}

extension Relation {
  static func people() -> Relation {
    Relation(
      columns: [
        Column("nama", .text, "p.name"), Column("akun", .text, "p.account"), Column("peran", .text, "p.roles"),
        Column("unit", .text, "u.code"),
      ],
      from: "person p LEFT JOIN unit u ON u.id = p.unit_id", order: [OrderKey(sql: "p.id")])
  }
}
