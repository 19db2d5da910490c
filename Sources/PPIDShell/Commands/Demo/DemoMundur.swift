import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoMundur = Command(
    "demo mundur", needs: .anything,
    help: Phrase(
      id: "Kembali ke keadaan sebelum langkah demo yang terakhir; yang diketik sesudahnya ikut batal. Di prompt cukup `b`.",
      en: "Goes back to how it was before the demo's last step; what was typed since is undone with it. At the prompt `b` will do."),
    Parameter<Int?>.optional("banyak", Phrase(id: "berapa langkah; tanpa ini satu", en: "how many steps; one when left out")),
    isOutput: true, examples: [Example("demo mulai sop; demo lanjut; demo mundur")]
  ) { session, count in
    let demo = try session.running()
    guard demo.position > 0 || count == 0 else {
      throw Failure(Phrase(id: "demo masih di awal", en: "the demo is still at its beginning"))
    }
    try session.move(demo, to: demo.position - max(count ?? 1, 0))
    return .null
  }
}
