import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let langkahSelesai = Command(
    "langkah selesai", needs: .work,
    help: Phrase(
      id: """
        Menyelesaikan langkah bila yang diminta SOP sudah benar di arsip; langkah 7 dilaporkan. \
        Langkah 2, 5, 8, 9, dan 11 selesai dengan perintahnya sendiri.
        """,
      en: """
        Finishes a step when what the SOP asks for is true in the archive; step 7 is reported. \
        The steps 2, 5, 8, 9 and 11 are finished by commands of their own.
        """),
    .step, .stepUnit, .cycle,
    Parameter<String?>.option("catatan", Phrase(id: "catatan untuk riwayat", en: "a note for the history")),
    gives: .record(Session.stepColumns),
    examples: [
      Example(
        "siklus buka 2026-11; langkah selesai 1 --unit SETDA", prints: "siklus 2026-11 dibuka\nlangkah 1 (SETDA) selesai, lanjut ke 2")
    ]
  ) { session, step, unit, cycle, note in
    let outcome = try session.engine.workflow.finishStep(step, unit: unit, in: cycle, note: note)
    return session.step(outcome) { name in
      switch outcome.track.state {
      case .reported: Phrase(id: "langkah \(name) dilaporkan, menunggu putusan", en: "step \(name) reported, waits for its decision")
      case .done: Phrase(id: "langkah \(name) selesai", en: "step \(name) done")
      default:
        Phrase(id: "langkah \(name) selesai, lanjut ke \(outcome.track.step)", en: "step \(name) done, on to \(outcome.track.step)")
      }
    }
  }
}
