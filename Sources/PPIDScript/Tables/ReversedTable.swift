/// `balik`: the rows from the last to the first.
final class ReversedTable: NestingSource {
  private let base: any TableSource
  private let monitor: any Monitor

  init(_ base: any TableSource, _ monitor: any Monitor) {
    self.base = base
    self.monitor = monitor
  }

  var columns: [Column] { base.columns }
  var depth: Int { base.depthAsStage }
  var plan: [PlanStep] { base.plan + [PlanStep(.above, "balik")] }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    var rows = try base.allRows(reading: columns, monitor)
    rows.reverse()
    return BufferedRows(rows)
  }
}

/// Rows that have been read already, in order.
final class BufferedRows: RowCursor {
  private let rows: [[Value]]
  private var position = 0
  private var pace: Pace

  init(_ rows: [[Value]]) {
    self.rows = rows
    pace = Pace(for: rows.count)
  }

  func next(_ row: inout [Value]) throws -> Bool {
    try pace.step()
    guard position < rows.count else { return false }
    row = rows[position]
    position += 1
    return true
  }
}

extension TableSource {
  /// All rows there are now, in memory.
  func allRows(reading columns: [Int], _ monitor: any Monitor) throws -> [[Value]] {
    var pace = Pace(monitor)
    let cursor = try rows(reading: columns)
    var rows: [[Value]] = []
    var row: [Value] = []
    while try cursor.next(&row) {
      try pace.step()
      guard rows.count < List.largestCount else { throw RuntimeProblem.tooLarge(.table) }
      rows.append(row)
    }
    return rows
  }

  /// How deeply a stage on this source nests.
  var depthAsStage: Int {
    1 + ((self as? any NestingSource)?.depth ?? 0)
  }
}
