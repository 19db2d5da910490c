/// How real lists spell the access classes of archives.
extension SecurityClass {
  /// The class that `text` spells: `Biasa / Terbuka`, `Terbatas`, `RAHASIA`; nil for anything else.
  package static func spelled(_ text: String) -> SecurityClass? {
    if let exact = SecurityClass(rawValue: text) { return exact }
    guard text.utf8.count <= CellText.longestPhrase else { return nil }
    let words = Set(Words(text).list.filter { $0 != "dan" && $0 != "atau" })
    return switch words {
    case ["biasa"], ["terbuka"], ["biasa", "terbuka"], ["umum"]: .biasa
    case ["terbatas"]: .terbatas
    case ["rahasia"]: .rahasia
    default: nil
    }
  }
}
