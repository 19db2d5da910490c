import PPIDValues

/// What becomes of a half-year's evaluation within a change.
struct EvaluationActs {
  let change: Change

  /// Keeps what the program counted as it is now: what finishing activity 14 does.
  func close(_ period: Period) throws {
    let rows = EvaluationRows(db: change.db)
    guard let evaluation = try rows.evaluation(period), evaluation.closed == nil else { return }
    let reader = EvaluationReader(inquiry: change, now: change.now)
    let counts = try reader.counts(evaluation, rows.instrument(of: evaluation)).flatMap { code, units in
      units.map { (indicator: code, unit: $0.key, count: $0.value) }
    }
    try rows.closeEvaluation(evaluation, counts, at: change.now)
  }
}
