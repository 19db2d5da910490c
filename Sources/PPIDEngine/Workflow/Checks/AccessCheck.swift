import PPIDValues

/// What is open to the public isn't secret as an archive. The two classes are different things (SKKAAD and KIP), but they may not
/// contradict each other.
enum AccessCheck: Check {
  static let rule = "akses"
  static let title = Phrase(id: "kategori dan keamanan tidak bertentangan", en: "category and security class agree")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    guard let category = record.content.category, category != .dikecualikan,
      (record.content.security ?? record.code?.security) == .rahasia
    else { return nil }
    return CheckFault(
      message: Phrase(
        id: "berkategori \(category.rawValue) tetapi tingkat keamanannya rahasia",
        en: "its category is \(category.rawValue), but its security class is rahasia"),
      remedy: Phrase(
        id: "`arsip ubah \(record.number) --keamanan …` (biasa, terbatas), atau uji konsekuensinya lalu kecualikan",
        en: "`arsip ubah \(record.number) --keamanan …` (biasa, terbatas), or test the consequences and exclude it"))
  }
}
