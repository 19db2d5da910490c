import PPIDValues

/// What reports tell of editions of the DIP, and of what falls due.
struct ReportFigureRows {
  let db: Database

  /// What an edition changed against the one before it, and how long its list is.
  func editionCounts(_ edition: Int) throws -> EditionCounts {
    try db.row("SELECT added, changed, removed, total FROM edition_count WHERE edition_id = ?", edition) {
      EditionCounts(added: try $0["added"], changed: try $0["changed"], removed: try $0["removed"], total: try $0["total"])
    } ?? EditionCounts(added: 0, changed: 0, removed: 0, total: 0)
  }

  /// How long the list was in each edition up to the end of a period.
  func editionTotals(upTo period: Period) throws -> [(name: String, total: Int)] {
    try db.rows(
      """
      SELECT \(EditionRows.editionName) AS name, n.total
      FROM edition e JOIN edition_count n ON n.edition_id = e.id WHERE e.period <= ? ORDER BY e.id
      """, period.lastMonth
    ) { (name: try $0["name"], total: try $0["total"]) }
  }

  /// How many records of each unit are listed in the DIP in force at the end of a period, by the unit's code.
  func listedCounts(upTo period: Period) throws -> [UnitCode: Int] {
    let counts: [(UnitCode, Int)] = try db.rows(
      """
      SELECT c.unit, count(*) AS total FROM edition_change c WHERE c.listed AND \(RecordTables.inForce("c", "?1")) GROUP BY c.unit
      """, period.lastMonth
    ) { (try $0["unit"], try $0["total"]) }
    return Dictionary(counts) { first, _ in first }
  }

  /// How many records call for each act of retention by a day, without the excluded ones for those who may not see them.
  func dueCounts(until day: CalendarDate, seesExcluded: Bool) throws -> [(action: String, count: Int)] {
    try db.rows(RetentionTables.dueCounts(until: "?1", withExcluded: seesExcluded), day) {
      (action: try $0["action"], count: try $0["count"])
    }
  }
}
