import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipCopot = Command(
    "arsip copot", needs: .writeRecords,
    help: Phrase(
      id: "Mencopot berkas dari rekaman. Isinya ikut hilang, kecuali rekaman lain mempunyainya juga.",
      en: "Takes a file from a record. Its content goes with it, unless another record has it too."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String>.argument("nama", Phrase(id: "nama berkas itu", en: "the file's name")),
    gives: .record(HeldFile.columns),
    examples: [Example("arsip lampirkan A-1 catatan.txt; arsip copot A-1 catatan.txt")]
  ) { session, number, name in
    let file = try session.engine.detach(name, from: number)
    let shown = VisibleText.of(name)
    return session.change(
      file.fields, Phrase(id: "\(number): \(shown) dicopot", en: "\(number): \(shown) taken away"))
  }
}
