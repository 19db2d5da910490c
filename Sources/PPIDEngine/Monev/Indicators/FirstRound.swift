import PPIDValues

/// `putaran-pertama`: deliveries of the half-year's months that were decided Y in their first round, of those that were decided at all.
enum FirstRound: CountedIndicator {
  static let part = Phrase(id: "penyerahan yang diputus Y pada putaran 1", en: "deliveries decided Y in round 1")
  static let whole = Phrase(id: "penyerahan yang pernah diputus", en: "deliveries that were decided")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let decided = try scope.deliveries(unit).filter { $0.state != .excused && ($0.state == .done || $0.round > 1) }
    return IndicatorCount(decided.count { $0.round == 1 }, of: decided.count)
  }
}
