import GRDB
import PPIDValues

/// A unit as it is stored.
struct StoredUnit {
  let id: Int
  let code: UnitCode
  let name: String
  let isActive: Bool
}

extension Store {
  func unit(_ code: UnitCode, _ db: Database) throws -> StoredUnit? {
    try units(db).first { $0.code == code }
  }

  func units(_ db: Database) throws -> [StoredUnit] {
    let statement = try db.cachedStatement(sql: "SELECT id, code, name, active FROM unit ORDER BY id")
    return try Row.fetchAll(statement).map {
      StoredUnit(id: $0[0], code: UnitCode($0[1] as String)!, name: $0[2], isActive: $0[3])
    }
  }

  func insertUnit(_ code: UnitCode, name: String, _ db: Database) throws {
    try db.execute(sql: "INSERT INTO unit (code, name) VALUES (?, ?)", arguments: [code.text, name])
  }

  func updateUnit(_ unit: StoredUnit, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE unit SET name = ?, active = ? WHERE id = ?", arguments: [unit.name, unit.isActive, unit.id])
  }

  func setting(_ key: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key])
  }

  /// The person who uses that account of the operating system.
  func person(account: String, _ db: Database) throws -> Actor? {
    try person(sql: "p.account = ?", account, db)
  }

  func person(name: String, _ db: Database) throws -> Actor? {
    try person(sql: "p.name = ?", name, db)
  }

  func insertPerson(_ person: Actor, account: String, _ db: Database) throws {
    let roles = Role.allCases.filter(person.roles.contains).map(\.rawValue).joined(separator: ",")
    try db.execute(
      sql: "INSERT INTO person (name, account, roles, unit_id) VALUES (?, ?, ?, (SELECT id FROM unit WHERE code = ?))",
      arguments: [person.name, account, roles, person.unit?.text])
  }

  private func person(sql condition: String, _ value: String, _ db: Database) throws -> Actor? {
    let row = try Row.fetchOne(
      db, sql: "SELECT p.name, p.roles, u.code FROM person p LEFT JOIN unit u ON u.id = p.unit_id WHERE \(condition)",
      arguments: [value])
    return row.map { row in
      let roles = (row[1] as String).split(separator: ",").compactMap { Role(rawValue: String($0)) }
      return Actor(name: row[0], roles: Set(roles), unit: (row[2] as String?).flatMap { UnitCode($0) })
    }
  }
}
