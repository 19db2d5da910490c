import PPIDValues

extension Relation {
  /// The SELECT that answers it, for the columns of these indices.
  func statement(reading chosen: [Int]) -> String {
    select(chosen.map { columns[$0].sql })
  }

  private func select(_ list: [String]) -> String {
    var sql = "SELECT \(list.isEmpty ? "1" : list.joined(separator: ", ")) FROM \(from)"
    if !filters.isEmpty { sql += " WHERE " + filters.joined(separator: " AND ") }
    if let groups, !groups.isEmpty { sql += " GROUP BY " + groups.joined(separator: ", ") }
    if !order.isEmpty { sql += " ORDER BY " + order.map { $0.sql + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ") }
    if limit != nil || offset > 0 { sql += " LIMIT \(limit ?? -1)" }
    if offset > 0 { sql += " OFFSET \(offset)" }
    return sql
  }

  /// The same rows as a subquery, for what must come after its bounds or groups.
  func wrapped() -> Relation {
    let outer = columns.enumerated().map { Column($1.name, $1.type, "q.c\($0)") }
    let inner =
      columns.enumerated().map { "\($1.sql) AS c\($0)" } + order.enumerated().map { "\($1.sql) AS o\($0)" }
    var result = Relation(
      columns: outer, from: "(\(select(inner))) AS q",
      order: order.enumerated().map { OrderKey(sql: "q.o\($0)", isDescending: $1.isDescending) })
    result.bindings = bindings
    return result
  }

  /// The condition in SQL, true or false but never null, unless `nullMayStandForFalse`; nil where the store would compare otherwise
  /// than the language.
  mutating func sql(_ condition: Condition, nullMayStandForFalse: Bool = false) -> String? {
    switch condition {
    case .all(let parts):
      return joined(parts, by: " AND ", empty: "1", nullMayStandForFalse)
    case .any(let parts):
      return joined(parts, by: " OR ", empty: "0", nullMayStandForFalse)
    case .not(let inner):
      return sql(inner).map { "NOT (\($0))" }
    case .compare(let comparison, let left, let right):
      return compared(comparison, left, right, nullMayStandForFalse)
    case .among(let column, let values):
      let parts = values.map { Condition.compare(.equal, .column(column), .constant($0)) }
      return sql(.any(parts), nullMayStandForFalse: nullMayStandForFalse)
    case .within(let column, let period):
      guard columns[column].type == .date else { return nil }
      let test = "\(columns[column].sql) BETWEEN \(bind(.date(period.firstDay))) AND \(bind(.date(period.lastDay)))"
      return nullMayStandForFalse ? test : "coalesce(\(test), 0)"
    case .contains(let column, let text):
      // SQLite ends a text at its first NUL.
      guard columns[column].type == .text, !text.utf8.contains(0) else { return nil }
      return "coalesce(instr(\(columns[column].sql), \(bind(.text(text)))) > 0, 0)"
    }
  }

  private mutating func joined(_ parts: [Condition], by word: String, empty: String, _ nullMayStandForFalse: Bool) -> String? {
    guard !parts.isEmpty else { return empty }
    var list: [String] = []
    for part in parts {
      guard let text = sql(part, nullMayStandForFalse: nullMayStandForFalse) else { return nil }
      list.append(text)
    }
    return "(" + list.joined(separator: word) + ")"
  }

  private mutating func compared(_ comparison: Comparison, _ left: Operand, _ right: Operand, _ nullMayStandForFalse: Bool)
    -> String?
  {
    guard let leftType = type(of: left), let rightType = type(of: right) else {
      // One side is the constant null: only equality knows it.
      guard let leftSQL = sql(left), let rightSQL = sql(right) else { return nil }
      return switch comparison {
      case .equal: "(\(leftSQL) IS \(rightSQL))"
      case .notEqual: "(\(leftSQL) IS NOT \(rightSQL))"
      default: "0"
      }
    }
    guard leftType == rightType, leftType != .object, let leftSQL = sql(left), let rightSQL = sql(right) else { return nil }
    switch comparison {
    case .equal where nullMayStandForFalse && (left.isConstant || right.isConstant): return "\(leftSQL) = \(rightSQL)"
    case .equal: return "(\(leftSQL) IS \(rightSQL))"
    case .notEqual: return "(\(leftSQL) IS NOT \(rightSQL))"
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      // A period's order is not its spelling's.
      guard leftType != .period else { return nil }
      let test = "\(leftSQL) \(comparison.sign) \(rightSQL)"
      return nullMayStandForFalse ? test : "coalesce(\(test), 0)"
    }
  }

  private mutating func sql(_ operand: Operand) -> String? {
    switch operand {
    case .column(let index): return columns[index].sql
    case .constant(.null): return "NULL"
    case .constant(.text(let text)) where text.utf8.contains(0): return nil
    case .constant(let value): return bind(value)
    }
  }

  /// Nil for the constant null.
  private func type(of operand: Operand) -> FieldType? {
    switch operand {
    case .column(let index): columns[index].type
    case .constant(.null): nil
    case .constant(.bool): .bool
    case .constant(.int): .int
    case .constant(.double): .double
    case .constant(.text): .text
    case .constant(.date): .date
    case .constant(.time): .time
    case .constant(.period): .period
    }
  }
}

extension Relation.Operand {
  fileprivate var isConstant: Bool { if case .constant = self { true } else { false } }
}

extension Relation.Comparison {
  fileprivate var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
