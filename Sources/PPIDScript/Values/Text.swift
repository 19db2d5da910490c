import PPIDValues
import Synchronization

/// A `teks`: Unicode scalars, never normalised; compared and ordered by code point, which is the order of their UTF-8 bytes.
///
/// A value of the language: whoever appends to one first makes sure to be its only owner (`Value.add` does).
package final class Text: @unchecked Sendable {
  /// The longest text, in bytes of UTF-8.
  package static let largestByteCount = 1 << 28

  private static let largestRoom = 1 << 16
  private static let settling = Mutex(())

  /// The scalars, but those that still stand in the room.
  private var settled: String

  /// UTF-8 that was appended lately: a text that grows bit by bit pays for a string's care only now and then.
  private var room: UnsafeMutablePointer<UInt8>?
  private var roomSize: Int32 = 0

  /// How many bytes stand in the room. Readers that find some settle them first, one at a time.
  private let unsettled = Atomic<Int32>(0)

  /// The number of scalars, or -1 while nobody has asked.
  private let knownCount = Atomic(-1)

  package init(_ string: String) {
    settled = string
    settled.makeContiguousUTF8()
  }

  deinit { room?.deallocate() }

  /// The same scalars as a Swift string. Its `==` is canonical equivalence: compare texts, not these.
  package var string: String {
    if unsettled.load(ordering: .acquiring) > 0 { settle() }
    return settled
  }

  /// The text of one ASCII character.
  package static func ascii(_ byte: UInt8) -> Text { asciiTexts[Int(byte & 0x7F)] }

  package static let empty = Text("")

  private static let asciiTexts = (0..<128).map { Text(String(Unicode.Scalar(UInt8($0)))) }

  /// Length in UTF-8.
  package var byteCount: Int {
    unsettled.load(ordering: .acquiring) == 0 ? settled.utf8.count : string.utf8.count
  }

  /// Length in code points (`panjang`).
  package var count: Int {
    let known = knownCount.load(ordering: .relaxed)
    if known >= 0 { return known }
    let counted = string.withBytes(Text.scalarCount)
    knownCount.store(counted, ordering: .relaxed)
    return counted
  }

  private static let block = 1 << 16

  private static func scalarCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var scalars = 0
    // Every byte but a continuation (10xxxxxx) begins a scalar.
    for byte in bytes { scalars &+= Int8(bitPattern: byte) > -65 ? 1 : 0 }
    return scalars
  }

  package var isASCII: Bool { count == byteCount }

  /// The code point at `index`, from 0 to `count` - 1, as a text; at once in ASCII, else by walking to it.
  package func scalar(at index: Int) -> Text {
    if isASCII {
      return string.withBytes { Text.ascii($0[index]) }
    }
    return string.withBytes { bytes in
      // By whole blocks as far as these go; counting is quick.
      var start = 0
      var passed = 0
      while start + Text.block < bytes.count {
        let inBlock = Text.scalarCount(in: UnsafeBufferPointer(rebasing: bytes[start..<start + Text.block]))
        if passed + inBlock > index { break }
        (start, passed) = (start + Text.block, passed + inBlock)
      }
      // A block may end within a scalar: the one whose first byte is the next but `index - passed`.
      while true {
        if Int8(bitPattern: bytes[start]) > -65 {
          if passed == index { break }
          passed += 1
        }
        start += 1
      }
      var end = start + 1
      while end < bytes.count, Int8(bitPattern: bytes[end]) <= -65 { end += 1 }
      return Text(String(decoding: bytes[start..<end], as: UTF8.self))
    }
  }

  /// Appends in place; throws `tooLarge`, and appends nothing then. Only for the one owner of this text.
  package func append(_ other: Text) throws {
    let own = knownCount.load(ordering: .relaxed)
    let others = other.knownCount.load(ordering: .relaxed)
    try other.string.withBytes { bytes in
      try append(atMost: bytes.count) { room in
        if let first = bytes.baseAddress { room.update(from: first, count: bytes.count) }
        return bytes.count
      }
    }
    knownCount.store(own < 0 || others < 0 ? -1 : own + others, ordering: .relaxed)
  }

  /// Has `write` append UTF-8 in place: it is given room for `most` bytes, and says how many it took. Throws `tooLarge`, and
  /// appends nothing, where the text could become too long. Only for the one owner of this text.
  func append(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) throws {
    var taken = Int(unsettled.load(ordering: .relaxed))
    guard settled.utf8.count + taken + most <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
    knownCount.store(-1, ordering: .relaxed)
    if taken + most > Int(roomSize) {
      settle()
      taken = 0
      makeRoom()
      guard most <= Int(roomSize) else {
        settled += String(atMost: most, write)
        return
      }
    }
    guard let room else { return }
    taken += write(room + taken)
    unsettled.store(Int32(taken), ordering: .releasing)
  }

  /// Gives the room a size that suits the text's, so that both grow together.
  private func makeRoom() {
    let size = Int32(min(Text.largestRoom, max(64, settled.utf8.count)))
    guard size > roomSize else { return }
    room?.deallocate()
    room = .allocate(capacity: Int(size))
    roomSize = size
  }

  @inline(never)
  private func settle() {
    Text.settling.withLock { _ in
      let taken = Int(unsettled.load(ordering: .relaxed))
      guard taken > 0, let room else { return }
      settled += String(decoding: UnsafeBufferPointer(start: room, count: taken), as: UTF8.self)
      unsettled.store(0, ordering: .releasing)
    }
  }

  /// A text of its own with the same scalars.
  package func copy() -> Text { Text(string) }

  /// Whether `other` occurs in this text; throws what stops the program meanwhile.
  package func contains(_ other: Text) throws -> Bool {
    guard other.byteCount > 0 else { return true }
    guard other.byteCount <= byteCount else { return false }
    var pace = Pace()
    return try string.withBytes { text in
      try other.string.withBytes { other in
        try ByteSearch(for: other) { try pace.check() }.first(in: text, from: 0) { try pace.check() } != nil
      }
    }
  }
}

extension String {
  /// Most texts that are put together are so short.
  private static let usual = 256

  /// The UTF-8 that `write` puts into room for `most` bytes; it says how many it took.
  init(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    guard most > String.usual else {
      self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: String.usual) { room in
        let count = room.baseAddress.map(write) ?? 0
        return String(decoding: room[..<count], as: UTF8.self)
      }
      return
    }
    self.init(unsafeUninitializedCapacity: most) { $0.baseAddress.map(write) ?? 0 }
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
