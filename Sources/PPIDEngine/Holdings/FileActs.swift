import PPIDValues

/// What attaches files to records and takes them away again, within a change.
struct FileActs {
  let change: Change

  private var rows: FileRows { FileRows(db: change.db) }

  /// Attaches a content to a record, in place of the file of that name where there is one.
  func attach(_ file: HeldFile, at time: LocalTime) throws {
    try rows.insertContent(of: file)
    if let old = try rows.files(of: [file.record.value]).first(where: { $0.name == file.name }) {
      try detach(old, keptUntil: time.keepingContents)
    }
    try rows.insert(file, at: time)
  }

  /// Takes a file from its record. The bytes of a content that nobody has any more go once this is stored, or when that time is over.
  func detach(_ file: HeldFile, keptUntil: LocalTime? = nil) throws {
    try rows.remove(file)
    guard try rows.files(withDigest: file.digest).isEmpty else { return }
    try rows.removeContent(file.digest, keptUntil: keptUntil)
    if keptUntil == nil { try stageDiscarded() }
  }

  /// Has the bytes go whose time is over.
  func discardContents() throws {
    if try rows.discardContents(keptUntil: change.now) { try stageDiscarded() }
  }

  /// Has the bytes go that were taken from these records earlier, and that nobody has any more.
  func discardContents(onceOf records: [Int]) throws {
    if try rows.discardContents(onceOf: records) { try stageDiscarded() }
  }

  private func stageDiscarded() throws {
    let archive = change.desk.archive
    try archive.stage(DiscardedContents(of: archive))
  }
}
