import PPIDValues

/// `penyerahan-disetujui`: deliveries of the half-year's months that were decided Y, of all but the excused ones. Deliveries of a month
/// that is not over count only once they are decided.
enum AcceptedDeliveries: CountedIndicator {
  static let part = Phrase(id: "penyerahan yang diputus Y", en: "deliveries decided Y")
  static let whole = Phrase(id: "penyerahan yang wajib, tanpa yang dikecualikan", en: "deliveries due, without the excused ones")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let deliveries = try scope.deliveries(unit).filter { $0.state != .excused && (scope.isOver($0.period) || $0.state == .done) }
    return IndicatorCount(deliveries.count { $0.state == .done }, of: deliveries.count)
  }
}
