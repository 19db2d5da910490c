import PPIDValues

/// What a report is made from: the archive at one moment, for one period and perhaps one unit, as a person may see it.
struct ReportScope {
  let inquiry: Inquiry
  let period: Period
  /// The unit that it is about; nil for the office.
  let unit: StoredUnit?
  let round: Int
  /// Whether it may tell of excluded information.
  let visibility: Visibility
  let now: LocalTime
  let procedure: Procedure

  var db: Database { inquiry.db }

  /// The units that it covers: the one, or all in service.
  func units() throws -> [StoredUnit] {
    if let unit { return [unit] }
    return try inquiry.units().filter(\.isActive)
  }

  /// What the archive counts for the unit that it is about, or for each, by the unit's id.
  func countedByUnit() throws -> [Int: RecordCounts] {
    try RecordCountRows(db: db).recordCounts(unitID: unit?.id, seesExcluded: visibility.seesAllExcluded)
  }

  /// What the archive counts for it.
  func counted() throws -> RecordCounts { try countedByUnit().values.reduce(RecordCounts(), +) }
}

/// What one kind of report says, and who signs it.
protocol ReportContent {
  static func sections(_ scope: ReportScope) throws -> [Report.Section]
  /// The roles that sign, in the order in which they stand.
  static var signers: [ReportSigner] { get }
}

/// Who may stand below a report.
enum ReportSigner {
  case support, secretariat, ppid, superior

  var title: Phrase {
    switch self {
    case .support: Phrase("Tim Pendukung")
    case .secretariat: Phrase("Tim Sekretariat PPID")
    case .ppid: Phrase("PPID")
    case .superior: Phrase("Atasan PPID")
    }
  }

  /// The setting that names the person, where there is one.
  var setting: Setting? {
    switch self {
    case .support, .secretariat: nil
    case .ppid: .officer
    case .superior: .superior
    }
  }
}

extension ReportKind {
  /// What a report of this kind says.
  var content: any ReportContent.Type {
    switch self {
    case .collection: CollectionReport.self
    case .receipt: ReceiptReport.self
    case .controlCard: ControlCardReport.self
    case .classification: ClassificationReport.self
    case .monthly: MonthlyReport.self
    case .list: ListReport.self
    case .management: ManagementReport.self
    case .evaluation: EvaluationReport.self
    }
  }
}

extension ReportScope {
  /// The report with its head and its signatures.
  func report(_ kind: ReportKind, number: String? = nil) throws -> Report {
    Report(
      kind: .report(kind), period: period, unit: unit.map { Report.Unit(code: $0.code, name: $0.name) }, round: round, number: number,
      date: now.date,
      office: Report.Office(
        name: try inquiry.setting(.officeName), address: try inquiry.setting(.officeAddress), place: try inquiry.setting(.place)),
      sections: try kind.content.sections(self),
      signatures: try kind.content.signers.map { signer in
        Report.Signature(signer.title, try signer.setting.flatMap(inquiry.setting))
      })
  }
}
