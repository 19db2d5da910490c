import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let pulihkan = Command(
    "pulihkan", needs: .restore,
    help: Phrase(
      id:
        "Mengganti isi arsip dan lampirannya dengan cadangan, setelah cadangan itu diperiksa. Semuanya dipulihkan, atau tidak sama sekali. Arsip yang lama disimpan di sebelahnya.",
      en:
        "Puts a backup in the archive's place, with its attached files, after checking it. All of it is restored, or nothing. The archive as it was is kept beside it."
    ),
    Parameter<String>.argument("berkas", Phrase(id: "berkas cadangan", en: "the backup's file")).completing(.files),
    Parameter<Bool>.flag(
      "sebagian",
      Phrase(id: "pulihkan walau ada lampiran yang hilang atau berubah", en: "restore though attached files are missing or changed")),
    gives: .record([Column("rekaman", .int), Column("jejak", .int), Column("lampiran", .int), Column("simpanan", .text)]),
    examples: [Example("cadangkan cadangan.db; pulihkan cadangan.db")]
  ) { session, path, isPartial in
    let restored = try session.engine.care.restore(from: path, isPartial: isPartial)
    let files = restored.files == 0 ? nil : Phrase(id: ", \(restored.files) lampiran", en: ", \(restored.files) attached files")
    let kept = restored.kept.map { Phrase(id: "; arsip sebelumnya disimpan di \($0)", en: "; the archive as it was is kept in \($0)") }
    return session.change(
      [
        ("rekaman", .int(restored.records)), ("jejak", .int(restored.entries)), ("lampiran", .int(restored.files)),
        ("simpanan", .optional(restored.kept)),
      ],
      Phrase(
        id:
          "arsip dipulihkan dari \(path): \(restored.records) rekaman, \(restored.entries) catatan jejak\(files?.id ?? "")\(kept?.id ?? "")",
        en:
          "archive restored from \(path): \(restored.records) records, \(restored.entries) entries in the journal\(files?.en ?? "")\(kept?.en ?? "")"
      ))
  }
}
