import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let klasifikasi = Command(
    "klasifikasi", needs: .readArchive,
    help: Phrase(
      id: "Tabel kode klasifikasi arsip dengan jadwal retensinya (JRA). Kode tanpa retensi hanya mengelompokkan kode di bawahnya.",
      en: "The table of classification codes with their retention schedule (JRA). A code without retention only groups those below it."),
    Parameter<Int?>.option(
      "versi", Phrase(id: "versi skema; tanpa ini yang berlaku", en: "the scheme's version; the one in force if left out")),
    gives: .rows(Schedule.schemeCodeColumns),
    examples: [Example("klasifikasi | saring nasib_akhir == \"permanen\" | pilih kode retensi_aktif")]
  ) { session, version in session.table(try session.engine.schedule.schemeCodes(of: version)) }
}
