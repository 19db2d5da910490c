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
      var run = try ImportRun(engine: self, path: path, options: options, event: event, now: now, db)
      result.summary = try reader.forEach(progress: {
        try store.checkInterruption()
        try progress($0)
      }) { try run.take($0, &result, db) }
      if result.refused > 0, !options.isPartial { throw EngineFailure.importRefused(result) }
      try run.keepRefused(&result)
      guard result.new + result.changed > 0 else { return nil }
      return Event(
        "arsip impor",
        after: [
          Field("berkas", .text((path as NSString).lastPathComponent)), Field("baru", .int(result.new)),
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
  let defaultUnit: StoredUnit?
  /// Records up to this number were there before.
  let lastOldID: Int
  var revisions = RevisionDigest()
  /// Old records that a row of this list has matched: the next equal title is the next record of that title.
  private var matched: Set<Int> = []
  /// Where refused rows go, once there is one; the failure where they can't be written.
  private var refused: Result<RefusedList, any Error>?
  private var units: [String: Result<StoredUnit, EngineFailure>] = [:]

  init(engine: Engine, path: String, options: ImportOptions, event: Int, now: LocalTime, _ db: Database) throws {
    self.engine = engine
    self.path = path
    self.options = options
    self.event = event
    self.now = now
    let unit = try options.unit ?? engine.actor().unit ?? engine.onlyUnit(db)
    defaultUnit = try unit.map { try engine.unitForRecords($0, db) }
    lastOldID = try engine.store.lastRecordID(db)
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
    guard let record = try known(row, unit, title, db) else {
      let occurrence = try store.nextOccurrence(unitID: unit.id, category: row.content.category, foldedTitle: title, db)
      _ = try store.insert(row.content, unitID: unit.id, occurrence: occurrence, event: event, at: now, db)
      result.new += 1
      return
    }
    matched.insert(record.id)
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

  /// The record that the row speaks of: the one of its number, else the next one of its unit, category and title.
  private func known(_ row: ListedRecord, _ unit: StoredUnit, _ title: String, _ db: Database) throws -> StoredRecord? {
    if let number = row.number {
      let record = try engine.visibleRecord(number, db)
      try engine.requireRecords(of: record.unit)
      return record
    }
    if let record = try next(unit, row.content.category, title, db) { return record }
    // What was excluded since must not come back as a new open record: the row is the excluded one, and refused as that.
    return try next(unit, .dikecualikan, title, db)
  }

  /// The first record of that unit, category and title that this list has not matched yet.
  private func next(_ unit: StoredUnit, _ category: Category?, _ title: String, _ db: Database) throws -> StoredRecord? {
    try engine.store.records(unitID: unit.id, category: category, foldedTitle: title, db)
      .first { $0.id <= lastOldID && !matched.contains($0.id) }
  }

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
