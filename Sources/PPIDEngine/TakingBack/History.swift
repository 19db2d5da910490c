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

/// The door to what happened: the journal, records' histories, and taking changes back.
package struct History {
  let desk: Desk

  /// Everything that happened to a record, the oldest first.
  package func history(of number: RecordNumber) throws -> [RecordRevision] {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let record = try RecordRules(inquiry: inquiry).visibleRecord(number)
      // Going back from what the record holds now, each change's before-values tell what the change before it had left.
      let current = record.content.filled + [Field("status", .text(record.status))]
      var state = OrderedDictionary(uniqueKeysWithValues: current.map { ($0.name, $0.value) })
      let history = try HistoryRows(db: inquiry.db).entries(of: number).map { entry, revision in
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

  /// Takes back the person's last change that isn't taken back yet, unless something rests on it.
  package func undoLastChange() throws -> UndoneChange {
    try desk.change(.readArchive) { change in
      let rows = HistoryRows(db: change.db)
      let person = try change.actor().name
      guard let entry = try rows.lastEntry(of: person) else { throw UndoFailure.nothing(person: person) }
      switch Undo.table[entry.action] {
      case nil, .passedOver: throw UndoFailure.impossible(action: entry.action, entry: entry.id)
      case .never(let reason): throw UndoFailure.never(action: entry.action, entry: entry.id, reason: reason)
      case .revert(let permission, let revert):
        try change.require(permission)
        let effect = try revert(Reversal(change: change, entry: entry))
        try rows.markUndone(entry.id)
        let event = Event(
          Undo.action, entry.subject, before: effect.before,
          after: [Field("jejak", .int(entry.id)), Field("tindakan", .text(entry.action))] + effect.after, count: max(1, effect.count))
        return (UndoneChange(entry: entry.id, action: entry.action, subject: entry.subject, count: effect.count), event)
      }
    }
  }

  // MARK: The journal

  /// The journal, the oldest entry first; of one record or other object, from a day on, by one person, where named.
  package func journal(of subject: String?, since: CalendarDate?, by actor: String?) throws -> Relation {
    try desk.require(.readArchive)
    return JournalTables.journal(of: subject, since: since, by: actor, try desk.visibility())
  }

  /// The entries after that number: what was done to what.
  package func journalSummary(after last: Int) throws -> Relation {
    let all = try journal(of: nil, since: nil, by: nil)
    let columns = ["nomor", "tindakan", "objek", "jumlah", "sesudah"].compactMap { name in all.columns.firstIndex { $0.name == name } }
    return (all.filtered(by: .compare(.greater, .column(0), .constant(.int(last)))) ?? all).projected(to: columns)
  }

  /// Reckons the journal's chain; the number of entries. Throws ``JournalFault`` with the first one.
  package func verifyJournal() throws -> Int {
    try desk.require(.readArchive)
    return try desk.read { try JournalRows(db: $0.db).verify() }
  }

  /// The number of the last entry, to tell later what was added.
  package func lastEvent() throws -> Int { try desk.read { try JournalRows(db: $0.db).nextNumber() } - 1 }
}
