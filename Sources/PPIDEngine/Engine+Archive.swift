import GRDB
import OrderedCollections
import PPIDValues

/// A record as it is shown to a person: every field with its value.
package struct RecordView: Sendable {
  package let number: RecordNumber
  package let fields: [Field]
  package let extra: OrderedDictionary<String, String>
}

extension Engine {
  /// All records that the person may see; for a guest the edition in force.
  package func records() throws -> Relation {
    try require(.readEdition)
    return .records(try visibility())
  }

  /// Records that hold the words of `text`, or others of the same roots: those with the typed words before the others, of each the
  /// best first; and what to mark in them.
  package func search(_ text: String) throws -> (found: Relation, marks: SearchMarks) {
    try require(.readEdition)
    guard let typed = SearchQuery(text) else { throw EngineFailure.nothingToSearch(text) }
    let query = try store.read { db in try typed.widened { try store.isIndexed($0, db) } }
    return (.found(query, try visibility()), query.marks)
  }

  /// One record; a number that the person may not see is answered like one that doesn't exist.
  package func record(_ number: RecordNumber) throws -> RecordView {
    let relation = try records()
    guard let found = relation.filtered(by: .compare(.equal, .column(0), .constant(.text(number.description)))) else {
      throw EngineFailure.unknownRecord(number)
    }
    var row: [FieldValue] = []
    let cursor = try rows(of: found, reading: Array(found.columns.indices))
    guard try cursor.next(&row) else { throw EngineFailure.unknownRecord(number) }
    let fields = zip(found.columns, row).map { Field($0.name, $1) }
    let extra = fields.first { $0.name == "lainnya" }?.value.text.flatMap(FieldText.fields)
    return RecordView(number: number, fields: fields, extra: extra ?? [:])
  }

  /// Adds a record of `unit` (the person's own, where nil).
  package func addRecord(_ content: RecordContent, unit: UnitCode?) throws -> RecordNumber {
    guard !content.foldedTitle.isEmpty else { throw EngineFailure.emptyTitle }
    var number: RecordNumber?
    try change { db, event, now in
      let unit = try unitForRecords(unit, db)
      let occurrence = try store.nextOccurrence(
        unitID: unit.id, category: content.category, foldedTitle: content.foldedTitle, db)
      let new = try store.insert(content, unitID: unit.id, occurrence: occurrence, event: event, at: now, db)
      number = new
      return Event("arsip tambah", new.description, after: [Field("unit", .text(unit.code.text))] + content.filled)
    }
    return number!
  }

  /// Changes fields of a record; what differed, empty when nothing did.
  package func updateRecord(_ number: RecordNumber, _ edit: (inout RecordContent) -> Void) throws -> [(old: Field, new: Field)] {
    try require(.writeRecords)
    var differences: [(old: Field, new: Field)] = []
    try change { db, event, now in
      let record = try visibleRecord(number, db)
      try requireRecords(of: record.unit)
      try checkChangeable(record)
      var content = record.content
      edit(&content)
      guard !content.foldedTitle.isEmpty else { throw EngineFailure.emptyTitle }
      if record.content.category == .dikecualikan, content.category != .dikecualikan {
        throw EngineFailure.excludedStaysExcluded(number)
      }
      guard let change = try store.update(record, to: content, event: event, at: now, db) else { return nil }
      differences = zip(change.before, change.after).map { (old: $0, new: $1) }
      return Event("arsip ubah", number.description, before: change.before, after: change.after)
    }
    return differences
  }

  func knownUnit(_ code: UnitCode, _ db: Database) throws -> StoredUnit {
    let units = try store.units(db)
    guard let unit = units.first(where: { $0.code == code }) else {
      throw EngineFailure.unknownUnit(code.text, nearest: Nearest.name(to: code.text, among: units.map(\.code.text)))
    }
    return unit
  }

  /// The unit named, or else the person's own, or else the only one in service; one that the person may change records of.
  func unitForRecords(_ code: UnitCode?, _ db: Database) throws -> StoredUnit {
    try require(.writeRecords)
    guard let code = try code ?? actor().unit ?? onlyUnit(db) else { throw EngineFailure.unitMissing }
    let unit = try knownUnit(code, db)
    try requireRecords(of: unit.code)
    return unit
  }

  func onlyUnit(_ db: Database) throws -> UnitCode? {
    let active = try store.units(db).filter(\.isActive)
    return active.count == 1 ? active[0].code : nil
  }

  func checkChangeable(_ record: StoredRecord) throws {
    guard record.status != "ditarik", record.status != "dimusnahkan" else {
      throw EngineFailure.finishedRecord(RecordNumber(record.id), status: record.status)
    }
  }

  /// The record of that number, unless the person may not see it: then there is none.
  func visibleRecord(_ number: RecordNumber, _ db: Database) throws -> StoredRecord {
    guard let record = try store.record(number, db), try isVisible(record) else { throw EngineFailure.unknownRecord(number) }
    return record
  }

  func isVisible(_ record: StoredRecord) throws -> Bool {
    guard record.content.category == .dikecualikan else { return true }
    return switch try visibility().excluded {
    case .all: true
    case .ofUnit(let unit): unit == record.unit
    case .none: false
    }
  }
}
