/// The number of a record, `A-12`: given once, never reused.
package struct RecordNumber: Sendable, Hashable {
  package let value: Int

  package init(_ value: Int) {
    self.value = value
  }

  /// Reads `A-12`; the letter may be small. Nil for anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "A") || bytes[0] == UInt8(ascii: "a"), bytes[1] == UInt8(ascii: "-"),
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[2]),
      bytes[2...].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let value = Int(String(decoding: bytes[2...], as: UTF8.self))
    else { return nil }
    self.value = value
  }
}

extension RecordNumber: CustomStringConvertible {
  package var description: String { "A-\(value)" }
}
