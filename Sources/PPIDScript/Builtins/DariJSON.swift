import PPIDValues

extension Builtin {
  static let dariJSON = Builtin(
    "dari json",
    help: Phrase(id: "Membaca nilai dari teks JSON.", en: "Reads a value from a JSON text."),
    [.text], gives: .any, examples: [Example("cetak $('[1, 2.5, null]' | dari json | hitung)", prints: "3")],
    isStage: true
  ) { arguments, _ in try JSONReader.read(arguments.text(0).string) }
}
