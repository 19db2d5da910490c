import PPIDValues

/// Monev Laporan Pengelolaan Informasi (activities 13-15): the half-year judged.
enum EvaluationReport: ReportContent {
  static let signers: [ReportSigner] = [.secretariat, .ppid]

  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    [Report.Section(Phrase(id: "Perkembangan DIP", en: "Growth of the DIP"), [try scope.growth()])]
  }
}
