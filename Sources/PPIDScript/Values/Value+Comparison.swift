import PPIDValues

/// Equality, which is known for any two values, and order, which only values of one kind have.
extension Value {
  /// `left == right`; throws only where a table has to be read for it and can't be, or where there is too much to compare.
  package static func equal(_ left: Value, _ right: Value) throws -> Bool {
    guard left.depth > 0, right.depth > 0 else { return equalPlain(left, right) }
    var pace = Pace()
    return try equal(left, right, &pace)
  }

  private static func equal(_ left: Value, _ right: Value, _ pace: inout Pace) throws -> Bool {
    try pace.step()
    return switch (left, right) {
    case (.table(let table), .table(let other)) where table === other: true
    case (.table(let table), .table(let other)): try equal(.list(table.list()), .list(other.list()), &pace)
    case (.table(let table), .list): try equal(.list(table.list()), right, &pace)
    case (.list, .table(let table)): try equal(left, .list(table.list()), &pace)
    case (.list(let left), .list(let right)): try equalElements(left, right, &pace)
    case (.record(let left), .record(let right)): try equalFields(left, right, &pace)
    default: equalPlain(left, right)
    }
  }

  /// Whether `left` comes before (negative), with (0) or after (positive) `right`, as `<` sees it. Throws for values that have no
  /// order: daftar, rekaman, tabel, values of different types, and `kosong`.
  package static func order(_ left: Value, _ right: Value, _ operation: BinaryOperator = .less) throws -> Int {
    switch (left, right) {
    case (.int(let left), .int(let right)): return compare(left, right)
    case (.double(let left), .double(let right)): return compare(left, right)
    case (.int(let left), .double(let right)): return compareExactly(left, right)
    case (.double(let left), .int(let right)): return -compareExactly(right, left)
    case (.text(let left), .text(let right)): return left.string.compareBytes(with: right.string)
    case (.date(let left), .date(let right)): return compare(left, right)
    case (.time(let left), .time(let right)): return compare(left, right)
    case (.period(let left), .period(let right)): return compare(left, right)
    case (.bool(let left), .bool(let right)): return (left ? 1 : 0) - (right ? 1 : 0)
    case (.span(let left), .span(let right)):
      guard left.kind == right.kind else { throw RuntimeProblem.spanKinds(operation, left, right) }
      return compare(left.count, right.count)
    default: throw RuntimeProblem.operands(operation, left.type, right.type)
    }
  }

  /// The order of `urutkan` and `kelompok`: like `order`, with `kosong` before everything else.
  package static func sortingOrder(_ left: Value, _ right: Value) throws -> Int {
    switch (left, right) {
    case (.null, .null): return 0
    case (.null, _): return -1
    case (_, .null): return 1
    default: return try order(left, right)
    }
  }

  /// `left < right`, `<=`, `>` or `>=`: `salah` when one is `kosong`.
  package static func compare(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Bool {
    if left.isNull || right.isNull { return false }
    let order = try order(left, right, operation)
    return switch operation {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }

  package var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// Equality of all values but lists, records and tables, of which each is equal only to itself here.
  static func equalPlain(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.int(let left), .double(let right)): compareExactly(left, right) == 0
    case (.double(let left), .int(let right)): compareExactly(right, left) == 0
    case (.date(let left), .date(let right)): left == right
    case (.time(let left), .time(let right)): left == right
    case (.period(let left), .period(let right)): left == right
    case (.span(let left), .span(let right)): left == right
    case (.text(let left), .text(let right)): left == right
    case (.list(let left), .list(let right)): left === right
    case (.record(let left), .record(let right)): left === right
    case (.table(let left), .table(let right)): left === right
    default: false
    }
  }

  private static func equalElements(_ left: List, _ right: List, _ pace: inout Pace) throws -> Bool {
    guard left !== right else { return true }
    guard left.count == right.count else { return false }
    if left.isEmpty { return true }
    if let left = left.range, let right = right.range { return left == right }
    guard min(left.weight, right.weight) <= Extent.greatestWalk else { throw RuntimeProblem.tooLarge(.list) }
    for (left, right) in zip(left, right) where try !equal(left, right, &pace) { return false }
    return true
  }

  private static func equalFields(_ left: Record, _ right: Record, _ pace: inout Pace) throws -> Bool {
    guard left !== right else { return true }
    guard left.count == right.count else { return false }
    guard min(left.weight, right.weight) <= Extent.greatestWalk else { throw RuntimeProblem.tooLarge(.record) }
    if left.shape === right.shape {
      for (left, right) in zip(left.values, right.values) where try !equal(left, right, &pace) { return false }
      return true
    }
    for (name, value) in zip(left.names, left.values) {
      guard let other = right[name], try equal(value, other, &pace) else { return false }
    }
    return true
  }

  @inline(__always)
  private static func compare<Key: Comparable>(_ left: Key, _ right: Key) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  /// The order of a whole number and a finite double as numbers, without rounding either.
  static func compareExactly(_ left: Int, _ right: Double) -> Int {
    // 2^63 is the first double above every Int, -2^63 the least Int itself.
    if right >= 0x1p63 { return -1 }
    if right < -0x1p63 { return 1 }
    let whole = Int(right)
    if left != whole { return left < whole ? -1 : 1 }
    let fraction = right - Double(whole)
    return fraction > 0 ? -1 : fraction < 0 ? 1 : 0
  }
}
