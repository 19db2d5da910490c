import PPIDValues

/// One entry of the journal being taken back, within the change that does so.
struct Reversal {
  let change: Change
  let entry: JournalEntry

  var db: Database { change.db }
  var history: HistoryRows { HistoryRows(db: db) }

  /// What taking back did, as the journal tells it.
  struct Effect {
    var before: [Field] = []
    var after: [Field] = []
    var count = 1

    /// Both, counted together.
    static func + (left: Effect, right: Effect) -> Effect {
      Effect(
        before: left.before + right.before, after: left.after + right.after, count: left.count + right.count)
    }
  }

  // MARK: Records

  /// Removes the records that the entry added, when nothing rests on them. Their numbers are not given again.
  func removeRecords() throws -> Effect {
    let records = RecordRows(db: db)
    for unit in try records.units(ofRecordsCreatedIn: entry.id) { try change.requireRecords(of: unit) }
    if let changed = try history.changedRecord(createdIn: entry.id) { throw UndoFailure.changedSince(what: changed.description) }
    if let link = try history.reference(toRecordsCreatedIn: entry.id) {
      throw UndoFailure.inUse(what: link.record.description, table: link.table)
    }
    let count = try records.removeRecords(createdIn: entry.id)
    return Effect(after: [Field("dihapus", .int(count))], count: count)
  }

  /// Gives the records that the entry changed the values that they had before.
  func restoreRecords() throws -> Effect {
    var effect = Effect(count: 0)
    let records = RecordRows(db: db)
    let rules = RecordRules(inquiry: change)
    try history.forEachRevision(of: entry.id) { revision in
      let number = RecordNumber(revision.record)
      let record = try rules.visibleRecord(number)
      try change.requireRecords(of: record.unit)
      guard try !history.isChanged(revision) else { throw UndoFailure.changedSince(what: number.description) }
      let edition = try EditionRows(db: db).edition(listing: number, after: entry.id)
      if let edition { throw UndoFailure.listed(number, edition: edition) }
      let content = record.content.restoring(revision.before)
      try rules.checkStaysExcluded(record, as: content)
      let status = revision.before.first { $0.name == "status" }?.value.text ?? record.status
      guard let change = try records.update(record, to: content, status: status, at: change.now) else { return }
      // Bulk work tells how many there were; what each held stands in its revisions.
      if entry.subject != nil {
        effect.before += change.before
        effect.after += change.after
      }
      effect.count += 1
    }
    if entry.subject == nil, effect.count > 0 {
      effect.after.append(Field("dikembalikan", .int(effect.count)))
    }
    return effect
  }
}
