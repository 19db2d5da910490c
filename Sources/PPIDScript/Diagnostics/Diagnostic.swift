import PPIDValues

/// Something to be said about a place of a script.
package struct Diagnostic: Sendable {
  package enum Severity: Sendable {
    case error, note
  }

  package let problem: Problem
  package let source: SourceText
  package let range: SourceRange
  /// Where the functions were called that led here, the innermost first.
  package let trace: [CallPlace]

  package init(_ problem: Problem, _ source: SourceText, _ range: SourceRange, trace: [CallPlace] = []) {
    self.problem = problem
    self.source = source
    self.range = range
    self.trace = trace
  }

  package var severity: Severity { problem.isNote ? .note : .error }
}

/// Where a function was called.
package struct CallPlace: Sendable {
  package let function: String
  package let source: SourceText
  package let range: SourceRange
}

/// All that a diagnostic can be about.
package enum Problem: Sendable {
  case syntax(SyntaxProblem)
  case check(CheckProblem)
  case runtime(RuntimeProblem)
  case limit(LimitProblem)
  /// `gagal "pesan"`
  case raised(String)
  /// `pastikan E ["pesan"]`
  case expectation(String?)
  /// A command's own words.
  case command(message: Phrase, advice: Phrase?)
  case interrupted

  var isNote: Bool {
    switch self {
    case .syntax(let problem): problem.isNote
    case .check(let problem): problem.isNote
    default: false
    }
  }

  /// What is wrong, in a sentence without its end.
  package var message: Phrase {
    switch self {
    case .syntax(let problem): problem.message
    case .check(let problem): problem.message
    case .runtime(let problem): problem.message
    case .limit(let problem): problem.message
    case .raised(let text): Phrase(text)
    case .expectation(let text):
      text.map { Phrase($0) } ?? Phrase(id: "harapan tidak terpenuhi", en: "the expectation doesn't hold")
    case .command(let message, _): message
    case .interrupted: Phrase(id: "dihentikan", en: "interrupted")
    }
  }

  /// What to do about it.
  package var advice: Phrase? {
    switch self {
    case .syntax(let problem): problem.advice
    case .check(let problem): problem.advice
    case .runtime(let problem): problem.advice
    case .limit(let problem): problem.advice
    case .command(_, let advice): advice
    case .raised, .interrupted: nil
    case .expectation(let text): text == nil ? Phrase(id: "ini salah", en: "this is salah") : nil
    }
  }
}
