import PPIDValues

/// What determining gave.
package struct Determination: Sendable {
  package let edition: Edition
  /// Nil when the edition was there already.
  package let counts: EditionCounts?
}

extension PublicList {
  /// Activity 8: determines the DIP of a month.
  ///
  /// - Parameters:
  ///   - number: the decision's number; nil takes the office's pattern (`nomor.pola`).
  ///   - outsideCycle: the reason, when the month has no cycle.
  ///   - unlessDone: does nothing when the month's activity 8 is done.
  package func determine(_ period: Period, number: String?, outsideCycle: String?, unlessDone: Bool) throws -> Determination {
    try desk.require(.determine)
    guard period.kind == .month else { throw CycleRefusal.notAMonth(period) }
    return try desk.change(.determine) { change in
      let rows = EditionRows(db: change.db)
      let existing = try rows.lastEdition(of: period)
      let hasCycle = try CycleRows(db: change.db).hasCycle(period)
      let isDone = try hasCycle ? !Turns(inquiry: change).isDue(.determination, in: period) : existing != nil
      if unlessDone, isDone, let existing { return (Determination(edition: existing, counts: nil), nil) }
      try checkOrder(of: period, existing: existing, isOutside: outsideCycle != nil, hasCycle: hasCycle, change)
      if hasCycle {
        if isDone, let existing { throw EditionRefusal.editionExists(period, existing) }
        let open = try CycleRows(db: change.db).tracks(of: period).filter { $0.unit != nil && !$0.isSettled }
        guard open.isEmpty else { throw CycleRefusal.deliveriesOpen(period, open) }
      }
      let ordinal = (existing?.ordinal ?? 0) + 1
      let number = try number ?? patternNumber(period, ordinal: ordinal, change)
      guard try !rows.hasEdition(number: number) else { throw EditionRefusal.numberTaken(number) }
      let signer = try change.setting(.officer) ?? change.actor().name
      let counts = try rows.insertEdition(
        period: period, ordinal: ordinal, number: number, at: change.now, signer: signer, outsideCycle: outsideCycle)
      if hasCycle { try StepActs(change: change).finish(.determination, of: period) }
      guard let edition = try rows.lastEdition(of: period) else { throw EditionRefusal.noEdition(period) }
      let event = Event(
        "dip tetapkan", edition.name,
        after: [
          Field("nomor", .text(number)), Field("baru", .int(counts.added)), Field("berubah", .int(counts.changed)),
          Field("hapus", .int(counts.removed)), Field("isi", .int(counts.total)),
          Field("di_luar_siklus", .optional(outsideCycle)),
        ], count: max(1, counts.added + counts.changed + counts.removed))
      return (Determination(edition: edition, counts: counts), event)
    }
  }

  private func checkOrder(of period: Period, existing: Edition?, isOutside: Bool, hasCycle: Bool, _ inquiry: Inquiry) throws {
    if isOutside {
      guard !hasCycle else { throw EditionRefusal.cycleForOutside(period) }
      if let existing { throw EditionRefusal.editionExists(period, existing) }
    } else {
      guard hasCycle else { throw CycleRefusal.noCycle(period) }
    }
    if let latest = try EditionRows(db: inquiry.db).lastEdition(), period < latest.period {
      throw EditionRefusal.editionBeforeLatest(period, latest: latest.period)
    }
    if let earlier = try CycleRows(db: inquiry.db).undeterminedMonth(before: period) {
      throw EditionRefusal.earlierMonthOpen(period, earlier: earlier)
    }
  }

  private func patternNumber(_ period: Period, ordinal: Int, _ inquiry: Inquiry) throws -> String {
    let pattern = try inquiry.setting(.numberPattern) ?? Setting.periodMark
    let name = ordinal == 1 ? "\(period)" : "\(period).\(ordinal)"
    return pattern.replacing(Setting.periodMark, with: name)
  }
}
