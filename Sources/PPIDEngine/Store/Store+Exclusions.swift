import GRDB
import PPIDValues

extension Store {
  /// The decision that holds of a record; nil when none was made, or it was opened since.
  func exclusion(of record: Int, _ db: Database) throws -> Exclusion? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT x.article, x.basis, x.if_opened, x.if_closed, x.span, x.ends_on, x.category_before, x.officer, x.office, x.place, x.decided_at
        FROM exclusion x WHERE x.id = \(Store.holdingExclusion("?"))
        """,
      arguments: [record]
    ).flatMap(Store.exclusion)
  }

  /// The id of the decision that holds of the record of this id, in SQL.
  static func holdingExclusion(_ record: String) -> String {
    """
    (SELECT max(h.id) FROM exclusion h WHERE h.record_id = \(record) \
    AND NOT EXISTS (SELECT 1 FROM exclusion_opening o WHERE o.exclusion_id = h.id))
    """
  }

  /// Those of these records that a decision excludes, which was not opened since.
  func excludedByDecision(_ records: [Int], _ db: Database) throws -> Set<Int> {
    let sql = "SELECT r.id FROM record r WHERE \(Store.holdingExclusion("r.id")) IS NOT NULL AND r.id IN"
    return Set(try inBatches(records) { places, arguments in try Int.fetchAll(db, sql: "\(sql) (\(places))", arguments: arguments) })
  }

  func insert(_ exclusion: Exclusion, of record: Int, event: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO exclusion (record_id, article, basis, if_opened, if_closed, span, ends_on, category_before, officer, office, place,
          decided_at, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record, exclusion.test.ground.rawValue, exclusion.test.basis, exclusion.test.ifOpened, exclusion.test.ifClosed,
        exclusion.test.span.description, exclusion.ends.description, exclusion.categoryBefore?.rawValue, exclusion.officer,
        exclusion.office, exclusion.place, exclusion.decided.description, event,
      ])
  }

  /// Ends every decision on a record that has not ended.
  func endExclusion(of record: Int, reason: String?, officer: String, at time: LocalTime, event: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO exclusion_opening (exclusion_id, reason, opened_at, officer, journal_id)
        SELECT x.id, ?, ?, ?, ? FROM exclusion x WHERE x.record_id = ?
        AND NOT EXISTS (SELECT 1 FROM exclusion_opening o WHERE o.exclusion_id = x.id)
        """,
      arguments: [reason, time.description, officer, event, record])
  }

  /// How many exclusions that hold ended before `today`, and how many more end by `soon`.
  func countExclusions(endedBefore today: CalendarDate, endingBy soon: CalendarDate, _ db: Database) throws -> (ended: Int, ending: Int) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FILTER (WHERE x.ends_on < ?), count(*) FILTER (WHERE x.ends_on >= ?)
          FROM exclusion x JOIN record r ON r.id = x.record_id
          WHERE x.ends_on <= ? AND r.category = 'dikecualikan' AND r.status NOT IN ('ditarik', 'dimusnahkan')
          AND x.id = \(Store.holdingExclusion("r.id"))
          """),
      arguments: [today.description, today.description, soon.description])
    return (row?[0] ?? 0, row?[1] ?? 0)
  }

  /// Whether the edition in force lists the record.
  func isListed(_ record: Int, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT c.listed FROM edition_change c WHERE c.record_id = ? ORDER BY c.edition_id DESC LIMIT 1", arguments: [record])
      ?? false
  }

  private static func exclusion(_ row: Row) -> Exclusion? {
    guard let ground = ExclusionGround(rawValue: row[0]), let span = TimeSpan(spelling: row[4]), let ends = CalendarDate(row[5] as String),
      let decided = LocalTime(row[10] as String)
    else { return nil }
    return Exclusion(
      test: ConsequenceTest(ground: ground, basis: row[1], ifOpened: row[2], ifClosed: row[3], span: span),
      categoryBefore: (row[6] as String?).flatMap(Category.init), ends: ends, officer: row[7], office: row[8], place: row[9],
      decided: decided)
  }
}

extension TimeSpan {
  /// Reads what `description` wrote.
  fileprivate init?(spelling text: String) {
    let digits = text.prefix { $0 == "-" || $0.isNumber }
    guard let number = Int(digits) else { return nil }
    self.init(number: number, unit: text[digits.endIndex...])
  }
}

extension Relation {
  /// Excluded records that may be seen, each with the decision that holds of it, if there is one.
  static func exclusions(today: CalendarDate, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [], from: "record r JOIN unit u ON u.id = r.unit_id LEFT JOIN exclusion x ON x.id = \(Store.holdingExclusion("r.id"))",
      order: [OrderKey(sql: "r.id")])
    let day = relation.bind(.date(today))
    let state = "CASE WHEN x.id IS NULL THEN 'belum diuji' WHEN x.ends_on < \(day) THEN 'berakhir' ELSE 'berlaku' END"
    let kinds = ExclusionGround.allCases.map { "WHEN '\($0.rawValue)' THEN '\($0.words.id)'" }.joined(separator: " ")
    relation.columns = [
      Column("nomor", .text, "('A-' || r.id)"), Column("judul", .text, "r.title"), Column("unit", .text, "u.code"),
      Column("pasal", .text, "x.article"), Column("berakhir", .date, "x.ends_on"), Column("keadaan", .text, "(\(state))"),
      Column("dasar", .text, "x.basis"), Column("dibuka", .text, "x.if_opened"), Column("ditutup", .text, "x.if_closed"),
      Column("jangka", .text, "x.span"), Column("jenis_pengecualian", .text, "(CASE x.article \(kinds) END)"),
      Column("kategori_semula", .text, "x.category_before"), Column("pejabat", .text, "x.officer"), Column("kantor", .text, "x.office"),
      Column("tempat", .text, "x.place"), Column("ditetapkan", .time, "x.decided_at"),
    ]
    relation.filters = ["r.category = 'dikecualikan'"]
    relation.hideUnseen(visibility)
    return relation
  }
}
