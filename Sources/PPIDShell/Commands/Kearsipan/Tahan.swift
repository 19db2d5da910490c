import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let tahan = Command(
    "tahan", needs: .careForArchive,
    help: Phrase(
      id: "Menahan arsip karena hukum: tidak ada penyusutan yang boleh menyentuhnya sampai dilepas.",
      en: "Puts a record under a legal hold: no disposal may touch it until it is released."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String?>.option("alasan", Phrase(id: "mengapa ditahan", en: "why it is held")),
    gives: .record([Column("nomor", .text), Column("alasan", .text)]),
    examples: [Example("tahan A-1 --alasan \"perkara di pengadilan\"", prints: "A-1 ditahan")]
  ) { session, number, reason in
    try session.engine.disposals.hold(number, reason: reason)
    return session.change(
      [("nomor", .text(number.description)), ("alasan", .optional(reason))], Phrase(id: "\(number) ditahan", en: "\(number) held"))
  }
}
