import PPIDScript

/// A value as rows with named columns: a table, a list of records, one record, or the elements of a list.
struct OutputRows {
  let names: [String]
  /// Whether the elements of a list of plain values stand in the one column.
  let isPlain: Bool
  private let read: () throws -> [Value]?

  /// Nil for a value that isn't made of others.
  init?(_ value: Value) throws {
    switch value {
    case .table(let table): try self.init(table)
    case .list(let list):
      if let table = list.table() {
        try self.init(table)
      } else {
        var elements = list.makeIterator()
        var pace = Pace(for: list.count)
        self.init(names: list.isEmpty ? [] : ["nilai"], isPlain: true) {
          try pace.step()
          return elements.next().map { [$0] }
        }
      }
    case .record(let record):
      var rest: [Value]? = record.values
      self.init(names: record.names, isPlain: false) {
        defer { rest = nil }
        return rest
      }
    default: return nil
    }
  }

  private init(_ table: Table) throws {
    let cursor = try table.rows()
    var row: [Value] = []
    self.init(names: table.columns.map(\.name), isPlain: false) { try cursor.next(&row) ? row : nil }
  }

  private init(names: [String], isPlain: Bool, read: @escaping () throws -> [Value]?) {
    self.names = names
    self.isPlain = isPlain
    self.read = read
  }

  /// The next row's values, as many as there are names; nil after the last.
  func next() throws -> [Value]? { try read() }
}
