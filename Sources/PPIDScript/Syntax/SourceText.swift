import PPIDValues

/// A script as it was read: its bytes, the name it goes by, and where its lines begin.
package final class SourceText: Sendable {
  /// What messages call it: a file's path, `-c`, `(ketikan)`.
  package let name: String
  package let bytes: [UInt8]
  private let lineStarts: [Int]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
  }

  package convenience init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The characters in `range`; bytes that are no UTF-8 read as U+FFFD.
  package func text(in range: SourceRange) -> String {
    let lower = max(0, min(range.lowerBound, bytes.count))
    let upper = max(lower, min(range.upperBound, bytes.count))
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The number of the line (from 1) that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of line `number` (from 1), without its line end.
  package func range(ofLine number: Int) -> SourceRange {
    let lower = lineStarts[number - 1]
    var upper = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if upper > lower, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
    return SourceRange(lower, upper)
  }

  /// Line and column of a byte, both from 1; the column counts characters (code points).
  package func place(of offset: Int) -> (line: Int, column: Int) {
    let number = line(at: offset)
    let start = lineStarts[number - 1]
    let characters = bytes[start..<max(start, min(offset, bytes.count))].count { $0 & 0xC0 != 0x80 }
    return (number, characters + 1)
  }
}
