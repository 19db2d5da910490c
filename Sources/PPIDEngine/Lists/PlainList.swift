/// A small list whose columns are known: a header that names them, in any order, and rows under it.
enum PlainList {
  /// The rows, each with its line and its cells in the order of `columns`, spaces folded; empty rows are passed over.
  ///
  /// - Parameter missing: the error for a header, in that line, that lacks a column.
  static func rows(
    _ reader: CSVReader, columns: [String], missing: (_ line: Int) -> any Error
  ) throws -> [(line: Int, cells: [String])] {
    var row = TableRow()
    var places: [Int]?
    var rows: [(line: Int, cells: [String])] = []
    while try reader.next(into: &row) {
      let cells = row.cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      guard !cells.allSatisfy(\.isEmpty) else { continue }
      if let places {
        rows.append((row.line, places.map { $0 < cells.count ? cells[$0] : "" }))
      } else {
        let heads = cells.map { $0.lowercased() }
        let found = columns.compactMap { heads.firstIndex(of: $0) }
        guard found.count == columns.count else { throw missing(row.line) }
        places = found
      }
    }
    return rows
  }
}
