/// What a person looks for: words (each may be the beginning of one), `"exact phrases"`, and `-words` that must not occur.
package struct SearchQuery: Sendable {
  /// Something that must occur.
  private struct Term {
    let text: Substring
    let isPhrase: Bool
    /// Other words of the same root; any of them does too.
    var forms: [String] = []

    /// The same for FTS5, quoted, so that nothing in it is read as an operator.
    var expression: String { isPhrase ? quoted(text) : quoted(text) + "*" }
    var wideExpression: String {
      forms.isEmpty ? expression : "(" + ([expression] + forms.map { quoted($0[...]) }).joined(separator: " OR ") + ")"
    }
  }

  private var wanted: [Term] = []
  private var unwanted: [Substring] = []

  /// Nil when there is no word to look for.
  package init?(_ text: String) {
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      guard index % 2 == 0 else {
        if part.contains(where: \.isSearchable) { wanted.append(Term(text: part, isPhrase: true)) }
        continue
      }
      for word in part.split(whereSeparator: \.isWhitespace) where word.contains(where: \.isSearchable) {
        if word.hasPrefix("-") {
          unwanted.append(word.dropFirst())
        } else {
          wanted.append(Term(text: word, isPhrase: false))
        }
      }
    }
    guard !wanted.isEmpty else { return nil }
  }

  /// The words as they were typed, as an FTS5 expression.
  var expression: String { joined(\.expression) }

  /// The same with all words of the same roots; nil where there are no more than the typed ones.
  var wideExpression: String? { wanted.contains { !$0.forms.isEmpty } ? joined(\.wideExpression) : nil }

  private func joined(_ expression: (Term) -> String) -> String {
    ([wanted.map(expression).joined(separator: " AND ")] + unwanted.map(quoted)).joined(separator: " NOT ")
  }

  /// The same query for the other words of the same roots, too: those that the archive has, which `indexed` says of all at once.
  func widened(indexed: ([String]) throws -> Set<String>) rethrows -> SearchQuery {
    let related = wanted.map { $0.isPhrase ? [] : WordForms.related(to: String($0.text)) }
    let known = try indexed(related.flatMap(\.self))
    var query = self
    for (index, forms) in related.enumerated() { query.wanted[index].forms = forms.filter(known.contains) }
    return query
  }

  /// What to look for in a text that was found.
  package var marks: SearchMarks {
    let phrases = wanted.filter(\.isPhrase).flatMap { $0.text.split { !$0.isSearchable } }
    return SearchMarks(
      beginnings: wanted.filter { !$0.isPhrase }.flatMap { $0.text.split { !$0.isSearchable } }.map { SearchMarks.folded($0) },
      words: Set(phrases.map { SearchMarks.folded($0) } + wanted.flatMap(\.forms)))
  }
}

private func quoted(_ text: Substring) -> String { "\"\(text)\"" }

extension Character {
  fileprivate var isSearchable: Bool { isLetter || isNumber }
}
