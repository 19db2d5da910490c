import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let pulihkan = Command(
    "pulihkan", needs: .restore,
    help: Phrase(
      id: "Mengganti isi arsip dengan cadangan, setelah cadangan itu diperiksa. Arsip yang lama disimpan di sebelahnya.",
      en: "Puts a backup in the archive's place, after checking it. The archive as it was is kept beside it."),
    Parameter<String>.argument("berkas", Phrase(id: "berkas cadangan", en: "the backup's file")).completing(.files),
    gives: .record([Column("rekaman", .int), Column("jejak", .int), Column("simpanan", .text)]),
    examples: [Example("cadangkan cadangan.db; pulihkan cadangan.db")]
  ) { session, path in
    let restored = try session.engine.restore(from: path)
    let kept = restored.kept.map { Phrase(id: "; arsip sebelumnya disimpan di \($0)", en: "; the archive as it was is kept in \($0)") }
    return session.change(
      [("rekaman", .int(restored.records)), ("jejak", .int(restored.entries)), ("simpanan", .optional(restored.kept))],
      Phrase(
        id: "arsip dipulihkan dari \(path): \(restored.records) rekaman, \(restored.entries) catatan jejak\(kept?.id ?? "")",
        en: "archive restored from \(path): \(restored.records) records, \(restored.entries) entries in the journal\(kept?.en ?? "")"))
  }
}
