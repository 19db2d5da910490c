import Foundation
import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

/// A demo that is running: an office of its own, in which a script is played step by step, forward and back.
///
/// `states[n]` is what there was after n steps, before the class typed anything: going back always comes to where the script was.
final class RunningDemo {
  let name: String
  let script: DemoScript
  /// The office's archive and clock; nothing else is touched as long as the demo runs.
  let engine: Engine
  let sandbox: Sandbox
  private let files: KeptFiles
  /// Variables and functions of the script and of what the class types.
  private(set) var variables = PPIDScript.Session()
  /// Who acts; nil while nobody was called.
  private(set) var person: String?
  private(set) var time: LocalTime
  /// How many steps are done.
  private(set) var position = 0
  /// What the last step printed.
  private(set) var printed = ""
  private var states: [DemoState] = []
  /// Whether a step is running, or the office is being set up: then commands that lead through the demo are out of place.
  private(set) var isPlaying = false
  private unowned let session: Session

  /// The archive's file in the office.
  static let archive = "arsip.db"
  /// Who sets the office up.
  static let founder = "pengelola"

  /// Makes the office's folder; `open` fills it.
  init(_ name: String, _ script: DemoScript, _ session: Session) throws {
    self.name = name
    self.script = script
    self.session = session
    sandbox = try Sandbox()
    files = KeptFiles(of: sandbox.office, in: sandbox.states, archive: RunningDemo.archive)
    time = DemoResources.beginning
    let archive = Archive(
      path: "\(sandbox.office)/\(RunningDemo.archive)", isDurable: false, access: .readWrite, holder: RunningDemo.founder,
      interruption: UnsafePointer(Signals.interruptFlag))
    engine = Engine(archive, clock: OfficeClock.machine.standing(at: time), account: RunningDemo.founder)
    engine.onProgress { [console = session.console] in console.tick() }
  }

  var isAtEnd: Bool { position == script.steps.count }
  var nextStep: DemoStep? { isAtEnd ? nil : script.steps[position] }
  /// The step that was done last.
  var lastStep: DemoStep? { position == 0 ? nil : script.steps[position - 1] }

  /// Sets the office up.
  func open() throws {
    try engine.desk.stage(nil, at: time)
    try Sandbox.wording { try DemoResources.writeLists(to: "\(sandbox.office)/\(DemoResources.listFolder)") }
    _ = try unattended {
      try session.runner.run(DemoResources.office, arguments: [])
      if !script.functions.isEmpty { try run(script.functions) }
    }
    states = [try keep()]
  }

  /// Closes the archive and leaves nothing behind.
  func close() {
    engine.close()
    sandbox.remove()
  }

  /// Keeps the office's archive, with its attached files, as a new file outside, in which its founder is whoever has that account.
  func save(as path: String, for account: String) throws {
    try sandbox.outside { try engine.care.saveCopy(to: path, founder: RunningDemo.founder, account: account) }
  }

  // MARK: Stage directions

  /// Has one of the office's people act.
  func call(_ person: Actor) throws {
    try engine.desk.stage(person.name, at: time)
    self.person = person.name
  }

  /// Has the office's clock stand at `time`.
  func set(_ time: LocalTime) throws {
    try engine.desk.stage(person, at: time)
    self.time = time
  }

  // MARK: Stepping

  /// Runs the next step. If it fails though it shouldn't, or is stopped, everything is as it was before.
  func advance() throws {
    guard let step = nextStep else { return }
    let before = try keep()
    defer { files.forget(before.files) }
    do {
      printed = try play(step)
      let after = try keep()
      // Steps that were gone back over are played anew.
      for state in states.dropFirst(position + 1) { files.forget(state.files) }
      states = states.prefix(position + 1) + [after]
      position += 1
    } catch {
      // Whoever stopped the step doesn't want this to be stopped.
      _ = Signals.takeInterrupt()
      try putBack(before)
      throw error
    }
  }

  /// Goes back to where `position` steps were done; `position` must have been reached already.
  func goBack(to position: Int) throws {
    try putBack(states[position])
    self.position = position
  }

  /// What a step prints; throws when it doesn't end as its notes say.
  private func play(_ step: DemoStep) throws -> String {
    try unattended {
      do {
        try run(step.statements)
      } catch let error as ScriptError where error.status == step.notes.refusal {
        return session.runner.tell(error.diagnostic)
      }
      if let refusal = step.notes.refusal { throw StepFailure.notRefused(refusal) }
    }
  }

  /// Runs statements of the script as if they were typed.
  private func run(_ statements: [SourceRange]) throws {
    let source = script.source.keeping(statements)
    let checked = Checker.check(source, catalog: session.catalog, mode: .session, session: variables)
    guard let program = checked.program else {
      for diagnostic in checked.diagnostics { session.runner.tell(diagnostic) }
      throw StepFailure.unfit
    }
    try session.runner.machine.run(program, in: variables)
  }

  /// Runs `body`, during which nobody leads through the demo; what it prints.
  private func unattended(_ body: () throws -> Void) throws -> String {
    let stepper = session.stepper
    (isPlaying, session.stepper) = (true, nil)
    defer { (isPlaying, session.stepper) = (false, stepper) }
    return try session.console.gathering(body)
  }

  // MARK: States

  private func keep() throws -> DemoState {
    engine.close()
    return DemoState(
      files: try Sandbox.wording(files.keep), variables: session.runner.machine.copy(of: variables), person: person, time: time,
      printed: printed)
  }

  private func putBack(_ state: DemoState) throws {
    engine.close()
    do {
      try Sandbox.wording { try files.putBack(state.files) }
    } catch let failure as Failure {
      throw DemoLost(failure: failure)
    }
    variables = state.variables.copy()
    (person, time, printed) = (state.person, state.time, state.printed)
    try engine.desk.stage(person, at: time)
  }
}

/// A state couldn't be put back: the demo is of no use any more.
struct DemoLost: Error {
  let failure: Failure
}

/// A step that didn't end as its notes say.
enum StepFailure {
  /// It was done, though its notes say that it is refused.
  static func notRefused(_ status: ExitStatus) -> Failure {
    Failure(
      Phrase(
        id: "langkah ini seharusnya ditolak (status \(status.rawValue)), tetapi berhasil",
        en: "this step should have been refused (status \(status.rawValue)), but it was done"))
  }

  /// It doesn't fit what is there now, by what the checks before running say.
  static let unfit = Failure(
    Phrase(id: "langkah ini tidak dapat dijalankan di sini", en: "this step can't be run here"), status: .usage)
}
