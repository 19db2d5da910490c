import GRDB
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

extension Store {
  /// What every living record fulfils.
  static let living = "r.status NOT IN ('ditarik', 'dimusnahkan')"
  /// Whether a record or an entry of the DIP has all seven legal columns: number and title it always has.
  static func legalColumns(_ alias: String) -> String {
    let filled = ["summary", "holder", "producer", "made", "place", "form"].map { "\(alias).\($0) IS NOT NULL" }.joined(separator: " AND ")
    return "(\(filled) AND (\(alias).active_retention IS NOT NULL OR \(alias).inactive_retention IS NOT NULL))"
  }

  /// Whether it is known how long a record is kept: by its own texts, or by its code's schedule.
  static let hasRetention = """
    (r.active_retention IS NOT NULL OR r.inactive_retention IS NOT NULL OR EXISTS (
      SELECT 1 FROM record_scheme s JOIN scheme_code k ON k.scheme_id = s.scheme_id AND k.code = s.code
      WHERE s.record_id = r.id AND k.active IS NOT NULL))
    """

  /// The living records of a unit, or of all where nil; without the excluded ones for those who may not see them. (A unit is looked
  /// up by its index; grouping all of them by it would read every record out of order.)
  static func records(of unitID: Int?, seesExcluded: Bool) -> String {
    "\(living)\(unitID.map { " AND r.unit_id = \($0)" } ?? "")\(seesExcluded ? "" : " AND r.category IS NOT 'dikecualikan'")"
  }

  /// Counts the living records of one unit, or of each, by the unit's id.
  func recordCounts(unitID: Int?, seesExcluded: Bool, _ db: Database) throws -> [Int: RecordCounts] {
    let categories = Category.allCases
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.unit_id, count(*), sum(\(Store.legalColumns("r"))), sum(r.code IS NOT NULL),
          sum(\(Store.hasRetention)), sum(r.location IS NOT NULL),
          \(categories.map { "sum(r.category IS '\($0.rawValue)')" }.joined(separator: ", "))
        FROM record r WHERE \(Store.records(of: unitID, seesExcluded: seesExcluded)) GROUP BY +r.unit_id
        """)
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let byCategory = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, row[6 + $0] as Int) })
        return (
          row[0] as Int,
          RecordCounts(
            total: row[1], byCategory: byCategory, complete: row[2], withCode: row[3], withRetention: row[4], withLocation: row[5])
        )
      })
  }

  /// The living records of a unit, or of all, that lack something, in order of entry.
  func incompleteRecords(unitID: Int?, seesExcluded: Bool, _ db: Database) throws -> [IncompleteRecord] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, r.title, u.code, r.category, r.code, \(Store.hasRetention), r.location
        FROM record r JOIN unit u ON u.id = r.unit_id
        WHERE \(Store.records(of: unitID, seesExcluded: seesExcluded))
          AND (r.category IS NULL OR r.code IS NULL OR NOT \(Store.hasRetention) OR r.location IS NULL)
        ORDER BY r.id
        """)
    return try Array(
      rows.map { row in
        IncompleteRecord(
          number: RecordNumber(row[0]), title: row[1], unit: row[2], category: (row[3] as String?).flatMap(Category.init),
          code: row[4], hasRetention: row[5], location: row[6])
      })
  }
}

/// A record that lacks some of what it needs to be found and kept.
struct IncompleteRecord: Sendable {
  let number: RecordNumber
  let title: String
  let unit: String
  let category: Category?
  let code: String?
  let hasRetention: Bool
  let location: String?
}
