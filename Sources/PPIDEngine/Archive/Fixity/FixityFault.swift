import PPIDValues

/// A file of the archive that isn't what it was, or that nobody knows of.
package struct FixityFault: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case missing = "hilang"
    case changed = "berubah"
    /// There, but no record has it.
    case extra = "berlebih"
  }

  package let kind: Kind
  /// Where the bytes stand, or should.
  package let path: String
  /// The records that have it, with the names under which they do; only those that the person may see.
  package let holders: [HeldFile]

  /// How many there are of each kind.
  package static func counts(_ faults: [FixityFault]) -> Phrase {
    func words(_ name: (Kind) -> String) -> String {
      Kind.allCases.compactMap { kind in
        let count = faults.count { $0.kind == kind }
        return count == 0 ? nil : "\(count) \(name(kind))"
      }.joined(separator: ", ")
    }
    return Phrase(
      id: words { $0.rawValue },
      en: words {
        switch $0 {
        case .missing: "missing"
        case .changed: "changed"
        case .extra: "extra"
        }
      })
  }
}
