import PPIDValues

/// The title says what the record is about.
enum TitleCheck: Check {
  static let rule = "judul"
  static let title = Phrase(id: "judul bermakna", en: "the title says something")

  /// Words that name a kind of paper, and nothing of what is in it.
  private static let bare: Set<String> = [
    "arsip", "berkas", "daftar", "data", "dokumen", "file", "informasi", "lampiran", "lainnya", "lain", "laporan", "scan", "surat", "tanpa",
    "judul", "untitled",
  ]

  static func fault(in record: CheckedRecord) -> CheckFault? {
    let words = Words(record.content.title).list.filter { $0.contains(where: \.isLetter) && $0.count > 1 }
    guard words.allSatisfy(bare.contains) else { return nil }
    return CheckFault(
      message: Phrase(
        id: "judul `\(record.content.title)` tidak menerangkan isinya",
        en: "the title `\(record.content.title)` doesn't tell what the record is about"),
      remedy: Phrase(
        id: "tulis judul yang menyebut isinya: `arsip ubah \(record.number) --judul \"…\"`",
        en: "write one that names its content: `arsip ubah \(record.number) --judul \"…\"`"))
  }
}
