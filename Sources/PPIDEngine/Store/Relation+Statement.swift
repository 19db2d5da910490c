import PPIDValues

extension Relation {
  /// The SELECT that answers it, for the columns of these indices.
  func statement(reading chosen: [Int]) -> String {
    select(chosen.map { columns[$0].sql })
  }

  private func select(_ list: [String]) -> String {
    let asked = (list + filters + (groups ?? []) + order.map(\.sql)).joined(separator: " ")
    let joins = lookups.filter { asked.contains("\($0.alias).") }.map { " " + $0.join }.joined()
    var sql = "SELECT \(list.isEmpty ? "1" : list.joined(separator: ", ")) FROM \(from)\(joins)"
    if !filters.isEmpty { sql += " WHERE " + filters.joined(separator: " AND ") }
    if let groups, !groups.isEmpty { sql += " GROUP BY " + groups.joined(separator: ", ") }
    if !order.isEmpty { sql += " ORDER BY " + order.map { $0.sql + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ") }
    if limit != nil || offset > 0 { sql += " LIMIT \(limit ?? -1)" }
    if offset > 0 { sql += " OFFSET \(offset)" }
    return sql
  }

  /// The same rows as a subquery, for what must come after its bounds or groups.
  ///
  /// With `numberingEqualRows`, of equal rows only the first is kept.
  func wrapped(numberingEqualRows: Bool = false) -> Relation {
    var result = Relation(
      columns: outerColumns("q"), from: "(\(select(innerList))) AS q",
      order: order.indices.map { OrderKey(sql: "q.o\($0)", isDescending: order[$0].isDescending) })
    result.bindings = bindings
    if numberingEqualRows {
      let values = columns.indices.map { "q.c\($0)" }.joined(separator: ", ")
      let sequence = result.order.map { $0.sql + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
      // Where all rows are one group there is nothing to order by.
      let window = "PARTITION BY \(values)" + (sequence.isEmpty ? "" : " ORDER BY \(sequence)")
      result.from = "(SELECT q.*, row_number() OVER (\(window)) AS copy FROM \(result.from)) AS q"
      result.filters = ["q.copy = 1"]
    }
    return result
  }

  /// This relation and another as subqueries, joined where the values of `keys` are the same.
  func wrapped(with other: Relation, on keys: [(Int, Int)]) -> Relation {
    let names = Set(columns.map(\.name))
    var result = Relation(
      columns: outerColumns("q") + other.outerColumns("p").filter { !names.contains($0.name) }, from: "",
      order: order.indices.map { OrderKey(sql: "q.o\($0)", isDescending: order[$0].isDescending) }
        + other.order.indices.map { OrderKey(sql: "p.o\($0)", isDescending: other.order[$0].isDescending) })
    result.bindings = bindings + other.bindings
    let right = other.select(other.innerList).replacing(/\?(\d+)/) { "?\(Int($0.1)! + bindings.count)" }
    let matching = keys.map { "q.c\($0) IS p.c\($1)" }.joined(separator: " AND ")
    result.from = "(\(select(innerList))) AS q JOIN (\(right)) AS p ON \(matching)"
    return result
  }

  private var innerList: [String] {
    columns.enumerated().map { "\($1.sql) AS c\($0)" } + order.enumerated().map { "\($1.sql) AS o\($0)" }
  }

  private func outerColumns(_ alias: String) -> [Column] {
    columns.enumerated().map { Column($1.name, $1.type, "\(alias).c\($0)") }
  }

  /// A column of that name with that value; nil where it has no type, or the store would reckon otherwise.
  mutating func column(_ name: String, _ value: Extension) -> Column? {
    switch value {
    case .column(let index): return Column(name, columns[index].type, columns[index].sql)
    case .constant(let constant):
      guard let type = type(of: .constant(constant)), let sql = sql(.constant(constant)) else { return nil }
      return Column(name, type, sql)
    case .condition(let condition): return sql(condition).map { Column(name, .bool, "(\($0))") }
    }
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
