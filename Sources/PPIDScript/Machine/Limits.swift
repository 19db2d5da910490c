import PPIDValues

/// How far a script may go.
package struct Limits: Sendable {
  /// Calls inside calls.
  package var depth = 10_240
  /// Rounds of loops and calls, together; nil for no bound.
  package var steps: Int?
  /// Bytes that the process may come to hold beyond what it held when the script began.
  package var memory = 2 << 30
  /// Wall time; nil for no bound.
  package var time: Duration?

  package init() {}
}

/// A bound that was passed. Only `depth` can be caught by `coba`.
package enum LimitProblem: Error, Sendable, Equatable {
  case depth(Int)
  case steps(Int)
  case memory(Int)
  case time(Duration)

  var isCatchable: Bool {
    if case .depth = self { true } else { false }
  }

  package var message: Phrase {
    switch self {
    case .depth(let most): Phrase(id: "panggilan bersarang lebih dari \(most)", en: "calls nest deeper than \(most)")
    case .steps(let most):
      Phrase(id: "skrip melewati batas \(most) langkah", en: "the script passed its bound of \(most) steps")
    case .memory(let most):
      Phrase(
        id: "skrip melewati batas memori \(most >> 20) MiB",
        en: "the script passed its bound of \(most >> 20) MiB of memory")
    case .time(let most):
      Phrase(
        id: "skrip melewati batas waktu \(most.components.seconds) detik",
        en: "the script passed its bound of \(most.components.seconds) seconds")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .depth:
      Phrase(id: "apakah fungsinya pernah berhenti memanggil diri?", en: "does the function ever stop calling itself?")
    case .steps: Phrase(id: "`--batas-langkah` mengubahnya", en: "`--batas-langkah` changes it")
    case .memory: Phrase(id: "`--batas-memori` mengubahnya", en: "`--batas-memori` changes it")
    case .time: Phrase(id: "`--batas-waktu` mengubahnya", en: "`--batas-waktu` changes it")
    }
  }
}
