/// How deeply values nest, and how many they hold. Whatever walks through a value calls itself once a level, so the depth is bounded where values are built.
/// One list may stand in another many times, so that few lists in memory hold more values than anybody could count: that is bounded
/// where all of them would be walked through.
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

  /// How many values a walk through this one would meet, with it; at most `Extent.uncountable`. A table counts as one.
  var weight: Int {
    switch self {
    case .list(let list): list.weight
    case .record(let record): record.weight
    default: 1
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

/// The depth and the weight of values together.
struct Extent {
  /// The greatest depth among them.
  private(set) var depth = 0
  /// The sum of their weights.
  private(set) var weight = 0

  /// The most values that a comparison meets.
  static let greatestWalk = 1 << 27
  /// Stands for any larger weight.
  static let uncountable = 1 << 60

  init() {}

  init(_ values: some Sequence<Value>) {
    for value in values { add(value) }
  }

  mutating func add(_ value: Value) {
    depth = max(depth, value.depth)
    weight = min(weight + value.weight, Extent.uncountable)
  }

  mutating func add(_ other: Extent) {
    depth = max(depth, other.depth)
    weight = min(weight + other.weight, Extent.uncountable)
  }

  /// One of the values was replaced. The depth stays where a shallower one came: it is a bound.
  mutating func replace(weight old: Int, by value: Value) {
    weight -= min(old, weight)
    add(value)
  }
}
