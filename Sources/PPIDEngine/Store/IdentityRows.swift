import PPIDValues

/// The row that tells which archive this is.
struct IdentityRows {
  let db: Database

  /// Damage where there is none: each archive was made with one.
  func identity() throws -> Identity {
    guard let identity = try db.value("SELECT identity FROM archive", as: Identity.self) else {
      throw StorageFailure.corrupt(path: db.path, detail: "archive.identity")
    }
    return identity
  }

  func insert(_ identity: Identity) throws {
    try db.execute("INSERT INTO archive (only, identity, made_at) VALUES (1, ?, strftime('%Y-%m-%dT%H:%M:%SZ'))", identity)
  }
}
