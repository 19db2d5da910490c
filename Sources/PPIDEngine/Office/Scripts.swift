import PPIDValues

extension Office {
  /// What storing a script did.
  package enum ScriptChange: Sendable { case new, changed, same }

  /// The saved scripts: nama, ukuran (bytes), disimpan, oleh.
  package func scripts() throws -> Relation {
    try desk.require(.readArchive)
    return OfficeTables.scripts()
  }

  /// The text of a saved script.
  package func script(_ name: ScriptName) throws -> String {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      guard let source = try ScriptRows(db: inquiry.db).script(name) else { throw try unknownScript(name, inquiry) }
      return source
    }
  }

  /// Stores a script, which its caller has checked, under a name. Storing the same again changes nothing.
  package func storeScript(_ name: ScriptName, _ source: String) throws -> ScriptChange {
    try desk.change(.writeScripts) { change in
      let rows = ScriptRows(db: change.db)
      let old = try rows.script(name)
      // Texts are the same when their bytes are.
      guard old.map({ Array($0.utf8) }) != Array(source.utf8) else { return (.same, nil) }
      try rows.put(name, source, by: change.actor().name, at: change.now)
      let event = Event(
        "skrip simpan", name.text, before: old.map { [Field("isi", .text($0))] } ?? [], after: [Field("isi", .text(source))])
      return (old == nil ? .new : .changed, event)
    }
  }

  package func removeScript(_ name: ScriptName) throws {
    try desk.change(.writeScripts) { change in
      let rows = ScriptRows(db: change.db)
      guard let old = try rows.script(name) else { throw try unknownScript(name, change) }
      try rows.remove(name)
      return Event("skrip hapus", name.text, before: [Field("isi", .text(old))])
    }
  }

  private func unknownScript(_ name: ScriptName, _ inquiry: Inquiry) throws -> OfficeFailure {
    .unknownScript(name, nearest: Nearest.name(to: name.text, among: try ScriptRows(db: inquiry.db).names()))
  }
}
