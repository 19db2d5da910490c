import PPIDValues

/// What the checks ask of the archive about many records at once.
struct CheckRows {
  let db: Database

  /// For each of these records, the earliest other living one of the same unit, category, title and time of making.
  func twins(of records: [Int]) throws -> [Int: Int] {
    try db.inBatches(records) { places, values in
      try db.rows(
        """
        SELECT r.id, min(t.id) AS twin FROM record r
        JOIN record t ON t.unit_id = r.unit_id AND t.folded_title = r.folded_title AND t.category IS r.category
        AND t.id < r.id AND t.made IS r.made AND t.date IS r.date AND t.year IS r.year
        AND t.status NOT IN ('ditarik', 'dimusnahkan')
        WHERE r.id IN (\(places)) GROUP BY r.id
        """, values: values
      ) { row in (id: try row["id"] as Int, twin: try row["twin"] as Int) }
    }.reduce(into: [:]) { $0[$1.id] = $1.twin }
  }

  /// Those of these records that a decision excludes, which was not opened since.
  func excludedByDecision(_ records: [Int]) throws -> Set<Int> {
    let excluded: [Int] = try db.inBatches(records) { places, values in
      try db.values(
        """
        SELECT x.record_id FROM exclusion x WHERE x.record_id IN (\(places))
        AND NOT EXISTS (SELECT 1 FROM exclusion_opening o WHERE o.exclusion_id = x.id)
        """, values: values)
    }
    return Set(excluded)
  }
}
