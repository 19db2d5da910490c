import PPIDValues

/// It is known where the record is kept.
enum LocationCheck: Check {
  static let rule = "lokasi"
  static let title = Phrase(id: "lokasi simpan terisi", en: "the place where it is kept is given")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    guard record.content.location == nil else { return nil }
    return CheckFault(
      message: Phrase(id: "lokasi simpan belum ada", en: "where it is kept isn't said yet"),
      remedy: Phrase(id: "`arsip ubah \(record.number) --lokasi \"…\"`", en: "`arsip ubah \(record.number) --lokasi \"…\"`"))
  }
}
