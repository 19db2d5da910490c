import PPIDValues

/// The decisions that exclude records, and what opened them again.
struct ExclusionRows {
  let db: Database

  /// The decision that holds of a record; nil when none was made, or it was opened since.
  func exclusion(of record: Int) throws -> Exclusion? {
    try db.row(
      """
      SELECT x.id, x.article, x.basis, x.if_opened, x.if_closed, x.span, x.ends_on, x.category_before, x.officer, x.office, x.place,
        x.decided_at
      FROM exclusion x WHERE x.id = \(ExclusionRows.holdingExclusion("?"))
      """, record, decode: Exclusion.init)
  }

  /// The id of the decision that holds of the record of this id, in SQL.
  static func holdingExclusion(_ record: String) -> String {
    """
    (SELECT max(h.id) FROM exclusion h WHERE h.record_id = \(record) \
    AND NOT EXISTS (SELECT 1 FROM exclusion_opening o WHERE o.exclusion_id = h.id))
    """
  }

  func insert(_ exclusion: Exclusion, of record: Int) throws {
    try db.execute(
      """
      INSERT INTO exclusion (record_id, article, basis, if_opened, if_closed, span, ends_on, category_before, officer, office, place,
        decided_at, journal_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, record, exclusion.test.ground, exclusion.test.basis, exclusion.test.ifOpened, exclusion.test.ifClosed,
      exclusion.test.span, exclusion.ends, exclusion.categoryBefore, exclusion.officer, exclusion.office, exclusion.place,
      exclusion.decided, db.entry)
  }

  /// Ends every decision on a record that has not ended.
  func endExclusion(of record: Int, reason: String?, officer: String, at time: LocalTime) throws {
    try db.execute(
      """
      INSERT INTO exclusion_opening (exclusion_id, reason, opened_at, officer, journal_id)
      SELECT x.id, ?, ?, ?, ? FROM exclusion x WHERE x.record_id = ?
      AND NOT EXISTS (SELECT 1 FROM exclusion_opening o WHERE o.exclusion_id = x.id)
      """, reason, time, officer, db.entry, record)
  }

  /// How many exclusions that hold ended before `today`, and how many more end by `soon`.
  func countExclusions(endedBefore today: CalendarDate, endingBy soon: CalendarDate) throws -> (ended: Int, ending: Int) {
    let counts: (Int, Int)? = try db.row(
      """
      SELECT count(*) FILTER (WHERE x.ends_on < ?) AS ended, count(*) FILTER (WHERE x.ends_on >= ?) AS ending
      FROM exclusion x JOIN record r ON r.id = x.record_id
      WHERE x.ends_on <= ? AND r.category = 'dikecualikan' AND r.status NOT IN ('ditarik', 'dimusnahkan')
      AND x.id = \(ExclusionRows.holdingExclusion("r.id"))
      """, today, today, soon
    ) { try ($0["ended"], $0["ending"]) }
    return counts ?? (0, 0)
  }

  /// Whether the edition in force lists the record.
  func isListed(_ record: Int) throws -> Bool {
    try db.value("SELECT c.listed FROM edition_change c WHERE c.record_id = ? ORDER BY c.edition_id DESC LIMIT 1", record) ?? false
  }
}

extension ExclusionGround: StoredText {}

extension TimeSpan: StoredText {
  /// Reads what `description` wrote.
  init?(stored text: String) {
    let digits = text.prefix { $0 == "-" || $0.isNumber }
    guard let number = Int(digits) else { return nil }
    self.init(number: number, unit: text[digits.endIndex...])
  }

  var stored: String { description }
}

extension Exclusion {
  fileprivate init(_ row: Row) throws {
    test = ConsequenceTest(
      ground: try row["article"], basis: try row["basis"], ifOpened: try row["if_opened"], ifClosed: try row["if_closed"],
      span: try row["span"])
    categoryBefore = try row["category_before"]
    ends = try row["ends_on"]
    officer = try row["officer"]
    office = try row["office"]
    place = try row["place"]
    decided = try row["decided_at"]
  }
}
