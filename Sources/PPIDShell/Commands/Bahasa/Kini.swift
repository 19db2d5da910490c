import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kini = Command(
    "kini", needs: .anything, help: Phrase(id: "Waktu sekarang di kantor.", en: "The time at the office now."),
    gives: .type(.time), examples: [Example("cetak $(periode $(kini))")]
  ) { session in .time(try session.engine.now()) }
}
