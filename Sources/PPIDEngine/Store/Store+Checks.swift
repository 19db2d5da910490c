import GRDB
import PPIDValues

extension Store {
  /// For each of these records, the earliest other living one of the same unit, category, title and time of making.
  func twins(of records: [Int], _ db: Database) throws -> [Int: Int] {
    try inBatches(records) { places, arguments in
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.id, min(t.id) FROM record r
          JOIN record t ON t.unit_id = r.unit_id AND t.folded_title = r.folded_title AND t.category IS r.category
          AND t.id < r.id AND t.made IS r.made AND t.date IS r.date AND t.year IS r.year
          AND t.status NOT IN ('ditarik', 'dimusnahkan')
          WHERE r.id IN (\(places)) GROUP BY r.id
          """,
        arguments: arguments
      ).map { (id: $0[0] as Int, twin: $0[1] as Int) }
    }.reduce(into: [:]) { $0[$1.id] = $1.twin }
  }
}
