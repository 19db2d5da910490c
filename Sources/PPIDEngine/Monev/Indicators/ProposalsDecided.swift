import PPIDValues

/// `usulan-diputus`: public input of the half-year that activity 15 took into the list or refused, of all that the public asked for.
enum ProposalsDecided: CountedIndicator {
  static let part = Phrase(id: "masukan publik yang diputus", en: "public input that was decided")
  static let whole = Phrase(id: "masukan publik", en: "public input")
  static let gradeOfNothing = Grade.full
  static let isOfUnits = false

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let inputs = try scope.inputs()
    return IndicatorCount(inputs.count(where: \.isDecided), of: inputs.count)
  }
}
