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

/// Activities that were finished, those of them that were in time, and those that are overdue.
struct StepCounts: Sendable {
  var finished = 0
  var onTime = 0
  var overdue = 0

  static func + (left: StepCounts, right: StepCounts) -> StepCounts {
    StepCounts(finished: left.finished + right.finished, onTime: left.onTime + right.onTime, overdue: left.overdue + right.overdue)
  }
}

/// The figures that a half-year is judged by, and reports tell too.
struct FigureRows {
  let db: Database

  // MARK: Conditions

  /// What every living record fulfils.
  static let living = "r.status NOT IN ('ditarik', 'dimusnahkan')"

  /// Whether a record or an entry of the DIP has all seven legal columns: number and title it always has.
  static func legalColumns(_ alias: String) -> String {
    let filled = ["summary", "holder", "producer", "made", "place", "form"].map { "\(alias).\($0) IS NOT NULL" }.joined(separator: " AND ")
    return "(\(filled) AND (\(alias).active_retention IS NOT NULL OR \(alias).inactive_retention IS NOT NULL))"
  }

  /// Whether it is known how long a record is kept: by its own texts, or by its code's schedule.
  static let hasRetention = """
    (r.active_retention IS NOT NULL OR r.inactive_retention IS NOT NULL OR EXISTS (
      SELECT 1 FROM record_scheme s JOIN scheme_code k ON k.scheme_id = s.scheme_id AND k.code = s.code
      WHERE s.record_id = r.id AND k.active IS NOT NULL))
    """

  /// Words by which a form is known as a digital one.
  private static let digitalWords = ["digital", "soft", "elektronik", "online", "rekam", "pdf", "csv", "xls"]

  // MARK: Records

  /// Counts the DIP in force at the end of a period, by the unit's code.
  func listedFigures(upTo period: Period) throws -> [UnitCode: ListedCounts] {
    let isDigital = FigureRows.digitalWords.map { "c.form LIKE '%\($0)%'" }.joined(separator: " OR ")
    let counts: [(UnitCode, ListedCounts)] = try db.rows(
      """
      SELECT c.unit, count(*) AS total, sum(\(FigureRows.legalColumns("c"))) AS complete, coalesce(sum(\(isDigital)), 0) AS digital
      FROM edition_change c WHERE c.listed AND \(RecordTables.inForce("c", "?1")) GROUP BY c.unit
      """, period.lastMonth
    ) { (try $0["unit"], ListedCounts(total: try $0["total"], complete: try $0["complete"], digital: try $0["digital"])) }
    return Dictionary(counts) { first, _ in first }
  }

  /// Counts the living records that are not excluded, by the unit's id.
  func livingFigures() throws -> [Int: LivingCounts] {
    let counts: [(Int, LivingCounts)] = try db.rows(
      """
      SELECT r.unit_id, count(*) AS total, sum(r.category IS NOT NULL) AS categorized,
        sum(r.code IS NOT NULL AND \(FigureRows.hasRetention)) AS filed
      FROM record r WHERE \(FigureRows.living) AND r.category IS NOT 'dikecualikan' GROUP BY +r.unit_id
      """
    ) { (try $0["unit_id"], LivingCounts(total: try $0["total"], categorized: try $0["categorized"], filed: try $0["filed"])) }
    return Dictionary(counts) { first, _ in first }
  }

  /// The exclusions of living records that hold, and those of them that ended before `day`.
  func exclusionCounts(on day: CalendarDate) throws -> (holding: Int, ended: Int) {
    try db.row(
      """
      SELECT count(*) AS holding, coalesce(sum(x.ends_on < ?), 0) AS ended FROM exclusion x JOIN record r ON r.id = x.record_id
      WHERE r.category = 'dikecualikan' AND \(FigureRows.living) AND x.id = \(ExclusionRows.holdingExclusion("r.id"))
      """, day
    ) { (holding: try $0["holding"], ended: try $0["ended"]) } ?? (0, 0)
  }

  // MARK: Months

  /// The office's first month: of its first cycle or its first edition.
  func firstMonth() throws -> Period? {
    try db.value("SELECT min(period) FROM (SELECT period FROM cycle WHERE period NOT LIKE '%S%' UNION SELECT period FROM edition)")
  }

  /// The months of a half-year of which an edition was published, by the journal.
  func publishedMonths(in period: Period) throws -> Set<Period> {
    let editions = try EditionRows(db: db).editions().filter { period.contains($0.period) }
    let published = try editions.filter {
      try db.exists("SELECT 1 FROM journal WHERE subject = ? AND action = 'dip terbit'", $0.name)
    }
    return Set(published.map(\.period))
  }

  /// The months whose Laporan Bulanan was issued.
  func reportedMonths() throws -> Set<Period> {
    Set(try db.values("SELECT DISTINCT period FROM document WHERE kind = ? AND unit_id IS NULL", ReportKind.monthly, as: Period.self))
  }

  /// The months in which a check of all files found nothing missing and nothing changed, by the journal.
  func monthsOfSoundFiles(in period: Period) throws -> Set<Period> {
    let checked: [LocalTime] = try db.values(
      """
      SELECT stated_at FROM journal WHERE action = 'arsip periksa-berkas' AND substr(stated_at, 1, 10) BETWEEN ? AND ?
      AND coalesce(json_extract(after, '$.hilang'), 0) = 0 AND coalesce(json_extract(after, '$.berubah'), 0) = 0
      """, period.firstDay, period.lastDay)
    return Set(checked.map { Period(monthOf: $0.date) })
  }

  // MARK: Activities

  /// The deliveries of these months, by the unit's code.
  func deliveries(in months: [Period]) throws -> [UnitCode: [Track]] {
    let cycles = CycleRows(db: db)
    var deliveries: [UnitCode: [Track]] = [:]
    for track in try months.flatMap({ try cycles.tracks(of: $0) }) {
      if let unit = track.unit { deliveries[unit, default: []].append(track) }
    }
    return deliveries
  }

  /// Counts the activities of months by the unit's id; none for the months' own parts.
  func stepCounts(in months: [Period], at now: LocalTime) throws -> [Int?: StepCounts] {
    var counts: [Int?: StepCounts] = [:]
    try db.forEach(
      """
      SELECT t.unit_id, count(*) AS finished, sum(e.at <= e.due) AS on_time FROM cycle y JOIN track t ON t.cycle_id = y.id
      JOIN step_event e ON e.track_id = t.id
      WHERE y.period IN \(FigureRows.list(months)) AND e.kind IN ('selesai', 'ya', 'tidak') AND e.due IS NOT NULL GROUP BY t.unit_id
      """
    ) { row in
      let unit: Int? = try row["unit_id"]
      counts[unit] = StepCounts(finished: try row["finished"], onTime: try row["on_time"])
    }
    try db.forEach(
      """
      SELECT t.unit_id, count(*) AS overdue FROM cycle y JOIN track t ON t.cycle_id = y.id
      WHERE y.period IN \(FigureRows.list(months)) AND t.state NOT IN \(TrackState.settled) AND t.since IS NOT NULL AND t.due < ?
      GROUP BY t.unit_id
      """, now
    ) { row in
      let unit: Int? = try row["unit_id"]
      counts[unit, default: StepCounts()].overdue = try row["overdue"]
    }
    return counts
  }

  /// When each activity of these months began and ended, where it has a due time.
  func stepSpans(in months: [Period]) throws -> [(step: Int, since: LocalTime, end: LocalTime, due: LocalTime)] {
    try db.rows(
      """
      SELECT e.step, e.since, e.at, e.due FROM cycle y JOIN track t ON t.cycle_id = y.id JOIN step_event e ON e.track_id = t.id
      WHERE y.period IN \(FigureRows.list(months)) AND e.kind IN ('selesai', 'ya', 'tidak') AND e.since IS NOT NULL AND e.due IS NOT NULL
      ORDER BY e.step, e.id
      """
    ) { (step: try $0["step"], since: try $0["since"], end: try $0["at"], due: try $0["due"]) }
  }

  /// Why deliveries of these months were sent back, and how often.
  func returnReasons(in months: [Period]) throws -> [(reason: String?, count: Int)] {
    try db.rows(
      """
      SELECT e.reason, count(*) AS count FROM cycle y JOIN track t ON t.cycle_id = y.id JOIN step_event e ON e.track_id = t.id
      WHERE y.period IN \(FigureRows.list(months)) AND t.unit_id IS NOT NULL AND e.kind = 'tidak' GROUP BY e.reason
      ORDER BY count(*) DESC, e.reason
      """
    ) { (reason: try $0["reason"], count: try $0["count"]) }
  }

  private static func list(_ months: [Period]) -> String { "(\(months.map { "'\($0)'" }.joined(separator: ", ")))" }
}

extension Period {
  /// The month itself, or the last month of a half-year.
  var lastMonth: Period { Period(monthOf: lastDay) }
}
