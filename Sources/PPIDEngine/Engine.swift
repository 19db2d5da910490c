import PPIDValues

/// Everything that the shell may ask of an archive and of the SOP: who acts and when, and a door to each floor; results are plain values
/// and relations.
///
/// Opening costs nothing: the archive's file is touched by the first call that needs it.
package final class Engine {
  /// Where the archive is worked at.
  package let desk: Desk

  /// - Parameters:
  ///   - account: who uses the machine, by the operating system's name.
  ///   - actingFor: the person for whom a pengelola acts (`--sebagai`).
  package init(_ archive: Archive, clock: OfficeClock, account: String, actingFor: String? = nil) {
    desk = Desk(archive, clock: clock, account: account, actingFor: actingFor)
    archive.plan.tables = Schema.whole
    archive.plan.rows = Schema.rows
    archive.plan.functions = RetentionFunctions.all
    archive.plan.found = { db in
      // Whoever makes an archive holds every role, until the office appoints its people.
      let roles = Set(Role.allCases).subtracting([.tamu])
      try PeopleRows(db: db).insert(Actor(name: account, roles: roles), account: account)
      try CalendarRows(db: db).replace(.builtIn())
      try ProcedureRows(db: db).insertProcedure(.builtIn(), name: Procedure.builtInName, at: nil)
    }
    archive.plan.needsTidying = { try FileRows(db: $0).hasDiscardedContents() }
    archive.plan.tidy = { try FileRows(db: $0).removeDiscardedContents() }
    let version = archive.plan.version
    archive.plan.onMigration = { [unowned desk] old, copy in
      desk.remark(
        Phrase(
          id: "arsip dinaikkan dari versi \(old) ke \(version); yang lama disalin ke `\(copy)`",
          en: "the archive was brought from version \(old) up to \(version); the old one was copied to `\(copy)`"))
    }
  }

  // MARK: Doors

  package var office: Office { Office(desk: desk) }
  package var records: Records { Records(desk: desk) }
  package var schedule: Schedule { Schedule(desk: desk) }
  package var holdings: Holdings { Holdings(desk: desk) }
  package var disposals: Disposals { Disposals(desk: desk) }
  package var workflow: Workflow { Workflow(desk: desk) }
  package var publicList: PublicList { PublicList(desk: desk) }
  package var monev: Monev { Monev(desk: desk) }
  package var reports: Reports { Reports(desk: desk) }
  package var history: History { History(desk: desk) }
  package var care: Care { Care(desk: desk) }
  package var completion: Completion { Completion(desk: desk) }

  // MARK: Who and when

  /// Throws unless the person acted for may do it.
  package func require(_ permission: Permission) throws {
    // Of an archive that can't be read, the backup's own people decide.
    if permission == .restore, try care.isDamaged() { return }
    try desk.require(permission)
  }

  /// The person acted for: whose roles count.
  package func actor() throws -> Actor { try desk.actor() }

  /// The office's time, to the minute.
  package func now() throws -> LocalTime { try desk.now() }

  /// The remarks since the last time that somebody took them.
  package func takeRemarks() -> [Phrase] { desk.takeRemarks() }

  // MARK: The archive

  private var archive: Archive { desk.archive }

  /// Where the archive is.
  package var path: String { archive.path }
  /// Whether there is an archive already: most questions to the engine would make one.
  package var exists: Bool { archive.exists }
  package var isReadOnly: Bool { archive.isReadOnly }

  /// What tells the archive from every other.
  package func identity() throws -> Identity { try archive.read { try IdentityRows(db: $0).identity() } }

  /// Has files put in place when the transaction around them is stored; at once outside of one.
  package func stage(_ files: any StagedFiles) throws { try archive.stage(files) }

  package func beginTransaction() throws { try archive.begin() }
  package func commitTransaction() throws { try archive.commit() }
  package func rollbackTransaction() throws { try archive.rollback() }
  package var isInsideTransaction: Bool { archive.isInsideTransaction }

  /// Begins a statement of the language: what others changed meanwhile is seen from here on.
  package func beginStatement() throws { try archive.noticeOthers() }

  /// Ends a run: other runs may write now.
  package func endRun() { archive.endRun() }

  /// Closes the archive's file and refuses to touch it until `wake`.
  package func rest() {
    archive.close()
    archive.isResting = true
  }

  package func wake() { archive.isResting = false }

  /// Closes the archive's file; the next call opens it again, or another that was put in its place meanwhile.
  package func close() { archive.close() }

  // MARK: Reading

  /// Hears again and again that long work goes on.
  package func onProgress(_ body: (() -> Void)?) { archive.watch.onProgress = body }

  /// Throws when the user wants to stop; long work asks now and then.
  package func checkInterruption() throws { try archive.checkInterruption() }

  /// Starts a pass over a relation, for the columns of these indices.
  package func rows(of relation: Relation, reading columns: [Int]) throws -> RelationCursor {
    try desk.rows(of: relation, reading: columns)
  }

  /// The statement that a relation becomes, for those who want to see it.
  package func statement(of relation: Relation) -> String {
    relation.statement(reading: Array(relation.columns.indices))
  }
}
