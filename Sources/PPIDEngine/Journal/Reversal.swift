import GRDB
import PPIDValues

/// One entry of the journal being taken back, within the change that does so.
struct Reversal {
  let engine: Engine
  let entry: JournalEntry
  let db: Database
  /// The number of the entry that this makes.
  let event: Int
  let now: LocalTime

  /// What taking back did, as the journal tells it.
  struct Effect {
    var before: [Field] = []
    var after: [Field] = []
    var count = 1
    var digest: String?

    /// Both, counted together.
    static func + (left: Effect, right: Effect) -> Effect {
      Effect(
        before: left.before + right.before, after: left.after + right.after, count: left.count + right.count,
        digest: left.digest ?? right.digest)
    }
  }

  var store: Store { engine.store }

  // MARK: Records

  /// Removes the records that the entry added, when nothing rests on them. Their numbers are not given again.
  func removeRecords() throws -> Effect {
    for unit in try store.units(ofRecordsCreatedIn: entry.id, db) { try engine.requireRecords(of: unit) }
    if let changed = try store.changedRecord(createdIn: entry.id, db) { throw UndoFailure.changedSince(what: changed.description) }
    if let link = try store.reference(to: "record", where: "created_in = ?", entry.id, db) {
      throw UndoFailure.inUse(what: RecordNumber(link.id).description, table: link.table)
    }
    let count = try store.removeRecords(createdIn: entry.id, db)
    return Effect(after: [Field("dihapus", .int(count))], count: count)
  }

  /// Gives the records that the entry changed the values that they had before.
  func restoreRecords() throws -> Effect {
    var effect = Effect(count: 0)
    var digest = RevisionDigest()
    try store.forEachRevision(of: entry.id, db) { revision in
      let number = RecordNumber(revision.record)
      guard let record = try store.record(number, db), try engine.isVisible(record) else { throw EngineFailure.unknownRecord(number) }
      try engine.requireRecords(of: record.unit)
      guard try !store.isChanged(revision, db) else { throw UndoFailure.changedSince(what: number.description) }
      if let edition = try store.edition(listing: number, after: entry.id, db) { throw UndoFailure.listed(number, edition: edition) }
      let content = record.content.restoring(revision.before)
      if record.content.category == .dikecualikan, content.category != .dikecualikan {
        throw EngineFailure.excludedStaysExcluded(number)
      }
      let status = revision.before.first { $0.name == "status" }?.value.text ?? record.status
      guard let change = try store.update(record, to: content, status: status, event: event, at: now, db) else { return }
      if entry.subject == nil, let before = FieldText.object(change.before) {
        digest.add(record: record.id, before: before)
      } else {
        effect.before += change.before
        effect.after += change.after
      }
      effect.count += 1
    }
    if entry.subject == nil, effect.count > 0 {
      effect.after.append(Field("dikembalikan", .int(effect.count)))
      effect.digest = digest.value
    }
    return effect
  }
}
