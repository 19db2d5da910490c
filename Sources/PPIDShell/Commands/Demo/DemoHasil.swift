import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoHasil = Command(
    "demo hasil", needs: .anything,
    help: Phrase(id: "Menampilkan semua yang dicetak langkah demo yang terakhir.", en: "Shows all that the demo's last step printed."),
    isOutput: true, examples: [Example("demo mulai sop; demo lanjut; demo hasil")]
  ) { session in
    try session.console.write(try session.running().printed)
    return .null
  }
}
