/// Runs a row expression over the rows of a pass that also has to deliver other columns.
struct RowEvaluation {
  /// What to read from the table: the wanted columns, then those that only the expression needs.
  let reading: [Int]

  private let function: RowFunction
  private let wantedCount: Int
  /// Where in a row that was read the expression's columns stand.
  private let places: [Int]
  /// Where the columns of `$it` stand, and their names.
  private let rowPlaces: [Int]
  private let rowShape: Shape
  private var arguments: [Value] = []

  /// Throws `unknownColumn` where the expression names a column that the table hasn't.
  init(_ function: RowFunction, wanted: [Int], of source: any TableSource) throws {
    self.function = function
    let rowColumns = function.takesRow ? Array(source.columns.indices) : []
    let needed = try function.columns(in: source) + rowColumns
    var reading = wanted
    var placeOfColumn: [Int: Int] = [:]
    for (place, column) in wanted.enumerated() { placeOfColumn[column] = place }
    for column in needed where placeOfColumn[column] == nil {
      placeOfColumn[column] = reading.count
      reading.append(column)
    }
    let allPlaces = needed.map { placeOfColumn[$0]! }
    self.reading = reading
    wantedCount = wanted.count
    places = Array(allPlaces.prefix(function.columns.count))
    rowPlaces = Array(allPlaces.dropFirst(function.columns.count))
    rowShape = Shape.of(rowColumns.lazy.map { source.columns[$0].name })
  }

  /// The expression's value for a row that was read.
  mutating func value(for row: [Value]) throws -> Value {
    arguments.removeAll(keepingCapacity: true)
    for place in places { arguments.append(row[place]) }
    if function.takesRow { arguments.append(.record(Record(rowShape, rowPlaces.map { row[$0] }))) }
    return try function.evaluate(arguments)
  }

  /// Leaves only the wanted columns in a row that was read.
  func trim(_ row: inout [Value]) {
    row.removeLast(row.count - wantedCount)
  }
}

extension RowFunction {
  /// The places of the expression's columns in `source`; throws `unknownColumn`.
  func columns(in source: any TableSource) throws -> [Int] {
    try columns.map { name in
      guard let index = source.index(of: name) else { throw RuntimeProblem.unknown(name, in: source.columns) }
      return index
    }
  }

  /// The expression with the columns of `source`; nil where it can't be said to a source.
  func expression(in source: any TableSource) throws -> RowExpression? {
    let places = try columns(in: source)
    return takesRow ? nil : expression?.renumbered(places)
  }
}

extension RowExpression {
  /// The same expression with `places[i]` for column i.
  func renumbered(_ places: [Int]) -> RowExpression {
    switch self {
    case .column(let index): .column(places[index])
    case .constant: self
    case .not(let operand): .not(operand.renumbered(places))
    case .negate(let operand): .negate(operand.renumbered(places))
    case .binary(let operation, let left, let right):
      .binary(operation, left.renumbered(places), right.renumbered(places))
    case .list(let elements): .list(elements.map { $0.renumbered(places) })
    }
  }
}
