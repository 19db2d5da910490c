import GRDB
import GRDBSQLite
import PPIDValues

/// What completion and the prompt ask: each answer is bounded, whatever the archive's size.
extension Store {
  /// How long one answer may take, in milliseconds; what was found until then is the answer.
  private static let patienceForCompletion: UInt64 = 100

  /// Rows of texts, one statement after the other, until there are `limit`.
  func texts(of relations: some Sequence<Relation>, reading columns: [Int], limit: Int) throws -> [[String]] {
    try watch.limiting(to: Store.patienceForCompletion) {
      var found: [[String]] = []
      do {
        for relation in relations where found.count < limit {
          try read { db in
            let statement = try db.makeStatement(sql: relation.limited(to: limit - found.count).statement(reading: columns))
            // What only the other columns ask for has no place in the statement.
            let bindings = relation.bindings.prefix(Int(sqlite3_bind_parameter_count(statement.sqliteStatement)))
            let rows = try Row.fetchCursor(statement, arguments: StatementArguments(bindings.map(\.databaseValue)))
            while let row = try rows.next() { found.append(columns.indices.map { (row[$0] as String?) ?? "" }) }
          }
        }
      } catch is EngineInterruption {
        // Time is up, or the user wants something else.
      }
      return found
    }
  }

  /// The months that have an edition or a cycle, latest first, with what is known of them.
  func knownPeriods(limit: Int, _ db: Database) throws -> [(period: Period, edition: String?, isOpen: Bool?)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.period, (SELECT e.number FROM edition e WHERE e.period = p.period ORDER BY e.ordinal DESC LIMIT 1),
          (SELECT y.closed_at IS NULL FROM cycle y WHERE y.period = p.period)
        FROM (SELECT period FROM edition UNION SELECT period FROM cycle) p ORDER BY p.period DESC LIMIT ?
        """,
      arguments: [limit]
    ).compactMap { row in Period(row[0] as String).map { ($0, row[1], row[2]) } }
  }

  /// Where the oldest month stands that is still open; nil where none is.
  func standing(_ db: Database) throws -> Standing.Month? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT y.period, count(t.unit_id), coalesce(sum(t.unit_id IS NOT NULL AND t.state IN ('selesai', 'dikecualikan')), 0),
            max(CASE WHEN t.unit_id IS NULL THEN t.step END), max(t.unit_id IS NULL AND t.state = 'selesai')
          FROM cycle y JOIN track t ON t.cycle_id = y.id
          WHERE y.closed_at IS NULL AND y.period NOT LIKE '%S%' GROUP BY y.id ORDER BY y.period LIMIT 1
          """)
    ).flatMap { row in
      Period(row[0] as String).map {
        Standing.Month(period: $0, deliveries: row[1], settled: row[2], step: row[3] ?? 8, isDone: row[4])
      }
    }
  }
}

extension Relation {
  /// The newest records that may be seen.
  static func newestRecords(_ visibility: Visibility) -> Relation {
    var relation = records(visibility)
    relation.order = [OrderKey(sql: "r.id", isDescending: true)]
    return relation
  }

  /// The records whose numbers begin with these digits, up to number `last`: 12, 120-129, 1200-1299, …
  static func records(numbered beginning: Int, upTo last: Int, _ visibility: Visibility) -> [Relation] {
    var relations: [Relation] = []
    var (first, width) = (beginning, 1)
    while first <= last {
      var relation = records(visibility)
      let lower = relation.bind(.int(first))
      let upper = relation.bind(.int(first + width - 1))
      relation.filters.append("r.id BETWEEN \(lower) AND \(upper)")
      relations.append(relation)
      first *= 10
      width *= 10
    }
    return relations
  }

  /// The rows whose first column begins with `beginning`, a number under way.
  func spelled(_ beginning: String) -> Relation {
    var relation = self
    let wanted = relation.bind(.text(beginning))
    relation.filters.append("substr(\(columns[0].sql), 1, length(\(wanted))) = \(wanted)")
    return relation
  }

  /// The records that hold all words of `query`, the newest first, which need not be ranked.
  static func newest(_ query: SearchQuery, _ visibility: Visibility) -> Relation {
    var relation = found(query, visibility)
    relation.order = [OrderKey(sql: "t.rowid", isDescending: true)]
    return relation
  }
}
