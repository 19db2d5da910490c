import PPIDValues

extension PublicList {
  /// The list of excluded information (DIK), as far as the person may see it.
  package func exclusions() throws -> Relation {
    try desk.require(.readArchive)
    return ExclusionTables.exclusions(today: try desk.now().date, try desk.visibility())
  }

  /// Excluded information whose period ends by the end of `period`; of the present month, where nil.
  package func exclusions(endingBy period: Period?) throws -> Relation {
    let relation = try exclusions()
    let last = try (period ?? Period(monthOf: desk.now().date)).lastDay
    let end = relation.columns.firstIndex { $0.name == "berakhir" } ?? 0
    return relation.filtered(by: .compare(.lessOrEqual, .column(end), .constant(.date(last)))) ?? relation
  }

  /// One excluded record with its decision; a number that the person may not see is answered like one that doesn't exist.
  package func exclusion(of number: RecordNumber) throws -> [Field] {
    let relation = try exclusions()
    _ = try Records(desk: desk).record(number)
    guard let found = relation.filtered(by: .compare(.equal, .column(0), .constant(.text(number.description)))) else {
      throw ExclusionRefusal.notExcluded(number)
    }
    var row: [FieldValue] = []
    let cursor = try desk.rows(of: found)
    guard try cursor.next(&row) else { throw ExclusionRefusal.notExcluded(number) }
    return zip(found.columns, row).map { Field($0.name, $1) }
  }

  /// Excludes a record by a consequence test; its category changes with it.
  ///
  /// - Parameter replacing: whether a decision that still holds gives way to this one.
  package func exclude(_ number: RecordNumber, by test: ConsequenceTest, replacing: Bool) throws -> Exclusion {
    try desk.require(.exclude)
    for (name, text) in [("dasar", test.basis), ("dibuka", test.ifOpened), ("ditutup", test.ifClosed)] {
      guard !text.allSatisfy(\.isWhitespace) else { throw ExclusionRefusal.emptyField(name) }
    }
    return try desk.change(.exclude) { change in
      let rules = RecordRules(inquiry: change)
      let rows = ExclusionRows(db: change.db)
      let record = try rules.visibleRecord(number)
      try rules.checkChangeable(record)
      let ends = try test.end(from: change.now.date, of: number)
      let earlier = try rows.exclusion(of: record.id)
      if let earlier, !replacing { throw ExclusionRefusal.alreadyExcluded(number, until: earlier.ends) }
      let exclusion = Exclusion(
        test: test, categoryBefore: earlier?.categoryBefore ?? record.content.category.flatMap { $0 == .dikecualikan ? nil : $0 },
        ends: ends, officer: try change.setting(.officer) ?? change.actor().name, office: try change.setting(.officeName),
        place: try change.setting(.place), decided: change.now)
      var content = record.content
      content.category = .dikecualikan
      let update = try RecordRows(db: change.db).update(record, to: content, at: change.now)
      try rows.insert(exclusion, of: record.id)
      if try rows.isListed(record.id) {
        change.remark(
          Phrase(
            id: "\(number) tercantum dalam DIP yang berlaku; bila sudah terbit, terbitkan lagi dengan `dip terbit`",
            en: "\(number) is listed in the DIP in force; where that is published, publish again with `dip terbit`"))
      }
      let event = Event(
        "kecuali tambah", number.description, before: (update?.before ?? []) + (earlier?.fields ?? []),
        after: (update?.after ?? []) + exclusion.fields)
      return (exclusion, event)
    }
  }

  /// Opens a record: its exclusion ends, and it is of `category` from now on; of the one that it had before, where nil.
  ///
  /// - Parameter reason: may be left out when the period has ended.
  package func open(_ number: RecordNumber, as category: Category?, reason: String?) throws -> Category {
    try desk.change(.exclude) { change in
      let rules = RecordRules(inquiry: change)
      let rows = ExclusionRows(db: change.db)
      let record = try rules.visibleRecord(number)
      try rules.checkChangeable(record)
      guard record.content.category == .dikecualikan else { throw ExclusionRefusal.notExcluded(number) }
      let exclusion = try rows.exclusion(of: record.id)
      let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
      if let exclusion, reason == nil, exclusion.ends >= change.now.date {
        throw ExclusionRefusal.stillRunning(number, until: exclusion.ends)
      }
      guard let category = category ?? exclusion?.categoryBefore, category != .dikecualikan else {
        throw ExclusionRefusal.categoryMissing(number)
      }
      let officer = try change.setting(.officer) ?? change.actor().name
      try rows.endExclusion(of: record.id, reason: reason, officer: officer, at: change.now)
      var content = record.content
      content.category = category
      let update = try RecordRows(db: change.db).update(record, to: content, at: change.now)
      let event = Event(
        "kecuali buka", number.description, before: update?.before ?? [],
        after: (update?.after ?? []) + [Field("alasan", .optional(reason)), Field("pejabat", .text(officer))])
      return (category, event)
    }
  }

  /// What those who may see it should know of exclusions whose period has ended, or soon will; nil where there is nothing.
  package func exclusionReminder() throws -> Phrase? {
    guard try desk.actor().may(.readExcluded) else { return nil }
    let today = try desk.now().date
    let soon = today.adding(days: PublicList.reminderDays) ?? today
    let (ended, ending) = try desk.read { try ExclusionRows(db: $0.db).countExclusions(endedBefore: today, endingBy: soon) }
    guard ended + ending > 0 else { return nil }
    var parts: [Phrase] = []
    if ended > 0 { parts.append(Phrase(id: "\(ended) pengecualian sudah berakhir", en: "\(ended) exclusions have ended")) }
    if ending > 0 {
      parts.append(
        Phrase(
          id: "\(ending) pengecualian berakhir dalam \(PublicList.reminderDays) hari",
          en: "\(ending) exclusions end within \(PublicList.reminderDays) days"))
    }
    let month = Period(monthOf: soon)
    return Phrase(
      id: "\(parts.map(\.id).joined(separator: ", ")): lihat `kecuali berakhir --sampai \(month)`",
      en: "\(parts.map(\.en).joined(separator: ", ")): see `kecuali berakhir --sampai \(month)`")
  }

  private static let reminderDays = 30
}
