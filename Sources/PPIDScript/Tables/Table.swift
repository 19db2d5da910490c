/// A `tabel`: rows of named columns. It holds the question, not the rows; every pass asks the source anew.
package final class Table: Sendable {
  package let source: any TableSource

  /// How deeply values and stages nest in this one: 1 for a table of the archive.
  package let depth: Int

  package init(_ source: any TableSource) {
    self.source = source
    depth = 1 + ((source as? any NestingSource)?.depth ?? 0)
  }
}

/// A source that rests on other values or sources, and so can nest.
protocol NestingSource: TableSource {
  /// The depth of the deepest of them.
  var depth: Int { get }
}

package struct Column: Sendable, Hashable {
  package let name: String
  /// What every value in it is, unless it is `kosong`; nil where values may differ or it isn't known.
  package let type: ValueType?

  package init(_ name: String, _ type: ValueType? = nil) {
    self.name = name
    self.type = type
  }
}

/// Where a table's rows come from: a list in memory, the archive, a stage above another table.
package protocol TableSource: AnyObject, Sendable {
  var columns: [Column] { get }

  /// Opens a pass over the rows as they are now. `columns` are indices into `columns`: only these values are read, and
  /// the cursor delivers them in that order.
  func rows(reading columns: [Int]) throws -> any RowCursor

  /// The table that answers `stage` at the source itself, with the same result to the letter; nil when the source can't.
  func pushing(_ stage: TableStage) -> (any TableSource)?

  /// What happens where, for `jelaskan`: one line a step, the source first.
  var plan: [PlanStep] { get }
}

extension TableSource {
  package func pushing(_ stage: TableStage) -> (any TableSource)? { nil }
}

/// One line of `jelaskan`.
package struct PlanStep: Sendable, Hashable {
  package enum Place: Sendable { case store, above }
  package let place: Place
  /// A query, or a stage as it is written.
  package let text: String

  package init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }
}

/// One pass over rows.
package protocol RowCursor: AnyObject {
  /// Puts the next row's values into `row` (as many as columns were asked for); false after the last.
  func next(_ row: inout [Value]) throws -> Bool
}

/// A stage as a source may take it over. Columns are indices into the columns of the table that the stage is put on.
package enum TableStage: Sendable {
  case filter(RowExpression)
  /// A further column, or another value for the column of that name.
  case extend(name: String, RowExpression)
  /// Stable; `kosong` first, or last when descending.
  case order([Int], descending: Bool)
  case project([Int])
  case limit(Int)
  case skip(Int)
  case reverse
  /// Equal rows once, the first of each.
  case distinct
  /// In order of the keys; without keys one row.
  case group(keys: [Int], [Aggregate])
  /// Rows of this table, each with the columns of the matching rows of the other; a column of the same name that is no
  /// key keeps this table's value.
  case join(any TableSource, on: [Int])
}

package struct Aggregate: Sendable {
  package enum Function: String, Sendable, CaseIterable {
    case count = "hitung"
    case sum = "jumlah"
    case average = "rata"
    case maximum = "maks"
    case minimum = "min"
  }

  package let name: String
  package let function: Function
  /// Nil only for `hitung()`.
  package let column: Int?

  package init(name: String, function: Function, column: Int?) {
    self.name = name
    self.function = function
    self.column = column
  }
}

/// A row expression that holds nothing but columns, values and operators, with variables replaced by their values.
package indirect enum RowExpression: Sendable {
  case column(Int)
  case constant(Value)
  case not(RowExpression)
  case negate(RowExpression)
  case binary(BinaryOperator, RowExpression, RowExpression)
  case list([RowExpression])
}

package enum BinaryOperator: String, Sendable, CaseIterable {
  case or = "atau"
  case and = "dan"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "di"
  case matches = "cocok"
  case range = ".."
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
}

/// A row expression made ready to run above the source.
package struct RowFunction: Sendable {
  /// The columns whose values `evaluate` takes, by name and in its order. Unknown names are for the caller to report.
  package let columns: [String]
  /// Whether `evaluate` takes the whole row (`$it`: a record, or the element of a list of plain values) after them.
  package let takesRow: Bool
  /// The same expression for the source, where it can be said; its columns are indices into `columns`.
  package let expression: RowExpression?
  /// The expression as it is written, for `jelaskan`.
  package let spelling: String
  /// The expression's value for one row.
  package let evaluate: @Sendable ([Value]) throws -> Value

  package init(
    columns: [String], takesRow: Bool, expression: RowExpression?, spelling: String = "…",
    evaluate: @escaping @Sendable ([Value]) throws -> Value
  ) {
    self.columns = columns
    self.takesRow = takesRow
    self.expression = expression
    self.spelling = spelling
    self.evaluate = evaluate
  }
}
