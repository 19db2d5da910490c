/// What a stage works on: rows with columns, or plain values.
enum StageInput {
  case rows(Table)
  /// A list that isn't one of records only. An empty list is here too: it has no columns, and whatever asks for one gets nothing.
  case values(List)

  /// Throws `wrongArgument` for anything but a list or a table.
  init(_ arguments: Arguments) throws {
    switch try arguments.value(0) {
    case .table(let table): self = .rows(table)
    case .list(let list): self = list.table().map(StageInput.rows) ?? .values(list)
    default: throw try arguments.wrong(0, [.table, .list])
    }
  }

  /// The rows of a stage that needs columns; nil for an empty list. Throws `rowsNeeded`.
  func rows(for command: String) throws -> Table? {
    switch self {
    case .rows(let table): return table
    case .values(let list):
      guard let first = list.first(where: { $0.type != .record }) else { return nil }
      throw RuntimeProblem.rowsNeeded(command: command, first.type)
    }
  }
}

extension Table {
  /// The places of these columns, each named once.
  func places(of names: [String]) throws -> [Int] {
    var places: [Int] = []
    for name in names {
      let place = try index(of: name)
      guard !places.contains(place) else { throw RuntimeProblem.duplicateColumn(name) }
      places.append(place)
    }
    return places
  }
}

extension Value {
  /// The empty list, which any stage makes of it.
  static let emptyList = Value.list(List([]))
}
