import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let langkahTerima = Command(
    "langkah terima", needs: .acknowledge,
    help: Phrase(
      id: "Atasan PPID menyatakan laporan langkah 12 diterima; tidak menahan apa pun.",
      en: "The superior acknowledges the report of step 12; it holds nothing up."),
    .step, .cycle, gives: .record(Session.stepColumns),
    examples: [Example("langkah terima 12", prints: "laporan langkah 12 (2026-10) diterima")]
  ) { session, step, cycle in
    session.step(try session.engine.workflow.acknowledge(step, in: cycle)) { name in
      Phrase(id: "laporan langkah \(name) diterima", en: "the report of step \(name) is acknowledged")
    }
  }
}
