import PPIDValues

/// The office has a classification scheme, by which codes can be checked at all.
enum SchemeCheck: Check {
  static let rule = "skema"
  static let title = Phrase(id: "skema klasifikasi ada", en: "there is a classification scheme")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    guard let code = record.content.code, !record.hasScheme else { return nil }
    return CheckFault(
      message: Phrase(
        id: "kode `\(code)` tidak dapat diperiksa: skema klasifikasi belum diimpor",
        en: "the code `\(code)` can't be checked: no classification scheme was imported"),
      remedy: Phrase("`klasifikasi impor jra.csv`"))
  }
}
