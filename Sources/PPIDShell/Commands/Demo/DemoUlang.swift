import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoUlang = Command(
    "demo ulang", needs: .anything,
    help: Phrase(
      id: "Menjalankan langkah demo yang terakhir sekali lagi, dari keadaan sebelumnya.",
      en: "Runs the demo's last step once more, from how it was before."),
    isOutput: true, examples: [Example("demo mulai sop; demo lanjut; demo ulang")]
  ) { session in
    let demo = try session.running()
    guard demo.position > 0 else {
      throw Failure(Phrase(id: "belum ada langkah yang dijalankan", en: "no step was run yet"))
    }
    try session.move(demo, by: demo.position - 1, to: demo.position)
    return .null
  }
}
