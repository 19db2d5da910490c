import PPIDEngine
import PPIDScript
import PPIDValues

/// Reads, checks and runs scripts: what the program was started with, and what its commands run meanwhile.
final class ScriptRunner {
  /// How deeply scripts may run one another.
  private static let deepest = 50

  let machine: Machine
  private unowned let session: Session
  private let printer: DiagnosticPrinter
  private var depth = 0

  init(_ session: Session) {
    self.session = session
    machine = Machine(
      host: session, limits: session.settings.limits, language: session.language, interruptFlag: Signals.interruptFlag)
    let terminal = session.console.terminal
    printer = DiagnosticPrinter(
      language: session.language, isColored: terminal.promptColour, width: { TextWidth.of($0) },
      fold: { CellText.lines(of: $0, width: terminal.showsMessages ? max(Terminal.size.columns - $1, 1) : nil) })
  }

  // MARK: Checking

  /// Reads and checks a script against what `surroundings` holds, and says all that there is to say of it.
  func check(
    _ source: SourceText, as mode: Checker.Mode, in surroundings: PPIDScript.Session, isStepping: Bool = false
  ) -> Checker.Result {
    let checked = Checker.check(
      source, catalog: session.catalog, mode: mode, session: surroundings, isStepping: isStepping)
    for diagnostic in checked.diagnostics { tell(diagnostic) }
    return checked
  }

  /// A script that is going to run by itself; throws when anything is wrong with it.
  func check(_ source: SourceText) throws { _ = try program(source, in: PPIDScript.Session()) }

  /// Tells people what is to be said about a place of a script.
  func tell(_ diagnostic: Diagnostic) { session.console.note(printer.draw(diagnostic)) }

  private func program(_ source: SourceText, in surroundings: PPIDScript.Session) throws -> Program {
    let checked = check(source, as: .file, in: surroundings, isStepping: session.stepper != nil)
    guard let program = checked.program else {
      throw refusal(source, checked.diagnostics.filter { $0.severity == .error })
    }
    return program
  }

  private func refusal(_ source: SourceText, _ errors: [Diagnostic]) -> Failure {
    let details = errors.map { error -> Value in
      let place = source.place(of: error.range.lowerBound)
      return .record(
        Record([
          ("baris", .int(place.line)), ("kolom", .int(place.column)),
          ("pesan", .text(error.problem.message[session.language])),
        ]))
    }
    return Failure(
      Phrase(
        id: "skrip `\(source.name)` salah di \(errors.count) tempat; tidak ada yang dijalankan atau disimpan",
        en:
          "the script `\(source.name)` is wrong in \(errors.count) \(errors.count == 1 ? "place" : "places"); nothing was run or stored"
      ),
      status: .usage, details: .list(List(details)))
  }

  // MARK: Running meanwhile

  /// Runs a script by itself, with arguments of its own.
  func run(_ source: SourceText, arguments: [Value]) throws {
    let own = PPIDScript.Session()
    let program = try program(source, in: own)
    let outer = session.arguments
    session.arguments = arguments
    defer { session.arguments = outer }
    try nest(source) { try machine.run(program, in: own) }
  }

  /// Runs a script in the session at hand: its variables and functions stay.
  func take(_ source: SourceText) throws {
    let program = try program(source, in: machine.session)
    try nest(source) { try machine.run(program) }
  }

  private func nest(_ source: SourceText, _ body: () throws -> Void) throws {
    guard depth < ScriptRunner.deepest else {
      throw Failure(
        Phrase(
          id: "skrip saling menjalankan lebih dari \(ScriptRunner.deepest) tingkat",
          en: "scripts run one another more than \(ScriptRunner.deepest) levels deep"),
        advice: Phrase(
          id: "apakah `\(source.name)` menjalankan dirinya sendiri?", en: "does `\(source.name)` run itself?"))
    }
    depth += 1
    defer { depth -= 1 }
    try body()
  }
}
