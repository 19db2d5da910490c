/// What a row expression that is being checked may name, and what it has named.
struct RowScope {
  /// The table's columns, where they are known.
  let known: [Column]?
  private(set) var columns: [String] = []
  private(set) var captures: [Int] = []
  var takesRow = false

  init(_ type: StaticType) {
    known = type.columns
  }

  /// The number of a column among those that the expression reads.
  mutating func column(_ name: String) -> Int {
    if let index = columns.firstIndex(of: name) { return index }
    columns.append(name)
    return columns.count - 1
  }

  /// The expression's own slot for a variable of the surroundings.
  mutating func capture(_ slot: Int) -> Int {
    if let index = captures.firstIndex(of: slot) { return index }
    captures.append(slot)
    return captures.count - 1
  }
}
