import OrderedCollections
import PPIDValues

/// A record as it is stored, for those who change it.
struct StoredRecord {
  let id: Int
  let unitID: Int
  let unit: UnitCode
  var content: RecordContent
  let status: String
  let listing: Listing
  let revision: Int
  /// The entry of the journal that added it.
  let createdIn: Int
}

/// The records, what their changes replaced, and the words by which they are found.
struct RecordRows {
  let db: Database

  private static let selection =
    "SELECT r.id, r.unit_id, u.code AS unit, r.status, r.dip, r.revision, r.created_in, r.extra, "
    + RecordField.allCases.map { "r.\($0.column)" }.joined(separator: ", ") + " FROM record r JOIN unit u ON u.id = r.unit_id"

  /// Adds a record: its fields in their order, then the rest.
  static let insertion: String = {
    let columns =
      RecordField.allCases.map(\.column)
      + ["unit_id", "extra", "folded_title", "occurrence", "changed_at", "created_in", "journal_id"]
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO record (\(columns.joined(separator: ", "))) VALUES (\(places))"
  }()

  // MARK: Reading

  func record(_ number: RecordNumber) throws -> StoredRecord? {
    try db.row(RecordRows.selection + " WHERE r.id = ?", number.value, decode: RecordRows.record)
  }

  /// Many records at once, in no order; numbers that don't exist are missing.
  func records(_ ids: [Int]) throws -> [StoredRecord] {
    try db.inBatches(ids) { places, values in
      try db.rows(RecordRows.selection + " WHERE r.id IN (\(places))", values: values, decode: RecordRows.record)
    }
  }

  /// The next occurrence of such a title, counted from 1.
  func nextOccurrence(unitID: Int, category: Category?, foldedTitle: String) throws -> Int {
    try db.value(
      "SELECT coalesce(max(occurrence), 0) + 1 FROM record WHERE unit_id = ? AND folded_title = ? AND category IS ?", unitID,
      foldedTitle, category) ?? 1
  }

  /// The units of the records that an entry added.
  func units(ofRecordsCreatedIn entry: Int) throws -> [UnitCode] {
    try db.values("SELECT DISTINCT u.code FROM record r JOIN unit u ON u.id = r.unit_id WHERE r.created_in = ?", entry)
  }

  func recordCount() throws -> Int { try db.value("SELECT count(*) FROM record") ?? 0 }

  func hasExcluded() throws -> Bool { try db.exists("SELECT 1 FROM record WHERE category = 'dikecualikan'") }

  func lastRecordID() throws -> Int { try db.value("SELECT max(id) FROM record") ?? 0 }

  /// Which of these words the search index has.
  func indexed(among words: [String]) throws -> Set<String> {
    // Asked so, the index looks each word up; `term IN (…)` would go through all places of every word.
    let sql = "SELECT j.value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM record_word w WHERE w.term = j.value)"
    return Set(try db.values(sql, "[" + words.map(FieldText.quoted).joined(separator: ",") + "]"))
  }

  // MARK: Changing

  /// Adds a record; its number.
  func insert(_ content: RecordContent, unitID: Int, occurrence: Int, at time: LocalTime) throws -> RecordNumber {
    var values: [(any StoredValue)?] = RecordField.allCases.map { content[$0] }
    values += [unitID, try content.storedExtra(), content.foldedTitle, occurrence, time, db.entry, db.entry]
    return RecordNumber(try db.insert(RecordRows.insertion, values: values))
  }

  /// Stores what changed of `record` and keeps what was; the before-values as the journal spells them. Nil when nothing differs.
  func update(_ record: StoredRecord, to content: RecordContent, status: String? = nil, at time: LocalTime) throws -> RecordChange? {
    let status = status ?? record.status
    let change = RecordChange(from: record.content, to: content, status: (record.status, status))
    guard !change.isEmpty else { return nil }
    var columns = ["revision = revision + 1", "changed_at = ?", "extra = ?", "status = ?"]
    var values: [(any StoredValue)?] = [time, try content.storedExtra(), status]
    for field in change.fields {
      columns.append("\(field.column) = ?")
      values.append(content[field])
    }
    if content.foldedTitle != record.content.foldedTitle || content.category != record.content.category {
      columns += ["folded_title = ?", "occurrence = ?"]
      values += [
        content.foldedTitle,
        try nextOccurrence(unitID: record.unitID, category: content.category, foldedTitle: content.foldedTitle),
      ]
    }
    columns.append("journal_id = ?")
    values += [db.entry, record.id]
    try db.execute("UPDATE record SET \(columns.joined(separator: ", ")) WHERE id = ?", values: values)
    try keepRevision(of: record, before: change.before)
    return change
  }

  /// Keeps in a record's revisions what a change of something beside its fields replaced: its files, its status.
  func noteRevision(of record: StoredRecord, before: [Field], at time: LocalTime) throws {
    try keepRevision(of: record, before: before)
    try db.execute(
      "UPDATE record SET revision = revision + 1, changed_at = ?, journal_id = ? WHERE id = ?", time, db.entry, record.id)
  }

  private func keepRevision(of record: StoredRecord, before: [Field]) throws {
    try db.execute(
      "INSERT INTO revision (record_id, number, before, journal_id) VALUES (?, ?, ?, ?)", record.id, record.revision,
      FieldText.object(before) ?? "{}", db.entry)
  }

  /// Removes the records that an entry added; how many.
  func removeRecords(createdIn entry: Int) throws -> Int { try db.execute("DELETE FROM record WHERE created_in = ?", entry) }

  // MARK: Decoding

  private static func record(_ row: Row) throws -> StoredRecord {
    let extra: ExtraText? = try row["extra"]
    var content = RecordContent(title: "")
    for field in RecordField.allCases { content[field] = try value(of: field, in: row) }
    content.extra = extra?.fields ?? [:]
    return StoredRecord(
      id: try row["id"], unitID: try row["unit_id"], unit: try row["unit"], content: content, status: try row["status"],
      listing: try row["dip"], revision: try row["revision"], createdIn: try row["created_in"])
  }

  private static func value(of field: RecordField, in row: Row) throws -> FieldValue {
    switch field {
    case .title: .text(try row[field.column])
    case .date: (try row[field.column] as CalendarDate?).map(FieldValue.date) ?? .null
    case .year: (try row[field.column] as Int?).map(FieldValue.int) ?? .null
    case .category: .optional((try row[field.column] as Category?)?.rawValue)
    case .security: .optional((try row[field.column] as SecurityClass?)?.rawValue)
    default: .optional(try row[field.column])
    }
  }
}

extension RecordField {
  /// The table's column.
  var column: String {
    switch self {
    case .title: "title"
    case .summary: "summary"
    case .kind: "kind"
    case .holder: "holder"
    case .producer: "producer"
    case .when: "made"
    case .date: "date"
    case .year: "year"
    case .place: "place"
    case .form: "form"
    case .category: "category"
    case .code: "code"
    case .activeRetention: "active_retention"
    case .inactiveRetention: "inactive_retention"
    case .fate: "fate"
    case .security: "security"
    case .location: "location"
    }
  }
}

/// A record's `lainnya` as it is stored.
private struct ExtraText: StoredText {
  let fields: OrderedDictionary<String, String>
  let stored: String

  init?(stored text: String) {
    guard let fields = FieldText.fields(text) else { return nil }
    (self.fields, stored) = (fields, text)
  }
}

extension Category: StoredText {}
extension SecurityClass: StoredText {}

extension RecordContent {
  /// The columns of a list that no field takes, as they are stored. Throws ``TextHoldsNUL``.
  func storedExtra() throws -> String? {
    for (name, text) in extra {
      try TextHoldsNUL.check(name)
      try TextHoldsNUL.check(text)
    }
    return extraText
  }
}
