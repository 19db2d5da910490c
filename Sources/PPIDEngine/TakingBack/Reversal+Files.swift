import PPIDValues

/// Files of records.
extension Reversal {
  private var files: FileRows { FileRows(db: db) }

  /// Takes the file away that the entry attached, and puts back the one whose place it took.
  func detachFile() throws -> Effect {
    let (record, attached) = try fileOfEntry(entry.after)
    guard try current(attached)?.digest == attached.digest else { throw changed(attached) }
    let replaced = HeldFile(of: attached.record, entry.before)
    // What stands there again is not to go first.
    try FileActs(change: change).detach(attached, keptUntil: replaced?.digest == attached.digest ? change.now.keepingContents : nil)
    if let replaced { try putBack(replaced) }
    return try note(record, attached.name, before: attached, after: replaced)
  }

  /// Puts the file back that the entry took away.
  func reattachFile() throws -> Effect {
    let (record, detached) = try fileOfEntry(entry.before)
    guard try current(detached) == nil else { throw changed(detached) }
    try putBack(detached)
    return try note(record, detached.name, before: nil, after: detached)
  }

  private func fileOfEntry(_ fields: [Field]) throws -> (StoredRecord, HeldFile) {
    guard let number = entry.subject.flatMap({ RecordNumber($0) }), let file = HeldFile(of: number, fields) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    return (try FileRules(inquiry: change).recordForFiles(number), file)
  }

  private func current(_ file: HeldFile) throws -> HeldFile? {
    try files.files(of: [file.record.value]).first { $0.name == file.name }
  }

  private func putBack(_ file: HeldFile) throws {
    guard try files.keeps(file.digest), try FileRules(inquiry: change).fault(of: file.digest, size: file.size) == nil else {
      throw UndoFailure.bytesGone(file.record, name: file.name)
    }
    try FileActs(change: change).attach(file, at: entry.before["dilampirkan"]?.text.flatMap { LocalTime($0) } ?? change.now)
  }

  /// Tells of the content that stood under the name, and of the one that stands there now; each nil for none.
  private func note(_ record: StoredRecord, _ name: String, before: HeldFile?, after: HeldFile?) throws -> Effect {
    func fields(_ file: HeldFile?) -> [Field] { [Field("berkas.\(name)", .optional(file?.digest))] }
    try RecordRows(db: db).noteRevision(of: record, before: fields(before), at: change.now)
    return Effect(before: fields(before), after: fields(after))
  }

  private func changed(_ file: HeldFile) -> UndoFailure { .changedSince(what: "\(file.record) \(file.name)") }
}
