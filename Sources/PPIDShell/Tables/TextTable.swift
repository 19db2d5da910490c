import PPIDScript

/// A table of texts in memory, as a file told them; a row's missing cells read as `kosong`.
final class TextTable: TableSource {
  let columns: [Column]
  private let rows: [[String]]

  init(heads: [String], rows: [[String]]) {
    columns = heads.map { Column($0, .text) }
    self.rows = rows
  }

  var plan: [PlanStep] { [PlanStep(.above, "csv (\(rows.count))")] }

  func rows(reading columns: [Int]) -> any RowCursor { Cursor(rows, columns) }

  private final class Cursor: RowCursor {
    private let rows: [[String]]
    private let columns: [Int]
    private var next = 0
    private var pace: Pace

    init(_ rows: [[String]], _ columns: [Int]) {
      self.rows = rows
      self.columns = columns
      pace = Pace(for: rows.count)
    }

    func next(_ row: inout [Value]) throws -> Bool {
      try pace.step()
      guard next < rows.count else { return false }
      let cells = rows[next]
      next += 1
      row = columns.map { $0 < cells.count ? .text(cells[$0]) : .null }
      return true
    }
  }
}
