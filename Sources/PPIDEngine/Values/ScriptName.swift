/// What a saved script is called: letters, digits, `.`, `-` and `_`, beginning with a letter, at most 64 characters.
package struct ScriptName: Sendable, Hashable {
  package let text: String

  /// Nil when the text has no such form.
  package init?(_ text: some StringProtocol) {
    guard (1...64).contains(text.utf8.count), let first = text.utf8.first, ScriptName.letters.contains(first),
      text.utf8.allSatisfy({ ScriptName.letters.contains($0) || ScriptName.others.contains($0) })
    else { return nil }
    self.text = String(text)
  }

  private static let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  private static let others = Set("0123456789.-_".utf8)
}

extension ScriptName: CustomStringConvertible {
  package var description: String { text }
}
