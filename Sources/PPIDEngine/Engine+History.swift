import OrderedCollections
import PPIDValues

/// One entry of a record's history.
package struct RecordRevision: Sendable {
  /// The record's revision since then; nil where the entry changed nothing of what the record holds.
  package let number: Int?
  package let time: LocalTime?
  package let actor: String
  package let onBehalfOf: String?
  package let action: String
  /// What changed, before and after: a JSON object each, nil where there is nothing to tell.
  package let before: String?
  package let after: String?
  /// The number of the entry in the journal.
  package let entry: Int
}

/// What was taken back, and by which entry.
package struct UndoneChange: Sendable {
  package let entry: Int
  package let action: String
  package let subject: String?
  package let count: Int
}

extension Engine {
  /// Everything that happened to a record, the oldest first.
  package func history(of number: RecordNumber) throws -> [RecordRevision] {
    try require(.readArchive)
    return try store.read { db in
      guard let record = try store.record(number, db), try isVisible(record) else { throw EngineFailure.unknownRecord(number) }
      // Going back from what the record holds now, each change's before-values tell what the change before it had left.
      let current = record.content.filled + [Field("status", .text(record.status))]
      var state = OrderedDictionary(uniqueKeysWithValues: current.map { ($0.name, $0.value) })
      let history = try store.entries(of: number, db).map { entry, revision in
        var (before, after) = (entry.before, entry.after)
        if let revision {
          before = revision.before
          let kept = before.map { Field($0.name, state[$0.name] ?? .null) }
          // The journal's own entry tells more, such as the reason; that of bulk work speaks of many records.
          after = entry.subject == number.description ? entry.after : kept
          for field in before { state[field.name] = field.value }
        } else if entry.subject != number.description {
          (before, after) = ([], state.map { Field($0.key, $0.value) }.filter { $0.value != .null })
        }
        return RecordRevision(
          number: revision.map { $0.number + 1 } ?? (entry.id == record.createdIn ? 1 : nil), time: entry.stated, actor: entry.actor,
          onBehalfOf: entry.onBehalfOf, action: entry.action, before: FieldText.object(before), after: FieldText.object(after),
          entry: entry.id)
      }
      return history.reversed()
    }
  }

  /// Withdraws a record: it stays, can't be changed any more, and the next edition leaves it out.
  package func withdraw(_ number: RecordNumber, reason: String) throws {
    try require(.writeRecords)
    guard reason.contains(where: { !$0.isWhitespace }) else { throw RecordRefusal.reasonMissing }
    try change { db, event, now in
      guard let record = try store.record(number, db), try isVisible(record) else { throw EngineFailure.unknownRecord(number) }
      try requireRecords(of: record.unit)
      try checkChangeable(record)
      guard let change = try store.update(record, to: record.content, status: "ditarik", event: event, at: now, db) else { return nil }
      return Event("arsip tarik", number.description, before: change.before, after: change.after + [Field("alasan", .text(reason))])
    }
  }

  /// Takes back the person's last change that isn't taken back yet, unless something rests on it.
  package func undoLastChange() throws -> UndoneChange {
    try require(.readArchive)
    var result: UndoneChange?
    try change { db, event, now in
      let person = try actor().name
      guard let entry = try store.lastEntry(of: person, db) else { throw UndoFailure.nothing(person: person) }
      switch Undo.table[entry.action] {
      case nil, .passedOver: throw UndoFailure.impossible(action: entry.action, entry: entry.id)
      case .never(let reason): throw UndoFailure.never(action: entry.action, entry: entry.id, reason: reason)
      case .revert(let permission, let revert):
        try require(permission)
        let effect = try revert(Reversal(engine: self, entry: entry, db: db, event: event, now: now))
        try store.markUndone(entry.id, by: event, db)
        result = UndoneChange(entry: entry.id, action: entry.action, subject: entry.subject, count: effect.count)
        return Event(
          Undo.action, entry.subject, before: effect.before,
          after: [Field("jejak", .int(entry.id)), Field("tindakan", .text(entry.action))] + effect.after, count: max(1, effect.count),
          digest: effect.digest)
      }
    }
    return result!
  }
}
