import PPIDValues

/// A question to the archive, not yet asked: a source with filters, an order, a choice of columns, groups and bounds put on it.
///
/// Each operation gives a new relation, or nil where the store would not answer exactly as the language does; the caller then
/// does it above the rows. All of it becomes one statement (see Store/Relation+Statement.swift).
package struct Relation: Sendable {
  package struct Column: Sendable {
    package let name: String
    package let type: FieldType
    let sql: String

    init(_ name: String, _ type: FieldType, _ sql: String) {
      self.name = name
      self.type = type
      self.sql = sql
    }
  }

  struct OrderKey {
    var sql: String
    var isDescending = false
  }

  /// A table that gives each row one more; joined only where something of it is asked for.
  struct Lookup {
    let alias: String
    let join: String
  }

  package internal(set) var columns: [Column]
  var from: String
  var lookups: [Lookup] = []
  var filters: [String] = []
  /// The keys of a grouping; nil where nothing is grouped, empty where all rows are one group.
  var groups: [String]?
  /// Always a total order, so that it can be turned round.
  var order: [OrderKey]
  var limit: Int?
  var offset = 0
  /// The values of `?1`, `?2`, …
  var bindings: [FieldValue] = []

  init(columns: [Column], from: String, order: [OrderKey]) {
    self.columns = columns
    self.from = from
    self.order = order
  }

  mutating func bind(_ value: FieldValue) -> String {
    bindings.append(value)
    return "?\(bindings.count)"
  }
}

/// A sum does not fit 64 bits.
package struct SumOverflow: Error {}

extension Relation {
  package enum Comparison: String, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  package indirect enum Operand: Sendable {
    case column(Int)
    case constant(FieldValue)
  }

  /// What a row must fulfil. Two-valued: a comparison with null is false, null equals only null.
  package indirect enum Condition: Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case compare(Comparison, Operand, Operand)
    /// The column's value is one of these.
    case among(Int, [FieldValue])
    /// The date lies in the period.
    case within(Int, Period)
    /// The column's text contains this one.
    case contains(Int, String)
  }

  package enum Aggregation: Sendable {
    case count
    case sum(Int)
    case maximum(Int)
    case minimum(Int)
  }

  package func filtered(by condition: Condition) -> Relation? {
    var result = limit == nil && offset == 0 && groups == nil ? self : wrapped()
    guard let sql = result.sql(condition, nullMayStandForFalse: true) else { return nil }
    result.filters.append(sql)
    return result
  }

  package func ordered(by keys: [Int], descending: Bool) -> Relation? {
    // A period's order is not its spelling's.
    guard keys.allSatisfy({ columns[$0].type != .period && columns[$0].type != .object }) else { return nil }
    var result = limit == nil && offset == 0 ? self : wrapped()
    result.order = keys.map { OrderKey(sql: result.columns[$0].sql, isDescending: descending) } + result.order
    return result
  }

  /// What a further column holds.
  package enum Extension: Sendable {
    case column(Int)
    case constant(FieldValue)
    case condition(Condition)
  }

  /// With a further column, or another value in the column of that name.
  package func extended(by name: String, _ value: Extension) -> Relation? {
    var result = groups == nil ? self : wrapped()
    guard let column = result.column(name, value) else { return nil }
    if let place = columns.firstIndex(where: { $0.name == name }) {
      result.columns[place] = column
    } else {
      result.columns.append(column)
    }
    return result
  }

  /// Each row once: of equal ones the first.
  package func distinct() -> Relation? {
    // Objects are equal whatever the order of their fields.
    guard columns.allSatisfy({ $0.type != .object }) else { return nil }
    return wrapped(numberingEqualRows: true)
  }

  /// Each row with the columns of the rows of `other` that have the same values in `keys` (pairs of places); null equals null.
  /// Columns of the other that have the name of one of these are left out.
  package func joined(with other: Relation, on keys: [(Int, Int)]) -> Relation? {
    guard keys.allSatisfy({ columns[$0].type == other.columns[$1].type && columns[$0].type != .object }) else { return nil }
    return wrapped(with: other, on: keys)
  }

  package func projected(to chosen: [Int]) -> Relation {
    var result = self
    result.columns = chosen.map { columns[$0] }
    return result
  }

  package func limited(to count: Int) -> Relation {
    var result = self
    result.limit = min(limit ?? count, count)
    return result
  }

  package func skipping(_ count: Int) -> Relation {
    var result = self
    result.offset += count
    if let limit { result.limit = max(0, limit - count) }
    return result
  }

  package func reversed() -> Relation {
    var result = limit == nil && offset == 0 ? self : wrapped()
    for index in result.order.indices { result.order[index].isDescending.toggle() }
    return result
  }

  package func grouped(by keys: [Int], _ aggregates: [(name: String, Aggregation)]) -> Relation? {
    guard keys.allSatisfy({ columns[$0].type != .period && columns[$0].type != .object }) else { return nil }
    var result = limit == nil && offset == 0 && groups == nil ? self : wrapped()
    let source = result.columns
    var grouped = keys.map { source[$0] }
    for (name, aggregate) in aggregates {
      switch aggregate {
      case .count: grouped.append(Column(name, .int, "count(*)"))
      case .sum(let column):
        // Sums of fractions depend on their order, which the store does not promise.
        guard source[column].type == .int else { return nil }
        grouped.append(Column(name, .int, "coalesce(sum(\(source[column].sql)), 0)"))
      case .maximum(let column), .minimum(let column):
        guard source[column].type != .period, source[column].type != .object else { return nil }
        let function = if case .maximum = aggregate { "max" } else { "min" }
        grouped.append(Column(name, source[column].type, "\(function)(\(source[column].sql))"))
      }
    }
    result.columns = grouped
    result.groups = keys.map { source[$0].sql }
    result.order = keys.map { OrderKey(sql: source[$0].sql) }
    return result
  }
}

// What those speak of who write relations.
typealias Column = Relation.Column
typealias OrderKey = Relation.OrderKey
typealias Lookup = Relation.Lookup
