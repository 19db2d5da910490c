import PPIDValues

/// Files of records.
extension Reversal {
  /// Takes the file away that the entry attached, and puts back the one whose place it took.
  func detachFile() throws -> Effect {
    let (record, attached) = try fileOfEntry(entry.after)
    guard try current(attached)?.digest == attached.digest else { throw changed(attached) }
    try store.detach(attached, db)
    if let replaced = HeldFile(of: attached.record, entry.before) { try putBack(replaced) }
    return try note(record, attached, before: attached.digest)
  }

  /// Puts the file back that the entry took away.
  func reattachFile() throws -> Effect {
    let (record, detached) = try fileOfEntry(entry.before)
    guard try current(detached) == nil else { throw changed(detached) }
    try putBack(detached)
    return try note(record, detached, before: nil)
  }

  private func fileOfEntry(_ fields: [Field]) throws -> (StoredRecord, HeldFile) {
    guard let number = entry.subject.flatMap({ RecordNumber($0) }), let file = HeldFile(of: number, fields) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    return (try engine.recordForFiles(number, db), file)
  }

  private func current(_ file: HeldFile) throws -> HeldFile? {
    try store.files(of: [file.record.value], db).first { $0.name == file.name }
  }

  private func putBack(_ file: HeldFile) throws {
    guard try store.keeps(file.digest, db), try engine.fault(of: file.digest, size: file.size) == nil else {
      throw UndoFailure.bytesGone(file.record, name: file.name)
    }
    try store.attach(file, at: entry.before["dilampirkan"]?.text.flatMap { LocalTime($0) } ?? now, db)
  }

  private func note(_ record: StoredRecord, _ file: HeldFile, before digest: String?) throws -> Effect {
    try store.noteRevision(of: record, before: [Field("berkas.\(file.name)", .optional(digest))], event: event, at: now, db)
    return Effect(before: entry.after, after: entry.before)
  }

  private func changed(_ file: HeldFile) -> UndoFailure { .changedSince(what: "\(file.record) \(file.name)") }
}
