/// What the office decided.
struct SettingRows {
  let db: Database

  /// All that the office decided.
  func decided() throws -> [Setting: String] {
    let rows: [(Setting, String)] = try db.rows("SELECT key, value FROM setting") { try ($0["key"], $0["value"]) }
    return Dictionary(rows) { first, _ in first }
  }

  /// What the office decided; nil where it left things as they are.
  func decided(_ setting: Setting) throws -> String? { try db.value("SELECT value FROM setting WHERE key = ?", setting) }

  /// Keeps a decision; nil takes it back.
  func decide(_ setting: Setting, _ value: String?) throws {
    guard let value else {
      try db.execute("DELETE FROM setting WHERE key = ?", setting)
      return
    }
    try db.execute(
      """
      INSERT INTO setting (key, value, journal_id) VALUES (?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, journal_id = excluded.journal_id
      """, setting, value, db.entry)
  }
}

extension Setting: StoredText {}
