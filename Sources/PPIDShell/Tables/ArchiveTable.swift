import PPIDEngine
import PPIDScript
import PPIDValues

/// A table of the archive as the language sees it: a question that grows with each stage and is asked when rows are read.
final class ArchiveTable: TableSource, @unchecked Sendable {
  private let engine: Engine
  private let relation: Relation

  init(_ engine: Engine, _ relation: Relation) {
    self.engine = engine
    self.relation = relation
  }

  var columns: [Column] { relation.columns.map { Column($0.name, $0.type.valueType) } }

  var plan: [PlanStep] { [PlanStep(.store, engine.statement(of: relation))] }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    try Failure.wording { Cursor(try engine.rows(of: relation, reading: columns), columns.map { relation.columns[$0].type }) }
  }

  func pushing(_ stage: TableStage) -> (any TableSource)? {
    pushed(stage).map { ArchiveTable(engine, $0) }
  }

  private func pushed(_ stage: TableStage) -> Relation? {
    switch stage {
    case .filter(let expression):
      RelationCondition(relation.columns.map(\.type)).condition(expression).flatMap(relation.filtered)
    case .order(let keys, let descending): relation.ordered(by: keys, descending: descending)
    case .project(let chosen): relation.projected(to: chosen)
    case .limit(let count): relation.limited(to: count)
    case .skip(let count): relation.skipping(count)
    case .reverse: relation.reversed()
    case .group(let keys, let aggregates): grouped(by: keys, aggregates)
    case .extend(let name, let expression): extended(by: name, expression)
    case .distinct: relation.distinct()
    case .join(let other, let keys): joined(with: other, on: keys)
    }
  }

  private func extended(by name: String, _ expression: RowExpression) -> Relation? {
    switch expression {
    case .column(let column): relation.extended(by: name, .column(column))
    // Sums of numbers so large could pass 64 bits; then it matters which of them are worked out, and in what order.
    case .constant(.int(let number)) where number.magnitude > 1 << 31: nil
    case .constant(let value): FieldValue(value).flatMap { relation.extended(by: name, .constant($0)) }
    default: RelationCondition(relation.columns.map(\.type)).condition(expression).flatMap { relation.extended(by: name, .condition($0)) }
    }
  }

  private func joined(with other: any TableSource, on keys: [Int]) -> Relation? {
    guard let other = other as? ArchiveTable, other.engine === engine else { return nil }
    var pairs: [(Int, Int)] = []
    for key in keys {
      guard let place = other.relation.columns.firstIndex(where: { $0.name == relation.columns[key].name }) else { return nil }
      pairs.append((key, place))
    }
    return relation.joined(with: other.relation, on: pairs)
  }

  private func grouped(by keys: [Int], _ aggregates: [Aggregate]) -> Relation? {
    var list: [(name: String, Relation.Aggregation)] = []
    for aggregate in aggregates {
      switch (aggregate.function, aggregate.column) {
      case (.count, _): list.append((aggregate.name, .count))
      case (.sum, let column?): list.append((aggregate.name, .sum(column)))
      case (.maximum, let column?): list.append((aggregate.name, .maximum(column)))
      case (.minimum, let column?): list.append((aggregate.name, .minimum(column)))
      default: return nil
      }
    }
    return relation.grouped(by: keys, list)
  }

  private final class Cursor: RowCursor {
    private let cursor: RelationCursor
    private let types: [FieldType]
    private var fields: [FieldValue] = []

    init(_ cursor: RelationCursor, _ types: [FieldType]) {
      self.cursor = cursor
      self.types = types
    }

    func next(_ row: inout [Value]) throws -> Bool {
      guard try Failure.wording({ try cursor.next(&fields) }) else { return false }
      row.removeAll(keepingCapacity: true)
      for (field, type) in zip(fields, types) { row.append(Value(field, type)) }
      return true
    }
  }
}

/// Says a row expression as the store's condition, where the store answers as the language does.
private struct RelationCondition {
  /// A longer list is compared above: a statement takes only so many values.
  private static let longestList = 200

  private let types: [FieldType]

  init(_ types: [FieldType]) {
    self.types = types
  }

  func condition(_ expression: RowExpression) -> Relation.Condition? {
    switch expression {
    case .constant(.bool(let value)): return value ? .all([]) : .any([])
    case .not(let inner): return condition(inner).map(Relation.Condition.not)
    case .binary(.and, let left, let right): return both(left, right).map { .all($0) }
    case .binary(.or, let left, let right): return both(left, right).map { .any($0) }
    case .binary(.isIn, let left, let right): return membership(left, right)
    case .binary(let sign, let left, let right):
      guard let comparison = Relation.Comparison(sign), let left = operand(left), let right = operand(right) else { return nil }
      return .compare(comparison, left, right)
    default: return nil
    }
  }

  private func both(_ left: RowExpression, _ right: RowExpression) -> [Relation.Condition]? {
    guard let left = condition(left), let right = condition(right) else { return nil }
    return [left, right]
  }

  private func membership(_ left: RowExpression, _ right: RowExpression) -> Relation.Condition? {
    switch (left, right) {
    case (.column(let column), .constant(.period(let period))) where types[column] == .date: return .within(column, period)
    case (.constant(.text(let text)), .column(let column)) where types[column] == .text: return .contains(column, text.string)
    case (.column(let column), .constant(.list(let list))):
      return list.count <= RelationCondition.longestList ? among(column, list.map { FieldValue($0) }) : nil
    case (.column(let column), .list(let items)):
      return among(column, items.map { if case .constant(let value) = $0 { FieldValue(value) } else { nil } })
    default: return nil
    }
  }

  private func among(_ column: Int, _ values: [FieldValue?]) -> Relation.Condition? {
    let known = values.compactMap(\.self)
    // Null is in no list, not even in one that holds it.
    return known.count == values.count ? .among(column, known.filter { $0 != .null }) : nil
  }

  private func operand(_ expression: RowExpression) -> Relation.Operand? {
    switch expression {
    case .column(let column): .column(column)
    case .constant(let value): FieldValue(value).map(Relation.Operand.constant)
    default: nil
    }
  }
}

extension Relation.Comparison {
  fileprivate init?(_ sign: BinaryOperator) {
    switch sign {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }
}
