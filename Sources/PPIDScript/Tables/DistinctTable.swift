/// `unik`: equal rows once, the first of each.
final class DistinctTable: NestingSource {
  private let base: any TableSource
  private let monitor: any Monitor

  init(_ base: any TableSource, _ monitor: any Monitor) {
    self.base = base
    self.monitor = monitor
  }

  var columns: [Column] { base.columns }
  var depth: Int { base.depthAsStage }
  var plan: [PlanStep] { base.plan + [PlanStep(.above, "unik")] }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    // All columns decide which rows are equal, whichever are wanted.
    Cursor(try base.rows(reading: Array(base.columns.indices)), wanted: columns, Pace(monitor))
  }

  private final class Cursor: RowCursor {
    private let base: any RowCursor
    private let wanted: [Int]
    private var pace: Pace
    private var seen: Set<ValueKey> = []

    init(_ base: any RowCursor, wanted: [Int], _ pace: Pace) {
      self.base = base
      self.wanted = wanted
      self.pace = pace
    }

    func next(_ row: inout [Value]) throws -> Bool {
      while try base.next(&row) {
        try pace.step()
        guard try seen.insert(ValueKey(of: row)).inserted else { continue }
        row = wanted.map { row[$0] }
        return true
      }
      return false
    }
  }
}
