/// How deeply values nest. Whatever walks through a value calls itself once a level, so the depth is bounded where values are built.
extension Value {
  /// The deepest that lists, records and tables may nest.
  package static let greatestDepth = 1000

  /// 0 for plain values; else one more than the deepest value inside.
  package var depth: Int {
    switch self {
    case .list(let list): list.depth
    case .record(let record): record.depth
    case .table(let table): table.depth
    default: 0
    }
  }

  /// A `daftar` of these values, as a list literal builds it.
  package static func list(of elements: [Value]) throws -> Value {
    let list = List(elements)
    guard list.depth <= greatestDepth else { throw RuntimeProblem.tooDeep }
    return .list(list)
  }

  /// A `rekaman` of these fields, as a record literal builds it.
  package static func record(_ shape: Shape, _ values: [Value]) throws -> Value {
    let record = Record(shape, values)
    guard record.depth <= greatestDepth else { throw RuntimeProblem.tooDeep }
    return .record(record)
  }
}
