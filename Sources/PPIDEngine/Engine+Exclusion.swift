import GRDB
import PPIDValues

extension Engine {
  /// The list of excluded information (DIK), as far as the person may see it.
  package func exclusions() throws -> Relation {
    try require(.readArchive)
    return .exclusions(today: try now().date, try visibility())
  }

  /// Excluded information whose period ends by the end of `period`; of the present month, where nil.
  package func exclusions(endingBy period: Period?) throws -> Relation {
    let relation = try exclusions()
    let last = try (period ?? Period(monthOf: now().date)).lastDay
    let end = relation.columns.firstIndex { $0.name == "berakhir" } ?? 0
    return relation.filtered(by: .compare(.lessOrEqual, .column(end), .constant(.date(last)))) ?? relation
  }

  /// One excluded record with its decision; a number that the person may not see is answered like one that doesn't exist.
  package func exclusion(of number: RecordNumber) throws -> [Field] {
    let relation = try exclusions()
    _ = try record(number)
    guard let found = relation.filtered(by: .compare(.equal, .column(0), .constant(.text(number.description)))) else {
      throw ExclusionRefusal.notExcluded(number)
    }
    var row: [FieldValue] = []
    let cursor = try rows(of: found, reading: Array(found.columns.indices))
    guard try cursor.next(&row) else { throw ExclusionRefusal.notExcluded(number) }
    return zip(found.columns, row).map { Field($0.name, $1) }
  }

  /// The decision that excludes a record, as a document; a number that the person may not see is answered like one that doesn't exist.
  package func exclusionDecision(of number: RecordNumber) throws -> Report {
    try require(.readArchive)
    return try store.read { db in
      let record = try visibleRecord(number, db)
      guard record.content.category == .dikecualikan else { throw ExclusionRefusal.notExcluded(number) }
      guard let exclusion = try store.exclusion(of: record.id, db) else { throw ExclusionRefusal.notTested(number) }
      return ExclusionDecision(
        number: number, content: record.content, unit: Report.Unit(code: record.unit, name: try knownUnit(record.unit, db).name),
        exclusion: exclusion,
        office: Report.Office(
          name: try store.setting(.officeName, db), address: try store.setting(.officeAddress, db), place: try store.setting(.place, db)),
        superior: try store.setting(.superior, db)
      ).report
    }
  }

  /// Excludes a record by a consequence test; its category changes with it.
  ///
  /// - Parameter replacing: whether a decision that still holds gives way to this one.
  package func exclude(_ number: RecordNumber, by test: ConsequenceTest, replacing: Bool) throws -> Exclusion {
    try require(.exclude)
    for (name, text) in [("dasar", test.basis), ("dibuka", test.ifOpened), ("ditutup", test.ifClosed)] {
      guard !text.allSatisfy(\.isWhitespace) else { throw ExclusionRefusal.emptyField(name) }
    }
    var result: Exclusion?
    try change { db, event, now in
      let record = try visibleRecord(number, db)
      try checkChangeable(record)
      let ends = try test.end(from: now.date, of: number)
      let earlier = try store.exclusion(of: record.id, db)
      if let earlier, !replacing { throw ExclusionRefusal.alreadyExcluded(number, until: earlier.ends) }
      let exclusion = Exclusion(
        test: test, categoryBefore: earlier?.categoryBefore ?? record.content.category.flatMap { $0 == .dikecualikan ? nil : $0 },
        ends: ends, officer: try store.setting(.officer, db) ?? actor().name, office: try store.setting(.officeName, db),
        place: try store.setting(.place, db), decided: now)
      var content = record.content
      content.category = .dikecualikan
      let change = try store.update(record, to: content, event: event, at: now, db)
      try store.insert(exclusion, of: record.id, event: event, db)
      if try store.isListed(record.id, db) {
        remark(
          Phrase(
            id: "\(number) tercantum dalam DIP yang berlaku; bila sudah terbit, terbitkan lagi dengan `dip terbit`",
            en: "\(number) is listed in the DIP in force; where that is published, publish again with `dip terbit`"))
      }
      result = exclusion
      return Event(
        "kecuali tambah", number.description, before: (change?.before ?? []) + (earlier?.fields ?? []),
        after: (change?.after ?? []) + exclusion.fields)
    }
    return result!
  }

  /// Opens a record: its exclusion ends, and it is of `category` from now on; of the one that it had before, where nil.
  ///
  /// - Parameter reason: may be left out when the period has ended.
  package func open(_ number: RecordNumber, as category: Category?, reason: String?) throws -> Category {
    try require(.exclude)
    var result: Category?
    try change { db, event, now in
      let record = try visibleRecord(number, db)
      try checkChangeable(record)
      guard record.content.category == .dikecualikan else { throw ExclusionRefusal.notExcluded(number) }
      let exclusion = try store.exclusion(of: record.id, db)
      let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
      if let exclusion, reason == nil, exclusion.ends >= now.date {
        throw ExclusionRefusal.stillRunning(number, until: exclusion.ends)
      }
      guard let category = category ?? exclusion?.categoryBefore, category != .dikecualikan else {
        throw ExclusionRefusal.categoryMissing(number)
      }
      let officer = try store.setting(.officer, db) ?? actor().name
      try store.endExclusion(of: record.id, reason: reason, officer: officer, at: now, event: event, db)
      var content = record.content
      content.category = category
      let change = try store.update(record, to: content, event: event, at: now, db)
      result = category
      return Event(
        "kecuali buka", number.description, before: change?.before ?? [],
        after: (change?.after ?? []) + [Field("alasan", .optional(reason)), Field("pejabat", .text(officer))])
    }
    return result!
  }

  /// What those who may see it should know of exclusions whose period has ended, or soon will; nil where there is nothing.
  package func exclusionReminder() throws -> Phrase? {
    guard try actor().may(.readExcluded) else { return nil }
    let today = try now().date
    let soon = today.adding(days: Engine.reminderDays) ?? today
    let (ended, ending) = try store.read { try store.countExclusions(endedBefore: today, endingBy: soon, $0) }
    guard ended + ending > 0 else { return nil }
    var parts: [Phrase] = []
    if ended > 0 { parts.append(Phrase(id: "\(ended) pengecualian sudah berakhir", en: "\(ended) exclusions have ended")) }
    if ending > 0 {
      parts.append(
        Phrase(
          id: "\(ending) pengecualian berakhir dalam \(Engine.reminderDays) hari",
          en: "\(ending) exclusions end within \(Engine.reminderDays) days"))
    }
    let month = Period(monthOf: soon)
    return Phrase(
      id: "\(parts.map(\.id).joined(separator: ", ")): lihat `kecuali berakhir --sampai \(month)`",
      en: "\(parts.map(\.en).joined(separator: ", ")): see `kecuali berakhir --sampai \(month)`")
  }

  private static let reminderDays = 30
}
