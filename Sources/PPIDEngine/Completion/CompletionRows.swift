import PPIDValues

/// What completion and the prompt ask: each answer is bounded, whatever the archive's size.
struct CompletionRows {
  let archive: Archive

  /// How long one answer may take, in milliseconds; what was found until then is the answer.
  private static let patience: UInt64 = 100

  /// Rows of texts, one statement after the other, until there are `limit`.
  func texts(of relations: some Sequence<Relation>, reading columns: [Int], limit: Int) throws -> [[String]] {
    try archive.watch.limiting(to: CompletionRows.patience) {
      var found: [[String]] = []
      do {
        for relation in relations where found.count < limit {
          found += try archive.read { db in
            try db.texts(relation.limited(to: limit - found.count).statement(reading: columns), values: relation.bindings)
          }
        }
      } catch is EngineInterruption {
        // Time is up, or the user wants something else.
      }
      return found
    }
  }

  /// The months that have an edition or a cycle, latest first, with what is known of them.
  func knownPeriods(limit: Int) throws -> [(period: Period, edition: String?, isOpen: Bool?)] {
    try archive.read { db in
      try db.rows(
        """
        SELECT p.period, (SELECT e.number FROM edition e WHERE e.period = p.period ORDER BY e.ordinal DESC LIMIT 1) AS edition,
          (SELECT y.closed_at IS NULL FROM cycle y WHERE y.period = p.period) AS open
        FROM (SELECT period FROM edition UNION SELECT period FROM cycle) p ORDER BY p.period DESC LIMIT ?
        """, limit
      ) { try ($0["period"], $0["edition"], $0["open"]) }
    }
  }

  /// Where the oldest month stands that is still open; nil where none is.
  func standing() throws -> Standing.Month? {
    try archive.read { db in
      try db.row(
        """
        SELECT y.period, count(t.unit_id) AS deliveries,
          coalesce(sum(t.unit_id IS NOT NULL AND t.state IN ('selesai', 'dikecualikan')), 0) AS settled,
          coalesce(max(CASE WHEN t.unit_id IS NULL THEN t.step END), 8) AS step, max(t.unit_id IS NULL AND t.state = 'selesai') AS done
        FROM cycle y JOIN track t ON t.cycle_id = y.id
        WHERE y.closed_at IS NULL AND y.period NOT LIKE '%S%' GROUP BY y.id ORDER BY y.period LIMIT 1
        """
      ) { row in
        Standing.Month(
          period: try row["period"], deliveries: try row["deliveries"], settled: try row["settled"], step: try row["step"],
          isDone: try row["done"])
      }
    }
  }
}
