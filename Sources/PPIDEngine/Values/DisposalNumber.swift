/// The number of a disposal, `S-3`: given once, never reused.
package struct DisposalNumber: Sendable, Hashable {
  package let value: Int

  package init(_ value: Int) {
    self.value = value
  }

  /// Reads `S-3`; the letter may be small. Nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count > 2, text.prefix(2).uppercased() == "S-", text.utf8.dropFirst(2).first != UInt8(ascii: "0"),
      text.utf8.dropFirst(2).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let value = Int(text.dropFirst(2))
    else { return nil }
    self.value = value
  }
}

extension DisposalNumber: CustomStringConvertible {
  package var description: String { "S-\(value)" }
}
