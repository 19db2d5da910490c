import GRDB
import PPIDValues

extension Store {
  // MARK: Instruments

  /// The instrument of that name and version: its id, and its text.
  func instrument(_ name: String, version: Int, _ db: Database) throws -> (id: Int, source: String)? {
    try Row.fetchOne(db, sql: "SELECT id, source FROM instrument WHERE name = ? AND version = ?", arguments: [name, version])
      .map { (id: $0[0], source: $0[1]) }
  }

  /// The instrument by which a half-year is judged.
  func instrument(of evaluation: StoredEvaluation, _ db: Database) throws -> Instrument {
    let source = try String.fetchOne(db, sql: "SELECT source FROM instrument WHERE id = ?", arguments: [evaluation.instrumentID])
    guard let source else { throw StorageFailure.corrupt(path: path, detail: "instrument \(evaluation.instrumentID)") }
    return try InstrumentReader.read(source)
  }

  func insertInstrument(_ instrument: Instrument, source: String, at time: LocalTime, _ db: Database) throws -> Int {
    try db.execute(
      sql: "INSERT INTO instrument (name, version, title, source, stored_at) VALUES (?, ?, ?, ?, ?)",
      arguments: [instrument.name, instrument.version, instrument.title, source, time.description])
    return Int(db.lastInsertedRowID)
  }

  // MARK: Evaluations

  func evaluations(_ db: Database) throws -> [StoredEvaluation] {
    try Row.fetchAll(db, sql: "SELECT id, period, instrument_id, opened_at, closed_at FROM evaluation ORDER BY period").map {
      StoredEvaluation(
        id: $0[0], period: Period($0[1] as String)!, instrumentID: $0[2], opened: LocalTime($0[3] as String)!,
        closed: ($0[4] as String?).flatMap { LocalTime($0) })
    }
  }

  func evaluation(_ period: Period, _ db: Database) throws -> StoredEvaluation? {
    try evaluations(db).first { $0.period == period }
  }

  func insertEvaluation(_ period: Period, instrumentID: Int, by actor: String, at time: LocalTime, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO evaluation (period, instrument_id, opened_at, opened_by) VALUES (?, ?, ?, ?)",
      arguments: [period.description, instrumentID, time.description, actor])
  }

  /// Keeps what was counted as it is now.
  func closeEvaluation(
    _ evaluation: StoredEvaluation, _ counts: [(indicator: String, unit: UnitCode?, count: IndicatorCount)], at time: LocalTime,
    _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO counted_indicator (evaluation_id, indicator, unit, part, whole) VALUES (?, ?, ?, ?, ?)")
    for (indicator, unit, count) in counts {
      try statement.execute(arguments: [evaluation.id, indicator, unit?.text ?? "", count.part, count.whole])
    }
    try db.execute(sql: "UPDATE evaluation SET closed_at = ? WHERE id = ?", arguments: [time.description, evaluation.id])
  }

  /// What was counted when the evaluation was closed, by indicator and unit (nil for the office).
  func countedIndicators(_ evaluation: StoredEvaluation, _ db: Database) throws -> [String: [UnitCode?: IndicatorCount]] {
    var counts: [String: [UnitCode?: IndicatorCount]] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT indicator, unit, part, whole FROM counted_indicator WHERE evaluation_id = ?", arguments: [evaluation.id])
    for row in rows {
      counts[row[0] as String, default: [:]][UnitCode(row[1] as String)] = IndicatorCount(row[2], of: row[3])
    }
    return counts
  }

  func judgements(_ evaluation: StoredEvaluation, _ db: Database) throws -> [String: Judgement] {
    let evidence = try Row.fetchAll(
      db, sql: "SELECT indicator, record_id FROM judgement_evidence WHERE evaluation_id = ? ORDER BY record_id", arguments: [evaluation.id])
    let numbers = Dictionary(grouping: evidence) { $0[0] as String }
    let rows = try Row.fetchAll(
      db, sql: "SELECT indicator, quarters, note FROM judgement WHERE evaluation_id = ?", arguments: [evaluation.id])
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let code: String = row[0]
        return (
          code,
          Judgement(
            grade: Grade(rawValue: row[1]) ?? .none, note: row[2], evidence: (numbers[code] ?? []).map { RecordNumber($0[1]) })
        )
      })
  }

  func setJudgement(
    _ judgement: Judgement, of indicator: String, _ evaluation: StoredEvaluation, by actor: String, at time: LocalTime, _ db: Database
  ) throws {
    try db.execute(sql: "DELETE FROM judgement WHERE evaluation_id = ? AND indicator = ?", arguments: [evaluation.id, indicator])
    try db.execute(
      sql: "INSERT INTO judgement (evaluation_id, indicator, quarters, note, judged_at, judged_by) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [evaluation.id, indicator, judgement.grade.rawValue, judgement.note, time.description, actor])
    for record in judgement.evidence {
      try db.execute(
        sql: "INSERT INTO judgement_evidence (evaluation_id, indicator, record_id) VALUES (?, ?, ?)",
        arguments: [evaluation.id, indicator, record.value])
    }
  }

  // MARK: Findings and recommendations

  func insertFinding(_ text: String, period: Period, step: Int?, by actor: String, at time: LocalTime, _ db: Database) throws
    -> FindingNumber
  {
    try db.execute(
      sql: "INSERT INTO finding (period, text, step, found_at, found_by) VALUES (?, ?, ?, ?, ?)",
      arguments: [period.description, text, step, time.description, actor])
    return FindingNumber(Int(db.lastInsertedRowID))
  }

  func hasFinding(_ number: FindingNumber, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM finding WHERE id = ?)", arguments: [number.value]) ?? false
  }

  func hasFinding(in period: Period, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM finding WHERE period = ?)", arguments: [period.description]) ?? false
  }

  func findings(of period: Period, _ db: Database) throws -> [(number: FindingNumber, text: String, step: Int?, found: LocalTime?)] {
    try Row.fetchAll(db, sql: "SELECT id, text, step, found_at FROM finding WHERE period = ? ORDER BY id", arguments: [period.description])
      .map { (number: FindingNumber($0[0]), text: $0[1], step: $0[2], found: LocalTime($0[3] as String)) }
  }

  func insertRecommendation(
    _ text: String, finding: FindingNumber, owner: String, due: CalendarDate, by actor: String, at time: LocalTime, _ db: Database
  ) throws -> RecommendationNumber {
    try db.execute(
      sql: "INSERT INTO recommendation (finding_id, text, owner, due, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [finding.value, text, owner, due.description, time.description, actor])
    return RecommendationNumber(Int(db.lastInsertedRowID))
  }

  func recommendations(_ db: Database) throws -> [Recommendation] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT r.id, r.finding_id, f.period, r.text, r.owner, r.due, r.made_at, l.state, substr(l.stated_at, 1, 10), l.note,
          l.evidence_id
        FROM recommendation r JOIN finding f ON f.id = r.finding_id
        LEFT JOIN follow_up l ON l.id = (SELECT max(id) FROM follow_up WHERE recommendation_id = r.id) ORDER BY r.id
        """
    ).map { row in
      let state = (row[7] as String?).flatMap(FollowUpState.init)
      return Recommendation(
        number: RecommendationNumber(row[0]), finding: FindingNumber(row[1]), period: Period(row[2] as String)!, text: row[3],
        owner: row[4], due: CalendarDate(row[5] as String)!, made: LocalTime(row[6] as String)!, state: state,
        note: row[9], evidence: (row[10] as Int?).map { RecordNumber($0) },
        done: state == .done ? (row[8] as String?).flatMap { CalendarDate($0) } : nil)
    }
  }

  func insertFollowUp(
    _ recommendation: RecommendationNumber, _ state: FollowUpState, evidence: RecordNumber?, note: String?, by actor: String,
    at time: LocalTime, _ db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO follow_up (recommendation_id, state, note, evidence_id, stated_at, stated_by) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [recommendation.value, state.rawValue, note, evidence?.value, time.description, actor])
  }
}

extension Relation {
  static func instruments() -> Relation {
    Relation(
      columns: [
        Column("nama", .text, "i.name"), Column("versi", .int, "i.version"), Column("judul", .text, "i.title"),
        Column("dipakai", .text, "(SELECT group_concat(e.period, ', ') FROM evaluation e WHERE e.instrument_id = i.id)"),
        Column("disimpan", .time, "i.stored_at"),
      ],
      from: "instrument i", order: [OrderKey(sql: "i.id")])
  }

  static func findings() -> Relation {
    Relation(
      columns: [
        Column("nomor", .text, "('T-' || f.id)"), Column("periode", .period, "f.period"), Column("temuan", .text, "f.text"),
        Column("langkah", .int, "f.step"), Column("oleh", .text, "f.found_by"), Column("waktu", .time, "f.found_at"),
        Column("rekomendasi", .int, "(SELECT count(*) FROM recommendation r WHERE r.finding_id = f.id)"),
      ],
      from: "finding f", order: [OrderKey(sql: "f.id")])
  }

  /// All recommendations; those whose date is before `today` and that are not done are late.
  static func recommendations(today: CalendarDate) -> Relation {
    var relation = Relation(columns: [], from: "", order: [OrderKey(sql: "r.id")])
    let day = relation.bind(.date(today))
    relation.columns = [
      Column("nomor", .text, "('R-' || r.id)"), Column("temuan", .text, "('T-' || r.finding_id)"),
      Column("periode", .period, "f.period"), Column("rekomendasi", .text, "r.text"), Column("pic", .text, "r.owner"),
      Column("batas", .date, "r.due"), Column("keadaan", .text, "coalesce(l.state, 'terbuka')"),
      Column("terlambat", .bool, "(l.state IS NOT 'selesai' AND r.due < \(day))"),
      Column("bukti", .text, "('A-' || l.evidence_id)"), Column("catatan", .text, "l.note"), Column("diubah", .time, "l.stated_at"),
    ]
    relation.from = """
      recommendation r JOIN finding f ON f.id = r.finding_id \
      LEFT JOIN follow_up l ON l.id = (SELECT max(id) FROM follow_up WHERE recommendation_id = r.id)
      """
    return relation
  }
}
