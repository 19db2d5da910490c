import PPIDValues

/// How informative a public body is, by its score.
package enum Band: String, Sendable, CaseIterable {
  case informative = "Informatif"
  case nearlyInformative = "Menuju Informatif"
  case fairlyInformative = "Cukup Informatif"
  case hardlyInformative = "Kurang Informatif"
  case uninformative = "Tidak Informatif"

  /// The band of an unrounded score: 89,995 is not 90.
  package init(_ score: ExactNumber) {
    self = Band.allCases.first { score >= ExactNumber($0.least) } ?? .uninformative
  }

  /// The lowest score that belongs to it.
  package var least: Int {
    switch self {
    case .informative: 90
    case .nearlyInformative: 80
    case .fairlyInformative: 60
    case .hardlyInformative: 40
    case .uninformative: 0
    }
  }

  package var name: Phrase {
    switch self {
    case .informative: Phrase(id: rawValue, en: "Informative")
    case .nearlyInformative: Phrase(id: rawValue, en: "Nearly informative")
    case .fairlyInformative: Phrase(id: rawValue, en: "Fairly informative")
    case .hardlyInformative: Phrase(id: rawValue, en: "Hardly informative")
    case .uninformative: Phrase(id: rawValue, en: "Not informative")
    }
  }
}
