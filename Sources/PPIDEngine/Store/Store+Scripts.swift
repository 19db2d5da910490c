import Foundation
import GRDB
import PPIDValues

extension Store {
  /// The text of a saved script; nil where there is none of that name.
  func script(_ name: ScriptName, _ db: Database) throws -> String? {
    try Data.fetchOne(db, sql: "SELECT source FROM script WHERE name = ?", arguments: [name.text]).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func scriptNames(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM script ORDER BY name")
  }

  /// Stores a script under a name, in place of the one that it had.
  func putScript(_ name: ScriptName, _ source: String, by actor: String, at time: LocalTime, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO script (name, source, stored_at, stored_by) VALUES (?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE
        SET source = excluded.source, stored_at = excluded.stored_at, stored_by = excluded.stored_by
        """,
      arguments: [name.text, Data(source.utf8), time.description, actor])
  }

  func removeScript(_ name: ScriptName, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM script WHERE name = ?", arguments: [name.text])
  }
}

extension Relation {
  /// All saved scripts, by name.
  static func scripts() -> Relation {
    Relation(
      columns: [
        Column("nama", .text, "s.name"), Column("ukuran", .int, "length(s.source)"),
        Column("disimpan", .time, "s.stored_at"),
        Column("oleh", .text, "s.stored_by"),
      ],
      from: "script s", order: [OrderKey(sql: "s.name")])
  }
}
