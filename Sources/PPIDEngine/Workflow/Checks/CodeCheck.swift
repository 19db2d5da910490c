import PPIDValues

/// The record has a code that the office's classification scheme knows, and under which records may stand.
enum CodeCheck: Check {
  static let rule = "kode"
  static let title = Phrase(id: "kode klasifikasi dikenal", en: "the classification code is known")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    guard let code = record.content.code else {
      return CheckFault(
        message: Phrase(id: "kode klasifikasi belum ada", en: "there is no classification code yet"),
        remedy: Phrase(id: "`arsip ubah \(record.number) --kode …`", en: "`arsip ubah \(record.number) --kode …`"))
    }
    // Without a scheme nothing is known of codes: see ``SchemeCheck``.
    guard record.hasScheme else { return nil }
    guard let known = record.code else {
      return CheckFault(
        message: Phrase(id: "kode `\(code)` tidak ada dalam skema klasifikasi", en: "the classification scheme has no code `\(code)`"),
        remedy: Phrase(
          id: "pilih dari `klasifikasi`, lalu `arsip ubah \(record.number) --kode …`",
          en: "choose one of `klasifikasi`, then `arsip ubah \(record.number) --kode …`"))
    }
    guard !known.hasRetention else { return nil }
    return CheckFault(
      message: Phrase(id: "kode `\(code)` hanya kelompok, tanpa retensi", en: "the code `\(code)` is only a group, without retention"),
      remedy: Phrase(
        id: "pilih kode di bawahnya dari `klasifikasi`, lalu `arsip ubah \(record.number) --kode …`",
        en: "choose a code below it from `klasifikasi`, then `arsip ubah \(record.number) --kode …`"))
  }
}
