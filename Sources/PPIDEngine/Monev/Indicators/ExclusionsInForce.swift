import PPIDValues

/// `pengecualian-berlaku`: exclusions whose period still runs at the end of the half-year, of all that hold (UU 14/2008 art. 20).
enum ExclusionsInForce: CountedIndicator {
  static let part = Phrase(id: "pengecualian yang jangkanya masih berjalan", en: "exclusions whose period still runs")
  static let whole = Phrase(id: "pengecualian yang berlaku", en: "exclusions that hold")
  static let gradeOfNothing = Grade.full
  static let isOfUnits = false
  static let tellsOfExcluded = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let counts = try scope.figures.exclusionCounts(on: min(scope.period.lastDay, scope.now.date))
    return IndicatorCount(counts.holding - counts.ended, of: counts.holding)
  }
}
