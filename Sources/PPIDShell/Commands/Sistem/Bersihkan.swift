import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let bersihkan = Command(
    "bersihkan", needs: .anything,
    help: Phrase(
      id: "Membersihkan layar; di luar terminal tidak berbuat apa-apa.", en: "Clears the screen; does nothing without a terminal."),
    isOutput: true, examples: [Example("bersihkan")]
  ) { session in
    session.console.clearScreen()
    return .null
  }
}
