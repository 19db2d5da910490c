/// What a person looks for: words (each may be the beginning of one), `"exact phrases"`, and `-words` that must not occur.
package struct SearchQuery: Sendable {
  /// The same as an FTS5 expression, with every word quoted, so that nothing in it is read as an operator.
  let expression: String

  /// Nil when there is no word to look for.
  package init?(_ text: String) {
    var wanted: [String] = []
    var unwanted: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      guard index % 2 == 0 else {
        if part.contains(where: \.isSearchable) { wanted.append(SearchQuery.quoted(part)) }
        continue
      }
      for word in part.split(whereSeparator: \.isWhitespace) where word.contains(where: \.isSearchable) {
        if word.hasPrefix("-") {
          unwanted.append(SearchQuery.quoted(word.dropFirst()))
        } else {
          wanted.append(SearchQuery.quoted(word) + "*")
        }
      }
    }
    guard !wanted.isEmpty else { return nil }
    expression = ([wanted.joined(separator: " AND ")] + unwanted).joined(separator: " NOT ")
  }

  private static func quoted(_ text: Substring) -> String { "\"\(text)\"" }
}

extension Character {
  fileprivate var isSearchable: Bool { isLetter || isNumber }
}
