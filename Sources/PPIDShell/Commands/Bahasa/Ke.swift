import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let ke = Command(
    "ke", needs: .anything,
    help: Phrase(id: "Menuliskan nilai sebagai teks dalam sebuah format.", en: "Writes a value as a text in a format."),
    Parameter<Value>.argument("nilai", Phrase(id: "biasanya lewat `|`", en: "usually through `|`")),
    Parameter<OutputFormat>.argument("format", Phrase(id: "formatnya", en: "the format")), gives: .type(.text),
    examples: [Example("{judul: \"x\", tahun: 2025} | ke json", prints: "{\"judul\":\"x\",\"tahun\":2025}")]
  ) { session, value, format in .text(try session.text(of: value, in: format)) }
}
