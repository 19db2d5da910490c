import Foundation
import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

/// The prompt: asks for entries until the user leaves.
final class PromptLoop {
  private let session: Session
  private let language: Language
  private let environment: [String: String]
  private let history: History
  private let runEntry: (SourceText) -> ExitStatus
  /// How long the last entry ran, in milliseconds.
  private var took: Int?
  private var isInterrupted = false
  /// What stands in grey on an empty line.
  private var nextStep: String?

  init(
    _ session: Session, _ language: Language, _ environment: [String: String],
    run: @escaping (SourceText) -> ExitStatus
  ) {
    self.session = session
    self.language = language
    self.environment = environment
    history = History(at: History.defaultPath(environment: environment), session: UUID().uuidString)
    runEntry = run
  }

  func run() -> ExitStatus {
    Signals.install(interactive: true)
    session.history = history
    let reader = makeReader()
    greet()
    while true {
      sayHistoryProblem()
      switch reader.readLine(prompt()) {
      case .endOfInput: return .done
      case .interrupted:
        took = nil
        if Signals.isEnding { return .interrupted }
      case .line(let text):
        guard session.demo != nil || !text.allSatisfy(\.isWhitespace) else { continue }
        var entry: String? = text
        while let text = entry {
          if enter(text) { return .done }
          entry = takeRepeated()
        }
      }
    }
  }

  /// Runs one entry; whether the user wants to leave.
  private func enter(_ text: String) -> Bool {
    let began = Date()
    let short = Shorthand(text, inDemo: session.demo != nil)
    // What only leads through a demo is nothing to be looked up again.
    let isLeading = short != nil && session.demo != nil
    let ticket = isLeading ? nil : history.begin(text, archive: session.engine.path, at: Int64(began.timeIntervalSince1970 * 1000))
    session.wantsToLeave = false
    // A recording shows what it shows in one go.
    if session.recording == nil {
      session.console.beginPaging(Pager(terminal: session.console.terminal, environment: environment))
    }
    let status = runEntry(SourceText(name: "prompt", short?.spelledOut ?? text))
    took = Int(Date().timeIntervalSince(began) * 1000)
    session.console.endPaging()
    isInterrupted = Signals.takeInterrupt() || status == .interrupted
    if let ticket { history.finish(ticket, duration: Int64(took ?? 0), status: status.rawValue) }
    return session.wantsToLeave || Signals.isEnding
  }

  /// The entry that `ulang` asked for, after showing it.
  private func takeRepeated() -> String? {
    defer { session.again = nil }
    guard let text = session.again, !isInterrupted else { return nil }
    session.console.note("\(VisibleText.of(text, keepsLines: true))\n")
    return text
  }

  private func makeReader() -> any LineReader {
    let language = PromptLanguage(session: session)
    let completer = Completer(session: session)
    var assistance = Assistance()
    assistance.highlight = language.highlights
    assistance.needsMore = language.needsMore
    assistance.complete = { text, cursor in
      language.shorthand(text)?.candidates(cursor, completer.candidates) ?? completer.candidates(text, cursor)
    }
    assistance.suggest = { [unowned self] text in
      text.isEmpty ? nextStep : history.suggestion(for: text, archive: session.engine.path)
    }
    let terminal = session.console.terminal
    let editor =
      terminal.canEdit
      ? LineEditor(
        history: history, assistance: assistance, language: self.language, colour: terminal.promptColour, environment: environment) : nil
    return editor ?? PlainLineReader(showsPrompt: true, needsMore: language.needsMore)
  }

  /// The prompt for the next entry; asks the archive where it stands, and what comes next.
  private func prompt() -> Prompt {
    nextStep = session.demo == nil && session.engine.exists ? suggestedStep() : nil
    return PromptLine(session).prompt(columns: Terminal.size.columns, took: took)
  }

  /// The next thing that the SOP asks of the person, as long as there is a command for it.
  private func suggestedStep() -> String? {
    guard let line = try? session.engine.completion.nextSuggestion() else { return nil }
    let name = line.split(separator: " ").prefix(2).joined(separator: " ")
    return session.catalog.index(of: name) == nil ? nil : line
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
    guard FileManager.default.fileExists(atPath: session.engine.path),
      let reminder = try? session.engine.publicList.exclusionReminder()
    else {
      return
    }
    session.console.note("\(reminder[language])\n")
  }

  private func sayHistoryProblem() {
    if let problem = history.takeProblem() { session.console.note("\(problem[language])\n") }
  }
}
