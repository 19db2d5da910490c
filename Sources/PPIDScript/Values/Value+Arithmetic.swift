import PPIDValues

/// The operators `+ - * / // %` and the unary `-`. A table takes part in `+` as the list of its rows. With `kosong` on either side all of them give `kosong`.
extension Value {
  /// `left + right`
  package static func + (left: Value, right: Value) throws -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)):
      return try .int(exact(left.addingReportingOverflow(right), .add))
    case (.text, .text), (.list, .list):
      var sum = left
      try sum.add(right)
      return sum
    case (.table(let table), .list), (.table(let table), .table):
      return try .list(table.list()) + right
    case (.list, .table(let table)):
      return try left + .list(table.list())
    default:
      return try number(.add, left, right, +) ?? time(left, adding: right, .add)
    }
  }

  /// `self += right`: appends in place where this is the only owner of a text or list.
  package mutating func add(_ right: Value) throws {
    // `self` lets go of what it holds before anybody asks how many owners that has.
    if case .text(let other) = right, case .text(var own) = self {
      self = .null
      defer { self = .text(own) }
      if !isKnownUniquelyReferenced(&own) { own = own.copy() }
      try own.append(other)
    } else if case .list(let other) = right, case .list(var own) = self {
      self = .null
      defer { self = .list(own) }
      if !isKnownUniquelyReferenced(&own) { own = try own.copy(withRoomFor: other.count) }
      try own.append(contentsOf: other)
    } else {
      self = try self + right
    }
  }

  /// `left - right`
  package static func - (left: Value, right: Value) throws -> Value {
    if case .int(let left) = left, case .int(let right) = right {
      return try .int(exact(left.subtractingReportingOverflow(right), .subtract))
    }
    return try number(.subtract, left, right, -) ?? time(left, subtracting: right)
  }

  /// `left * right`
  package static func * (left: Value, right: Value) throws -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)):
      return try .int(exact(left.multipliedReportingOverflow(by: right), .multiply))
    case (.span(let span), .int(let factor)), (.int(let factor), .span(let span)):
      let product = Int(span.count).multipliedReportingOverflow(by: factor)
      return try .span(span.with(count: exact(product, .multiply), .multiply))
    default:
      return try number(.multiply, left, right, *) ?? mismatch(.multiply, left, right)
    }
  }

  /// `left / right`: always a `pecahan`.
  package static func / (left: Value, right: Value) throws -> Value {
    guard let (left, right) = try doubles(.divide, left, right) else { return .null }
    guard right != 0 else { throw RuntimeProblem.divisionByZero(.divide) }
    return try .double(finite(left / right, .divide))
  }

  /// `left // right`: the greatest whole number that isn't above the exact quotient.
  package static func floorDivide(_ left: Value, _ right: Value) throws -> Value {
    if case .int(let left) = left, case .int(let right) = right {
      guard right != 0 else { throw RuntimeProblem.divisionByZero(.floorDivide) }
      let quotient = try exact(left.dividedReportingOverflow(by: right), .floorDivide)
      let isRoundedUp = left % right != 0 && (left < 0) != (right < 0)
      return .int(isRoundedUp ? quotient - 1 : quotient)
    }
    guard let (left, right) = try doubles(.floorDivide, left, right) else { return .null }
    guard right != 0 else { throw RuntimeProblem.divisionByZero(.floorDivide) }
    let quotient = try finite((left / right).rounded(.down), .floorDivide)
    // From 2^53 on every double is whole, and the nearest one is the answer. Below, rounding may have lifted the quotient to a whole number that it doesn't reach; then the rest, whose sign is exact, has the
    // other sign than the divisor.
    guard quotient.magnitude < 0x1p53 else { return .double(quotient) }
    let rest = left.addingProduct(-quotient, right)
    return .double(rest != 0 && (rest < 0) != (right < 0) ? quotient - 1 : quotient)
  }

  /// `left % right`: what `//` leaves; its sign is that of `right`.
  package static func % (left: Value, right: Value) throws -> Value {
    if case .int(let left) = left, case .int(let right) = right {
      guard right != 0 else { throw RuntimeProblem.divisionByZero(.remainder) }
      // -1 divides everything, but Int.min / -1 would overflow on the way.
      let rest = right == -1 ? 0 : left % right
      return .int(rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest)
    }
    guard let (left, right) = try doubles(.remainder, left, right) else { return .null }
    guard right != 0 else { throw RuntimeProblem.divisionByZero(.remainder) }
    let rest = left.truncatingRemainder(dividingBy: right)
    if rest == 0 { return .double(Double(signOf: right, magnitudeOf: 0)) }
    return .double((rest < 0) != (right < 0) ? rest + right : rest)
  }

  /// `-operand`
  package static prefix func - (operand: Value) throws -> Value {
    switch operand {
    case .null: return .null
    case .int(let number): return try .int(exact((0).subtractingReportingOverflow(number), .subtract))
    case .double(let number): return .double(-number)
    case .span(let span): return try .span(span.with(count: -Int(span.count), .subtract))
    default: throw RuntimeProblem.negation(operand.type)
    }
  }
}

extension Value {
  /// The operation on doubles where a `pecahan` is involved, `kosong` where one is empty; nil for anything but numbers.
  private static func number(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ compute: (Double, Double) -> Double
  ) throws -> Value? {
    switch (left, right) {
    case (.null, _), (_, .null): .null
    case (.double(let left), .double(let right)): try .double(finite(compute(left, right), operation))
    case (.int(let left), .double(let right)): try .double(finite(compute(Double(left), right), operation))
    case (.double(let left), .int(let right)): try .double(finite(compute(left, Double(right)), operation))
    default: nil
    }
  }

  /// Both operands as doubles; nil when one is `kosong`.
  private static func doubles(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws -> (Double, Double)? {
    switch (left, right) {
    case (.null, _), (_, .null): nil
    case (.int(let left), .int(let right)): (Double(left), Double(right))
    case (.int(let left), .double(let right)): (Double(left), right)
    case (.double(let left), .int(let right)): (left, Double(right))
    case (.double(let left), .double(let right)): (left, right)
    default: throw RuntimeProblem.operands(operation, left.type, right.type)
    }
  }

  static func mismatch(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    throw RuntimeProblem.operands(operation, left.type, right.type)
  }

  static func exact(_ result: (partialValue: Int, overflow: Bool), _ operation: BinaryOperator) throws -> Int {
    guard !result.overflow else { throw RuntimeProblem.overflow(operation) }
    return result.partialValue
  }

  private static func finite(_ number: Double, _ operation: BinaryOperator) throws -> Double {
    guard number.isFinite else { throw RuntimeProblem.notFinite(operation) }
    return number
  }
}
