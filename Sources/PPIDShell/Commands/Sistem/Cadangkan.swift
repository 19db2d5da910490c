import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let cadangkan = Command(
    "cadangkan", needs: .backUp,
    help: Phrase(
      id:
        "Menyalin seluruh arsip, dengan lampirannya, dan memeriksanya; yang lain tetap bekerja. Lampiran berada di folder `….berkas` di sebelahnya; yang sudah ada di sana tidak disalin lagi. Hanya cadangan lama yang ditimpa.",
      en:
        "Copies the whole archive, with its attached files, and checks the copy, while others go on working. Attached files stand in the folder `….berkas` beside it; what is there already is not copied again. Only an older backup is replaced."
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
    let backup = try session.engine.care.backUp(to: path, isPartial: isPartial)
    let files = backup.files == 0 ? nil : Phrase(id: ", \(backup.files) lampiran", en: ", \(backup.files) attached files")
    let lost = backup.lost == 0 ? nil : Phrase(id: " kecuali \(backup.lost) lampiran", en: " but for \(backup.lost) attached files")
    return session.change(
      [
        ("berkas", .text(path)), ("rekaman", .int(backup.records)), ("jejak", .int(backup.entries)), ("lampiran", .int(backup.files)),
        ("byte", .int(backup.bytes)),
      ],
      Phrase(
        id:
          "\(path) berisi seluruh arsip\(lost?.id ?? "") dan sudah diperiksa: \(backup.records) rekaman, \(backup.entries) catatan jejak\(files?.id ?? "")",
        en:
          "\(path) holds the whole archive\(lost?.en ?? "") and was checked: \(backup.records) records, \(backup.entries) entries in the journal\(files?.en ?? "")"
      ))
  }
}
