import PPIDValues

/// `publikasi`: months of which an edition was published (activity 9), of the months that have an edition.
enum Publications: CountedIndicator {
  static let part = Phrase(id: "bulan yang DIP-nya diterbitkan", en: "months whose DIP was published")
  static let whole = Phrase(id: "bulan yang DIP-nya ditetapkan", en: "months whose DIP was determined")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = false

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let determined = try scope.months().filter { try scope.firstEditions()[$0] != nil }
    let published = try scope.figures.publishedMonths(in: scope.period)
    return IndicatorCount(determined.count(where: published.contains), of: determined.count)
  }
}
