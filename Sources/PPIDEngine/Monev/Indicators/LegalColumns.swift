import PPIDValues

/// `kolom-lengkap`: entries of the DIP in force at the end of the half-year with all seven legal columns (PerKI 1/2021), of all entries.
enum LegalColumns: CountedIndicator {
  static let part = Phrase(id: "informasi di DIP dengan tujuh kolom lengkap", en: "entries of the DIP with all seven columns")
  static let whole = Phrase(id: "informasi di DIP", en: "entries of the DIP")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let counts = try scope.listed(unit)
    return IndicatorCount(counts.complete, of: counts.total)
  }
}
