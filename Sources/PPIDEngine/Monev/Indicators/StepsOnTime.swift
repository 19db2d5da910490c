import PPIDValues

/// `langkah-tepat-waktu`: activities of the half-year's months that were finished or decided by their due time, of those that were
/// finished or are overdue. Activities without a time and those that passed by themselves are left out.
enum StepsOnTime: CountedIndicator {
  static let part = Phrase(id: "langkah yang selesai tepat waktu", en: "steps finished on time")
  static let whole = Phrase(id: "langkah yang selesai atau lewat tenggat", en: "steps finished or overdue")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let counts = try scope.steps(unit)
    return IndicatorCount(counts.onTime, of: counts.finished + counts.overdue)
  }
}
