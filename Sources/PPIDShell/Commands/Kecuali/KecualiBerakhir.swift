import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kecualiBerakhir = Command(
    "kecuali berakhir", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan pengecualian yang berakhir sampai suatu bulan, termasuk yang sudah berakhir; orang yang membukanya.",
      en: "Lists exclusions that end by a month, those that have ended included; a person opens them."),
    Parameter<Period?>.option(
      "sampai", Phrase(id: "bulan atau semester; tanpa ini bulan ini", en: "month or half-year; this month if left out")),
    gives: .rows(PublicList.exclusionColumns),
    examples: [Example("kecuali berakhir --sampai 2026-12 | pilih nomor judul berakhir keadaan")]
  ) { session, period in session.table(try session.engine.publicList.exclusions(endingBy: period)) }
}
