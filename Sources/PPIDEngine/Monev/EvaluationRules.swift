import PPIDValues

/// Which half-years may still be judged, and what they lack to be finished.
struct EvaluationRules {
  let inquiry: Inquiry

  private var rows: EvaluationRows { EvaluationRows(db: inquiry.db) }

  /// The evaluation of a half-year, or the latest; one that still changes.
  func openEvaluation(_ period: Period?) throws -> StoredEvaluation {
    guard let evaluation = try rows.evaluations().last(where: { period == nil || $0.period == period }) else {
      throw MonevFailure.noEvaluation(period)
    }
    guard evaluation.closed == nil else { throw MonevFailure.closed(evaluation.period) }
    return evaluation
  }

  /// Gate of activity 13: something was found in the half-year.
  func evaluationWritten(_ period: Period) throws -> Bool { try rows.hasFinding(in: period) }

  /// The indicators that nobody has judged yet; nil when the evaluation was not opened.
  func unscoredIndicators(_ period: Period) throws -> [Instrument.Indicator]? {
    guard let evaluation = try rows.evaluation(period) else { return nil }
    let judgements = try rows.judgements(evaluation)
    return try rows.instrument(of: evaluation).indicators.filter { indicator in
      if case .computed = indicator.method { false } else { judgements[indicator.code] == nil }
    }
  }
}
