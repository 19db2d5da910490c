import PPIDValues

/// The record has a category of public information (UU 14/2008).
enum CategoryCheck: Check {
  static let rule = "kategori"
  static let title = Phrase(id: "kategori KIP terisi", en: "the category is given")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    guard record.content.category == nil else { return nil }
    let categories = Category.allCases.map(\.rawValue).joined(separator: ", ")
    return CheckFault(
      message: Phrase(id: "kategori belum ada", en: "there is no category yet"),
      remedy: Phrase(
        id: "`arsip ubah \(record.number) --kategori …` (\(categories))", en: "`arsip ubah \(record.number) --kategori …` (\(categories))"))
  }
}
