/// `saring`: the rows for which a condition is `benar`.
final class FilteredTable: NestingSource {
  private let base: any TableSource
  private let function: RowFunction
  private let monitor: any Monitor

  init(_ base: any TableSource, _ function: RowFunction, _ monitor: any Monitor) {
    self.base = base
    self.function = function
    self.monitor = monitor
  }

  var columns: [Column] { base.columns }
  var depth: Int { base.depthAsStage }
  var plan: [PlanStep] { base.plan + [PlanStep(.above, "saring \(function.spelling)")] }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    let evaluation = try RowEvaluation(function, wanted: columns, of: base)
    return Cursor(try base.rows(reading: evaluation.reading), evaluation, Pace(monitor))
  }

  private final class Cursor: RowCursor {
    private let base: any RowCursor
    private var evaluation: RowEvaluation
    private var pace: Pace

    init(_ base: any RowCursor, _ evaluation: RowEvaluation, _ pace: Pace) {
      self.base = base
      self.evaluation = evaluation
      self.pace = pace
    }

    func next(_ row: inout [Value]) throws -> Bool {
      while try base.next(&row) {
        try pace.step()
        guard try evaluation.value(for: row).condition() else { continue }
        evaluation.trim(&row)
        return true
      }
      return false
    }
  }
}
