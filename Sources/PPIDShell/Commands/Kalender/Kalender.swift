import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kalender = Command(
    "kalender", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan hari libur dan cuti bersama setahun.", en: "Lists a year's holidays and days of collective leave."),
    Parameter<Int?>.optional("tahun", Phrase(id: "tahunnya; tanpa ini tahun berjalan", en: "the year; this year if left out")),
    gives: .rows(Office.holidayColumns), examples: [Example("kalender 2026 | saring jenis == \"libur\" | hitung", prints: "17")]
  ) { session, year in session.table(try session.engine.office.holidays(of: year)) }
}
