/// Every row of every table, as bytes, however damaged.
struct WholeRows {
  let db: Database

  /// A table, with those of its columns that hold bytes.
  struct Table {
    let name: String
    let columns: [(name: String, isText: Bool)]
    /// What its rows are known by.
    let key: [String]
  }

  /// All tables but those of SQLite and of the search index.
  func tables() throws -> [Table] {
    let names: [String] = try db.values(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name")
    return try names.map { name in
      let columns: [(name: String, type: String, keyPlace: Int)] = try db.rows(
        "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", name
      ) { try ($0["name"], $0["type"], $0["pk"]) }
      let key = columns.filter { $0.keyPlace > 0 }.sorted { $0.keyPlace < $1.keyPlace }.map(\.name)
      return Table(
        name: name, columns: columns.filter { ["TEXT", "BLOB"].contains($0.type) }.map { ($0.name, $0.type == "TEXT") },
        key: key.isEmpty ? ["rowid"] : key)
    }
  }

  /// Goes through the bytes of a table that are not NULL: the place of the column, the bytes, and what the row is known by.
  func forEachCell(
    of table: Table, _ body: (_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ row: () -> String) throws -> Void
  ) throws {
    let list = (table.key + table.columns.map(\.name)).map { "\"\($0)\"" }.joined(separator: ", ")
    var count = 0
    try db.forEach("SELECT \(list) FROM \"\(table.name)\"") { row in
      if count % 4096 == 0 { try db.checkInterruption() }
      count += 1
      // As bytes, and by place: every cell of the archive comes by here.
      let statement = row.statement
      for column in table.columns.indices {
        let place = Int32(table.key.count + column)
        if statement.isNull(place) { continue }
        let bytes = table.columns[column].isText ? statement.text(at: place) : statement.blob(at: place)
        try body(column, bytes) {
          table.key.indices.map { String(decoding: statement.text(at: Int32($0)), as: UTF8.self) }.joined(separator: "/")
        }
      }
    }
  }
}
