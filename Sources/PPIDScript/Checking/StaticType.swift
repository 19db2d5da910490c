/// What is known of a value before running.
indirect enum StaticType: Sendable {
  case any
  case value(ValueType)
  case list(StaticType)
  /// A record with these fields, perhaps among others.
  case record([Column])
  /// A record with just these fields: a table's row, or what a command gives.
  case row([Column])
  case table([Column])

  init(_ shape: ResultShape) {
    switch shape {
    case .nothing: self = .value(.null)
    case .any: self = .any
    case .type(let type): self = .value(type)
    case .table(let columns): self = .table(columns)
    case .record(let fields): self = .row(fields)
    }
  }

  /// What is known of a value that exists.
  init(of value: Value) {
    switch value {
    case .table(let table): self = .table(table.source.columns)
    case .list, .record, .null: self = .any
    default: self = .value(value.type)
    }
  }

  /// Its type, where that is one.
  var type: ValueType? {
    switch self {
    case .any: nil
    case .value(let type): type
    case .list: .list
    case .record, .row: .record
    case .table: .table
    }
  }

  /// The columns of a table, or of a list of records: the row expressions on it read these.
  var columns: [Column]? {
    switch self {
    case .table(let columns): columns
    case .list(.record(let fields)), .list(.row(let fields)): fields
    default: nil
    }
  }

  /// What a loop over it delivers.
  var element: StaticType {
    switch self {
    case .list(let element): element
    case .table(let columns): .row(columns)
    default: .any
    }
  }

  /// The value of a column in some row; it may be `kosong` at any time.
  init(column: Column) {
    self = column.type.map(StaticType.value) ?? .any
  }

  /// What both have in common.
  func joined(with other: StaticType) -> StaticType {
    switch (self, other) {
    case (.value(let left), .value(let right)) where left == right: self
    case (.record(let left), .record(let right)): .record(left.joined(with: right))
    case (.row(let left), .row(let right)) where left == right: self
    default: .any
    }
  }
}

extension [Column] {
  func joined(with other: [Column]) -> [Column] {
    var columns = map { column in
      guard let match = other.first(where: { $0.name == column.name }) else { return column }
      return match.type == column.type ? column : Column(column.name)
    }
    columns += other.filter { column in !contains { $0.name == column.name } }
    return columns
  }

  func column(named name: String) -> Column? { first { $0.name == name } }
}
