import Foundation
import PPIDEngine
import PPIDScript
import PPIDValues
import Testing

@testable import PPIDShell

/// Somebody at a prompt of an office: what they are offered, asked of the completer itself.
final class CompletionTrial {
  private let session: PPIDShell.Session
  private let completer: Completer

  /// `person` acts for somebody; `root` is whoever made the archive.
  init(_ office: Office, person: String = "root") throws {
    let archive = Archive(path: office.path(Office.archive), access: .readWrite, holder: "uji", interruption: nil)
    let clock = OfficeClock.machine.standing(at: try #require(LocalTime("2026-11-10T09:00")))
    let account = try office.sqlite("SELECT account FROM person WHERE id = 1")
    let engine = Engine(archive, clock: clock, account: account, actingFor: person == "root" ? nil : person)
    let console = Console(terminal: Terminal(environment: [:]), language: .indonesian)
    session = PPIDShell.Session(engine: engine, catalog: .shared, settings: Settings(), console: console)
    completer = Completer(session: session)
  }

  /// Runs an entry, whose variables and functions stay.
  func enter(_ line: String) throws {
    let machine = session.runner.machine
    let checked = session.runner.check(SourceText(name: "prompt", line), as: .session, in: machine.session)
    try machine.run(try #require(checked.program))
  }

  /// What is offered at the end of a line: what would stand there, and its meaning.
  func offered(_ line: String) -> [(text: String, meaning: String)] {
    completer.candidates(line, line.utf8.count).map { ($0.replacement, $0.description) }
  }

  func texts(_ line: String) -> [String] { offered(line).map(\.text) }

  /// What is offered at a place of a line, in bytes.
  func candidates(_ line: String, _ cursor: Int) -> [Candidate] { completer.candidates(line, cursor) }
}
