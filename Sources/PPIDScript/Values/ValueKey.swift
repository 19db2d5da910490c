import PPIDValues

/// A value as a key of a dictionary: equal where `==` is, hashed by what it is (1 like 1.0, records whatever the order of their
/// fields). Tables inside must have been read into lists (`Value.withoutTables`); here each equals only itself.
package struct ValueKey: Hashable, Sendable {
  package let value: Value
  /// Kept, because a growing dictionary asks again and again.
  private let hash: Int

  package init(_ value: Value) {
    self.value = value
    var hasher = Hasher()
    value.hash(into: &hasher)
    hash = hasher.finalize()
  }

  /// The values of a row as one key, with the tables in them read.
  init(of row: some Collection<Value>) throws {
    try self.init(row.count == 1 ? row.first!.withoutTables() : .list(List(row.map { try $0.withoutTables() })))
  }

  package static func == (left: ValueKey, right: ValueKey) -> Bool {
    left.hash == right.hash && Value.areEqualKeys(left.value, right.value)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }
}

extension Value {
  fileprivate static func areEqualKeys(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.list(let left), .list(let right)):
      if left === right { return true }
      if let left = left.range, let right = right.range { return left == right }
      guard left.count == right.count else { return false }
      for index in 0..<left.count where !areEqualKeys(left[index], right[index]) { return false }
      return true
    case (.record(let left), .record(let right)):
      if left === right { return true }
      return left.count == right.count
        && zip(left.names, left.values).allSatisfy { name, value in
          right[name].map { areEqualKeys($0, value) } ?? false
        }
    default:
      return equalPlain(left, right)
    }
  }

  fileprivate func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool)
    case .int(let number): hasher.combine(number)
    case .double(let number):
      if let whole = Int(exactly: number) { hasher.combine(whole) } else { hasher.combine(number) }
    case .date(let date): hasher.combine(date)
    case .time(let time): hasher.combine(time)
    case .period(let period): hasher.combine(period)
    case .span(let span): hasher.combine(span)
    case .text(let text): hasher.combine(text)
    case .list(let list):
      // A long list by its length and first elements: a range of any length is hashed at once.
      hasher.combine(list.count)
      for index in 0..<min(list.count, 64) { list[index].hash(into: &hasher) }
    case .record(let record):
      var sum = 0
      for (name, value) in zip(record.names, record.values) {
        var field = Hasher()
        field.combine(ExactString(name))
        value.hash(into: &field)
        sum &+= field.finalize()
      }
      hasher.combine(sum)
    case .table(let table): hasher.combine(ObjectIdentifier(table))
    }
  }

  /// The same value with every table in it, at any depth, read into a list: what equality and order look at. Throws `tooLarge` for a
  /// value that holds too many others to look at.
  package func withoutTables() throws -> Value {
    guard weight <= Extent.greatestWalk else { throw RuntimeProblem.tooLarge(type) }
    switch self {
    case .table, .list, .record:
      var pace = Pace()
      return try withoutTables(&pace)
    default: return self
    }
  }

  private func withoutTables(_ pace: inout Pace) throws -> Value {
    try pace.step()
    switch self {
    case .table(let table):
      return try .list(table.list())
    case .list(let list) where list.depth > 1:
      return try .list(List(list.map { try $0.withoutTables(&pace) }))
    case .record(let record) where record.depth > 1:
      return try .record(Record(record.shape, record.values.map { try $0.withoutTables(&pace) }))
    default:
      return self
    }
  }
}
