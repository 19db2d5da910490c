/// One row of a table as it stands in a file: its cells as UTF-8, in storage that the next row uses again.
package struct TableRow: Sendable {
  /// The line of the file on which the row begins, from 1.
  package internal(set) var line = 0
  var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  var ends: [Int] = []

  package init() {}

  /// How many cells there are; 0 for an empty line.
  package var count: Int { ends.count }

  /// A cell's text; empty beyond the last.
  package subscript(index: Int) -> String {
    let range = range(of: index)
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// All cells' texts.
  package var cells: [String] { ends.indices.map { self[$0] } }

  func range(of index: Int) -> Range<Int> {
    guard index < ends.count else { return 0..<0 }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  mutating func begin(line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}

/// What gives the rows of a table: a CSV file today; other kinds of file fit behind it.
protocol RowSource: AnyObject {
  /// Bytes read so far, and in all where that is known.
  var progress: (read: Int, total: Int?) { get }

  /// Replaces `row` by the next one; false at the end.
  func next(into row: inout TableRow) throws(ImportFailure) -> Bool
}
