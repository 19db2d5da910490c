/// Numbers as schedules spell them, and as poor copies show them.
enum Numeral {
  private static let words = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
  /// Letters that poor copies show for digits.
  private static let misread: [Character: Character] = [
    "l": "1", "I": "1", "i": "1", "|": "1", "O": "0", "o": "0", "Z": "2", "S": "5", "B": "8",
  ]

  /// The number up to 99 that words say: `dua`, `sebelas`, `dua puluh lima`; nil for other words.
  static func value(of text: String) -> Int? {
    let words = text.lowercased().split(separator: " ").map(String.init)
    func unit(_ word: String) -> Int? { Numeral.words.firstIndex(of: word).map { $0 + 1 } }
    switch (words.count, words.first) {
    case (1, "sepuluh"): return 10
    case (1, "sebelas"): return 11
    case (1, let word?): return unit(word)
    case (2, let word?) where words[1] == "belas": return unit(word).map { $0 + 10 }
    case (2, let word?) where words[1] == "puluh": return unit(word).map { $0 * 10 }
    case (3, let word?) where words[1] == "puluh": return unit(word).flatMap { tens in unit(words[2]).map { tens * 10 + $0 } }
    default: return nil
    }
  }

  /// The number that a word without digits probably is: `dua`, or `l` for `1`.
  static func meant(by word: String) -> Int? {
    if let value = value(of: word) { return value }
    let digits = word.map { misread[$0] ?? $0 }
    return digits.count <= 3 ? Int(String(digits)) : nil
  }

  /// A group of a code whose letters are probably digits: `O1` for `01`; nil for a group that is fine.
  static func meant(byGroup group: some StringProtocol) -> String? {
    guard group.contains(where: \.isNumber), group.contains(where: \.isLetter),
      group.allSatisfy({ $0.isNumber || "OolI".contains($0) })
    else { return nil }
    return String(group.map { misread[$0] ?? $0 })
  }
}
