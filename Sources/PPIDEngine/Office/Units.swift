import PPIDValues

extension Office {
  /// Units: kode, nama, aktif.
  package func units() -> Relation { OfficeTables.units() }

  /// The codes of all units, in order of entry.
  package func unitCodes() throws -> [String] { try desk.read { try $0.units().map(\.code.text) } }

  package func addUnit(_ code: UnitCode, name: String) throws {
    try desk.change(.manageOffice) { change in
      guard try change.unit(code) == nil else { throw OfficeFailure.unitExists(code) }
      try UnitRows(db: change.db).insert(code, name: name)
      return Event("unit tambah", code.text, after: [Field("nama", .text(name))])
    }
  }

  /// Gives a unit another name, or takes it out of service or back; what is nil stays. False when nothing changed.
  package func updateUnit(_ code: UnitCode, name: String?, isActive: Bool?) throws -> Bool {
    try desk.change(.manageOffice) { change in
      let unit = try change.knownUnit(code)
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
      guard !after.isEmpty else { return (false, nil) }
      try UnitRows(db: change.db).update(new)
      return (true, Event("unit ubah", code.text, before: before, after: after))
    }
  }
}

extension Inquiry {
  /// The unit of that code; throws where there is none.
  func knownUnit(_ code: UnitCode) throws -> StoredUnit {
    guard let unit = try unit(code) else {
      throw OfficeFailure.unknownUnit(code.text, nearest: Nearest.name(to: code.text, among: try units().map(\.code.text)))
    }
    return unit
  }

  /// The only unit in service; nil where there are several.
  func onlyUnit() throws -> UnitCode? {
    let active = try units().filter(\.isActive)
    return active.count == 1 ? active[0].code : nil
  }
}
