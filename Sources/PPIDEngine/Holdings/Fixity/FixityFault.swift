import PPIDValues

/// A file of the archive that isn't what it was, or that nobody knows of.
package struct FixityFault: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case missing = "hilang"
    case changed = "berubah"
    /// There, but no record has it.
    case extra = "berlebih"

    /// What such a file is.
    var word: Phrase {
      switch self {
      case .missing: Phrase(id: rawValue, en: "missing")
      case .changed: Phrase(id: rawValue, en: "changed")
      case .extra: Phrase(id: rawValue, en: "extra")
      }
    }
  }

  package let kind: Kind
  /// Where the bytes stand, or should.
  package let path: String
  /// The records that have it, with the names under which they do; only those that the person may see.
  package let holders: [HeldFile]

  /// The fault in words: `hilang: A-3 neraca.pdf (arsip.db.berkas/ab/cd…)`.
  package var text: Phrase {
    let files = holders.map { "\($0.record) \(VisibleText.of($0.name))" }.joined(separator: ", ")
    let place = "\(files.isEmpty ? "" : "\(files) ")(\(VisibleText.of(path)))"
    return Phrase(id: "\(kind.word.id): \(place)", en: "\(kind.word.en): \(place)")
  }

  /// How many there are of each kind.
  package static func counts(_ faults: [FixityFault]) -> Phrase {
    func words(_ language: Language) -> String {
      Kind.allCases.compactMap { kind in
        let count = faults.count { $0.kind == kind }
        return count == 0 ? nil : "\(count) \(kind.word[language])"
      }.joined(separator: ", ")
    }
    return Phrase(id: words(.indonesian), en: words(.english))
  }
}
