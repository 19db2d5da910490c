/// Rows in memory: a list of records, all of whose fields are columns, in order of appearance; gaps read as `kosong`.
final class ListTable: NestingSource {
  let columns: [Column]
  let depth: Int
  let plan: [PlanStep]
  private let records: [Record]
  /// The shape of a record with all columns.
  private let shape: Shape

  init(_ records: [Record]) {
    self.records = records
    var shape = Shape.empty
    var seen: Shape?
    var depth = 0
    for record in records {
      depth = max(depth, record.depth)
      if record.shape === seen { continue }
      for name in record.names where shape.index(of: name) == nil { Shape.append(name, to: &shape) }
      seen = record.shape
    }
    columns = shape.names.map { Column($0) }
    self.shape = shape
    self.depth = depth
    plan = [PlanStep(.above, "daftar (\(records.count))")]
  }

  /// The rows of `other` in another order.
  private init(_ other: ListTable, order: [Int], plan: [PlanStep]) {
    records = order.map { other.records[$0] }
    columns = other.columns
    shape = other.shape
    depth = other.depth
    self.plan = plan
  }

  /// The rows that `source` has now.
  init(reading source: any TableSource) throws {
    let cursor = try RecordCursor(source)
    var records: [Record] = []
    var depth = 0
    while let record = try cursor.next() {
      guard records.count < List.largestCount else { throw RuntimeProblem.tooLarge(.table) }
      depth = max(depth, record.depth)
      records.append(record)
    }
    self.records = records
    columns = source.columns
    shape = records.first?.shape ?? .empty
    self.depth = depth
    plan = source.plan
  }

  var count: Int { records.count }

  /// The row at `index` with all columns.
  subscript(index: Int) -> Record {
    let record = records[index]
    if record.shape === shape { return record }
    return Record(shape, shape.names.map { record[$0] ?? .null })
  }

  /// What `stage`, an order of this table by the columns `keys`, delivers.
  func ordered(by keys: [Int], descending: Bool, as stage: OrderedTable, _ monitor: any Monitor) throws -> ListTable {
    let values = keys.map { key in records.map { $0[columns[key].name] ?? .null } }
    let order = try Sorting.permutation(by: values, descending: descending, monitor)
    return ListTable(self, order: order, plan: stage.plan)
  }

  func rows(reading columns: [Int]) -> any RowCursor {
    Cursor(records, columns.map { self.columns[$0].name })
  }

  private final class Cursor: RowCursor {
    private let records: [Record]
    private let names: [String]
    private var position = 0
    /// Where the names stand in the shape of the last record.
    private var places: [Int?] = []
    private var shapeOfPlaces: Shape?
    private var pace: Pace

    init(_ records: [Record], _ names: [String]) {
      self.records = records
      self.names = names
      pace = Pace(for: records.count)
    }

    func next(_ row: inout [Value]) throws -> Bool {
      try pace.step()
      guard position < records.count else { return false }
      let record = records[position]
      position += 1
      if record.shape !== shapeOfPlaces {
        shapeOfPlaces = record.shape
        places = names.map { record.shape.index(of: $0) }
      }
      row.removeAll(keepingCapacity: true)
      for place in places { row.append(place.map { record.values[$0] } ?? .null) }
      return true
    }
  }
}

extension List {
  /// This list as a table; nil where an element is no record, and for an empty list, which knows no columns.
  package func table() -> Table? {
    guard range == nil, !isEmpty else { return nil }
    var records: [Record] = []
    records.reserveCapacity(count)
    for element in self {
      guard case .record(let record) = element else { return nil }
      records.append(record)
    }
    return Table(ListTable(records))
  }

  /// This list as a table, for reading its column `name`.
  func table(named name: String) throws -> Table {
    guard let table = table() else { throw RuntimeProblem.noFields(.list, name) }
    return table
  }
}
