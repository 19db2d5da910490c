import PPIDValues

/// `edisi-tepat-waktu`: months whose first edition of the DIP was determined by closing of their last working day, of the months that
/// should have one (see ``EvaluationScope/months``).
enum EditionsOnTime: CountedIndicator {
  static let part = Phrase(id: "bulan yang edisinya ditetapkan tepat waktu", en: "months whose edition was determined on time")
  static let whole = Phrase(id: "bulan yang wajib beredisi", en: "months that should have an edition")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = false

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let months = try scope.months()
    let onTime = try months.filter { month in
      guard let determined = try scope.firstEditions()[month] else { return false }
      return determined <= scope.end(of: month)
    }
    return IndicatorCount(onTime.count, of: months.count)
  }
}
