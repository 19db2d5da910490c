import GRDB
import PPIDValues

extension Engine {
  /// What storing a script did.
  package enum ScriptChange: Sendable { case new, changed, same }

  /// The saved scripts: nama, ukuran (bytes), disimpan, oleh.
  package func scripts() throws -> Relation {
    try require(.readArchive)
    return .scripts()
  }

  /// The text of a saved script.
  package func script(_ name: ScriptName) throws -> String {
    try require(.readArchive)
    return try store.read { db in
      guard let source = try store.script(name, db) else { throw try unknownScript(name, db) }
      return source
    }
  }

  /// Stores a script, which its caller has checked, under a name. Storing the same again changes nothing.
  package func storeScript(_ name: ScriptName, _ source: String) throws -> ScriptChange {
    try require(.writeScripts)
    var result = ScriptChange.same
    try change { db, _, now in
      let old = try store.script(name, db)
      // Texts are the same when their bytes are.
      guard old.map({ Array($0.utf8) }) != Array(source.utf8) else { return nil }
      result = old == nil ? .new : .changed
      try store.putScript(name, source, by: actor().name, at: now, db)
      return Event(
        "skrip simpan", name.text, before: old.map { [Field("isi", .text($0))] } ?? [],
        after: [Field("isi", .text(source))])
    }
    return result
  }

  package func removeScript(_ name: ScriptName) throws {
    try require(.writeScripts)
    try change { db, _, _ in
      guard let old = try store.script(name, db) else { throw try unknownScript(name, db) }
      try store.removeScript(name, db)
      return Event("skrip hapus", name.text, before: [Field("isi", .text(old))])
    }
  }

  private func unknownScript(_ name: ScriptName, _ db: Database) throws -> EngineFailure {
    .unknownScript(name, nearest: Nearest.name(to: name.text, among: try store.scriptNames(db)))
  }
}
