import PPIDValues

/// `masukan-tepat-waktu`: public input of the half-year that was answered within its ten working days (UU 14/2008 art. 22), of all that was
/// answered or is overdue.
enum InputOnTime: CountedIndicator {
  static let part = Phrase(id: "masukan yang ditanggapi tepat waktu", en: "input answered on time")
  static let whole = Phrase(id: "masukan yang ditanggapi atau lewat tenggat", en: "input answered or overdue")
  static let gradeOfNothing = Grade.full
  static let isOfUnits = false

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let inputs = try scope.inputs().filter { $0.answered != nil || ($0.due.map { $0 < scope.now } ?? false) }
    let onTime = inputs.count { input in input.answered.map { answered in input.due.map { answered <= $0 } ?? true } ?? false }
    return IndicatorCount(onTime, of: inputs.count)
  }
}
