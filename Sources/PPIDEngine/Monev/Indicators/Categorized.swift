import PPIDValues

/// `berkategori`: living records that have a category, of all living records. Excluded ones are left out: nobody may count them here.
enum Categorized: CountedIndicator {
  static let part = Phrase(id: "informasi di arsip yang berkategori", en: "records with a category")
  static let whole = Phrase(id: "informasi di arsip, tanpa yang dikecualikan", en: "records, without excluded ones")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let counts = try scope.living(unit)
    return IndicatorCount(counts.categorized, of: counts.total)
  }
}
