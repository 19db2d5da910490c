extension Database {
  /// More values than this at once SQLite would not take everywhere.
  private static let batch = 500

  /// Asks about many rows: for each batch of ids, `body` gets the places of its values (`?, ?, …`) and the values.
  func inBatches<T>(_ ids: [Int], _ body: (_ places: String, _ values: [(any StoredValue)?]) throws -> [T]) throws -> [T] {
    try stride(from: 0, to: ids.count, by: Database.batch).flatMap { start in
      let batch = ids[start..<min(start + Database.batch, ids.count)]
      return try body(batch.map { _ in "?" }.joined(separator: ", "), Array(batch))
    }
  }
}
