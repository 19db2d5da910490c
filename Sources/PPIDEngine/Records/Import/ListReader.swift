/// Reads a list of information as an office has it: finds its header, tells records from all else, and reads them.
///
/// It streams: what it holds at a time is a row, the record that the row may go on with, and at the beginning the rows
/// among which it looks for the header. A list is read once.
package struct ListReader {
  private let csv: CSVReader
  private let mapping: ColumnMapping
  private var walk: ListWalk
  private var ahead: [TableRow]

  /// Opens the list at `path` and finds its header.
  ///
  /// - `separator`: the one that divides the cells; nil to find out.
  /// - `mapping`: what is said of its columns over what their heads say.
  /// - `defaultCategory`: for records to which the list gives none.
  package init(
    path: String, separator: CSVSeparator? = nil, mapping: ColumnMapping = ColumnMapping(),
    defaultCategory: Category? = nil
  ) throws(ImportFailure) {
    let csv = try CSVReader(path: path, separator: separator) { ListHeader(in: $0, mapping: mapping) != nil }
    try self.init(csv, mapping: mapping, defaultCategory: defaultCategory)
  }

  /// Reads a list from memory, as `init(path:separator:mapping:defaultCategory:)` does from a file.
  package init(
    bytes: [UInt8], separator: CSVSeparator? = nil, mapping: ColumnMapping = ColumnMapping(),
    defaultCategory: Category? = nil
  ) throws(ImportFailure) {
    let csv = try CSVReader(bytes: bytes, separator: separator) { ListHeader(in: $0, mapping: mapping) != nil }
    try self.init(csv, mapping: mapping, defaultCategory: defaultCategory)
  }

  private init(_ csv: CSVReader, mapping: ColumnMapping, defaultCategory: Category?) throws(ImportFailure) {
    self.csv = csv
    self.mapping = mapping
    ahead = []
    var row = TableRow()
    var size = 0
    while ahead.count < ListHeader.searchedRows, size < ListHeader.searchedBytes, try csv.next(into: &row) {
      ahead.append(row)
      size += row.bytes.count
    }
    guard let header = ListHeader(in: ahead, mapping: mapping) else {
      let seen = ListHeader.seen(in: ahead)
      throw seen.isEmpty ? .empty : .noHeader(rows: seen)
    }
    try mapping.check(
      heads: header.layout.columns.map(\.head), parts: ahead[header.start..<header.end].flatMap(CellText.cells))
    walk = ListWalk(layout: header.layout, defaultCategory: defaultCategory, separator: csv.separator)
    for row in ahead[..<header.start] { walk.passTitle(row) }
    for row in ahead[header.start..<header.end] { walk.passHeader(row) }
    ahead.removeFirst(header.end)
    ahead.reverse()
  }

  /// Gives `body` each record in the list's order, and says in the end what came of it.
  ///
  /// `progress` is told now and then how far reading has come; what it or `body` throws ends the reading.
  package consuming func forEach(
    progress: (ListProgress) throws -> Void = { _ in }, _ body: (ListedRecord) throws -> Void
  ) throws -> ListSummary {
    var row = TableRow()
    var reported = 0
    while try next(into: &row) {
      let read = csv.progress.read
      if read != reported {
        reported = read
        try progress(ListProgress(bytesRead: read, bytesTotal: csv.progress.total, records: walk.summary.records))
      }
      let header = try anotherHeader(at: row)
      let finished = if let header { walk.change(to: header.layout, rows: header.rows) } else { try walk.take(row) }
      if let finished { try body(finished) }
    }
    if let record = walk.finishRecord() { try body(record) }
    return walk.finish(encoding: csv.encoding)
  }

  private mutating func next(into row: inout TableRow) throws(ImportFailure) -> Bool {
    if let waiting = ahead.popLast() {
      row = waiting
      return true
    }
    return try csv.next(into: &row)
  }

  /// The header that begins with `row`, as a section of the same publication may have one of its own; nil for none.
  private mutating func anotherHeader(
    at row: TableRow
  ) throws(ImportFailure) -> (layout: ListLayout, rows: ArraySlice<TableRow>)? {
    guard walk.mayBeHeader(row) else { return nil }
    var rows = [row]
    while rows.count < ListHeader.largestHeader {
      var following = TableRow()
      guard try next(into: &following) else { break }
      rows.append(following)
    }
    let header = ListHeader(at: rows.map(CellText.cells)[...], mapping: mapping)
    let end = header?.end ?? 1
    ahead.append(contentsOf: rows[end...].reversed())
    return header.map { ($0.layout, rows[..<end]) }
  }
}
