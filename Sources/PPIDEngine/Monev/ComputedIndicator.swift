import PPIDValues

/// The indicators that the program counts by itself, by the names that instruments know them by. Each is a file in `Indicators`.
package enum ComputedIndicator: String, Sendable, CaseIterable {
  case editionsOnTime = "edisi-tepat-waktu"
  case publications = "publikasi"
  case legalColumns = "kolom-lengkap"
  case unitCoverage = "cakupan-unit"
  case acceptedDeliveries = "penyerahan-disetujui"
  case categorized = "berkategori"
  case filed = "kode-dan-retensi"
  case inputOnTime = "masukan-tepat-waktu"
  case firstRound = "putaran-pertama"
  case followUp = "tindak-lanjut"
  case monthlyReports = "laporan-bulanan"
  case stepsOnTime = "langkah-tepat-waktu"
  case exclusionsInForce = "pengecualian-berlaku"
  case fixity = "berkas-diperiksa"
  case digitalForms = "bentuk-digital"
  case proposalsDecided = "usulan-diputus"

  var counted: any CountedIndicator.Type {
    switch self {
    case .editionsOnTime: EditionsOnTime.self
    case .publications: Publications.self
    case .legalColumns: LegalColumns.self
    case .unitCoverage: UnitCoverage.self
    case .acceptedDeliveries: AcceptedDeliveries.self
    case .categorized: Categorized.self
    case .filed: Filed.self
    case .inputOnTime: InputOnTime.self
    case .firstRound: FirstRound.self
    case .followUp: FollowUp.self
    case .monthlyReports: MonthlyReports.self
    case .stepsOnTime: StepsOnTime.self
    case .exclusionsInForce: ExclusionsInForce.self
    case .fixity: FixityChecks.self
    case .digitalForms: DigitalForms.self
    case .proposalsDecided: ProposalsDecided.self
    }
  }
}

/// An indicator that the program counts: a part of a whole, in a half-year, for the office or for one unit.
protocol CountedIndicator {
  /// What is counted, and of what.
  static var part: Phrase { get }
  static var whole: Phrase { get }
  /// The grade where there is nothing to count: 1 where nothing can be missed, 0 where something should be there.
  static var gradeOfNothing: Grade { get }
  /// Whether it can be counted for one unit.
  static var isOfUnits: Bool { get }
  /// Whether its figures tell of excluded information.
  static var tellsOfExcluded: Bool { get }
  static func count(_ scope: EvaluationScope, unit: StoredUnit?) throws -> IndicatorCount
}

extension CountedIndicator {
  static var tellsOfExcluded: Bool { false }
}

/// What an indicator counted.
package struct IndicatorCount: Sendable, Hashable {
  package let part: Int
  package let whole: Int

  init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// Of a hundred, exactly; nil of nothing.
  package var percentage: ExactNumber? { ExactNumber(part * 100, over: whole) }
}
