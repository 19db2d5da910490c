import PPIDValues

/// What the indicators of a half-year are counted from. What several of them need is read once.
final class EvaluationScope {
  let inquiry: Inquiry
  let period: Period
  let now: LocalTime
  private let calendar: WorkingCalendar
  private var listedByUnit: [UnitCode: ListedCounts]?
  private var livingByUnit: [Int: LivingCounts]?
  private var stepsByUnit: [Int?: StepCounts]?
  private var deliveriesByUnit: [UnitCode: [Track]]?
  private var editions: [Period: LocalTime]?

  init(inquiry: Inquiry, period: Period, now: LocalTime) throws {
    self.inquiry = inquiry
    self.period = period
    self.now = now
    calendar = try inquiry.calendar()
  }

  var figures: FigureRows { FigureRows(db: inquiry.db) }

  func units() throws -> [StoredUnit] { try inquiry.units().filter(\.isActive) }

  /// All months of the half-year.
  var allMonths: [Period] {
    (0..<6).compactMap { Period(year: period.year, month: period.month + $0) }
  }

  /// The months that should have their edition and their report: those that are over, or have an edition already. Months before
  /// the office's first cycle or edition are left out; missing ones after it count as missed.
  func months() throws -> [Period] {
    let editions = try firstEditions()
    guard let first = try figures.firstMonth() else { return [] }
    return allMonths.filter { $0 >= first && (isOver($0) || editions[$0] != nil) }
  }

  /// When the first edition of each month was determined.
  func firstEditions() throws -> [Period: LocalTime] {
    if let editions { return editions }
    let found = try Dictionary(EditionRows(db: inquiry.db).editions().map { ($0.period, $0.determined) }) { first, _ in first }
    editions = found
    return found
  }

  /// When a month ends for the office: at closing of its last working day; where the calendar doesn't reach, on its last day.
  func end(of month: Period) -> LocalTime {
    if let due = try? calendar.due(.period, from: now, in: month) { return due }
    return LocalTime(date: month.lastDay, hour: 23, minute: 59) ?? now
  }

  func isOver(_ month: Period) -> Bool { end(of: month) < now }

  /// The deliveries of the half-year's months.
  func deliveries(_ unit: StoredUnit?) throws -> [Track] {
    let deliveries = try deliveriesByUnit ?? figures.deliveries(in: allMonths)
    deliveriesByUnit = deliveries
    guard let unit else { return deliveries.values.flatMap { $0 } }
    return deliveries[unit.code] ?? []
  }

  /// The DIP in force at the end of the half-year.
  func listed(_ unit: StoredUnit?) throws -> ListedCounts {
    let counts = try listedByUnit ?? figures.listedFigures(upTo: period)
    listedByUnit = counts
    guard let unit else { return counts.values.reduce(ListedCounts(), +) }
    return counts[unit.code] ?? ListedCounts()
  }

  /// The living records of the archive, without the excluded ones.
  func living(_ unit: StoredUnit?) throws -> LivingCounts {
    let counts = try livingByUnit ?? figures.livingFigures()
    livingByUnit = counts
    guard let unit else { return counts.values.reduce(LivingCounts(), +) }
    return counts[unit.id] ?? LivingCounts()
  }

  /// The activities of the half-year's months that are finished or overdue, and how many of them were finished by their due time.
  func steps(_ unit: StoredUnit?) throws -> StepCounts {
    let counts = try stepsByUnit ?? figures.stepCounts(in: allMonths, at: now)
    stepsByUnit = counts
    guard let unit else { return counts.values.reduce(StepCounts(), +) }
    return counts[unit.id] ?? StepCounts()
  }

  /// What the public said in the half-year.
  func inputs() throws -> [PublicInput] {
    try PublicInputRows(db: inquiry.db).publicInput().filter { period.contains($0.received.date) }
  }
}
