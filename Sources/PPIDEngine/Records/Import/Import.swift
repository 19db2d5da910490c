import PPIDValues

extension Records {
  /// Takes in a list: new records are added, known ones brought up to date with what the list speaks of.
  ///
  /// All of it is one change. A refused row refuses the whole list (``RecordRefusal/importRefused(_:)``), unless `isPartial`: then the
  /// refused rows are written to a list of their own, to be mended. A list that changes nothing leaves no trace in the journal. Memory
  /// stays bounded, whatever the list's size.
  ///
  /// - Parameter progress: told now and then how far reading has come.
  package func importList(_ path: String, _ options: ImportOptions, progress: (ListProgress) throws -> Void = { _ in }) throws
    -> ImportResult
  {
    try desk.require(.writeRecords)
    let reader = try ListReader(
      path: path, separator: options.separator, mapping: options.mapping, defaultCategory: options.category)
    return try desk.change(.writeRecords) { change in
      try desk.archive.enlargeCache(change.db)
      defer { desk.archive.restoreCache(change.db) }
      var run = try ImportRun(change, path: path, options: options)
      let summary = try reader.forEach(progress: {
        try change.checkInterruption()
        try progress($0)
      }) { try run.take($0) }
      let result = try run.finish(summary)
      guard result.new + result.changed > 0 else { return (result, nil) }
      let event = Event(
        "arsip impor",
        after: [
          Field("berkas", .text(path.fileName)), Field("baru", .int(result.new)),
          Field("berubah", .int(result.changed)), Field("ditolak", .int(result.refused)),
        ], count: result.new + result.changed)
      return (result, event)
    }
  }
}

/// One import under way.
private struct ImportRun {
  private let change: Change
  private let path: String
  private let options: ImportOptions
  /// The change's time, spelled once for all rows.
  private let time: String
  private let records: RecordRows
  private let rows: ImportRows
  private let defaultUnit: StoredUnit?
  /// Records up to this number were there before.
  private let lastOldID: Int
  /// Whether any record is excluded; only then rows are looked up among these too.
  private let hasExcluded: Bool
  private var result = ImportResult()
  /// By number, whether a row of this list has matched the old record: the next equal title is the next record of that title.
  private var isMatched: [Bool]
  /// Where to go on looking, for titles that occur many times.
  private var passed: [String: Int] = [:]
  /// Where refused rows go, once there is one; the failure where they can't be written.
  private var refused: Result<RefusedList, any Error>?
  /// How records are added to an archive that held none, once there are many.
  private var bulk: BulkLoad?
  private var units: [String: Result<StoredUnit, OfficeFailure>] = [:]
  /// Units whose records the person may change, as far as rows have asked.
  private var permitted: Set<UnitCode> = []

  private var rules: RecordRules { RecordRules(inquiry: change) }

  init(_ change: Change, path: String, options: ImportOptions) throws {
    self.change = change
    self.path = path
    self.options = options
    time = change.now.description
    records = RecordRows(db: change.db)
    rows = try ImportRows(db: change.db)
    let unit = try options.unit ?? change.actor().unit ?? change.onlyUnit()
    defaultUnit = try unit.map { try RecordRules(inquiry: change).unitForRecords($0) }
    lastOldID = try records.lastRecordID()
    hasExcluded = try records.hasExcluded()
    isMatched = Array(repeating: false, count: lastOldID + 1)
  }

  mutating func take(_ row: ListedRecord) throws {
    result.read += 1
    var problems = row.problems
    if problems.isEmpty {
      do {
        try store(row)
      } catch let refusal as any Refusal where refusal.kind != .storage {
        problems.append(ImportProblem(row: row.row, value: row.content.title, reason: refusal.message))
      }
    }
    guard !problems.isEmpty else { return }
    result.refuse(problems)
    guard options.isPartial else { return }
    // Without its list, the row's unit and category would be missing.
    var mended = row
    mended.unit = row.unit ?? defaultUnit?.code.text
    refused = refused ?? Result { try RefusedList(of: path, reasonsIn: options.language) }
    if case .success(let list) = refused { try list.add(mended, for: problems) }
  }

  /// Ends what concerns all rows, and has the refused rows' list put in place with the change.
  mutating func finish(_ summary: ListSummary) throws -> ImportResult {
    result.summary = summary
    if result.refused > 0, !options.isPartial { throw RecordRefusal.importRefused(result) }
    try bulk?.finish()
    try keepRefused()
    return result
  }

  private mutating func keepRefused() throws {
    switch refused {
    case nil: break
    case .success(let list):
      try change.desk.archive.stage(list)
      result.refusedList = list.path
    case .failure(let error as any Refusal):
      change.remark(
        Phrase(
          id: "baris yang ditolak tidak dapat ditulis ke berkas: \(error.message.id)",
          en: "the refused rows can't be written to a file: \(error.message.en)"))
    case .failure(let error): throw error
    }
  }

  // MARK: One row

  private mutating func store(_ row: ListedRecord) throws {
    let unit = try unit(of: row)
    let title = row.content.foldedTitle
    guard let record = try known(row) ?? twin(row, unit, title) else {
      result.new += 1
      if bulk == nil, lastOldID == 0, result.new == BulkLoad.threshold { bulk = try BulkLoad(change.desk.archive, change.db) }
      return
    }
    if record.id <= lastOldID { isMatched[record.id] = true }
    let content = record.content.merging(row.content)
    guard !RecordChange(from: record.content, to: content).isEmpty, options.duplicates != .skip else {
      result.unchanged += 1
      return
    }
    guard options.duplicates == .update else { throw RecordRefusal.duplicateRow(RecordNumber(record.id)) }
    try rules.checkChangeable(record)
    try rules.checkStaysExcluded(record, as: content)
    _ = try records.update(record, to: content, at: change.now)
    result.changed += 1
  }

  /// The record whose number the row names.
  private mutating func known(_ row: ListedRecord) throws -> StoredRecord? {
    guard let number = row.number else { return nil }
    let record = try rules.visibleRecord(number)
    if !permitted.contains(record.unit) {
      try change.requireRecords(of: record.unit)
      permitted.insert(record.unit)
    }
    return record
  }

  /// The next record of the row's unit, category and title that was there before; where there is none, the row is added as one.
  private mutating func twin(_ row: ListedRecord, _ unit: StoredUnit, _ title: String) throws -> StoredRecord? {
    let category = row.content.category
    // There is none, and equal titles of this list are told apart in the end.
    guard bulk == nil else {
      try rows.insert(row.content, foldedTitle: title, unitID: unit.id, occurrence: 1, at: time)
      return nil
    }
    var key: String { "\(unit.id) \(category?.rawValue ?? "") \(title)" }
    let twin = try rows.twin(
      unitID: unit.id, category: category, foldedTitle: title, after: passed.isEmpty ? 0 : passed[key] ?? 0, upTo: lastOldID
    ) { !isMatched[$0] }
    switch twin {
    case .known(let id, let occurrence):
      if occurrence >= ImportRun.many { passed[key] = occurrence }
      return try records.record(RecordNumber(id))
    case .new(let occurrence):
      // What was excluded since must not come back as a new open record: the row is the excluded one, and refused as that.
      if hasExcluded, category != .dikecualikan,
        case .known(let id, _) = try rows.twin(
          unitID: unit.id, category: .dikecualikan, foldedTitle: title, after: 0, upTo: lastOldID, where: { !isMatched[$0] })
      {
        return try records.record(RecordNumber(id))
      }
      try rows.insert(row.content, foldedTitle: title, unitID: unit.id, occurrence: occurrence, at: time)
      return nil
    }
  }

  /// From here on it pays to remember how many of equal titles were passed.
  private static let many = 16

  private mutating func unit(of row: ListedRecord) throws -> StoredUnit {
    guard let text = row.unit else {
      guard let defaultUnit else { throw RecordRefusal.unitMissing }
      return defaultUnit
    }
    if let known = units[text] { return try known.get() }
    let found: Result<StoredUnit, OfficeFailure>
    do {
      guard let code = UnitCode(text) else { throw OfficeFailure.unknownUnit(text, nearest: nil) }
      found = .success(try rules.unitForRecords(code))
    } catch let failure as OfficeFailure {
      found = .failure(failure)
    }
    units[text] = found
    return try found.get()
  }
}
