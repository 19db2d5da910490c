import PPIDValues

/// `berkas-diperiksa`: months in which the archive's files were compared with their checksums and found sound, of the months that are
/// due.
enum FixityChecks: CountedIndicator {
  static let part = Phrase(id: "bulan yang berkasnya diperiksa dan utuh", en: "months whose files were checked and sound")
  static let whole = Phrase(id: "bulan yang wajib diperiksa", en: "months that are due")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = false

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let months = try scope.months()
    let checked = try scope.figures.monthsOfSoundFiles(in: scope.period)
    return IndicatorCount(months.count(where: checked.contains), of: months.count)
  }
}
