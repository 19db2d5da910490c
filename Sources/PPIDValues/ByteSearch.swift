#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks for a sequence of bytes, which isn't empty, in others. Linear in both lengths (Knuth, Morris, Pratt).
///
/// However long they are, what could stop the search is asked for once in a `stretch`.
package struct ByteSearch {
  /// How many bytes are passed between two calls of `check`.
  package static let stretch = 1 << 20

  private let wanted: UnsafeBufferPointer<UInt8>
  /// For each beginning of what is wanted, the length of its longest proper beginning that is its end too.
  private let borders: [Int32]

  /// Only for as long as `wanted` stands in memory.
  package init(for wanted: UnsafeBufferPointer<UInt8>, check: () throws -> Void) rethrows {
    self.wanted = wanted
    var borders: [Int32] = [0]
    borders.reserveCapacity(wanted.count)
    var matched = 0
    for byte in wanted.dropFirst() {
      while matched > 0, wanted[matched] != byte { matched = Int(borders[matched - 1]) }
      if wanted[matched] == byte { matched += 1 }
      borders.append(Int32(matched))
      if borders.count % ByteSearch.stretch == 0 { try check() }
    }
    self.borders = borders
  }

  /// Where it first occurs in `bytes` at or after `start`.
  package func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, check: () throws -> Void
  ) rethrows -> Int? {
    guard let own = bytes.baseAddress, bytes.count - start >= wanted.count else { return nil }
    var position = start
    var matched = 0
    var rest = start + ByteSearch.stretch
    while position < bytes.count {
      if position >= rest {
        try check()
        rest = position + ByteSearch.stretch
      }
      if matched == 0 {
        let end = min(bytes.count, rest)
        guard let found = memchr(own + position, Int32(wanted[0]), end - position) else {
          position = end
          continue
        }
        position = UnsafeRawPointer(found) - UnsafeRawPointer(own)
      }
      if bytes[position] == wanted[matched] {
        position += 1
        matched += 1
        if matched == wanted.count { return position - matched }
      } else {
        matched = Int(borders[matched - 1])
      }
    }
    return nil
  }
}
