import Foundation
import GRDB
import PPIDValues

extension Engine {
  /// Takes in a list: new records are added, known ones brought up to date with what the list speaks of.
  ///
  /// All of it is one change. A refused row refuses the whole list (``EngineFailure/importRefused(_:)``), unless `isPartial`: then the
  /// refused rows are written to a list of their own, to be mended. A list that changes nothing leaves no trace in the journal. Memory
  /// stays bounded, whatever the list's size.
  ///
  /// - Parameter progress: told now and then how far reading has come.
  package func importList(_ path: String, _ options: ImportOptions, progress: (ListProgress) throws -> Void = { _ in }) throws
    -> ImportResult
  {
    try require(.writeRecords)
    let reader = try ListReader(
      path: path, separator: options.separator, mapping: options.mapping, defaultCategory: options.category)
    var result = ImportResult()
    try change { db, event, now in
      try store.enlargeCache(db)
      defer { store.restoreCache(db) }
      var run = try ImportRun(engine: self, path: path, options: options, event: event, now: now, db)
      result.summary = try reader.forEach(progress: {
        try store.checkInterruption()
        try progress($0)
      }) { try run.take($0, &result, db) }
      if result.refused > 0, !options.isPartial { throw EngineFailure.importRefused(result) }
      try run.finish(db)
      try run.keepRefused(&result)
      guard result.new + result.changed > 0 else { return nil }
      return Event(
        "arsip impor",
        after: [
          Field("berkas", .text(path.fileName)), Field("baru", .int(result.new)),
          Field("berubah", .int(result.changed)), Field("ditolak", .int(result.refused)),
        ], count: result.new + result.changed, digest: run.revisions.value)
    }
    return result
  }
}

/// One import under way.
private struct ImportRun {
  let engine: Engine
  let path: String
  let options: ImportOptions
  let event: Int
  let now: LocalTime
  private let time: String
  private let statements: ImportStatements
  let defaultUnit: StoredUnit?
  /// Records up to this number were there before.
  let lastOldID: Int
  var revisions = RevisionDigest()
  /// By number, whether a row of this list has matched the old record: the next equal title is the next record of that title.
  private var isMatched: [Bool]
  /// Where to go on looking, for titles that occur many times.
  private var passed: [String: Int] = [:]
  /// Where refused rows go, once there is one; the failure where they can't be written.
  private var refused: Result<RefusedList, any Error>?
  /// How records are added to an archive that held none, once there are many.
  private var bulk: BulkLoad?
  /// Whether any record is excluded; only then rows are looked up among these too.
  private let hasExcluded: Bool
  private var units: [String: Result<StoredUnit, EngineFailure>] = [:]

  init(engine: Engine, path: String, options: ImportOptions, event: Int, now: LocalTime, _ db: Database) throws {
    self.engine = engine
    self.path = path
    self.options = options
    self.event = event
    self.now = now
    time = now.description
    statements = try ImportStatements(db)
    let unit = try options.unit ?? engine.actor().unit ?? engine.onlyUnit(db)
    defaultUnit = try unit.map { try engine.unitForRecords($0, db) }
    lastOldID = try engine.store.lastRecordID(db)
    hasExcluded = try engine.store.hasExcluded(db)
    isMatched = Array(repeating: false, count: lastOldID + 1)
  }

  mutating func take(_ row: ListedRecord, _ result: inout ImportResult, _ db: Database) throws {
    result.read += 1
    var problems = row.problems
    if problems.isEmpty {
      do {
        try store(row, &result, db)
      } catch let failure as EngineFailure {
        problems.append(ImportProblem(row: row.row, value: row.content.title, reason: failure.message))
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

  /// Ends what concerns all rows.
  func finish(_ db: Database) throws { try bulk?.finish(db) }

  /// Has the refused rows' list put in place with the change.
  func keepRefused(_ result: inout ImportResult) throws {
    switch refused {
    case nil: break
    case .success(let list):
      try engine.stage(list)
      result.refusedList = list.path
    case .failure(let error as any Refusal):
      engine.remark(
        Phrase(
          id: "baris yang ditolak tidak dapat ditulis ke berkas: \(error.message.id)",
          en: "the refused rows can't be written to a file: \(error.message.en)"))
    case .failure(let error): throw error
    }
  }

  private mutating func store(_ row: ListedRecord, _ result: inout ImportResult, _ db: Database) throws {
    let unit = try unit(of: row, db)
    let store = engine.store
    let title = row.content.foldedTitle
    guard let record = try known(row, db) ?? twin(row, unit, title, db) else {
      result.new += 1
      if bulk == nil, lastOldID == 0, result.new == BulkLoad.threshold { bulk = try BulkLoad(store, db) }
      return
    }
    if record.id <= lastOldID { isMatched[record.id] = true }
    let content = record.content.merging(row.content)
    guard !RecordChange(from: record.content, to: content).isEmpty, options.duplicates != .skip else {
      result.unchanged += 1
      return
    }
    guard options.duplicates == .update else { throw EngineFailure.duplicateRow(RecordNumber(record.id)) }
    try engine.checkChangeable(record)
    if record.content.category == .dikecualikan, content.category != .dikecualikan {
      throw EngineFailure.excludedStaysExcluded(RecordNumber(record.id))
    }
    if let change = try store.update(record, to: content, event: event, at: now, db), let before = FieldText.object(change.before) {
      revisions.add(record: record.id, before: before)
    }
    result.changed += 1
  }

  /// The record whose number the row names.
  private func known(_ row: ListedRecord, _ db: Database) throws -> StoredRecord? {
    guard let number = row.number else { return nil }
    let record = try engine.visibleRecord(number, db)
    try engine.requireRecords(of: record.unit)
    return record
  }

  /// The next record of the row's unit, category and title that was there before; where there is none, the row is added as one.
  private mutating func twin(_ row: ListedRecord, _ unit: StoredUnit, _ title: String, _ db: Database) throws -> StoredRecord? {
    let category = row.content.category
    // There is none, and equal titles of this list are told apart in the end.
    guard bulk == nil else {
      try statements.insert(row.content, foldedTitle: title, unitID: unit.id, occurrence: 1, event: event, at: time)
      return nil
    }
    var key: String { "\(unit.id) \(category?.rawValue ?? "") \(title)" }
    let twin = try statements.twin(
      unitID: unit.id, category: category, foldedTitle: title, after: passed.isEmpty ? 0 : passed[key] ?? 0, upTo: lastOldID
    ) { !isMatched[$0] }
    switch twin {
    case .known(let id, let occurrence):
      if occurrence >= ImportRun.many { passed[key] = occurrence }
      return try engine.store.record(RecordNumber(id), db)
    case .new(let occurrence):
      // What was excluded since must not come back as a new open record: the row is the excluded one, and refused as that.
      if hasExcluded, category != .dikecualikan,
        case .known(let id, _) = try statements.twin(
          unitID: unit.id, category: .dikecualikan, foldedTitle: title, after: 0, upTo: lastOldID, where: { !isMatched[$0] })
      {
        return try engine.store.record(RecordNumber(id), db)
      }
      try statements.insert(row.content, foldedTitle: title, unitID: unit.id, occurrence: occurrence, event: event, at: time)
      return nil
    }
  }

  /// From here on it pays to remember how many of equal titles were passed.
  private static let many = 16

  private mutating func unit(of row: ListedRecord, _ db: Database) throws -> StoredUnit {
    guard let text = row.unit else {
      guard let defaultUnit else { throw EngineFailure.unitMissing }
      return defaultUnit
    }
    if let known = units[text] { return try known.get() }
    let found: Result<StoredUnit, EngineFailure>
    do {
      guard let code = UnitCode(text) else { throw EngineFailure.unknownUnit(text, nearest: nil) }
      found = .success(try engine.unitForRecords(code, db))
    } catch let failure as EngineFailure {
      found = .failure(failure)
    }
    units[text] = found
    return try found.get()
  }
}
