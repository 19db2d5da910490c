import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoJelaskan = Command(
    "demo jelaskan", needs: .anything,
    help: Phrase(
      id: "Menjelaskan langkah demo berikutnya: maksudnya, kegiatan SOP dan pasalnya, dan perintahnya.",
      en: "Explains the demo's next step: what it means, its activity of the SOP and article of law, and its commands."),
    isOutput: true, examples: [Example("demo mulai sop; demo jelaskan")]
  ) { session in
    let demo = try session.running()
    guard let step = demo.nextStep ?? demo.lastStep else { return .null }
    let explanation = DemoExplanation(step, of: demo.script.source, try demo.engine.workflow.procedure(), session.catalog, session.language)
    try session.console.write(explanation.text(width: session.console.width ?? 80))
    return .null
  }
}
