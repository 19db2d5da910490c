import Foundation
import PPIDScript
import Testing

@testable import PPIDShell

/// The examples of all commands, run in an archive that `Data/contoh.ppid` and `Data/contoh-siklus.ppid` make.
@Suite struct ExampleTests {
  struct Case: CustomTestStringConvertible {
    let command: String
    let example: Example

    var testDescription: String { example.line }
  }

  private static let cases = Definitions.signatures.flatMap { signature in
    signature.examples.map { Case(command: signature.name, example: $0) }
  }

  @Test(arguments: cases) func `an example passes every check that is made before running`(_ example: Case) {
    let source = SourceText(name: example.command, example.example.line)
    let checked = Checker.check(source, catalog: CommandTable.shared, mode: .session)
    #expect(checked.diagnostics.map { $0.problem.message.en } == [])
    #expect(checked.program != nil)
  }

  @Test(arguments: cases) func `an example runs, and prints what it says`(_ example: Case) throws {
    let office = try ExampleOffice.copy(isRunning: true)
    let printed = try office.line(example.example.line).succeeded()
    if let prints = example.example.prints { #expect(printed == prints) }
  }
}
