import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipTarik = Command(
    "arsip tarik", needs: .writeRecords,
    help: Phrase(
      id: "Menarik satu rekaman: tetap tersimpan, tidak dapat diubah lagi, dan tidak masuk edisi DIP berikutnya.",
      en: "Withdraws one record: it is kept, can't be changed any more, and the next edition of the DIP leaves it out."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String>.requiredOption("alasan", Phrase(id: "mengapa ditarik", en: "why it is withdrawn")),
    gives: .record([Column("nomor", .text), Column("status", .text)]),
    examples: [Example("arsip tarik A-1 --alasan \"digantikan laporan baru\"", prints: "A-1 ditarik: digantikan laporan baru")]
  ) { session, number, reason in
    try session.engine.records.withdraw(number, reason: reason)
    return session.change(
      [("nomor", .text(number.description)), ("status", .text("ditarik"))],
      Phrase(id: "\(number) ditarik: \(reason)", en: "\(number) withdrawn: \(reason)"))
  }
}
