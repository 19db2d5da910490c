/// `kelompok`: one row a key, in the order of the keys, with aggregates over the rows that have it; without keys one row.
final class GroupedTable: NestingSource {
  let columns: [Column]
  private let base: any TableSource
  private let keys: [Int]
  private let aggregates: [Aggregate]
  private let monitor: any Monitor

  init(_ base: any TableSource, by keys: [Int], _ aggregates: [Aggregate], _ monitor: any Monitor) {
    self.base = base
    self.keys = keys
    self.aggregates = aggregates
    self.monitor = monitor
    columns = keys.map { base.columns[$0] } + aggregates.map { $0.resultColumn(in: base.columns) }
  }

  var depth: Int { base.depthAsStage }

  var plan: [PlanStep] {
    let parts =
      keys.map { base.columns[$0].name }
      + aggregates.map { aggregate in
        let column = aggregate.column.map { base.columns[$0].name } ?? ""
        return "\(aggregate.name) = \(aggregate.function.rawValue)(\(column))"
      }
    return base.plan + [PlanStep(.above, "kelompok " + parts.joined(separator: " "))]
  }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    let groups = try groups()
    var pace = Pace(monitor)
    return BufferedRows(
      try groups.map { group in
        try pace.step()
        return try columns.map { try $0 < keys.count ? group.key[$0] : group.accumulators[$0 - keys.count].result }
      })
  }

  private struct Group {
    let key: [Value]
    var accumulators: [Accumulator]
  }

  private func groups() throws -> [Group] {
    let fresh = aggregates.map { Accumulator($0.function) }
    var groups = keys.isEmpty ? [Group(key: [], accumulators: fresh)] : []
    var places: [ValueKey: Int] = [:]
    if keys.isEmpty { places[try ValueKey(of: [])] = 0 }
    var pace = Pace(monitor)
    // The row holds the keys, then the aggregated columns; a `hitung()` reads nothing.
    let cursor = try base.rows(reading: keys + aggregates.compactMap(\.column))
    var row: [Value] = []
    while try cursor.next(&row) {
      try pace.step()
      let key = try ValueKey(of: row[..<keys.count])
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(Group(key: Array(row[..<keys.count]), accumulators: fresh))
      }
      var next = keys.count
      for (index, aggregate) in aggregates.enumerated() {
        if aggregate.column == nil {
          groups[place].accumulators[index].addRow()
        } else {
          try groups[place].accumulators[index].add(row[next])
          next += 1
        }
      }
    }
    try groups.sort { left, right in
      try pace.step()
      for (left, right) in zip(left.key, right.key) {
        let order = try Value.sortingOrder(left, right)
        if order != 0 { return order < 0 }
      }
      return false
    }
    return groups
  }
}

extension Aggregate {
  /// The column that this makes of a table with these columns.
  func resultColumn(in columns: [Column]) -> Column {
    switch function {
    case .count: Column(name, .int)
    case .average: Column(name, .double)
    case .sum, .maximum, .minimum: Column(name, column.flatMap { columns[$0].type })
    }
  }
}

/// One aggregate over values as they come; `kosong` is passed over.
struct Accumulator {
  private let function: Aggregate.Function
  private var count = 0
  private var value = Value.null

  init(_ function: Aggregate.Function) {
    self.function = function
  }

  /// A row as such, for `hitung()`.
  mutating func addRow() {
    count += 1
  }

  mutating func add(_ next: Value) throws {
    if next.isNull { return }
    count += 1
    switch function {
    case .count: break
    case .sum, .average:
      switch next {
      case .int, .double: break
      case .span where function == .sum: break
      default: throw RuntimeProblem.notAddable(command: function.rawValue, next.type)
      }
      value = try value.isNull ? next : value + next
    case .maximum:
      if try value.isNull || Value.order(next, value) > 0 { value = next }
    case .minimum:
      if try value.isNull || Value.order(next, value) < 0 { value = next }
    }
  }

  /// What came out: `jumlah` of nothing is 0, the others are `kosong`.
  var result: Value {
    get throws {
      switch function {
      case .count: .int(count)
      case .sum: value.isNull ? .int(0) : value
      case .average: try value / .int(count)
      case .maximum, .minimum: value
      }
    }
  }
}
