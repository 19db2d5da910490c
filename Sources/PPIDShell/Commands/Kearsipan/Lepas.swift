import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let lepas = Command(
    "lepas", needs: .careForArchive,
    help: Phrase(id: "Melepas arsip dari penahanan.", en: "Releases a record from its legal hold."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    gives: .record([Column("nomor", .text)]),
    examples: [Example("tahan A-1 --alasan \"audit\"; lepas A-1")]
  ) { session, number in
    try session.engine.disposals.release(number)
    return session.change([("nomor", .text(number.description))], Phrase(id: "\(number) dilepas", en: "\(number) released"))
  }
}
