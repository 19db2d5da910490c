import GRDB
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

extension Store {
  /// The table's column of each field.
  private static func column(_ field: RecordField) -> String {
    switch field {
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

  private static let contentColumns = RecordField.allCases.map(column)
  private static let selection =
    "SELECT r.id, r.unit_id, u.code, r.status, r.revision, r.extra, r.created_in, r.dip, "
    + contentColumns.map { "r.\($0)" }.joined(separator: ", ") + " FROM record r JOIN unit u ON u.id = r.unit_id"

  static let insertion: String = {
    let columns = contentColumns + ["unit_id", "extra", "folded_title", "occurrence", "created_in", "changed_at"]
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO record (\(columns.joined(separator: ", "))) VALUES (\(places))"
  }()

  func record(_ number: RecordNumber, _ db: Database) throws -> StoredRecord? {
    let statement = try db.cachedStatement(sql: Store.selection + " WHERE r.id = ?")
    return try Row.fetchOne(statement, arguments: [number.value]).map(Store.record)
  }

  /// Many records at once, in no order; numbers that don't exist are missing.
  func records(_ ids: [Int], _ db: Database) throws -> [StoredRecord] {
    try inBatches(ids) { places, arguments in
      try Row.fetchAll(db, sql: Store.selection + " WHERE r.id IN (\(places))", arguments: arguments).map(Store.record)
    }
  }

  /// Adds a record; its number.
  func insert(_ content: RecordContent, unitID: Int, occurrence: Int, event: Int, at time: LocalTime, _ db: Database) throws
    -> RecordNumber
  {
    let statement = try db.cachedStatement(sql: Store.insertion)
    var values: [(any DatabaseValueConvertible)?] = RecordField.allCases.map { content[$0].databaseValue }
    values += [unitID, Store.text(content.extra), content.foldedTitle, occurrence, event, time.description]
    try statement.execute(arguments: StatementArguments(values))
    return RecordNumber(Int(db.lastInsertedRowID))
  }

  /// The next occurrence of such a title, counted from 1.
  func nextOccurrence(unitID: Int, category: Category?, foldedTitle: String, _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT coalesce(max(occurrence), 0) + 1 FROM record WHERE unit_id = ? AND folded_title = ? AND category IS ?")
    return try Int.fetchOne(statement, arguments: [unitID, foldedTitle, category?.rawValue]) ?? 1
  }

  /// Stores what changed of `record` and keeps what was; the before-values as the journal spells them. Nil when nothing differs.
  func update(
    _ record: StoredRecord, to content: RecordContent, status: String? = nil, event: Int, at time: LocalTime, _ db: Database
  ) throws -> RecordChange? {
    let status = status ?? record.status
    let change = RecordChange(from: record.content, to: content, status: (record.status, status))
    guard !change.isEmpty else { return nil }
    try keepRevision(of: record, before: change.before, event: event, db)
    var columns = ["revision = revision + 1", "changed_at = ?", "extra = ?", "status = ?"]
    var values: [(any DatabaseValueConvertible)?] = [time.description, Store.text(content.extra), status]
    for field in change.fields {
      columns.append("\(Store.column(field)) = ?")
      values.append(content[field].databaseValue)
    }
    if content.foldedTitle != record.content.foldedTitle || content.category != record.content.category {
      columns += ["folded_title = ?", "occurrence = ?"]
      values += [
        content.foldedTitle,
        try nextOccurrence(unitID: record.unitID, category: content.category, foldedTitle: content.foldedTitle, db),
      ]
    }
    values.append(record.id)
    try db.cachedStatement(sql: "UPDATE record SET \(columns.joined(separator: ", ")) WHERE id = ?")
      .execute(arguments: StatementArguments(values))
    return change
  }

  /// Keeps in a record's revisions what a change of something beside its fields replaced: its files, its status.
  func noteRevision(of record: StoredRecord, before: [Field], event: Int, at time: LocalTime, _ db: Database) throws {
    try keepRevision(of: record, before: before, event: event, db)
    try db.cachedStatement(sql: "UPDATE record SET revision = revision + 1, changed_at = ? WHERE id = ?")
      .execute(arguments: [time.description, record.id])
  }

  private func keepRevision(of record: StoredRecord, before: [Field], event: Int, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO revision (journal_id, record_id, number, before) VALUES (?, ?, ?, ?)")
      .execute(arguments: [event, record.id, record.revision, FieldText.object(before) ?? "{}"])
  }

  /// The units of the records that an entry added.
  func units(ofRecordsCreatedIn entry: Int, _ db: Database) throws -> [UnitCode] {
    let sql = "SELECT DISTINCT u.code FROM record r JOIN unit u ON u.id = r.unit_id WHERE r.created_in = ?"
    return try String.fetchAll(db, sql: sql, arguments: [entry]).compactMap { UnitCode($0) }
  }

  /// Removes the records that an entry added; how many.
  func removeRecords(createdIn entry: Int, _ db: Database) throws -> Int {
    try db.execute(sql: "DELETE FROM record WHERE created_in = ?", arguments: [entry])
    return db.changesCount
  }

  /// Whether the search index has this word.
  func isIndexed(_ word: String, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM record_word WHERE term = ?)")
    return try Bool.fetchOne(statement, arguments: [word]) ?? false
  }

  func recordCount(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM record") ?? 0
  }

  func hasExcluded(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM record WHERE category = 'dikecualikan')") ?? false
  }

  func lastRecordID(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM record") ?? 0
  }

  private static func record(_ row: Row) -> StoredRecord {
    var content = RecordContent(title: "")
    for (index, field) in RecordField.allCases.enumerated() {
      content[field] = FieldValue(row[8 + index] as DatabaseValue, field)
    }
    content.extra = extra(row[5])
    return StoredRecord(
      id: row[0], unitID: row[1], unit: UnitCode(row[2] as String)!, content: content, status: row[3],
      listing: Listing(rawValue: row[7]) ?? .none, revision: row[4], createdIn: row[6])
  }

  static func text(_ extra: OrderedDictionary<String, String>) -> String? {
    FieldText.object(extra.map { Field($0.key, .text($0.value)) })
  }

  private static func extra(_ text: String?) -> OrderedDictionary<String, String> {
    text.flatMap(FieldText.fields) ?? [:]
  }
}

extension FieldValue {
  /// The value as the store keeps it.
  var databaseValue: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .bool(let value): value
    case .int(let value): value
    case .double(let value): value
    case .text(let value): value
    case .date(let value): value.description
    case .time(let value): value.description
    case .period(let value): value.description
    }
  }

  fileprivate init(_ value: DatabaseValue, _ field: RecordField) {
    switch (field, value.storage) {
    case (.date, .string(let text)): self = CalendarDate(text).map(FieldValue.date) ?? .null
    case (_, .string(let text)): self = .text(text)
    case (_, .int64(let number)): self = .int(Int(number))
    default: self = .null
    }
  }
}
