import PPIDValues

/// `bentuk-digital`: entries of the DIP in force at the end of the half-year whose form is a digital one by its words, of all entries.
enum DigitalForms: CountedIndicator {
  static let part = Phrase(id: "informasi di DIP yang berbentuk digital", en: "entries of the DIP in a digital form")
  static let whole = Phrase(id: "informasi di DIP", en: "entries of the DIP")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let counts = try scope.listed(unit)
    return IndicatorCount(counts.digital, of: counts.total)
  }
}
