import PPIDValues

extension Engine {
  /// Units: kode, nama, aktif.
  package func units() -> Relation { .units() }

  /// The codes of all units, in order of entry.
  package func unitCodes() throws -> [String] {
    try store.read { try store.units($0).map(\.code.text) }
  }

  package func addUnit(_ code: UnitCode, name: String) throws {
    try require(.manageOffice)
    try change { db, _, _ in
      guard try store.unit(code, db) == nil else { throw EngineFailure.unitExists(code) }
      try store.insertUnit(code, name: name, db)
      return Event("unit tambah", code.text, after: [Field("nama", .text(name))])
    }
  }

  /// Gives a unit another name, or takes it out of service or back; what is nil stays. False when nothing changed.
  package func updateUnit(_ code: UnitCode, name: String?, isActive: Bool?) throws -> Bool {
    try require(.manageOffice)
    var hasChanged = false
    try change { db, _, _ in
      let unit = try knownUnit(code, db)
      let new = StoredUnit(id: unit.id, code: code, name: name ?? unit.name, isActive: isActive ?? unit.isActive)
      var before: [Field] = []
      var after: [Field] = []
      if new.name != unit.name {
        before.append(Field("nama", .text(unit.name)))
        after.append(Field("nama", .text(new.name)))
      }
      if new.isActive != unit.isActive {
        before.append(Field("aktif", .bool(unit.isActive)))
        after.append(Field("aktif", .bool(new.isActive)))
      }
      guard !after.isEmpty else { return nil }
      hasChanged = true
      try store.updateUnit(new, db)
      return Event("unit ubah", code.text, before: before, after: after)
    }
    return hasChanged
  }
}
