import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let cadangkan = Command(
    "cadangkan", needs: .backUp,
    help: Phrase(
      id: "Menyalin seluruh arsip ke satu berkas dan memeriksanya; yang lain tetap bekerja. Hanya cadangan lama yang ditimpa.",
      en: "Copies the whole archive to one file and checks the copy, while others go on working. Only an older backup is replaced."),
    Parameter<String>.argument("berkas", Phrase(id: "berkas cadangan", en: "the backup's file")).completing(.files),
    gives: .record([Column("berkas", .text), Column("rekaman", .int), Column("jejak", .int), Column("byte", .int)]),
    examples: [Example("cadangkan cadangan.db")]
  ) { session, path in
    let backup = try session.engine.backUp(to: path)
    return session.change(
      [("berkas", .text(path)), ("rekaman", .int(backup.records)), ("jejak", .int(backup.entries)), ("byte", .int(backup.bytes))],
      Phrase(
        id: "\(path) berisi seluruh arsip dan sudah diperiksa: \(backup.records) rekaman, \(backup.entries) catatan jejak",
        en: "\(path) holds the whole archive and was checked: \(backup.records) records, \(backup.entries) entries in the journal"))
  }
}
