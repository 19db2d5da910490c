import GRDB

extension Store {
  /// What the office decided, or else what holds without that.
  func setting(_ setting: Setting, _ db: Database) throws -> String? {
    try decided(setting, db) ?? setting.standard
  }

  /// What the office decided; nil where it left things as they are.
  func decided(_ setting: Setting, _ db: Database) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM setting WHERE key = ?"), arguments: [setting.rawValue])
  }

  /// Keeps a decision; nil takes it back.
  func decide(_ setting: Setting, _ value: String?, _ db: Database) throws {
    guard let value else {
      return try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [setting.rawValue])
    }
    try db.execute(
      sql: "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      arguments: [setting.rawValue, value])
  }
}
