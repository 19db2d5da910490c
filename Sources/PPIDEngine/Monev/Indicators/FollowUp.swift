import PPIDValues

/// `tindak-lanjut`: recommendations that were done by their date, of those whose date came by the end of the half-year and that were not
/// done before it began.
enum FollowUp: CountedIndicator {
  static let part = Phrase(id: "rekomendasi yang selesai pada batasnya", en: "recommendations done by their date")
  static let whole = Phrase(id: "rekomendasi yang batasnya sudah jatuh", en: "recommendations whose date has come")
  static let gradeOfNothing = Grade.full
  static let isOfUnits = false

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let end = min(scope.period.lastDay, scope.now.date)
    let due = try EvaluationRows(db: scope.inquiry.db).recommendations().filter { recommendation in
      recommendation.due <= end && (recommendation.done.map { $0 >= scope.period.firstDay } ?? true)
    }
    let onTime = due.count { recommendation in recommendation.done.map { $0 <= recommendation.due } ?? false }
    return IndicatorCount(onTime, of: due.count)
  }
}
