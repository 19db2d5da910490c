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

  func removeUnit(_ id: Int, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM unit WHERE id = ?", arguments: [id])
  }
}
