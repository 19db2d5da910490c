import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipCopot = Command(
    "arsip copot", needs: .writeRecords,
    help: Phrase(
      id: """
        Mencopot berkas dari rekaman. Isinya disimpan 30 hari lagi untuk `batal`, lalu hilang, kecuali rekaman lain mempunyainya \
        juga; bila rekamannya dimusnahkan, isinya hilang saat itu juga.
        """,
      en: """
        Takes a file from a record. Its content stays for 30 days, for `batal`, and goes then, unless another record has it too; \
        when the record is destroyed, it goes at once.
        """),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String>.argument("nama", Phrase(id: "nama berkas itu", en: "the file's name")),
    gives: .record(HeldFile.columns),
    examples: [Example("arsip lampirkan A-1 catatan.txt; arsip copot A-1 catatan.txt")]
  ) { session, number, name in
    let file = try session.engine.holdings.detach(name, from: number)
    let shown = VisibleText.of(name)
    return session.change(
      file.fields, Phrase(id: "\(number): \(shown) dicopot", en: "\(number): \(shown) taken away"))
  }
}
