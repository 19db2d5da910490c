import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let cetak = Command(
    "cetak", needs: .anything, help: Phrase(id: "Mencetak nilai, dipisah spasi.", en: "Prints values, with spaces between."),
    Parameter<[Value]>.rest("nilai", required: false, Phrase(id: "yang dicetak", en: "what to print")), isOutput: true,
    examples: [Example("cetak \"Jumlah:\" (1 + 2)", prints: "Jumlah: 3")]
  ) { session, values in
    try session.console.write(values.map { try $0.canonicalText().string }.joined(separator: " ") + "\n")
    return .null
  }
}
