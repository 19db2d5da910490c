/// Reads a CSV file row by row, in bounded memory.
///
/// RFC 4180 and what real files have: any of four separators, LF, CR LF or CR, a byte order mark, four encodings,
/// quotes within an unquoted cell. Well-formed files read as Python's `csv` module reads them: an empty line is a row
/// without cells.
package final class CSVReader: RowSource {
  /// The largest row that is read, in bytes of UTF-8.
  package static let rowLimit = 16 << 20
  private static let chunkSize = 256 << 10

  package let separator: CSVSeparator
  /// The file's encoding, as far as what has been read tells.
  package var encoding: TextEncoding { decoder.encoding }

  private let source: ByteSource
  private var decoder = TextDecoder()
  private var undecoded: [UInt8] = []
  /// Decoded text; what stands before `position` has been read.
  private var text: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtEnd = false
  /// What ends the text before its end; thrown when reading comes to it.
  private var stop: TextDecoder.Stop?

  /// Opens a file.
  ///
  /// Without a `separator` the candidates that divide the file's beginning evenly are tried, best first, and the first
  /// whose rows `accepts` takes is chosen; when it takes none, the best.
  package convenience init(
    path: String, separator: CSVSeparator? = nil, accepts: ([TableRow]) -> Bool = { _ in true }
  ) throws(ImportFailure) {
    try self.init(source: ByteSource(path: path), separator: separator, accepts: accepts)
  }

  /// Reads from memory, as `init(path:separator:accepts:)` does from a file.
  package convenience init(
    bytes: [UInt8], separator: CSVSeparator? = nil, accepts: ([TableRow]) -> Bool = { _ in true }
  ) throws(ImportFailure) {
    try self.init(source: ByteSource(bytes: bytes), separator: separator, accepts: accepts)
  }

  private init(
    source: ByteSource, separator: CSVSeparator?, accepts: ([TableRow]) -> Bool
  ) throws(ImportFailure) {
    self.source = source
    guard separator == nil else {
      self.separator = separator!
      return
    }
    var beginning: [UInt8] = []
    var decoder = TextDecoder()
    var undecoded: [UInt8] = []
    var isAtEnd = false
    var stop: TextDecoder.Stop?
    while beginning.count < CSVSeparator.sampleSize, !isAtEnd, stop == nil {
      isAtEnd = try !source.read(CSVReader.chunkSize, into: &undecoded)
      do {
        try decoder.decode(&undecoded, isLast: isAtEnd, into: &beginning)
      } catch {
        stop = error
      }
    }
    self.separator = CSVSeparator.best(for: beginning, isWhole: isAtEnd && stop == nil, accepts: accepts)
    self.decoder = decoder
    self.undecoded = undecoded
    self.isAtEnd = isAtEnd
    self.stop = stop
    text = beginning
  }

  package var progress: (read: Int, total: Int?) { (source.consumed, source.total) }

  /// Replaces `row` by the next one; false at the end of the file.
  package func next(into row: inout TableRow) throws(ImportFailure) -> Bool {
    var wanted = CSVReader.chunkSize
    while true {
      let outcome = text.withUnsafeBufferPointer { buffer in
        CSVParser(text: buffer, separator: separator.rawValue, isWhole: isAtEnd && stop == nil)
          .row(from: position, line: line, into: &row)
      }
      switch outcome {
      case .row(let end, let nextLine):
        guard end - position <= CSVReader.rowLimit else { throw .rowTooLarge(line: line, limit: CSVReader.rowLimit) }
        position = end
        line = nextLine
        return true
      case .end:
        return false
      case .tooWide:
        throw .tooManyCells(line: line, limit: CSVParser.cellLimit)
      case .unclosedQuote(let opened):
        throw .unclosedQuote(line: opened)
      case .incomplete(let opened):
        if let stop { throw failure(for: stop) }
        guard text.count - position <= CSVReader.rowLimit else {
          throw opened.map { .unclosedQuote(line: $0) } ?? .rowTooLarge(line: line, limit: CSVReader.rowLimit)
        }
        try fill(wanted)
        wanted *= 2
      }
    }
  }

  /// Reads and decodes `count` bytes more; each time as much again, so that a long row costs what it is long.
  private func fill(_ count: Int) throws(ImportFailure) {
    text.removeFirst(position)
    position = 0
    isAtEnd = try !source.read(count, into: &undecoded)
    do {
      try decoder.decode(&undecoded, isLast: isAtEnd, into: &text)
    } catch {
      stop = error
    }
  }

  private func failure(for stop: TextDecoder.Stop) -> ImportFailure {
    switch stop {
    case .binary(let kind): .binary(kind)
    case .invalid(let encoding, let offset):
      .invalidText(encoding, offset: offset, line: line + CSVParser.lineBreaks(in: text[position...]))
    }
  }
}
