import PPIDValues

/// `cakupan-unit`: units in service that have an entry in the DIP in force at the end of the half-year, of all units in service.
enum UnitCoverage: CountedIndicator {
  static let part = Phrase(id: "unit yang informasinya tercantum di DIP", en: "units with an entry in the DIP")
  static let whole = Phrase(id: "unit aktif", en: "units in service")
  static let gradeOfNothing = Grade.none
  static let isOfUnits = true

  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount {
    let units = try unit.map { [$0] } ?? scope.units()
    let covered = try units.filter { try scope.listed($0).total > 0 }
    return IndicatorCount(covered.count, of: units.count)
  }
}
