import PPIDValues

/// The grounds on which public information may be excluded: UU 14/2008 art. 17, letters a to j.
package enum ExclusionGround: String, Sendable, CaseIterable {
  case lawEnforcement = "17.a"
  case intellectualProperty = "17.b"
  case defence = "17.c"
  case naturalResources = "17.d"
  case economy = "17.e"
  case foreignRelations = "17.f"
  case deedsAndWills = "17.g"
  case privacy = "17.h"
  case correspondence = "17.i"
  case otherLaws = "17.j"

  /// Reads `17.a`, and the other spellings of decisions: `17 a`, `a`, `Pasal 17 huruf a`.
  package init?(reading text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap(Self.parts)
    let article = words.filter { !["pasal", "huruf", "art", "ayat"].contains($0) }
    guard let letter = article.last, article.count == 1 || article == ["17", letter] else { return nil }
    self.init(rawValue: "17.\(letter)")
  }

  /// `17a` in its two parts.
  private static func parts(_ word: Substring) -> [String] {
    let digits = word.prefix(while: \.isNumber)
    return [digits, word[digits.endIndex...]].filter { !$0.isEmpty }.map(String.init)
  }

  /// The longest time for which such information stays excluded, in months; nil where the law names none.
  package var longestMonths: Int? {
    // PP 61/2010 art. 5.
    self == .lawEnforcement ? 30 * 12 : nil
  }

  /// The letter of article 17.
  package var letter: String { String(rawValue.suffix(1)) }

  /// The kind of excluded information, as the law words it.
  package var words: Phrase {
    switch self {
    case .lawEnforcement:
      Phrase(id: "informasi yang dapat menghambat proses penegakan hukum", en: "information that may obstruct law enforcement")
    case .intellectualProperty:
      Phrase(
        id: "informasi yang dapat mengganggu perlindungan hak atas kekayaan intelektual dan dari persaingan usaha tidak sehat",
        en: "information that may harm intellectual property rights and the protection from unfair competition")
    case .defence:
      Phrase(
        id: "informasi yang dapat membahayakan pertahanan dan keamanan negara", en: "information that may endanger defence and security")
    case .naturalResources:
      Phrase(
        id: "informasi yang dapat mengungkapkan kekayaan alam Indonesia", en: "information that may reveal Indonesia's natural resources")
    case .economy:
      Phrase(id: "informasi yang dapat merugikan ketahanan ekonomi nasional", en: "information that may harm the national economy")
    case .foreignRelations:
      Phrase(id: "informasi yang dapat merugikan kepentingan hubungan luar negeri", en: "information that may harm foreign relations")
    case .deedsAndWills:
      Phrase(
        id: "informasi yang dapat mengungkapkan isi akta otentik yang bersifat pribadi, kemauan terakhir, atau wasiat seseorang",
        en: "information that may reveal a private deed, a last will or a testament")
    case .privacy:
      Phrase(id: "informasi yang dapat mengungkapkan rahasia pribadi", en: "information that may reveal a person's private secrets")
    case .correspondence:
      Phrase(
        id: "memorandum atau surat-surat antar atau intra badan publik yang menurut sifatnya dirahasiakan",
        en: "memoranda or letters between or within public bodies that are secret by nature")
    case .otherLaws:
      Phrase(id: "informasi yang tidak boleh diungkapkan berdasarkan undang-undang", en: "information that another law forbids to reveal")
    }
  }
}
