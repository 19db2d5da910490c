import PPIDValues

/// `laporan-bulanan`: months whose Laporan Bulanan was issued, of the months that should have one.
enum MonthlyReports: CountedIndicator {
  static let part = Phrase(id: "bulan yang laporan bulanannya terbit", en: "months whose monthly report was issued")
  static let whole = Phrase(id: "bulan yang wajib dilaporkan", en: "months that should be reported on")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = false

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let months = try scope.months()
    let reported = try scope.figures.reportedMonths()
    return IndicatorCount(months.count(where: reported.contains), of: months.count)
  }
}
