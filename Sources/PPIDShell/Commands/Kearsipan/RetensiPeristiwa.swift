import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let retensiPeristiwa = Command(
    "retensi peristiwa", needs: .writeRecords,
    help: Phrase(
      id: "Menyatakan kapan peristiwa yang ditunggu retensi suatu arsip terjadi (`2 Tahun setelah tidak berlaku`).",
      en: "States when the event came about that a record's retention waits for (`2 Tahun setelah tidak berlaku`)."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<CalendarDate?>.optional("tanggal", Phrase(id: "tanggal peristiwa", en: "the day of the event")),
    Parameter<RetentionAge?>.option(
      "masa", Phrase(id: "masa yang menunggunya; tanpa ini yang pertama", en: "the age that waits for it; the first that does, if left out")
    ),
    Parameter<Bool>.flag("hapus", Phrase(id: "tarik kembali pernyataan itu", en: "take the statement back")),
    gives: .record([Column("nomor", .text), Column("masa", .text), Column("peristiwa", .text), Column("tanggal", .date)]),
    examples: [
      Example("retensi peristiwa A-2 2026-03-01", prints: "A-2: diperiksa terjadi pada 1 Maret 2026 (retensi aktif)")
    ]
  ) { session, number, date, age, isTakenBack in
    guard (date == nil) == isTakenBack else {
      throw Failure(
        Phrase(id: "sebutkan tanggal peristiwa, atau `--hapus`", en: "name the event's day, or `--hapus`"))
    }
    let (age, event, hasChanged) = try session.engine.schedule.stateRetentionEvent(date, of: number, age)
    let sentence: Phrase
    if let date {
      sentence =
        hasChanged
        ? Phrase(
          id: "\(number): \(event) terjadi pada \(date.inWords.id) (retensi \(age.rawValue))",
          en: "\(number): \(event) came about on \(date.inWords.en) (retention: \(age.rawValue))")
        : Phrase(id: "\(number) tetap seperti semula", en: "\(number) stays as it was")
    } else {
      sentence = Phrase(id: "\(number) menunggu lagi: \(event)", en: "\(number) waits again: \(event)")
    }
    return session.change(
      [
        ("nomor", .text(number.description)), ("masa", .text(age.rawValue)), ("peristiwa", .text(event)),
        ("tanggal", date.map(Value.date) ?? .null),
      ], sentence)
  }
}

extension RetentionAge: ChoiceArgument {}
