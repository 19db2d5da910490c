/// Which records the person may see, and which may be changed.
struct RecordRules {
  let inquiry: Inquiry

  /// The record of that number, unless the person may not see it: then there is none.
  func visibleRecord(_ number: RecordNumber) throws -> StoredRecord {
    guard let record = try RecordRows(db: inquiry.db).record(number), try isVisible(record) else {
      throw RecordRefusal.unknownRecord(number)
    }
    return record
  }

  /// The record of that number, as one that the person may change.
  func changeableRecord(_ number: RecordNumber) throws -> StoredRecord {
    let record = try visibleRecord(number)
    try inquiry.requireRecords(of: record.unit)
    try checkChangeable(record)
    return record
  }

  func isVisible(_ record: StoredRecord) throws -> Bool {
    guard record.content.category == .dikecualikan else { return true }
    return switch try inquiry.visibility().excluded {
    case .all: true
    case .ofUnit(let unit): unit == record.unit
    case .none: false
    }
  }

  /// Throws for a record that is changed no more.
  func checkChangeable(_ record: StoredRecord) throws {
    guard record.status != "ditarik", record.status != "dimusnahkan" else {
      throw RecordRefusal.finishedRecord(RecordNumber(record.id), status: record.status)
    }
  }

  /// Throws where an excluded record would become another by a mere change of its category.
  func checkStaysExcluded(_ record: StoredRecord, as content: RecordContent) throws {
    if record.content.category == .dikecualikan, content.category != .dikecualikan {
      throw RecordRefusal.excludedStaysExcluded(RecordNumber(record.id))
    }
  }

  /// The unit named, or else the person's own, or else the only one in service; one that the person may change records of.
  func unitForRecords(_ code: UnitCode?) throws -> StoredUnit {
    try inquiry.require(.writeRecords)
    guard let code = try code ?? inquiry.actor().unit ?? inquiry.onlyUnit() else { throw RecordRefusal.unitMissing }
    let unit = try inquiry.knownUnit(code)
    try inquiry.requireRecords(of: unit.code)
    return unit
  }
}
