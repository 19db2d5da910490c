import PPIDValues

/// The operators `di`, `cocok` and `..`, and `dan` and `atau` on values that are there already.
extension Value {
  /// `self di container`: an element of a list, a part of a text, a day of a period, a row of a table. `salah` when one is
  /// `kosong`.
  package func isIn(_ container: Value) throws -> Bool {
    switch (self, container) {
    case (.null, _), (_, .null): return false
    case (.int(let number), .list(let list)) where list.range != nil: return list.range!.contains(number)
    case (.double(let number), .list(let list)) where list.range != nil:
      return Int(exactly: number).map(list.range!.contains) ?? false
    case (_, .list(let list)): return try isElement(of: list)
    case (_, .table(let table)): return try isElement(of: table.list())
    case (.text(let part), .text(let whole)): return try whole.contains(part)
    case (.date(let date), .period(let period)): return period.contains(date)
    case (.time(let time), .period(let period)): return period.contains(time.date)
    case (.period(let part), .period(let period)): return period.contains(part)
    default: throw RuntimeProblem.operands(.isIn, type, container.type)
    }
  }

  private func isElement(of list: List) throws -> Bool {
    var pace = Pace(for: list.count)
    return try list.contains { element in
      try pace.step()
      return try Value.equal(self, element)
    }
  }

  /// `self cocok pattern`
  package func matches(_ pattern: Value) throws -> Bool {
    switch (self, pattern) {
    case (.null, _), (_, .null): false
    case (.text(let text), .text(let pattern)): try Glob.matches(text, pattern)
    default: throw RuntimeProblem.operands(.matches, type, pattern.type)
    }
  }

  /// `lower..upper`: both ends; empty when falling.
  package static func range(_ lower: Value, _ upper: Value) throws -> Value {
    guard case .int(let first) = lower, case .int(let last) = upper else {
      throw RuntimeProblem.operands(.range, lower.type, upper.type)
    }
    guard first <= last else { return .list(List([])) }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, distance < Int.max else { throw RuntimeProblem.overflow(.range) }
    return .list(List(first...last))
  }

  /// The result of a binary operator on two values. `dan` and `atau` want both to be `logika`; that the right one isn't looked at
  /// where the left one decides is the caller's part.
  package static func apply(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    switch operation {
    case .or:
      let left = try left.condition()
      let right = try right.condition()
      return .bool(left || right)
    case .and:
      let left = try left.condition()
      let right = try right.condition()
      return .bool(left && right)
    case .equal: return try .bool(equal(left, right))
    case .notEqual: return try .bool(!equal(left, right))
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return try .bool(compare(operation, left, right))
    case .isIn: return try .bool(left.isIn(right))
    case .matches: return try .bool(left.matches(right))
    case .range: return try range(left, right)
    case .add: return try left + right
    case .subtract: return try left - right
    case .multiply: return try left * right
    case .divide: return try left / right
    case .floorDivide: return try floorDivide(left, right)
    case .remainder: return try left % right
    }
  }

  /// This value as a condition or an operand of `dan`, `atau`, `bukan`; throws unless it is `logika`.
  package func condition() throws -> Bool {
    guard case .bool(let bool) = self else { throw RuntimeProblem.notLogical(type) }
    return bool
  }
}
