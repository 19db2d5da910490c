import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dipTerbit = Command(
    "dip terbit", needs: .publish,
    help: Phrase(
      id:
        "Langkah 9: menerbitkan DIP bulan itu ke sebuah folder sebagai situs web dengan pencarian, CSV, JSON, dan basis data publik; dibuat di samping, lalu ditukar sekaligus. Yang tidak berubah tidak ditulis lagi.",
      en:
        "Activity 9: publishes the month's DIP into a folder as a searchable website, CSV, JSON and a public database; built beside it, then switched in one step. What did not change is not written again."
    ),
    Parameter<Period>.argument("periode", Phrase(id: "bulan, seperti 2026-11", en: "the month, like 2026-11")),
    Parameter<String>.requiredOption("ke", Phrase(id: "folder tujuan", en: "the folder")).completing(.folders),
    Parameter<String?>.option(
      "basis",
      Phrase(id: "alamat situs nanti, seperti https://ppid.contoh.go.id", en: "the site's address, like https://ppid.example.go.id")),
    gives: .record([Column("periode", .period), Column("isi", .int), Column("folder", .text)]),
    examples: [Example("dip terbit 2026-10 --ke publik", prints: "DIP 2026-10 diterbitkan ke publik: 2 informasi")]
  ) { session, period, folder, base in
    try session.checkPublication(to: folder)
    let count = try session.engine.publicList.publish(period, to: folder, base: base) { session.console.progress.tick($0) }
    return session.change(
      [("periode", .period(period)), ("isi", .int(count)), ("folder", .text(folder))],
      Phrase(id: "DIP \(period) diterbitkan ke \(folder): \(count) informasi", en: "DIP \(period) published to \(folder): \(count) entries")
    )
  }
}
