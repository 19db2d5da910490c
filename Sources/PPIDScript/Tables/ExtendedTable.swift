/// `dengan`: the rows with a further column, or with another value for the column of that name.
final class ExtendedTable: NestingSource {
  let columns: [Column]
  private let base: any TableSource
  private let name: String
  private let function: RowFunction
  private let monitor: any Monitor
  /// The place of the new value among the columns.
  private let place: Int

  init(_ base: any TableSource, _ name: String, _ function: RowFunction, _ monitor: any Monitor) {
    self.base = base
    self.name = name
    self.function = function
    self.monitor = monitor
    var columns = base.columns
    place = base.index(of: name) ?? columns.count
    if place == columns.count { columns.append(Column(name)) } else { columns[place] = Column(name) }
    self.columns = columns
  }

  var depth: Int { base.depthAsStage }
  var plan: [PlanStep] { base.plan + [PlanStep(.above, "dengan \(name) = \(function.spelling)")] }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    let evaluation = try RowEvaluation(function, wanted: columns.filter { $0 != place }, of: base)
    let insertions = columns.indices.filter { columns[$0] == place }
    return Cursor(try base.rows(reading: evaluation.reading), evaluation, insertions, Pace(monitor))
  }

  /// Works the value out for every row, wanted or not: an error in it doesn't depend on who reads the table.
  private final class Cursor: RowCursor {
    private let base: any RowCursor
    private var evaluation: RowEvaluation
    private let insertions: [Int]
    private var pace: Pace

    init(_ base: any RowCursor, _ evaluation: RowEvaluation, _ insertions: [Int], _ pace: Pace) {
      self.base = base
      self.evaluation = evaluation
      self.insertions = insertions
      self.pace = pace
    }

    func next(_ row: inout [Value]) throws -> Bool {
      guard try base.next(&row) else { return false }
      try pace.step()
      let value = try evaluation.value(for: row)
      evaluation.trim(&row)
      for index in insertions { row.insert(value, at: index) }
      return true
    }
  }
}
