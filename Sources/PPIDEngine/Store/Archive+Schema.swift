extension Archive {
  /// What those who know the domain say about archives.
  struct Plan {
    /// The statements that make a new archive's tables.
    var tables: [String] = []
    /// What was changed of the tables since their description.
    var steps = Schema.steps
    /// The version of the schema that all of it makes.
    var version: Int { Schema.first + steps.count }
    /// The tables whose rows name the entry that changed them last.
    var rows: [KeyedTable] = []
    /// What statements may call.
    var functions: [SQLFunction] = []
    /// Fills a new archive, in the transaction that makes it.
    var found: (Database) throws -> Void = { _ in }
    /// Takes away what runs that were killed had discarded, where there is any.
    var tidy: (Database) throws -> Void = { _ in }
    var needsTidying: (Database) throws -> Bool = { _ in false }
    /// Told when an older archive was copied to that path, before its schema is brought up to date.
    var onMigration: (_ from: Int, _ copy: String) -> Void = { _, _ in }
  }
}

extension Archive {
  /// Makes the tables of a new archive, or brings those of an older one up to the plan, behind the archive's lock.
  func prepare(_ db: Database, isWritable: Bool) throws {
    let found = try version(of: db)
    guard found < plan.version else { return }
    guard isWritable else {
      throw found > 0 ? StorageFailure.outdated(path: path, version: found) : StorageFailure.readOnly(path: path)
    }
    let wasHeld = lock.isHeld
    try acquireLock()
    defer { if !wasHeld { lock.release() } }
    if found > 0, keepsOldVersions { try keepCopy(of: found) }
    try db.execute("PRAGMA journal_mode = WAL")
    try db.execute("BEGIN IMMEDIATE")
    do {
      // Another run may have been faster.
      let version = try version(of: db)
      if version == 0 { try make(db) }
      for step in plan.steps.dropFirst(max(0, version - Schema.first)) where version > 0 { try db.run(script: step.sql) }
      try db.run(script: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(plan.version)")
      try db.execute("COMMIT")
    } catch {
      _ = try? db.execute("ROLLBACK")
      throw error
    }
  }

  /// Makes a new archive, which nothing makes another of: its identity is drawn once.
  private func make(_ db: Database) throws {
    for tables in plan.tables { try db.run(script: tables) }
    for step in plan.steps { try db.run(script: step.sql) }
    try IdentityRows(db: db).insert(.random())
    try plan.found(db)
  }

  /// The version of an archive's schema, 0 where there is none yet; throws for what is no archive, or one of another program.
  func version(of db: Database) throws -> Int {
    let mark = try db.value("PRAGMA application_id", as: Int.self) ?? 0
    let version = try db.value("PRAGMA user_version", as: Int.self) ?? 0
    if mark != Int(Schema.applicationID) {
      let isEmpty = try mark == 0 && version == 0 && !db.exists("SELECT 1 FROM sqlite_master")
      guard isEmpty else { throw StorageFailure.notAnArchive(path: db.path) }
    }
    guard version == 0 || version >= Schema.first else { throw StorageFailure.unreleased(path: db.path, version: version) }
    guard version <= plan.version else {
      throw StorageFailure.tooNew(path: db.path, version: version, known: plan.version)
    }
    return version
  }
}
