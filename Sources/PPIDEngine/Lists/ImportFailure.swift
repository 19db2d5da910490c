/// What keeps a list from being read at all; nothing of it is stored.
package enum ImportFailure: Refusal, Hashable {
  case missing(path: String)
  case directory(path: String)
  /// The system refused, with its own number for the reason.
  case unreadable(path: String, errorNumber: Int32)
  /// There is no row in it that holds anything.
  case empty
  case binary(BinaryKind)
  /// A byte that the encoding doesn't have, at an offset from 0 and on a line from 1.
  case invalidText(TextEncoding, offset: Int, line: Int)
  /// A quote that opens on this line is never closed.
  case unclosedQuote(line: Int)
  /// A row, or a record of several rows, is larger than `limit` bytes.
  case rowTooLarge(line: Int, limit: Int)
  /// A row has more than `limit` cells.
  case tooManyCells(line: Int, limit: Int)
  /// No row names a title and what else a list has; with the first rows that might have been meant.
  case noHeader(rows: [SeenRow])
  /// A `--peta` that isn't `kolom=judul`.
  case malformedMapping(String)
  /// A `--peta` that names no column of the program, with the nearest name.
  case unknownField(mapping: String, nearest: String?)
  /// A `--peta` names a head that the list doesn't have.
  case unknownHead(String, heads: [String])
  /// Two heads are mapped to one column.
  case mappedTwice(String)

  /// A row as a message shows it: its line and the beginnings of its first cells.
  package struct SeenRow: Sendable, Hashable {
    package let line: Int
    package let cells: [String]
  }
}
