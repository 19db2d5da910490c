import PPIDValues

/// What a document is: one that the SOP names, or the decision that excludes a record. Kept as its name.
package enum DocumentKind: Sendable, Hashable {
  case report(ReportKind)
  /// Lembar uji konsekuensi dan penetapan (UU 14/2008 arts. 2(4), 17 and 19).
  case exclusion

  /// Its name for programs.
  package var name: String {
    switch self {
    case .report(let kind): kind.rawValue
    case .exclusion: "pengecualian"
    }
  }

  /// What it is called.
  package var title: Phrase {
    switch self {
    case .report(let kind): kind.title
    case .exclusion: Phrase(id: "Penetapan Informasi yang Dikecualikan", en: "Decision on Excluded Information")
    }
  }

  /// Whether its pages lie on their side.
  var isWide: Bool {
    switch self {
    case .report(let kind): kind.isWide
    case .exclusion: false
    }
  }
}

extension DocumentKind: SpelledValue {
  package var description: String { name }

  package static func read(_ spelling: String) -> DocumentKind? {
    spelling == DocumentKind.exclusion.name ? .exclusion : ReportKind(rawValue: spelling).map(DocumentKind.report)
  }
}
