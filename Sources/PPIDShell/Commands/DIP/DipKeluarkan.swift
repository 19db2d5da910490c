import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dipKeluarkan = Command(
    "dip keluarkan", needs: .exclude,
    help: Phrase(
      id: "Mengeluarkan rekaman dari DIP mulai edisi berikutnya; ia kembali hanya dengan `dip usul`.",
      en: "Takes a record out of the DIP from its next edition on; it returns only by `dip usul`."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String>.requiredOption("alasan", Phrase(id: "mengapa dikeluarkan", en: "why it is taken out")),
    gives: .record([Column("nomor", .text), Column("dip", .text)]),
    examples: [
      Example("dip keluarkan A-2 --alasan \"sudah tidak berlaku\"", prints: "A-2 dikeluarkan dari DIP mulai edisi berikutnya")
    ]
  ) { session, number, reason in
    try session.engine.publicList.takeOut(number, reason: reason)
    return session.change(
      [("nomor", .text(number.description)), ("dip", .text(Listing.out.rawValue))],
      Phrase(
        id: "\(number) dikeluarkan dari DIP mulai edisi berikutnya", en: "\(number) is taken out of the DIP from its next edition on"))
  }
}
