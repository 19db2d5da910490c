/// A table whose rows the journal answers for: each row names the entry that added or last altered it.
struct KeyedTable: Sendable {
  /// A column of the primary key, and where it stands in the table, from 0.
  struct Key: Sendable {
    let column: String
    let place: Int32
  }

  let name: String
  let keys: [Key]
  /// Whether rows are known by one whole number, which is SQLite's own for the row.
  let isNumbered: Bool
  /// The column that names the entry.
  let entry: String

  /// A table that is known by its number `id`, or by another.
  init(_ name: String, id: String = "id", entry: String = "journal_id") {
    self.name = name
    keys = [Key(column: id, place: 0)]
    isNumbered = true
    self.entry = entry
  }

  /// A table without numbers of SQLite's own, that is known by the values of some columns.
  init(_ name: String, keys: [(String, Int32)], entry: String = "journal_id") {
    self.name = name
    self.keys = keys.map { Key(column: $0, place: $1) }
    isNumbered = false
    self.entry = entry
  }
}
