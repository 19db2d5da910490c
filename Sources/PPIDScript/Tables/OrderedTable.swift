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
    var pile = Pile(
      keys: columns.count..<columns.count + keys.count, descending: descending, limit: limit, monitor: monitor)
    var pace = Pace(monitor)
    let cursor = try base.rows(reading: columns + keys)
    var row: [Value] = []
    while try cursor.next(&row) {
      try pace.step()
      try pile.add(row)
    }
    return BufferedRows(try pile.sorted())
  }

  /// Rows with their keys behind them, of which only the first so many are kept.
  private struct Pile {
    let keys: Range<Int>
    let descending: Bool
    let limit: Int?
    let monitor: any Monitor
    private var rows: [[Value]] = []
    /// The last of the rows that a cut has kept: what doesn't come before it isn't among the first so many.
    private var last: [Value]?

    init(keys: Range<Int>, descending: Bool, limit: Int?, monitor: any Monitor) {
      self.keys = keys
      self.descending = descending
      self.limit = limit
      self.monitor = monitor
    }

    mutating func add(_ row: [Value]) throws {
      if let last, try !comesBefore(row, last) { return }
      guard rows.count < List.largestCount else { throw RuntimeProblem.tooLarge(.table) }
      rows.append(row)
      if let limit, rows.count / 2 > limit, rows.count >= 2048 {
        try cut(to: limit)
        last = rows.last
      }
    }

    mutating func sorted() throws -> [[Value]] {
      try cut(to: limit ?? rows.count)
      return rows.map { Array($0[..<keys.lowerBound]) }
    }

    private func comesBefore(_ row: [Value], _ other: [Value]) throws -> Bool {
      for key in keys {
        let order = try Value.sortingOrder(row[key], other[key])
        if order != 0 { return descending ? order > 0 : order < 0 }
      }
      return false
    }

    private mutating func cut(to count: Int) throws {
      let order = try Sorting.permutation(by: keys.map { key in rows.map { $0[key] } }, descending: descending, monitor)
      rows = order.prefix(count).map { rows[$0] }
    }
  }
}
