import PPIDValues

/// The saved scripts.
struct ScriptRows {
  let db: Database

  /// The text of a saved script; nil where there is none of that name.
  func script(_ name: ScriptName) throws -> String? {
    try db.value("SELECT source FROM script WHERE name = ?", name.text, as: [UInt8].self).map { String(decoding: $0, as: UTF8.self) }
  }

  func names() throws -> [String] { try db.values("SELECT name FROM script ORDER BY name") }

  /// Stores a script under a name, in place of the one that it had.
  func put(_ name: ScriptName, _ source: String, by actor: String, at time: LocalTime) throws {
    try db.execute(
      """
      INSERT INTO script (name, source, stored_at, stored_by, journal_id) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE
      SET source = excluded.source, stored_at = excluded.stored_at, stored_by = excluded.stored_by, journal_id = excluded.journal_id
      """, name.text, Array(source.utf8), time, actor, db.entry)
  }

  func remove(_ name: ScriptName) throws { try db.execute("DELETE FROM script WHERE name = ?", name.text) }
}
