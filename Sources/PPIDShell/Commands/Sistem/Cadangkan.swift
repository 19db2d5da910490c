import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let cadangkan = Command(
    "cadangkan", needs: .backUp,
    help: Phrase(
      id:
        "Menyalin seluruh arsip ke satu berkas, dan lampirannya ke folder `….berkas` di sebelahnya, lalu memeriksa semuanya; yang lain tetap bekerja. Hanya cadangan lama yang ditimpa; lampiran yang sudah ada di sana tidak disalin lagi.",
      en:
        "Copies the whole archive to one file, and the attached files to the folder `….berkas` beside it, and checks all of it, while others go on working. Only an older backup is replaced; attached files that it has are not copied again."
    ),
    Parameter<String>.argument("berkas", Phrase(id: "berkas cadangan", en: "the backup's file")).completing(.files),
    Parameter<Bool>.flag(
      "sebagian",
      Phrase(id: "cadangkan walau ada lampiran yang hilang atau berubah", en: "back up though attached files are missing or changed")),
    gives: .record([
      Column("berkas", .text), Column("rekaman", .int), Column("jejak", .int), Column("lampiran", .int), Column("byte", .int),
    ]),
    examples: [Example("cadangkan cadangan.db")]
  ) { session, path, isPartial in
    let backup = try session.engine.backUp(to: path, isPartial: isPartial)
    let files = backup.files == 0 ? nil : Phrase(id: ", \(backup.files) lampiran", en: ", \(backup.files) attached files")
    return session.change(
      [
        ("berkas", .text(path)), ("rekaman", .int(backup.records)), ("jejak", .int(backup.entries)), ("lampiran", .int(backup.files)),
        ("byte", .int(backup.bytes)),
      ],
      Phrase(
        id:
          "\(path) berisi seluruh arsip dan sudah diperiksa: \(backup.records) rekaman, \(backup.entries) catatan jejak\(files?.id ?? "")",
        en:
          "\(path) holds the whole archive and was checked: \(backup.records) records, \(backup.entries) entries in the journal\(files?.en ?? "")"
      ))
  }
}
