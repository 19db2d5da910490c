import Foundation

/// The words by which records were found, to be shown in their texts.
package struct SearchMarks: Sendable {
  /// Beginnings of words, small letters without diacritics.
  let beginnings: [String]
  /// Whole words, spelled like that.
  let words: Set<String>

  /// The text in pieces, in order, each with whether it is a word that was looked for.
  package func pieces(of text: String) -> [(text: Substring, isMarked: Bool)] {
    var pieces: [(text: Substring, isMarked: Bool)] = []
    var rest = text[...]
    while let first = rest.first {
      let isWord = SearchMarks.isPart(first)
      let piece = rest.prefix { SearchMarks.isPart($0) == isWord }
      rest = rest[piece.endIndex...]
      pieces.append((piece, isWord && isWanted(SearchMarks.folded(piece))))
    }
    return pieces
  }

  private func isWanted(_ word: String) -> Bool {
    words.contains(word) || beginnings.contains { word.hasPrefix($0) }
  }

  private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// A word as the search index spells it: small letters without diacritics.
  static func folded(_ word: Substring) -> String {
    let scalars = word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter { !$0.properties.isDiacritic }
    return String(String.UnicodeScalarView(scalars))
  }
}
