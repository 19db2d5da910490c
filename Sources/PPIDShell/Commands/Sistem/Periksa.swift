import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let periksa = Command(
    "periksa", needs: .readArchive,
    help: Phrase(
      id: "Memeriksa seluruh arsip: berkas, skema, rujukan, indeks pencarian, jejak, riwayat. Setiap kerusakan disebut (status 5).",
      en: "Checks the whole archive: file, schema, references, search index, journal, history. Every fault is named (status 5)."),
    gives: .record([Column("utuh", .bool), Column("rekaman", .int), Column("jejak", .int)]), examples: [Example("periksa")]
  ) { session in
    let (records, entries) = try session.engine.inspect()
    return session.change(
      [("utuh", .bool(true)), ("rekaman", .int(records)), ("jejak", .int(entries))],
      Phrase(
        id: "arsip utuh: \(records) rekaman, \(entries) catatan jejak",
        en: "the archive is sound: \(records) records, \(entries) entries in the journal"))
  }
}
