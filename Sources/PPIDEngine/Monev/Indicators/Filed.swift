import PPIDValues

/// `kode-dan-retensi`: living records that have a classification code and a retention, of all living records but the excluded ones.
enum Filed: CountedIndicator {
  static let part = Phrase(id: "informasi di arsip dengan kode dan retensi", en: "records with a code and a retention")
  static let whole = Phrase(id: "informasi di arsip, tanpa yang dikecualikan", en: "records, without excluded ones")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let counts = try scope.living(unit)
    return IndicatorCount(counts.filed, of: counts.total)
  }
}
