/// The stages, each on the source itself where that can answer it with the same result, else above it. Columns are places in `columns`.
extension Table {
  package func filtered(by function: RowFunction, _ monitor: any Monitor) throws -> Table {
    guard let expression = try function.expression(in: source) else {
      return try above(FilteredTable(source, function, monitor))
    }
    if let pushed = source.pushing(.filter(expression)) { return Table(pushed) }
    // The source may still take the front of `a dan b dan c`: rows that it drops would never have got to the rest.
    var front = expression
    while case .binary(.and, let left, _) = front {
      if let pushed = source.pushing(.filter(left)) {
        return try Table(above: FilteredTable(pushed, function, monitor))
      }
      front = left
    }
    return try above(FilteredTable(source, function, monitor))
  }

  package func extended(_ name: String, _ function: RowFunction, _ monitor: any Monitor) throws -> Table {
    let pushed = try function.expression(in: source).flatMap { source.pushing(.extend(name: name, $0)) }
    return try pushed.map(Table.init) ?? above(ExtendedTable(source, name, function, monitor))
  }

  package func ordered(by keys: [Int], descending: Bool, _ monitor: any Monitor) throws -> Table {
    if let pushed = pushed(.order(keys, descending: descending)) { return pushed }
    let stage = OrderedTable(source, by: keys, descending: descending, monitor)
    // Rows in memory only change places.
    guard let rows = source as? ListTable else { return try above(stage) }
    return try Table(rows.ordered(by: keys, descending: descending, as: stage, monitor))
  }

  package func projected(to places: [Int]) throws -> Table {
    try pushed(.project(places)) ?? above(ProjectedTable(source, places))
  }

  package func limited(to count: Int, _ monitor: any Monitor) throws -> Table {
    try pushed(.limit(count)) ?? above(LimitedTable(source, limit: count, monitor))
  }

  package func skipping(_ count: Int, _ monitor: any Monitor) throws -> Table {
    try pushed(.skip(count)) ?? above(LimitedTable(source, skipping: count, monitor))
  }

  package func reversed(_ monitor: any Monitor) throws -> Table {
    try pushed(.reverse) ?? above(ReversedTable(source, monitor))
  }

  package func distinct(_ monitor: any Monitor) throws -> Table {
    try pushed(.distinct) ?? above(DistinctTable(source, monitor))
  }

  package func grouped(by keys: [Int], _ aggregates: [Aggregate], _ monitor: any Monitor) throws -> Table {
    try pushed(.group(keys: keys, aggregates)) ?? above(GroupedTable(source, by: keys, aggregates, monitor))
  }

  /// With the rows of `other` that have equal values in the columns of these names.
  package func joined(with other: Table, on names: [String], _ monitor: any Monitor) throws -> Table {
    let keys = try names.map(index(of:))
    let otherKeys = try names.map(other.index(of:))
    return try pushed(.join(other.source, on: keys))
      ?? above(JoinedTable(source, other.source, on: keys, otherKeys, monitor))
  }

  private func pushed(_ stage: TableStage) -> Table? {
    source.pushing(stage).map(Table.init)
  }

  /// The stage above the source; at once where the rows are in memory, so that it is worked out only once.
  private func above(_ stage: some NestingSource) throws -> Table {
    try source is ListTable ? Table(ListTable(reading: stage)) : Table(above: stage)
  }

  /// A table above others; throws `tooDeep` where too many lie on each other.
  private convenience init(above stage: some NestingSource) throws {
    self.init(stage)
    guard depth <= Value.greatestDepth else { throw RuntimeProblem.tooDeep }
  }
}
