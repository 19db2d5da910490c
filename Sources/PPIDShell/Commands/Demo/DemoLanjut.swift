import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoLanjut = Command(
    "demo lanjut", needs: .anything,
    help: Phrase(
      id: "Menjalankan langkah demo berikutnya. Di prompt cukup Enter, atau `n`.",
      en: "Runs the demo's next step. At the prompt Enter or `n` will do."),
    Parameter<Int?>.optional("banyak", Phrase(id: "berapa langkah; tanpa ini satu", en: "how many steps; one when left out")),
    isOutput: true, examples: [Example("demo mulai sop; demo lanjut")]
  ) { session, count in
    let demo = try session.running()
    try session.move(demo, to: demo.position + max(count ?? 1, 0))
    return .null
  }
}
