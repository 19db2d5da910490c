import PPIDValues

/// Reckons the scores of half-years from what people judged and what the program counts.
struct EvaluationReader {
  let inquiry: Inquiry
  let now: LocalTime

  private var rows: EvaluationRows { EvaluationRows(db: inquiry.db) }

  /// The scores as they are now, or as they were when activity 14 was finished. Figures that tell of excluded information are left
  /// out for those who may not see it; grades stay.
  func evaluate(_ evaluation: StoredEvaluation, seesExcluded: Bool) throws -> Evaluation {
    let instrument = try rows.instrument(of: evaluation)
    let counts = try counts(evaluation, instrument)
    let judgements = try rows.judgements(evaluation)
    func results(_ unit: UnitCode?) -> [Evaluation.Result] {
      instrument.indicators.compactMap { indicator in
        switch indicator.method {
        case .judged:
          guard unit == nil else { return nil }
          let judgement = judgements[indicator.code]
          return Evaluation.Result(indicator: indicator, grade: judgement?.grade, count: nil, judgement: judgement)
        case .computed(let computed, let thresholds):
          guard let count = counts[indicator.code]?[unit] else { return nil }
          let grade = count.percentage.map(thresholds.grade) ?? computed.counted.gradeOfNothing
          let isTold = seesExcluded || !computed.counted.tellsOfExcluded
          return Evaluation.Result(indicator: indicator, grade: grade, count: isTold ? count : nil, judgement: nil)
        }
      }
    }
    let units = try inquiry.units().filter(\.isActive).map { unit in
      Evaluation.UnitScore(code: unit.code, name: unit.name, score: Evaluation.score(of: results(unit.code)))
    }
    return Evaluation(period: evaluation.period, instrument: instrument, results: results(nil), units: units)
  }

  /// What each indicator counted, for the office (nil) and for each unit.
  func counts(_ evaluation: StoredEvaluation, _ instrument: Instrument) throws -> [String: [UnitCode?: IndicatorCount]] {
    if evaluation.closed != nil { return try rows.countedIndicators(evaluation) }
    let scope = try EvaluationScope(inquiry: inquiry, period: evaluation.period, now: now)
    var counts: [String: [UnitCode?: IndicatorCount]] = [:]
    for indicator in instrument.indicators {
      guard case .computed(let computed, _) = indicator.method else { continue }
      try inquiry.checkInterruption()
      var own: [UnitCode?: IndicatorCount] = [nil: try computed.counted.count(scope, unit: nil)]
      for unit in try scope.units() where computed.counted.isOfUnits {
        own[unit.code] = try computed.counted.count(scope, unit: unit)
      }
      counts[indicator.code] = own
    }
    return counts
  }
}
