import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let tampil = Command(
    "tampil", needs: .anything,
    help: Phrase(
      id: "Menampilkan nilai seperti di prompt; biasanya di ujung `|`.",
      en: "Shows a value as the prompt does; usually at the end of a `|`."),
    Parameter<Value>.argument("nilai", Phrase(id: "yang ditampilkan", en: "what to show")), isOutput: true,
    examples: [Example("[3, 1, 2] | urutkan | tampil")]
  ) { session, value in
    try session.display(value)
    return .null
  }
}
