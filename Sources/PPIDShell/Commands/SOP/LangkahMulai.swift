import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let langkahMulai = Command(
    "langkah mulai", needs: .work,
    help: Phrase(id: "Menyatakan siapa yang mengerjakan langkah itu; tidak wajib.", en: "Says who works on that step; asked of nobody."),
    .step, .stepUnit, .cycle, gives: .record(Session.stepColumns),
    examples: [
      Example(
        "siklus buka 2026-11; langkah mulai 1 --unit SETDA",
        prints: "siklus 2026-11 dibuka\nlangkah 1 (SETDA) mulai dikerjakan")
    ]
  ) { session, step, unit, cycle in
    session.step(try session.engine.workflow.startStep(step, unit: unit, in: cycle)) { name in
      Phrase(id: "langkah \(name) mulai dikerjakan", en: "work on step \(name) began")
    }
  }
}
