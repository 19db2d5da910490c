import GRDB
import PPIDValues

/// Entries of the DIP.
struct ListedCounts: Sendable {
  var total = 0
  var complete = 0
  var digital = 0

  static func + (left: ListedCounts, right: ListedCounts) -> ListedCounts {
    ListedCounts(total: left.total + right.total, complete: left.complete + right.complete, digital: left.digital + right.digital)
  }
}

/// Living records that are not excluded.
struct LivingCounts: Sendable {
  var total = 0
  var categorized = 0
  var filed = 0

  static func + (left: LivingCounts, right: LivingCounts) -> LivingCounts {
    LivingCounts(total: left.total + right.total, categorized: left.categorized + right.categorized, filed: left.filed + right.filed)
  }
}

extension Store {
  /// Words by which a form is known as a digital one.
  private static let digitalWords = ["digital", "soft", "elektronik", "online", "rekam", "pdf", "csv", "xls"]

  /// Counts the DIP in force at the end of a period, by the unit's code.
  func listedFigures(upTo period: Period, _ db: Database) throws -> [String: ListedCounts] {
    let isDigital = Store.digitalWords.map { "c.form LIKE '%\($0)%'" }.joined(separator: " OR ")
    let isComplete = Store.legalColumns("c")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.unit, count(*), sum(\(isComplete)), coalesce(sum(\(isDigital)), 0) FROM edition_change c
        WHERE c.listed AND \(Relation.inForce("c", "?1")) GROUP BY c.unit
        """,
      arguments: [period.lastMonth.description])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], ListedCounts(total: $0[1], complete: $0[2], digital: $0[3])) })
  }

  /// Counts the living records that are not excluded, by the unit's id.
  func livingFigures(_ db: Database) throws -> [Int: LivingCounts] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.unit_id, count(*), sum(r.category IS NOT NULL),
          sum(r.code IS NOT NULL AND (r.active_retention IS NOT NULL OR r.inactive_retention IS NOT NULL))
        FROM record r WHERE \(Store.living) AND r.category IS NOT 'dikecualikan' GROUP BY r.unit_id
        """)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], LivingCounts(total: $0[1], categorized: $0[2], filed: $0[3])) })
  }

  /// The office's first month: of its first cycle or its first edition.
  func firstMonth(_ db: Database) throws -> Period? {
    try String.fetchOne(
      db,
      sql: """
        SELECT min(period) FROM (SELECT period FROM cycle WHERE period NOT LIKE '%S%' UNION SELECT period FROM edition)
        """
    ).flatMap { Period($0) }
  }

  /// The months of a half-year of which an edition was published, by the journal.
  func publishedMonths(in period: Period, _ db: Database) throws -> Set<Period> {
    let names = try editions(db).filter { period.contains($0.period) }
    return Set(
      try names.filter { edition in
        try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM journal WHERE subject = ? AND action = 'dip terbit')", arguments: [edition.name]) ?? false
      }.map(\.period))
  }
}
