import GRDB
import PPIDValues

extension Store {
  /// How many living records of each kind a unit has, or each unit, and when one was last changed.
  func kindLines(unitID: Int?, seesExcluded: Bool, _ db: Database) throws
    -> [(unit: String, kind: String?, count: Int, changed: LocalTime?)]
  {
    try Row.fetchAll(
      db,
      sql: """
        SELECT u.code, r.kind, count(*), max(r.changed_at) FROM record r JOIN unit u ON u.id = r.unit_id
        WHERE \(Store.records(of: unitID, seesExcluded: seesExcluded))
        GROUP BY +r.unit_id, r.kind ORDER BY r.unit_id, r.kind IS NULL, r.kind
        """
    ).map { (unit: $0[0], kind: $0[1], count: $0[2], changed: LocalTime($0[3] as String)) }
  }

  /// What an edition changed against the one before it, and how long its list is.
  func editionCounts(_ edition: Int, _ db: Database) throws -> EditionCounts {
    let row = try Row.fetchOne(
      db, sql: "SELECT added, changed, removed, total FROM edition_count WHERE edition_id = ?", arguments: [edition])
    return EditionCounts(added: row?[0] ?? 0, changed: row?[1] ?? 0, removed: row?[2] ?? 0, total: row?[3] ?? 0)
  }

  /// How long the list was in each edition up to the end of a period.
  func editionTotals(upTo period: Period, _ db: Database) throws -> [(name: String, total: Int)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT e.period || CASE WHEN e.ordinal > 1 THEN '.' || e.ordinal ELSE '' END, n.total
        FROM edition e JOIN edition_count n ON n.edition_id = e.id WHERE e.period <= ? ORDER BY e.id
        """,
      arguments: [period.lastMonth.description]
    ).map { (name: $0[0], total: $0[1]) }
  }

  /// How many records call for each act of retention by a day, without the excluded ones for those who may not see them.
  func dueCounts(until day: CalendarDate, seesExcluded: Bool, _ db: Database) throws -> [(action: String, count: Int)] {
    try Row.fetchAll(
      db, sql: Relation.dueCounts(until: "?1", withExcluded: seesExcluded), arguments: [day.description]
    ).map { (action: $0[0], count: $0[1]) }
  }

  /// How many records of each unit are listed in the DIP in force at the end of a period, by the unit's code.
  func listedCounts(upTo period: Period, _ db: Database) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT c.unit, count(*) FROM edition_change c WHERE c.listed AND \(Relation.inForce("c", "?1")) GROUP BY c.unit",
      arguments: [period.lastMonth.description])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  /// How many records of each category an edition lists; without those that are excluded by now, for those who may not see them.
  func categoryCounts(ofEdition edition: Int, seesExcluded: Bool, _ db: Database) throws -> [Category: Int] {
    func counts(_ sql: String) throws -> [Category: Int] {
      let rows = try Row.fetchAll(db, sql: sql, arguments: [edition])
      return Dictionary(uniqueKeysWithValues: rows.map { (Category(rawValue: $0[0])!, $0[1]) })
    }
    let all = try counts("SELECT category, total FROM edition_category WHERE edition_id = ?1")
    if seesExcluded { return all }
    let hidden = try counts(
      """
      SELECT c.category, count(*) FROM record r CROSS JOIN edition_change c ON c.record_id = r.id AND c.edition_id =
        (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = r.id AND y.edition_id <= ?1)
      WHERE r.category = 'dikecualikan' AND c.listed GROUP BY c.category
      """)
    return all.merging(hidden) { $0 - $1 }
  }

  func edition(id: Int, _ db: Database) throws -> Edition? { try editions(db).first { $0.id == id } }
}

extension Period {
  /// The month itself, or the last month of a half-year.
  var lastMonth: Period { Period(monthOf: lastDay) }
}
