/// `urutkan`: the rows by the values of some columns; stable; `kosong` first, or last when descending.
///
/// Followed by `ambil`, it never holds many more rows than it gives.
final class OrderedTable: NestingSource {
  private let base: any TableSource
  private let keys: [Int]
  private let descending: Bool
  /// How many of the first rows are wanted; nil for all.
  private let limit: Int?
  private let monitor: any Monitor

  init(_ base: any TableSource, by keys: [Int], descending: Bool, limit: Int? = nil, _ monitor: any Monitor) {
    self.base = base
    self.keys = keys
    self.descending = descending
    self.limit = limit
    self.monitor = monitor
  }

  var columns: [Column] { base.columns }
  var depth: Int { base.depthAsStage }
  var plan: [PlanStep] {
    let names = keys.map { columns[$0].name }.joined(separator: " ")
    let stage = "urutkan \(names)\(descending ? " --turun" : "")"
    return base.plan + [PlanStep(.above, limit.map { "\(stage) | ambil \($0)" } ?? stage)]
  }

  func pushing(_ stage: TableStage) -> (any TableSource)? {
    guard case .limit(let count) = stage else { return nil }
    return OrderedTable(base, by: keys, descending: descending, limit: min(count, limit ?? .max), monitor)
  }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    var pace = Pace(monitor)
    var pile = Pile(keys: columns.count..<columns.count + keys.count, descending: descending, limit: limit)
    let cursor = try base.rows(reading: columns + keys)
    var row: [Value] = []
    while try cursor.next(&row) {
      try pace.step()
      try pile.add(row, &pace)
    }
    return BufferedRows(try pile.sorted(&pace))
  }

  /// Rows with their keys behind them, of which only the first so many are kept.
  private struct Pile {
    let keys: Range<Int>
    let descending: Bool
    let limit: Int?
    private var rows: [(row: [Value], position: Int)] = []
    private var added = 0

    init(keys: Range<Int>, descending: Bool, limit: Int?) {
      self.keys = keys
      self.descending = descending
      self.limit = limit
    }

    mutating func add(_ row: [Value], _ pace: inout Pace) throws {
      guard rows.count < List.largestCount else { throw RuntimeProblem.tooLarge(.table) }
      rows.append((row, added))
      added += 1
      if let limit, rows.count / 2 > limit, rows.count >= 2048 { try cut(to: limit, &pace) }
    }

    mutating func sorted(_ pace: inout Pace) throws -> [[Value]] {
      try cut(to: limit ?? rows.count, &pace)
      return rows.map { row, _ in Array(row[..<keys.lowerBound]) }
    }

    private mutating func cut(to count: Int, _ pace: inout Pace) throws {
      try rows.sort { left, right in
        try pace.step()
        for key in keys {
          let order = try Value.sortingOrder(left.row[key], right.row[key])
          if order != 0 { return descending ? order > 0 : order < 0 }
        }
        return left.position < right.position
      }
      rows.removeLast(rows.count - min(count, rows.count))
    }
  }
}
