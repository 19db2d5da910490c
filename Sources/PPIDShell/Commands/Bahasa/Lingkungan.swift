import Foundation
import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let lingkungan = Command(
    "lingkungan", needs: .anything,
    help: Phrase(
      id: "Isi variabel lingkungan; kosong bila tidak ada.", en: "The value of an environment variable; kosong where there is none."),
    Parameter<String>.argument("nama", Phrase(id: "nama variabel", en: "the variable's name")), gives: .any,
    examples: [Example("cetak $(lingkungan HOME)")]
  ) { _, name in .optional(ProcessInfo.processInfo.environment[name]) }
}
