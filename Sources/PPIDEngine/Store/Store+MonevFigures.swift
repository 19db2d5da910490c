import GRDB
import PPIDValues

/// Entries of the DIP.
struct ListedCounts: Sendable {
  var total = 0
  var complete = 0
  var digital = 0

  static func + (left: ListedCounts, right: ListedCounts) -> ListedCounts {
    ListedCounts(total: left.total + right.total, complete: left.complete + right.complete, digital: left.digital + right.digital)
  }
}

/// Living records that are not excluded.
struct LivingCounts: Sendable {
  var total = 0
  var categorized = 0
  var filed = 0

  static func + (left: LivingCounts, right: LivingCounts) -> LivingCounts {
    LivingCounts(total: left.total + right.total, categorized: left.categorized + right.categorized, filed: left.filed + right.filed)
  }
}

extension Store {
  /// Words by which a form is known as a digital one.
  private static let digitalWords = ["digital", "soft", "elektronik", "online", "rekam", "pdf", "csv", "xls"]

  /// Counts the DIP in force at the end of a period, by the unit's code.
  func listedFigures(upTo period: Period, _ db: Database) throws -> [String: ListedCounts] {
    let isDigital = Store.digitalWords.map { "c.form LIKE '%\($0)%'" }.joined(separator: " OR ")
    let isComplete = Store.legalColumns("c")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.unit, count(*), sum(\(isComplete)), coalesce(sum(\(isDigital)), 0) FROM edition_change c
        WHERE c.listed AND \(Relation.inForce("c", "?1")) GROUP BY c.unit
        """,
      arguments: [period.lastMonth.description])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], ListedCounts(total: $0[1], complete: $0[2], digital: $0[3])) })
  }

  /// Counts the living records that are not excluded, by the unit's id.
  func livingFigures(_ db: Database) throws -> [Int: LivingCounts] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.unit_id, count(*), sum(r.category IS NOT NULL),
          sum(r.code IS NOT NULL AND \(Store.hasRetention))
        FROM record r WHERE \(Store.living) AND r.category IS NOT 'dikecualikan' GROUP BY +r.unit_id
        """)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], LivingCounts(total: $0[1], categorized: $0[2], filed: $0[3])) })
  }

  /// The office's first month: of its first cycle or its first edition.
  func firstMonth(_ db: Database) throws -> Period? {
    try String.fetchOne(
      db,
      sql: """
        SELECT min(period) FROM (SELECT period FROM cycle WHERE period NOT LIKE '%S%' UNION SELECT period FROM edition)
        """
    ).flatMap { Period($0) }
  }

  /// The months of a half-year of which an edition was published, by the journal.
  func publishedMonths(in period: Period, _ db: Database) throws -> Set<Period> {
    let names = try editions(db).filter { period.contains($0.period) }
    return Set(
      try names.filter { edition in
        try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM journal WHERE subject = ? AND action = 'dip terbit')", arguments: [edition.name]) ?? false
      }.map(\.period))
  }
}

/// Activities that were finished, those of them that were in time, and those that are overdue.
struct StepCounts: Sendable {
  var finished = 0
  var onTime = 0
  var overdue = 0

  static func + (left: StepCounts, right: StepCounts) -> StepCounts {
    StepCounts(finished: left.finished + right.finished, onTime: left.onTime + right.onTime, overdue: left.overdue + right.overdue)
  }
}

extension Store {
  /// The deliveries of these months, by the unit's code.
  func deliveries(in months: [Period], _ db: Database) throws -> [UnitCode: [Track]] {
    var deliveries: [UnitCode: [Track]] = [:]
    for track in try months.flatMap({ try tracks(of: $0, db) }) {
      if let unit = track.unit { deliveries[unit, default: []].append(track) }
    }
    return deliveries
  }

  /// Counts the activities of months by the unit's id; none for the months' own parts.
  func stepCounts(in months: [Period], at now: LocalTime, _ db: Database) throws -> [Int?: StepCounts] {
    let periods = months.map { "'\($0)'" }.joined(separator: ", ")
    var counts: [Int?: StepCounts] = [:]
    let finished = try Row.fetchAll(
      db,
      sql: """
        SELECT t.unit_id, count(*), sum(e.at <= e.due) FROM cycle y JOIN track t ON t.cycle_id = y.id
        JOIN step_event e ON e.track_id = t.id
        WHERE y.period IN (\(periods)) AND e.kind IN ('selesai', 'ya', 'tidak') AND e.due IS NOT NULL GROUP BY t.unit_id
        """)
    for row in finished { counts[row[0] as Int?] = StepCounts(finished: row[1], onTime: row[2]) }
    let overdue = try Row.fetchAll(
      db,
      sql: """
        SELECT t.unit_id, count(*) FROM cycle y JOIN track t ON t.cycle_id = y.id
        WHERE y.period IN (\(periods)) AND t.state NOT IN ('selesai', 'dikecualikan') AND t.since IS NOT NULL AND t.due < ?
        GROUP BY t.unit_id
        """,
      arguments: [now.description])
    for row in overdue { counts[row[0] as Int?, default: StepCounts()].overdue = row[1] }
    return counts
  }

  /// When each activity of these months began and ended, where it has a due time.
  func stepSpans(in months: [Period], _ db: Database) throws -> [(step: Int, since: LocalTime, end: LocalTime, due: LocalTime)] {
    let periods = months.map { "'\($0)'" }.joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT e.step, e.since, e.at, e.due FROM cycle y JOIN track t ON t.cycle_id = y.id JOIN step_event e ON e.track_id = t.id
        WHERE y.period IN (\(periods)) AND e.kind IN ('selesai', 'ya', 'tidak') AND e.since IS NOT NULL AND e.due IS NOT NULL
        ORDER BY e.step, e.id
        """
    ).compactMap { row in
      guard let since = LocalTime(row[1] as String), let end = LocalTime(row[2] as String), let due = LocalTime(row[3] as String) else {
        return nil
      }
      return (step: row[0], since: since, end: end, due: due)
    }
  }

  /// Why deliveries of these months were sent back, and how often.
  func returnReasons(in months: [Period], _ db: Database) throws -> [(reason: String?, count: Int)] {
    let periods = months.map { "'\($0)'" }.joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT e.reason, count(*) FROM cycle y JOIN track t ON t.cycle_id = y.id JOIN step_event e ON e.track_id = t.id
        WHERE y.period IN (\(periods)) AND t.unit_id IS NOT NULL AND e.kind = 'tidak' GROUP BY e.reason ORDER BY count(*) DESC, e.reason
        """
    ).map { (reason: $0[0], count: $0[1]) }
  }

  /// The exclusions of living records that hold, and those of them that ended before `day`.
  func exclusionCounts(on day: CalendarDate, _ db: Database) throws -> (holding: Int, ended: Int) {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), coalesce(sum(x.ends_on < ?), 0) FROM exclusion x JOIN record r ON r.id = x.record_id
        WHERE r.category = 'dikecualikan' AND \(Store.living) AND x.id = \(Store.holdingExclusion("r.id"))
        """,
      arguments: [day.description])
    return (row?[0] ?? 0, row?[1] ?? 0)
  }

  /// The months in which a check of all files found nothing missing and nothing changed, by the journal.
  func monthsOfSoundFiles(in period: Period, _ db: Database) throws -> Set<Period> {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT stated_at FROM journal WHERE action = 'arsip periksa-berkas' AND substr(stated_at, 1, 10) BETWEEN ? AND ?
        AND coalesce(json_extract(after, '$.hilang'), 0) = 0 AND coalesce(json_extract(after, '$.berubah'), 0) = 0
        """,
      arguments: [period.firstDay.description, period.lastDay.description])
    return Set(rows.compactMap { LocalTime($0[0] as String).map { Period(monthOf: $0.date) } })
  }
}
