import PPIDValues

/// The record isn't there twice.
enum TwinCheck: Check {
  static let rule = "ganda"
  static let title = Phrase(id: "tidak tercatat dua kali", en: "it isn't recorded twice")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    guard let twin = record.twin else { return nil }
    return CheckFault(
      message: Phrase(
        id: "judul, kategori, dan waktunya sama dengan \(twin)", en: "its title, category and time are those of \(twin)"),
      remedy: Phrase(
        id: "bedakan judul atau waktunya, atau `arsip tarik \(record.number) --alasan \"ganda\"`",
        en: "tell them apart by title or time, or `arsip tarik \(record.number) --alasan \"ganda\"`"))
  }
}
