import PPIDScript
import Testing

@testable import PPIDShell

/// The commands of a demo that comes with the program, as its board shows them.
struct DemoStepTexts {
  let commands: [String]

  init?(_ name: String) {
    guard let demo = DemoResources.demos.first(where: { $0.name == name }) else { return nil }
    var faults: [Diagnostic] = []
    let script = DemoScript(SourceText(name: name, bytes: demo.text()), activities: 15, faults: &faults)
    commands = script.steps.compactMap { step in
      (step.isDirection ? step.statements.first : step.statements.last).map(script.source.text)
    }
  }
}
