import GRDB
import PPIDValues

/// How many living records there are (neither withdrawn nor destroyed), and how complete they are.
struct RecordCounts: Sendable {
  let total: Int
  let byCategory: [Category: Int]
  /// With every column that the DIP asks for (PerKI 1/2021).
  let complete: Int
  let withCode: Int
  let withRetention: Int
  let withLocation: Int

  var uncategorized: Int { total - byCategory.values.reduce(0, +) }
}

extension Store {
  /// What every living record fulfils.
  static let living = "r.status NOT IN ('ditarik', 'dimusnahkan')"
  /// Whether a record or an entry of the DIP has all seven legal columns: number and title it always has.
  static func legalColumns(_ alias: String) -> String {
    let filled = ["summary", "holder", "producer", "made", "place", "form"].map { "\(alias).\($0) IS NOT NULL" }.joined(separator: " AND ")
    return "(\(filled) AND (\(alias).active_retention IS NOT NULL OR \(alias).inactive_retention IS NOT NULL))"
  }

  /// Counts the living records of a unit, or of all; without the excluded ones for those who may not see them.
  func recordCounts(unitID: Int?, seesExcluded: Bool, _ db: Database) throws -> RecordCounts {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), \(Category.allCases.map { "sum(r.category IS '\($0.rawValue)')" }.joined(separator: ", ")),
          sum(\(Store.legalColumns("r"))), sum(r.code IS NOT NULL),
          sum(r.active_retention IS NOT NULL OR r.inactive_retention IS NOT NULL), sum(r.location IS NOT NULL)
        FROM record r WHERE \(Store.living) AND (?1 IS NULL OR r.unit_id = ?1) AND (?2 OR r.category IS NOT 'dikecualikan')
        """,
      arguments: [unitID, seesExcluded])
    let numbers = row.map { row in (0..<row.count).map { (row[$0] as Int?) ?? 0 } } ?? []
    guard numbers.count == Category.allCases.count + 5 else {
      return RecordCounts(total: 0, byCategory: [:], complete: 0, withCode: 0, withRetention: 0, withLocation: 0)
    }
    let rest = numbers[(1 + Category.allCases.count)...]
    return RecordCounts(
      total: numbers[0], byCategory: Dictionary(uniqueKeysWithValues: zip(Category.allCases, numbers[1...])),
      complete: rest[rest.startIndex], withCode: rest[rest.startIndex + 1], withRetention: rest[rest.startIndex + 2],
      withLocation: rest[rest.startIndex + 3])
  }

  /// The living records of a unit, in order of entry.
  func recordLines(unitID: Int?, seesExcluded: Bool, _ db: Database) throws -> [RecordLine] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, r.title, r.kind, r.category, r.form, r.code, r.active_retention, r.inactive_retention, r.location, r.revision,
          r.changed_at, u.code
        FROM record r JOIN unit u ON u.id = r.unit_id
        WHERE \(Store.living) AND (?1 IS NULL OR r.unit_id = ?1) AND (?2 OR r.category IS NOT 'dikecualikan') ORDER BY r.id
        """,
      arguments: [unitID, seesExcluded])
    return try Array(
      rows.map {
        RecordLine(
          number: RecordNumber($0[0]), title: $0[1], kind: $0[2], category: ($0[3] as String?).flatMap(Category.init), form: $0[4],
          code: $0[5], retention: ($0[6] as String?) ?? $0[7], location: $0[8], revision: $0[9],
          changed: LocalTime($0[10] as String), unit: $0[11])
      })
  }
}

/// A record as reports list it.
struct RecordLine: Sendable {
  let number: RecordNumber
  let title: String
  let kind: String?
  let category: Category?
  let form: String?
  let code: String?
  let retention: String?
  let location: String?
  let revision: Int
  let changed: LocalTime?
  let unit: String
}
