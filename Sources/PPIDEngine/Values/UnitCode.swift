/// The short code of a unit: capital letters, digits, `.`, `-` and `_`, beginning with a letter, at most 32 characters.
package struct UnitCode: Sendable, Hashable {
  package let text: String

  /// Small letters are taken as capitals; nil when the text has no such form.
  package init?(_ text: some StringProtocol) {
    let code = text.uppercased()
    guard (1...32).contains(code.utf8.count), let first = code.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first),
      code.utf8.allSatisfy(UnitCode.allowed.contains)
    else { return nil }
    self.text = code
  }

  private static let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_".utf8)
}

extension UnitCode: CustomStringConvertible {
  package var description: String { text }
}
