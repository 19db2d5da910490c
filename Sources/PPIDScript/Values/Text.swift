import PPIDValues
import Synchronization

/// A `teks`: Unicode scalars, never normalised; compared and ordered by code point, which is the order of their UTF-8 bytes.
///
/// A value of the language: whoever appends to one first makes sure to be its only owner (`Value.add` does).
package final class Text: @unchecked Sendable {
  /// The longest text, in bytes of UTF-8.
  package static let largestByteCount = 1 << 28

  /// The same scalars as a Swift string. Its `==` is canonical equivalence: compare texts, not these.
  package private(set) var string: String

  /// The number of scalars, or -1 while nobody has asked.
  private let knownCount: Atomic<Int>

  package init(_ string: String) {
    self.string = string
    self.string.makeContiguousUTF8()
    knownCount = Atomic(-1)
  }

  /// The text of one ASCII character.
  package static func ascii(_ byte: UInt8) -> Text { asciiTexts[Int(byte & 0x7F)] }

  package static let empty = Text("")

  private static let asciiTexts = (0..<128).map { Text(String(Unicode.Scalar(UInt8($0)))) }

  /// Length in UTF-8.
  package var byteCount: Int { string.utf8.count }

  /// Length in code points (`panjang`).
  package var count: Int {
    let known = knownCount.load(ordering: .relaxed)
    if known >= 0 { return known }
    let counted = string.withBytes { bytes in
      var scalars = 0
      // Every byte but a continuation (10xxxxxx) begins a scalar.
      for byte in bytes { scalars &+= Int8(bitPattern: byte) > -65 ? 1 : 0 }
      return scalars
    }
    knownCount.store(counted, ordering: .relaxed)
    return counted
  }

  package var isASCII: Bool { count == byteCount }

  /// The code point at `index`, from 0 to `count` - 1, as a text; at once in ASCII, else by walking to it.
  package func scalar(at index: Int) -> Text {
    if isASCII {
      return string.withBytes { Text.ascii($0[index]) }
    }
    let scalars = string.unicodeScalars
    return Text(String(scalars[scalars.index(scalars.startIndex, offsetBy: index)]))
  }

  /// Appends in place. Only for the one owner of this text.
  package func append(_ other: Text) {
    let own = knownCount.load(ordering: .relaxed)
    let others = other.knownCount.load(ordering: .relaxed)
    knownCount.store(own < 0 || others < 0 ? -1 : own + others, ordering: .relaxed)
    string.append(other.string)
  }

  /// Has `body` append to the scalars in place. Only for the one owner of this text.
  func append(_ body: (inout String) throws -> Void) rethrows {
    knownCount.store(-1, ordering: .relaxed)
    try body(&string)
  }

  /// A text of its own with the same scalars.
  package func copy() -> Text { Text(string) }

  /// Whether `other` occurs in this text.
  package func contains(_ other: Text) -> Bool {
    string.withBytes { text in other.string.withBytes { text.firstOffset(of: $0, from: 0) != nil } }
  }
}

extension Text: Hashable, Comparable {
  package static func == (left: Text, right: Text) -> Bool {
    left === right || left.string.hasSameBytes(as: right.string)
  }

  package static func < (left: Text, right: Text) -> Bool {
    left.string.compareBytes(with: right.string) < 0
  }

  package func hash(into hasher: inout Hasher) {
    string.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
