import PPIDValues

extension Workflow {
  /// The SOP as written: the edition that new cycles run by, or the one of that name.
  package func procedure(named name: String? = nil) throws -> Procedure {
    guard desk.archive.exists else {
      guard let name, name != Procedure.builtInName else { return try .builtIn() }
      throw CycleRefusal.unknownProcedure(name)
    }
    return try desk.read { inquiry in
      let rows = ProcedureRows(db: inquiry.db)
      guard let name else { return try rows.currentProcedure().procedure }
      guard let procedure = try rows.procedure(named: name) else { throw CycleRefusal.unknownProcedure(name) }
      return procedure
    }
  }

  /// The procedure by which a cycle runs or ran.
  package func procedure(of period: Period) throws -> Procedure {
    try desk.require(.readArchive)
    return try desk.read { try Turns(inquiry: $0).procedure(of: period) }
  }

  /// The editions of the SOP.
  package func procedures() throws -> Relation {
    try desk.require(.readArchive)
    return ProcedureTables.procedures()
  }

  /// Takes in another edition of the SOP, by which cycles run that are opened from now on. False when the current one is the same.
  ///
  /// - Parameters:
  ///   - published: the table as its office publishes it.
  ///   - edition: the edition's table; nil for that of the built-in edition.
  ///   - name: what to call it; nil for `edisi-2`, `edisi-3`, …
  package func importProcedure(published: String, edition: String?, name: String?) throws -> (name: String, isNew: Bool, activities: Int) {
    try desk.change(.manageOffice) { change in
      let rows = ProcedureRows(db: change.db)
      let procedure = try Procedure(published: published, edition: edition ?? Procedure.builtInEdition)
      let count = procedure.activities.count
      let (id, current) = try rows.currentProcedure()
      if current.published.hasSameBytes(as: procedure.published), current.edition.hasSameBytes(as: procedure.edition) {
        return ((try rows.procedureName(id), false, count), nil)
      }
      let name = name ?? "edisi-\(id + 1)"
      guard try rows.procedure(named: name) == nil else { throw ProcedureFault.nameTaken(name) }
      try rows.insertProcedure(procedure, name: name, at: change.now)
      return ((name, true, count), Event("sop impor", name, after: [Field("kegiatan", .int(count))]))
    }
  }
}
