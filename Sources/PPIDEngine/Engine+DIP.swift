import GRDB
import PPIDValues

/// What determining gave.
package struct Determination: Sendable {
  package let edition: Edition
  /// Nil when the edition was there already.
  package let counts: EditionCounts?
}

extension Engine {
  /// The DIP in force in `period`; now, where nil.
  package func dip(_ period: Period?) throws -> Relation {
    try require(.readEdition)
    return .listedRecords(period: period, try visibility())
  }

  package func editions() throws -> Relation {
    try require(.readEdition)
    return .editions()
  }

  /// Records of two months' DIPs, each with how it changed (baru, berubah, hapus, tetap) and the columns that did.
  package func difference(from earlier: Period, to later: Period) throws -> Relation {
    try require(.readEdition)
    return .difference(from: earlier, to: later, try visibility())
  }

  /// Activity 8: determines the DIP of a month.
  ///
  /// - Parameters:
  ///   - number: the decision's number; nil takes the office's pattern (`nomor.pola`).
  ///   - outsideCycle: the reason, when the month has no cycle.
  ///   - unlessDone: does nothing when the month's activity 8 is done.
  package func determine(_ period: Period, number: String?, outsideCycle: String?, unlessDone: Bool) throws -> Determination {
    try require(.determine)
    guard period.kind == .month else { throw EngineFailure.notAMonth(period) }
    var result: Determination?
    try change { db, event, now in
      let existing = try store.lastEdition(of: period, db)
      let hasCycle = try store.hasCycle(period, db)
      let isDone = try hasCycle ? !isDue(.determination, in: period, db) : existing != nil
      if unlessDone, isDone, let existing {
        result = Determination(edition: existing, counts: nil)
        return nil
      }
      try checkOrder(of: period, existing: existing, isOutside: outsideCycle != nil, hasCycle: hasCycle, db)
      if hasCycle {
        guard !isDone else { throw EngineFailure.editionExists(period, existing!) }
        let open = try store.tracks(of: period, db).filter { $0.unit != nil && !$0.isSettled }
        guard open.isEmpty else { throw EngineFailure.deliveriesOpen(period, open) }
      }
      let ordinal = (existing?.ordinal ?? 0) + 1
      let number = try number ?? patternNumber(period, ordinal: ordinal, db)
      guard try !store.hasEdition(number: number, db) else { throw EngineFailure.numberTaken(number) }
      let signer = try store.setting(.officer, db) ?? actor().name
      let counts = try store.insertEdition(
        period: period, ordinal: ordinal, number: number, at: now, signer: signer, outsideCycle: outsideCycle, event: event, db)
      if hasCycle { try finish(.determination, of: period, at: now, event: event, db) }
      let edition = try store.lastEdition(of: period, db)!
      result = Determination(edition: edition, counts: counts)
      return Event(
        "dip tetapkan", edition.name,
        after: [
          Field("nomor", .text(number)), Field("baru", .int(counts.added)), Field("berubah", .int(counts.changed)),
          Field("hapus", .int(counts.removed)), Field("isi", .int(counts.total)),
          Field("di_luar_siklus", .optional(outsideCycle)),
        ], count: max(1, counts.added + counts.changed + counts.removed))
    }
    return result!
  }

  private func checkOrder(of period: Period, existing: Edition?, isOutside: Bool, hasCycle: Bool, _ db: Database) throws {
    if isOutside {
      guard !hasCycle else { throw EngineFailure.cycleForOutside(period) }
      if let existing { throw EngineFailure.editionExists(period, existing) }
    } else {
      guard hasCycle else { throw EngineFailure.noCycle(period) }
    }
    if let latest = try store.lastEdition(db), period < latest.period {
      throw EngineFailure.editionBeforeLatest(period, latest: latest.period)
    }
    if let earlier = try store.undeterminedMonth(before: period, db) {
      throw EngineFailure.earlierMonthOpen(period, earlier: earlier)
    }
  }

  /// Whether the month's own part stands at the activity that has this gate.
  private func isDue(_ gate: Gate, in period: Period, _ db: Database) throws -> Bool {
    try ownTurn(of: period, db)?.activity.gate == gate
  }

  private func ownTurn(of period: Period, _ db: Database) throws -> Turn? {
    guard let cycle = try store.cycle(period, db), cycle.closed == nil,
      let track = try store.ownTracks(of: period, db).first(where: { !$0.isSettled })
    else { return nil }
    let procedure = try store.procedure(cycle.procedureID, db)
    return procedure[track.step].map { Turn(track: track, cycle: cycle, procedure: procedure, activity: $0, unit: nil) }
  }

  private func patternNumber(_ period: Period, ordinal: Int, _ db: Database) throws -> String {
    let pattern = try store.setting(.numberPattern, db) ?? Setting.periodMark
    let name = ordinal == 1 ? "\(period)" : "\(period).\(ordinal)"
    return pattern.replacing(Setting.periodMark, with: name)
  }

  /// Has the month's own part go on behind the activity that has this gate.
  private func finish(_ gate: Gate, of period: Period, at time: LocalTime, event: Int, _ db: Database) throws {
    guard var turn = try ownTurn(of: period, db), turn.activity.gate == gate else { return }
    try proceed(&turn, by: StepEvent(.finished), at: time, event: event, db)
  }

  /// Activity 9: publishes the DIP of `period` in `folder`, as ``SiteBuilder`` makes it: everything is built beside it, then switched.
  /// The record count.
  ///
  /// - Parameters:
  ///   - base: where the site will stand on the web, if that is known.
  ///   - progress: told now and then how far it has come.
  package func publish(
    _ period: Period, to folder: String, base: String? = nil, progress: @escaping (PublicationProgress) throws -> Void = { _ in }
  ) throws -> Int {
    try require(.publish)
    guard let edition = try store.read({ try store.lastEdition(of: period, $0) }) else { throw EngineFailure.noEdition(period) }
    let base = try base.map(checkedBase)
    var built = try build(edition, base, folder, progress)
    try change { db, event, now in
      // What was excluded while the site was built must not be on it.
      if built.event != event - 1 {
        built.site.discard()
        built = try build(edition, base, folder, progress)
      }
      let isDue = try isDue(.publication, in: period, db)
      if isDue { try finish(.publication, of: period, at: now, event: event, db) }
      try store.stage(built.site)
      // Publishing the same again changes nothing and is not told again.
      return built.site.isUnchanged && !isDue
        ? nil : Event("dip terbit", edition.name, after: [Field("folder", .text(folder)), Field("isi", .int(built.count))])
    }
    return built.count
  }
}
