import PPIDValues

extension Schedule {
  /// What is due up to a day (today, where nil), and what waits: nomor, judul, unit, status, tindakan, jatuh_tempo, menunggu, …
  package func dueRecords(until day: CalendarDate?) throws -> Relation {
    try desk.require(.readArchive)
    return RetentionTables.due(until: try day ?? desk.now().date, try desk.visibility())
  }

  /// States when the event came about that a record's retention waits for; a nil `date` takes the statement back.
  ///
  /// Without `age` it is the event of the age that waits for one: the active age's before the inactive age's. The age, and the event
  /// as the term words it; false where nothing changed.
  package func stateRetentionEvent(_ date: CalendarDate?, of number: RecordNumber, _ age: RetentionAge?) throws
    -> (age: RetentionAge, event: String, hasChanged: Bool)
  {
    try desk.change(.writeRecords) { change in
      let record = try RecordRules(inquiry: change).changeableRecord(number)
      let rule = RetentionRule(record.content, try SchemeRows(db: change.db).schemeCodes(of: [record.id])[record.id])
      let awaiting = RetentionAge.allCases.filter { rule.term($0)?.event != nil }
      guard let age = age ?? awaiting.first, let event = rule.term(age)?.event else {
        throw RetentionFailure.awaitsNothing(number, age, term: age.flatMap(rule.text))
      }
      let rows = RetentionRows(db: change.db)
      let old = try rows.retentionEvents(of: number)[age]
      guard old != date else { return ((age, event, false), nil) }
      try rows.setRetentionEvent(date, age, of: number)
      let told = Event(
        "retensi peristiwa", number.description, before: old.map { [Field(age.eventField, .date($0))] } ?? [],
        after: [Field(age.eventField, date.map(FieldValue.date) ?? .null)])
      return ((age, event, true), told)
    }
  }
}
