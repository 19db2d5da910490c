import Foundation
import PPIDValues

/// The keys of vi, which libedit offers and doesn't master: with them it reads outside its buffers.
enum ViKeys {
  /// What to tell somebody whose `~/.editrc` asks for them; nil for everybody else.
  static func answer(environment: [String: String]) -> Phrase? {
    let path = environment["EDITRC"] ?? environment["HOME"].map { $0 + "/.editrc" }
    guard let path, let settings = try? String(contentsOfFile: path, encoding: .utf8), asks(settings) else { return nil }
    return Phrase(
      id: "Tombol vi belum dapat dipakai dengan aman di sini; tombol Emacs yang berlaku.",
      en: "Keys of vi can't be used safely here yet; those of Emacs are in force.")
  }

  /// `bind -v`, alone or for this program.
  static func asks(_ settings: String) -> Bool {
    settings.split(separator: "\n").contains { line in
      let words = line.split { $0 == " " || $0 == "\t" || $0 == ":" }
      return words == ["bind", "-v"] || words == ["ppid", "bind", "-v"]
    }
  }
}
