import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let masukanTanggapi = Command(
    "masukan tanggapi", needs: .followUp,
    help: Phrase(id: "Mencatat tanggapan atas sebuah masukan.", en: "Notes the answer to an input."),
    Parameter<PublicInputNumber>.argument("nomor", Phrase(id: "nomor masukan, seperti M-3", en: "the input's number, like M-3")),
    Parameter<String>.argument("tanggapan", Phrase(id: "apa yang dijawab", en: "the answer")),
    gives: .record([Column("nomor", .text)]),
    examples: [Example("masukan tanggapi M-1 \"Sudah ada di situs\"", prints: "M-1 ditanggapi")]
  ) { session, number, text in
    try session.engine.monev.answer(number, text)
    return session.change([("nomor", .text(number.description))], Phrase(id: "\(number) ditanggapi", en: "\(number) answered"))
  }
}
