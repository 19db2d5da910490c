import Foundation
import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

/// The prompt: asks for entries until the user leaves.
final class PromptLoop {
  private let session: Session
  private let machine: Machine
  private let language: Language
  private let environment: [String: String]
  private let history: History
  private let runEntry: (SourceText) -> ExitStatus

  init(
    _ session: Session, _ machine: Machine, _ language: Language, _ environment: [String: String],
    run: @escaping (SourceText) -> ExitStatus
  ) {
    self.session = session
    self.machine = machine
    self.language = language
    self.environment = environment
    history = History(at: History.defaultPath(environment: environment), session: UUID().uuidString)
    runEntry = run
  }

  func run() -> ExitStatus {
    Signals.install(interactive: true)
    let reader = makeReader()
    greet()
    while true {
      sayHistoryProblem()
      switch reader.readLine(prompt()) {
      case .endOfInput: return .done
      case .interrupted: continue
      case .line(let text):
        guard !text.allSatisfy(\.isWhitespace) else { continue }
        if enter(text) { return .done }
      }
    }
  }

  /// Runs one entry; whether the user wants to leave.
  private func enter(_ text: String) -> Bool {
    let began = Date()
    let ticket = history.begin(text, archive: session.engine.path, at: Int64(began.timeIntervalSince1970 * 1000))
    session.wantsToLeave = false
    session.console.beginPaging(Pager(terminal: session.console.terminal, environment: environment))
    let status = runEntry(SourceText(name: "prompt", text))
    session.console.endPaging()
    _ = Signals.takeInterrupt()
    if let ticket {
      history.finish(ticket, duration: Int64(Date().timeIntervalSince(began) * 1000), status: status.rawValue)
    }
    return session.wantsToLeave
  }

  private func makeReader() -> any LineReader {
    let language = PromptLanguage(session: session, machine: machine)
    var assistance = Assistance()
    assistance.highlight = language.highlights
    assistance.needsMore = language.needsMore
    assistance.complete = language.candidates
    assistance.suggest = { [history, path = session.engine.path] in history.suggestion(for: $0, archive: path) }
    return LineEditor(
      history: history, assistance: assistance, language: self.language, colour: session.console.terminal.promptColour,
      environment: environment)
      ?? PlainLineReader(showsPrompt: true, needsMore: language.needsMore)
  }

  private func prompt() -> Prompt {
    var left = StyledText("ppid", .command)
    if session.settings.isDryRun { left += StyledText(" (\(Phrase(id: "coba", en: "dry run")[language]))", .error) }
    return Prompt(left: left + StyledText("> "), continuation: StyledText("  … ", .plain))
  }

  private func greet() {
    session.console.note(
      Phrase(
        id: "PPID Shell \(Version.current). `bantuan` menjelaskan, `keluar` atau Ctrl-D mengakhiri.\n",
        en: "PPID Shell \(Version.current). `bantuan` explains, `keluar` or Ctrl-D leaves.\n")[language])
    remind()
  }

  /// Says which exclusions have ended or soon will. What can't be read now is told when it is asked for.
  private func remind() {
    // Starting must not make an archive.
    guard FileManager.default.fileExists(atPath: session.engine.path), let reminder = try? session.engine.exclusionReminder() else {
      return
    }
    session.console.note("\(reminder[language])\n")
  }

  private func sayHistoryProblem() {
    if let problem = history.takeProblem() { session.console.note("\(problem[language])\n") }
  }
}
