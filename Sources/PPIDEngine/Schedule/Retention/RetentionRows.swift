import PPIDValues

/// The events that records' retentions wait for.
struct RetentionRows {
  let db: Database

  /// When the events came about that a record's retention waits for.
  func retentionEvents(of record: RecordNumber) throws -> [RetentionAge: CalendarDate] {
    let events: [(RetentionAge, CalendarDate)] = try db.rows("SELECT age, date FROM retention_event WHERE record_id = ?", record.value) {
      try ($0["age"], $0["date"])
    }
    return events.reduce(into: [:]) { $0[$1.0] = $1.1 }
  }

  /// States when an event came about; nil takes the statement back.
  func setRetentionEvent(_ date: CalendarDate?, _ age: RetentionAge, of record: RecordNumber) throws {
    guard let date else {
      try db.execute("DELETE FROM retention_event WHERE record_id = ? AND age = ?", record.value, age)
      return
    }
    try db.execute(
      """
      INSERT INTO retention_event (record_id, age, date, journal_id) VALUES (?, ?, ?, ?)
      ON CONFLICT (record_id, age) DO UPDATE SET date = excluded.date, journal_id = excluded.journal_id
      """, record.value, age, date, db.entry)
  }
}

extension RetentionAge: StoredText {}
extension DueAction: StoredText {}
