import PPIDValues

/// How many living records there are (neither withdrawn nor destroyed), and how complete they are.
struct RecordCounts: Sendable {
  var total = 0
  var byCategory: [Category: Int] = [:]
  /// With every column that the DIP asks for (PerKI 1/2021).
  var complete = 0
  var withCode = 0
  var withRetention = 0
  var withLocation = 0

  var uncategorized: Int { total - byCategory.values.reduce(0, +) }
  /// Those that are not excluded.
  var open: Int { total - (byCategory[.dikecualikan] ?? 0) }

  static func + (left: RecordCounts, right: RecordCounts) -> RecordCounts {
    RecordCounts(
      total: left.total + right.total, byCategory: left.byCategory.merging(right.byCategory, uniquingKeysWith: +),
      complete: left.complete + right.complete, withCode: left.withCode + right.withCode,
      withRetention: left.withRetention + right.withRetention, withLocation: left.withLocation + right.withLocation)
  }
}

/// A record that lacks some of what it needs to be found and kept.
struct IncompleteRecord: Sendable {
  let number: RecordNumber
  let title: String
  let unit: UnitCode
  let category: Category?
  let code: String?
  let hasRetention: Bool
  let location: String?
}

/// What the archive counts of its living records.
struct RecordCountRows {
  let db: Database

  /// The living records of a unit, or of all where nil; without the excluded ones for those who may not see them. (A unit is looked
  /// up by its index; grouping all of them by it would read every record out of order.)
  private static func records(of unitID: Int?, seesExcluded: Bool) -> String {
    "\(FigureRows.living)\(unitID.map { " AND r.unit_id = \($0)" } ?? "")\(seesExcluded ? "" : " AND r.category IS NOT 'dikecualikan'")"
  }

  /// Counts the living records of one unit, or of each, by the unit's id.
  func recordCounts(unitID: Int?, seesExcluded: Bool) throws -> [Int: RecordCounts] {
    let categories = Category.allCases
    let counts: [(Int, RecordCounts)] = try db.rows(
      """
      SELECT r.unit_id, count(*) AS total, sum(\(FigureRows.legalColumns("r"))) AS complete, sum(r.code IS NOT NULL) AS with_code,
        sum(\(FigureRows.hasRetention)) AS with_retention, sum(r.location IS NOT NULL) AS with_location,
        \(categories.map { "sum(r.category IS '\($0.rawValue)') AS \"\($0.rawValue)\"" }.joined(separator: ", "))
      FROM record r WHERE \(RecordCountRows.records(of: unitID, seesExcluded: seesExcluded)) GROUP BY +r.unit_id
      """
    ) { row in
      let byCategory: [(Category, Int)] = try categories.map { ($0, try row[$0.rawValue]) }
      let counts = RecordCounts(
        total: try row["total"], byCategory: Dictionary(byCategory) { first, _ in first }, complete: try row["complete"],
        withCode: try row["with_code"], withRetention: try row["with_retention"], withLocation: try row["with_location"])
      return (try row["unit_id"], counts)
    }
    return Dictionary(counts) { first, _ in first }
  }

  /// The living records of a unit, or of all, that lack something, in order of entry.
  func incompleteRecords(unitID: Int?, seesExcluded: Bool) throws -> [IncompleteRecord] {
    try db.rows(
      """
      SELECT r.id, r.title, u.code AS unit, r.category, r.code, \(FigureRows.hasRetention) AS has_retention, r.location
      FROM record r JOIN unit u ON u.id = r.unit_id
      WHERE \(RecordCountRows.records(of: unitID, seesExcluded: seesExcluded))
        AND (r.category IS NULL OR r.code IS NULL OR NOT \(FigureRows.hasRetention) OR r.location IS NULL)
      ORDER BY r.id
      """
    ) { row in
      let id: Int = try row["id"]
      return IncompleteRecord(
        number: RecordNumber(id), title: try row["title"], unit: try row["unit"], category: try row["category"], code: try row["code"],
        hasRetention: try row["has_retention"], location: try row["location"])
    }
  }

  /// How many living records of each kind a unit has, or each unit, and when one was last changed.
  func kindLines(unitID: Int?, seesExcluded: Bool) throws -> [(unit: UnitCode, kind: String?, count: Int, changed: LocalTime)] {
    try db.rows(
      """
      SELECT u.code AS unit, r.kind, count(*) AS count, max(r.changed_at) AS changed FROM record r JOIN unit u ON u.id = r.unit_id
      WHERE \(RecordCountRows.records(of: unitID, seesExcluded: seesExcluded))
      GROUP BY +r.unit_id, r.kind ORDER BY r.unit_id, r.kind IS NULL, r.kind
      """
    ) { (unit: try $0["unit"], kind: try $0["kind"], count: try $0["count"], changed: try $0["changed"]) }
  }
}
