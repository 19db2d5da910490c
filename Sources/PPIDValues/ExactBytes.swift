#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A string that is equal and hashed by its UTF-8 bytes, where Swift's own equality is canonical equivalence.
package struct ExactString: Hashable, Sendable {
  package let string: String

  package init(_ string: String) {
    self.string = string
  }

  package static func == (left: ExactString, right: ExactString) -> Bool {
    left.string.hasSameBytes(as: right.string)
  }

  package func hash(into hasher: inout Hasher) {
    string.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// The string's UTF-8, without copying it.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
    return try ContiguousArray(utf8).withUnsafeBufferPointer(body)
  }

  /// Equality of code points.
  package func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count
      && withBytes { left in
        other.withBytes { right in left.isEmpty || memcmp(left.baseAddress!, right.baseAddress!, left.count) == 0 }
      }
  }

  /// Order of code points: negative when this comes first, 0 when equal.
  package func compareBytes(with other: String) -> Int {
    withBytes { left in
      other.withBytes { right in
        let shared = min(left.count, right.count)
        let difference = shared == 0 ? 0 : Int(memcmp(left.baseAddress!, right.baseAddress!, shared))
        return difference != 0 ? difference : left.count - right.count
      }
    }
  }
}
