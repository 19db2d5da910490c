import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let periksa = Command(
    "periksa", needs: .readArchive,
    help: Phrase(
      id:
        "Memeriksa seluruh arsip: berkas, skema, rujukan, indeks pencarian, jejak, riwayat, lampiran. Setiap kerusakan disebut (status 5).",
      en:
        "Checks the whole archive: file, schema, references, search index, journal, history, attached files. Every fault is named (status 5)."
    ),
    gives: .record([Column("utuh", .bool), Column("rekaman", .int), Column("jejak", .int), Column("lampiran", .int)]),
    examples: [Example("periksa")]
  ) { session in
    let (records, entries, count) = try session.engine.care.inspect()
    let files = count == 0 ? nil : Phrase(id: ", \(count) lampiran", en: ", \(count) attached files")
    return session.change(
      [("utuh", .bool(true)), ("rekaman", .int(records)), ("jejak", .int(entries)), ("lampiran", .int(count))],
      Phrase(
        id: "arsip utuh: \(records) rekaman, \(entries) catatan jejak\(files?.id ?? "")",
        en: "the archive is sound: \(records) records, \(entries) entries in the journal\(files?.en ?? "")"))
  }
}
