import PPIDValues

/// The lanes of the SOP's chart: who does an activity.
package enum Lane: String, Sendable, CaseIterable {
  case ppid = "PPID"
  case secretariat = "Tim Sekretariat"
  case support = "Tim Pendukung"

  /// The role of those who work in the lane.
  package var role: Role {
    switch self {
    case .ppid: .ppid
    case .secretariat: .sekretariat
    case .support: .pendukung
    }
  }
}

/// What an activity is part of.
package enum CycleKind: String, Sendable, CaseIterable {
  /// The delivery of one unit, within a month.
  case delivery = "penyerahan"
  /// The month's own part.
  case month = "bulan"
  case halfYear = "semester"
}

/// Why a verified delivery goes back to its unit.
package enum ReturnReason: String, Sendable, CaseIterable {
  case incomplete = "tidak-lengkap"
  case unfit = "tidak-sesuai"
}

/// Where the answer *tidak* leads.
package struct Return: Sendable, Hashable {
  /// The reason that leads there by itself; nil where the place is named by the one who decides.
  package let reason: ReturnReason?
  package let step: Int
}

/// One activity of the SOP: what its office publishes, and what an edition says of how it runs.
package struct Activity: Sendable, Hashable {
  package let number: Int
  /// `kegiatan`
  package let text: String
  /// What is printed in the lanes' columns: the Y and T of the chart.
  package let marks: [Lane: String]
  /// `kelengkapan`: what must be at hand.
  package let requirements: String?
  /// `waktu`: its standard time, as written (`1 jam`).
  package let time: String?
  /// `output`
  package let output: String?
  /// `keterangan`
  package let remark: String?
  /// `pelaksana`: from the edition, because the chart's boxes are lost.
  package let lane: Lane
  package let cycle: CycleKind
  /// The activities that must be finished before it opens.
  package let after: [Int]
  /// What must be true before it is finished; nil where the office's word is enough.
  package let gate: Gate?
  /// The documents that finishing it issues.
  package let documents: [ReportKind]
  /// Who answers ya or tidak; nil where nothing is decided.
  package let decider: Lane?
  /// Where *tidak* leads; the first is what holds when nothing is named.
  package let returns: [Return]

  /// Whether it is reported by one lane and decided by another.
  package var isReportedFirst: Bool { decider != nil && decider != lane }
}
