/// `ambil` and `lewati`: a stretch of the rows; nothing is read after its end.
final class LimitedTable: NestingSource {
  private let base: any TableSource
  private let skipped: Int
  /// Nil: all the rest.
  private let limit: Int?
  private let monitor: any Monitor

  init(_ base: any TableSource, skipping skipped: Int = 0, limit: Int? = nil, _ monitor: any Monitor) {
    self.base = base
    self.skipped = skipped
    self.limit = limit
    self.monitor = monitor
  }

  var columns: [Column] { base.columns }
  var depth: Int { base.depthAsStage }
  var plan: [PlanStep] {
    base.plan + [PlanStep(.above, limit.map { "ambil \($0)" } ?? "lewati \(skipped)")]
  }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    Cursor(try base.rows(reading: columns), skipped, limit ?? .max, Pace(monitor))
  }

  private final class Cursor: RowCursor {
    private let base: any RowCursor
    private var toSkip: Int
    private var left: Int
    private var pace: Pace

    init(_ base: any RowCursor, _ toSkip: Int, _ left: Int, _ pace: Pace) {
      self.base = base
      self.toSkip = toSkip
      self.left = left
      self.pace = pace
    }

    func next(_ row: inout [Value]) throws -> Bool {
      while toSkip > 0 {
        try pace.step()
        guard try base.next(&row) else { return false }
        toSkip -= 1
      }
      guard left > 0 else { return false }
      left -= 1
      return try base.next(&row)
    }
  }
}
