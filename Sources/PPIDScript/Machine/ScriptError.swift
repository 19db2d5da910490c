import PPIDValues

/// Why a script stopped before its end, with its place.
package struct ScriptError: Error {
  package let diagnostic: Diagnostic
  package let status: ExitStatus
  /// What was thrown.
  package let cause: any Error
  /// `$galat.rincian`
  let details: Value
  /// Whether `coba` may hold it up.
  let isCatchable: Bool

  init(_ error: any Error, _ source: SourceText, _ range: SourceRange, trace: [CallPlace]) {
    var problem: Problem
    var (status, details, isCatchable) = (ExitStatus.failed, Value.null, true)
    switch error {
    case let error as RuntimeProblem: (problem, status) = (.runtime(error), error.status)
    case let error as LimitProblem: (problem, isCatchable) = (.limit(error), error.isCatchable)
    case let error as Refusal: problem = error.problem
    case let error as any CommandFailure:
      problem = .command(message: error.message, advice: error.advice)
      (status, details) = (error.status, error.details)
    case is Interruption: (problem, status, isCatchable) = (.interrupted, .interrupted, false)
    case is any EndOfRun: (problem, status, isCatchable) = (.interrupted, .done, false)
    default: problem = .command(message: Phrase("\(error)"), advice: nil)
    }
    diagnostic = Diagnostic(problem, source, range, trace: trace)
    self.status = status
    cause = error
    self.details = details
    self.isCatchable = isCatchable
  }

  /// `$galat`
  func record(_ language: Language) -> Value {
    .record(
      Record([
        ("pesan", .text(diagnostic.problem.message[language])),
        ("kode", .int(Int(status.rawValue))),
        ("berkas", .text(diagnostic.source.name)),
        ("baris", .int(diagnostic.source.place(of: diagnostic.range.lowerBound).line)),
        ("rincian", details),
      ]))
  }

  /// What a statement of the language refuses by itself.
  struct Refusal: Error {
    let problem: Problem
  }
}
