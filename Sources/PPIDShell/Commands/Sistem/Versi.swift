import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let versi = Command(
    "versi", needs: .anything, help: Phrase(id: "Menampilkan versi program.", en: "Tells the program's version."),
    gives: .type(.text), examples: [Example("versi", prints: "ppid \(Version.current)")]
  ) { _ in .text("ppid \(Version.current)") }
}

/// The program's version, as in CHANGELOG.md.
enum Version {
  static let current = "0.1.0"
}
