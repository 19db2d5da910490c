import PPIDValues

extension Engine {
  /// What is due up to a day (today, where nil), and what waits: nomor, judul, unit, status, tindakan, jatuh_tempo, menunggu, …
  package func dueRecords(until day: CalendarDate?) throws -> Relation {
    try require(.readArchive)
    return .due(until: try day ?? now().date, try visibility())
  }

  /// States when the event came about that a record's retention waits for; a nil `date` takes the statement back.
  ///
  /// Without `age` it is the event of the age that waits for one: the active age's before the inactive age's. The age, and the event
  /// as the term words it; false where nothing changed.
  package func stateRetentionEvent(_ date: CalendarDate?, of number: RecordNumber, _ age: RetentionAge?) throws
    -> (age: RetentionAge, event: String, hasChanged: Bool)
  {
    var result: (age: RetentionAge, event: String, hasChanged: Bool)?
    try change { db, _, _ in
      guard let record = try store.record(number, db), try isVisible(record) else { throw EngineFailure.unknownRecord(number) }
      try requireRecords(of: record.unit)
      try checkChangeable(record)
      let rule = RetentionRule(record.content, try store.schemeCodes(of: [record.id], db)[record.id])
      let awaiting = RetentionAge.allCases.filter { rule.term($0)?.event != nil }
      guard let age = age ?? awaiting.first, let event = rule.term(age)?.event else {
        throw RetentionFailure.awaitsNothing(number, age, term: age.flatMap(rule.text))
      }
      let old = try store.retentionEvents(of: number, db)[age]
      result = (age, event, old != date)
      guard old != date else { return nil }
      try store.setRetentionEvent(date, age, of: number, db)
      return Event(
        "retensi peristiwa", number.description, before: old.map { [Field(age.eventField, .date($0))] } ?? [],
        after: [Field(age.eventField, date.map(FieldValue.date) ?? .null)])
    }
    return result!
  }
}
