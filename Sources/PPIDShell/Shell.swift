import Foundation
import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

/// The program: reads, checks, runs, shows.
package final class Shell {
  private let invocation: Invocation
  private let language: Language
  private let console: Console
  private let session: Session

  /// Runs the program with the words of its command line; the exit status.
  package static func main(_ words: [String], environment: [String: String] = ProcessInfo.processInfo.environment)
    -> Int32
  {
    let spoken = Language(environment: environment)
    let invocation: Invocation
    do {
      invocation = try Invocation(Array(words.dropFirst()))
    } catch {
      let advice = error.advice.map { ": \($0[spoken])" } ?? ""
      Console(terminal: Terminal(environment: environment, withoutColour: true), language: spoken).note(
        "\(Shell.errorWord(spoken)): \(error.message[spoken])\(advice)\n")
      return ExitStatus.usage.rawValue
    }
    Signals.install(interactive: false)
    let shell = Shell(invocation, language: invocation.language ?? spoken, environment)
    let status = shell.finish(shell.run(environment))
    Signals.endAsAsked()
    return status.rawValue
  }

  private init(_ invocation: Invocation, language: Language, _ environment: [String: String]) {
    self.invocation = invocation
    self.language = language
    console = Console(terminal: Terminal(environment: environment, withoutColour: invocation.isPlain), language: language)
    var settings = Settings()
    settings.language = language
    settings.format = invocation.format ?? .table
    settings.isDryRun = invocation.isDryRun
    settings.limits = invocation.limits
    settings.reach = Reach(allowed: invocation.allowed)
    let named = invocation.archive ?? environment["PPID_ARSIP"].flatMap { $0.isEmpty ? nil : $0 }
    let account = Shell.account()
    let archive = Archive(
      path: named ?? Shell.defaultArchive(environment), makesFolder: named == nil, access: invocation.isReadOnly ? .readOnly : .readWrite,
      holder: "\(account) (pid \(getpid()))",
      interruption: UnsafePointer(Signals.interruptFlag))
    let clock = invocation.time.map(OfficeClock.machine.standing) ?? .machine
    let engine = Engine(archive, clock: clock, account: account, actingFor: invocation.person)
    let arguments = invocation.arguments.map { LiteralSpelling.value(of: $0) ?? .text($0) }
    engine.onProgress { [console] in console.tick() }
    session = Session(engine: engine, catalog: .shared, settings: settings, console: console, arguments: arguments)
  }

  // MARK: Running

  private func run(_ environment: [String: String]) -> ExitStatus {
    switch invocation.source {
    case .help: return print(Invocation.help(language))
    case .version: return print("ppid \(Version.current)\n")
    case .line(let line): return run(SourceText(name: "-c", line), as: .session)
    case .file(let path): return runFile(path)
    case .standardInput: return runStandardInput()
    case .prompt:
      guard isatty(STDIN_FILENO) == 1 else { return runStandardInput() }
      let prompt = PromptLoop(session, language, environment) {
        [unowned self] in run($0)
      }
      return prompt.run()
    }
  }

  /// One entry of the prompt.
  private func run(_ source: SourceText) -> ExitStatus {
    let status = run(source, as: .session)
    _ = try? console.flush()
    return status
  }

  /// Runs a script's file; a bare name may be that of a saved script.
  private func runFile(_ path: String) -> ExitStatus {
    if let data = FileManager.default.contents(atPath: path), !Shell.isFolder(path) {
      return run(SourceText(name: path, bytes: Array(data)), as: .file)
    }
    do {
      if let saved = try savedScript(path) { return run(saved, as: .file) }
    } catch {
      return status(of: error)
    }
    return fail(
      Phrase(
        id: "skrip `\(path)` tidak ada atau tidak dapat dibaca",
        en: "the script `\(path)` doesn't exist or can't be read"), status: .input)
  }

  private func savedScript(_ name: String) throws -> SourceText? {
    // Looking for a script must not make an archive.
    guard let name = ScriptName(name), FileManager.default.fileExists(atPath: session.engine.path) else { return nil }
    return try Failure.wording {
      do {
        return try session.script(name)
      } catch OfficeFailure.unknownScript {
        return nil
      }
    }
  }

  private func runStandardInput() -> ExitStatus {
    run(SourceText(name: "-", bytes: Array(FileHandle.standardInput.readDataToEndOfFile())), as: .session)
  }

  /// Reads, checks, runs.
  private func run(_ source: SourceText, as mode: Checker.Mode) -> ExitStatus {
    let runner = session.runner
    let variables = session.variables
    let checked = runner.check(source, as: mode, in: variables, isStepping: invocation.isStepping)
    guard let program = checked.program else { return .usage }
    guard !invocation.isCheckOnly else { return .done }
    session.stepper = invocation.isStepping ? Stepper(source, session, back: invocation.isDryRun ? .anew : .never) : nil
    defer { session.engine.endRun() }
    do {
      try console.progress.during(nil) {
        try invocation.isDryRun ? tryOut(program, in: variables) : runner.machine.run(program, in: variables)
      }
      return .done
    } catch {
      return status(of: error)
    }
  }

  /// Runs in a transaction that is never stored, then shows what the journal would have told.
  ///
  /// Who steps through it may go back: then it begins anew, and comes to the same at a clock that stands.
  private func tryOut(_ program: Program, in variables: PPIDScript.Session) throws {
    let engine = session.engine
    if session.stepper != nil { try Failure.wording(engine.desk.stopClock) }
    let beginning = variables.copy()
    defer { session.console.isSilent = false }
    while try !tryOnce(program, in: variables) {
      variables.become(beginning)
      session.stepper?.beginAnew()
    }
  }

  /// False where it is to begin anew.
  private func tryOnce(_ program: Program, in variables: PPIDScript.Session) throws -> Bool {
    let engine = session.engine
    try Failure.wording(engine.beginTransaction)
    defer { try? engine.rollbackTransaction() }
    let last = try Failure.wording(engine.history.lastEvent)
    guard try runsToItsEnd(program, in: variables) else { return false }
    try Failure.wording { try tellWhatWouldBe(after: last) }
    return true
  }

  /// False where somebody steps back.
  private func runsToItsEnd(_ program: Program, in variables: PPIDScript.Session) throws -> Bool {
    do {
      try session.runner.machine.run(program, in: variables)
      return true
    } catch {
      if error.cause is Stepper.BackRequest { return false }
      throw error
    }
  }

  /// Shows what a dry run would have added to the journal.
  private func tellWhatWouldBe(after last: Int) throws {
    session.console.isSilent = false
    console.note(
      Phrase(
        id: "Percobaan: tidak ada yang disimpan. Jejaknya akan menjadi:\n",
        en: "Dry run: nothing was stored. The journal would have been:\n")[language])
    try session.display(session.table(session.engine.history.journalSummary(after: last)))
  }

  // MARK: Ending

  /// Says what went wrong, and with which status that ends the program.
  private func status(of error: any Error) -> ExitStatus {
    switch error {
    case let error as ScriptError:
      if error.cause is any EndOfRun { return .done }
      session.runner.tell(error.diagnostic)
      return error.status
    case let failure as Failure:
      return fail(failure.message, failure.advice, status: failure.status)
    case is Interruption:
      return fail(Phrase(id: "dihentikan", en: "interrupted"), status: .interrupted)
    default:
      return fail(Phrase("\(error)"), status: .failed)
    }
  }

  private func fail(_ message: Phrase, _ advice: Phrase? = nil, status: ExitStatus) -> ExitStatus {
    let advice = advice.map { "\n  \(VisibleText.of($0[language]))" } ?? ""
    console.note("\(Shell.errorWord(language)): \(VisibleText.of(message[language]))\(advice)\n")
    return status
  }

  private func print(_ text: String) -> ExitStatus {
    do {
      try console.write(text)
      return .done
    } catch {
      return status(of: error)
    }
  }

  /// Closes the archive and hands over what is still to be printed; a full disk must not pass for success.
  private func finish(_ status: ExitStatus) -> ExitStatus {
    session.endDemo()
    session.engine.close()
    do {
      try console.flush()
      return status
    } catch {
      return status == .done ? self.status(of: error) : status
    }
  }

  private static func errorWord(_ language: Language) -> String {
    Phrase(id: "galat", en: "error")[language]
  }

  // MARK: Surroundings

  /// `$XDG_DATA_HOME/ppid/arsip.db`, by default below `~/.local/share`; without HOME the account's own home.
  private static func defaultArchive(_ environment: [String: String]) -> String {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.local/share"
    return "\(data)/ppid/arsip.db"
  }

  /// The name of the operating system's account.
  private static func account() -> String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid-\(getuid())" }
    return String(cString: name)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

extension Language {
  /// The language of the environment: `LC_ALL`, `LC_MESSAGES` or `LANG` beginning with `en` means English; anything else, and
  /// nothing, Indonesian.
  init(environment: [String: String]) {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    self = name.hasPrefix("en") ? .english : .indonesian
  }
}
