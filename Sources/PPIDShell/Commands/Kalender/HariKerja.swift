import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let hariKerja = Command(
    "hari-kerja", needs: .anything,
    help: Phrase(
      id: "Hari kerja ke-n sesudah sebuah tanggal, menurut kalender kantor; n negatif menghitung mundur.",
      en: "The nth working day after a date, by the office's calendar; a negative n counts backwards."),
    Parameter<CalendarDate>.argument(
      "tanggal", Phrase(id: "hari penerimaan, yang tidak ikut dihitung", en: "the day of receipt, which isn't counted")),
    Parameter<Int>.argument("n", Phrase(id: "berapa hari kerja", en: "how many working days")), gives: .type(.date),
    examples: [Example("hari-kerja 2026-03-13 10", prints: "2026-04-06")]
  ) { session, date, count in .date(try session.engine.office.workingDay(count, after: date)) }
}
