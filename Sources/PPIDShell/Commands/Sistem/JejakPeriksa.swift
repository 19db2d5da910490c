import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let jejakPeriksa = Command(
    "jejak periksa", needs: .readArchive,
    help: Phrase(
      id: "Menghitung ulang rantai jejak. Bila ada catatan yang diubah atau hilang, disebut yang mana (status 5).",
      en: "Reckons the journal's chain again. Where an entry was changed or is missing, it says which (status 5)."),
    gives: .record([Column("catatan", .int), Column("utuh", .bool)]), examples: [Example("jejak periksa")]
  ) { session in
    let count = try session.engine.history.verifyJournal()
    return session.change(
      [("catatan", .int(count)), ("utuh", .bool(true))],
      Phrase(id: "rantai jejak utuh: \(count) catatan", en: "the journal's chain holds: \(count) entries"))
  }
}
