import PPIDValues

/// Reading a table's rows.
extension Table {
  package var columns: [Column] { source.columns }

  /// A pass over the rows with all their columns.
  package func rows() throws -> any RowCursor {
    try source.rows(reading: Array(columns.indices))
  }

  /// A pass over the rows as records.
  package func records() throws -> RecordCursor {
    try RecordCursor(source)
  }

  /// The place of the column of that name; throws `unknownColumn`.
  package func index(of name: String) throws -> Int {
    guard let index = source.index(of: name) else { throw RuntimeProblem.unknown(name, in: columns) }
    return index
  }

  /// All rows, as a list of records; the monitor, where there is one, may stop it.
  package func list(_ monitor: (any Monitor)? = nil) throws -> List {
    if let rows = source as? ListTable { return List((0..<rows.count).map { .record(rows[$0]) }) }
    var pace = monitor.map(Pace.init)
    let records = try records()
    var elements: [Value] = []
    while let record = try records.next() {
      try pace?.step()
      guard elements.count < List.largestCount else { throw RuntimeProblem.tooLarge(.list) }
      elements.append(.record(record))
    }
    return List(elements)
  }

  /// All values of one column, in the order of the rows.
  package func column(_ name: String) throws -> List {
    let cursor = try source.rows(reading: [index(of: name)])
    var row: [Value] = []
    var elements: [Value] = []
    while try cursor.next(&row) {
      guard elements.count < List.largestCount else { throw RuntimeProblem.tooLarge(.list) }
      elements.append(row[0])
    }
    return List(elements)
  }

  /// How many rows there are now.
  package func count() throws -> Int {
    if let rows = source as? ListTable { return rows.count }
    if let counted = source.question(for: Aggregate.Function.count.rawValue, of: nil) {
      var row: [Value] = []
      if try counted.rows(reading: [0]).next(&row), case .int(let count) = row[0] { return count }
    }
    let cursor = try source.rows(reading: [])
    var row: [Value] = []
    var count = 0
    while try cursor.next(&row) { count += 1 }
    return count
  }

  /// The row at `index`, counted from 0, or from the end when negative; throws `indexOutOfRange`.
  package func row(at index: Int) throws -> Value {
    if let rows = source as? ListTable {
      guard index < rows.count, index >= -rows.count else {
        throw RuntimeProblem.indexOutOfRange(index, count: rows.count)
      }
      return .record(rows[index < 0 ? rows.count + index : index])
    }
    if index < 0 {
      let list = try list()
      guard index >= -list.count else { throw RuntimeProblem.indexOutOfRange(index, count: list.count) }
      return list[list.count + index]
    }
    let records = try records()
    var passed = 0
    while let record = try records.next() {
      if passed == index { return .record(record) }
      passed += 1
    }
    throw RuntimeProblem.indexOutOfRange(index, count: passed)
  }
}

extension TableSource {
  /// The question whose answer is all that a stage asks of this source to make one value of it; nil where the stage works above.
  func question(for stage: String, of column: String?) -> (any TableSource)? {
    switch stage {
    case "pertama": return pushing(.limit(1))
    case "terakhir": return pushing(.reverse)?.pushing(.limit(1))
    default:
      guard let function = Aggregate.Function(rawValue: stage) else { return nil }
      let place = column.flatMap { index(of: $0) }
      guard (place == nil) == (function == .count) else { return nil }
      return pushing(.group(keys: [], [Aggregate(name: stage, function: function, column: place)]))
    }
  }

  /// The place of the column of that name.
  package func index(of name: String) -> Int? {
    columns.firstIndex { $0.name.hasSameBytes(as: name) }
  }
}

/// One pass over rows as records, all of one shape.
package final class RecordCursor {
  private let cursor: any RowCursor
  private let shape: Shape
  private var row: [Value] = []

  package init(_ source: any TableSource) throws {
    let columns = source.columns
    shape = Shape.of(columns.lazy.map(\.name))
    cursor = try source.rows(reading: Array(columns.indices))
  }

  /// The next row; nil after the last.
  package func next() throws -> Record? {
    guard try cursor.next(&row) else { return nil }
    return Record(shape, row)
  }
}
