/// How real lists spell the categories of public information.
extension Category {
  /// Words that may stand beside a category's own: `Informasi yang wajib tersedia setiap saat`.
  private static let filling = [
    "informasi", "info", "publik", "yang", "yg", "wajib", "harus", "disediakan", "disampaikan", "diumumkan", "tersedia",
    "secara", "dan", "daftar", "kategori", "jenis", "kelompok", "klasifikasi", "dip", "dik",
  ]

  /// The category that `text` spells, and says nothing else; nil otherwise.
  package static func spelled(_ text: String) -> Category? {
    if let exact = Category(rawValue: text) { return exact }
    guard text.utf8.count <= CellText.longestPhrase else { return nil }
    let reading = read(Words(withoutAside(text)).list)
    return reading.rest.isEmpty && reading.found.count == 1 ? reading.found.first : nil
  }

  /// A text up to what it adds in brackets: `Dikecualikan (Pasal 17 huruf b)`.
  private static func withoutAside(_ text: String) -> String {
    String(text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)[0])
  }

  /// The category that a row of its own opens: `A. INFORMASI WAJIB DIUMUMKAN SECARA BERKALA`, or the title of a list
  /// within the list; nil for any other text.
  static func ofSection(_ text: String) -> Category? {
    guard text.utf8.count <= CellText.longestPhrase else { return nil }
    let heading = Ordinal.marked(text).text
    let reading = read(Words(withoutAside(heading)).list)
    let isAside = reading.rest.allSatisfy { $0 == "tahun" || $0 == "pasal" || $0.allSatisfy(\.isNumber) }
    if isAside, reading.found.count == 1 { return reading.found.first }
    let words = Words(heading).list
    let isTitle = words.starts(with: ["daftar", "informasi"]) || words.first == "dip" || words.first == "dik"
    return isTitle && !words.contains("tentang") ? ofListTitle(heading) : nil
  }

  /// The category that a list's title names: `DAFTAR INFORMASI BERKALA DINAS KESEHATAN 2025`; nil when it names none or
  /// several.
  static func ofListTitle(_ text: String) -> Category? {
    guard text.utf8.count <= CellText.longestPhrase else { return nil }
    let words = Words(text).list
    let reading = read(words)
    let isOfList = words.contains { $0 == "informasi" || $0 == "daftar" || $0 == "dip" || $0 == "dik" }
    let isNegated = words.contains { ["tidak", "selain", "bukan", "kecuali"].contains($0) }
    return isOfList && !isNegated && reading.found.count == 1 ? reading.found.first : nil
  }

  /// The categories named among the words, and the words that have nothing to do with it.
  private static func read(_ words: [String]) -> (found: Set<Category>, rest: [String]) {
    var found: Set<Category> = []
    var rest: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : ""
      index += 1
      if Words.matches(word, "berkala") {
        found.insert(.berkala)
      } else if Words.matches(word, "dikecualikan") {
        found.insert(.dikecualikan)
      } else if Words.matches(word, "sertamerta") {
        found.insert(.sertaMerta)
      } else if Words.matches(word, "setiapsaat") {
        found.insert(.setiapSaat)
      } else if word == "serta", next == "merta" {
        found.insert(.sertaMerta)
        index += 1
      } else if Words.matches(word, "setiap"), next == "saat" {
        found.insert(.setiapSaat)
        index += 1
      } else if !filling.contains(where: { Words.matches(word, $0) }) {
        rest.append(word)
      }
    }
    return (found, rest)
  }
}
