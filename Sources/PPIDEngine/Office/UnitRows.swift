import PPIDValues

/// A unit as it is stored.
struct StoredUnit {
  let id: Int
  let code: UnitCode
  let name: String
  let isActive: Bool
}

/// The units of the office.
struct UnitRows {
  let db: Database

  /// All units, in order of entry.
  func units() throws -> [StoredUnit] {
    try db.rows("SELECT id, code, name, active FROM unit ORDER BY id") {
      StoredUnit(id: try $0["id"], code: try $0["code"], name: try $0["name"], isActive: try $0["active"])
    }
  }

  func insert(_ code: UnitCode, name: String) throws {
    try db.execute("INSERT INTO unit (code, name, journal_id) VALUES (?, ?, ?)", code, name, db.entry)
  }

  func update(_ unit: StoredUnit) throws {
    try db.execute("UPDATE unit SET name = ?, active = ?, journal_id = ? WHERE id = ?", unit.name, unit.isActive, db.entry, unit.id)
  }

  func remove(_ id: Int) throws { try db.execute("DELETE FROM unit WHERE id = ?", id) }
}
