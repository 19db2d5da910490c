import PPIDValues

/// What is excluded is excluded by a decision after a test of consequences (UU 14/2008 arts. 17 and 19).
enum ExclusionCheck: Check {
  static let rule = "pengecualian"
  static let title = Phrase(id: "pengecualian berdasar keputusan", en: "what is excluded was decided to be")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    guard record.content.category == .dikecualikan, !record.isExclusionDecided else { return nil }
    return CheckFault(
      message: Phrase(id: "dikecualikan tanpa uji konsekuensi", en: "excluded without a test of consequences"),
      remedy: Phrase(
        id: "`kecuali tambah \(record.number) --pasal 17.… --dasar … --dibuka … --ditutup … --jangka …`",
        en: "`kecuali tambah \(record.number) --pasal 17.… --dasar … --dibuka … --ditutup … --jangka …`"))
  }
}
