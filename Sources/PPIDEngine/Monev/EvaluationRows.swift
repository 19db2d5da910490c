import PPIDValues

/// Instruments and the half-years that are judged by them; what was found and recommended, and what became of it.
struct EvaluationRows {
  let db: Database

  // MARK: Instruments

  /// The instrument of that name and version: its id, and its text.
  func instrument(_ name: String, version: Int) throws -> (id: Int, source: String)? {
    try db.row("SELECT id, source FROM instrument WHERE name = ? AND version = ?", name, version) {
      (id: try $0["id"], source: try $0["source"])
    }
  }

  /// The instrument by which a half-year is judged.
  func instrument(of evaluation: StoredEvaluation) throws -> Instrument {
    guard let source: String = try db.value("SELECT source FROM instrument WHERE id = ?", evaluation.instrumentID) else {
      throw StorageFailure.corrupt(path: db.path, detail: "instrument \(evaluation.instrumentID)")
    }
    return try InstrumentReader.read(source)
  }

  func insertInstrument(_ instrument: Instrument, source: String, at time: LocalTime) throws -> Int {
    try db.insert(
      "INSERT INTO instrument (name, version, title, source, stored_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)", instrument.name,
      instrument.version, instrument.title, source, time, db.entry)
  }

  // MARK: Evaluations

  func evaluations() throws -> [StoredEvaluation] {
    try db.rows("SELECT id, period, instrument_id, opened_at, closed_at FROM evaluation ORDER BY period") {
      StoredEvaluation(
        id: try $0["id"], period: try $0["period"], instrumentID: try $0["instrument_id"], opened: try $0["opened_at"],
        closed: try $0["closed_at"])
    }
  }

  func evaluation(_ period: Period) throws -> StoredEvaluation? { try evaluations().first { $0.period == period } }

  func insertEvaluation(_ period: Period, instrumentID: Int, by actor: String, at time: LocalTime) throws {
    try db.execute(
      "INSERT INTO evaluation (period, instrument_id, opened_at, opened_by, journal_id) VALUES (?, ?, ?, ?, ?)", period, instrumentID,
      time, actor, db.entry)
  }

  /// Keeps what was counted as it is now.
  func closeEvaluation(
    _ evaluation: StoredEvaluation, _ counts: [(indicator: String, unit: UnitCode?, count: IndicatorCount)], at time: LocalTime
  ) throws {
    for (indicator, unit, count) in counts {
      try db.execute(
        "INSERT INTO counted_indicator (evaluation_id, indicator, unit, part, whole, journal_id) VALUES (?, ?, ?, ?, ?, ?)",
        evaluation.id, indicator, CountedUnit(code: unit), count.part, count.whole, db.entry)
    }
    try db.execute("UPDATE evaluation SET closed_at = ?, journal_id = ? WHERE id = ?", time, db.entry, evaluation.id)
  }

  /// What was counted when the evaluation was closed, by indicator and unit (nil for the office).
  func countedIndicators(_ evaluation: StoredEvaluation) throws -> [String: [UnitCode?: IndicatorCount]] {
    var counts: [String: [UnitCode?: IndicatorCount]] = [:]
    try db.forEach("SELECT indicator, unit, part, whole FROM counted_indicator WHERE evaluation_id = ?", evaluation.id) { row in
      let indicator: String = try row["indicator"]
      let unit: CountedUnit = try row["unit"]
      counts[indicator, default: [:]][unit.code] = IndicatorCount(try row["part"], of: try row["whole"])
    }
    return counts
  }

  // MARK: Judgements

  func judgements(_ evaluation: StoredEvaluation) throws -> [String: Judgement] {
    let evidence = try evidence(evaluation)
    let judgements = try db.rows("SELECT indicator, quarters, note FROM judgement WHERE evaluation_id = ?", evaluation.id) { row in
      let indicator: String = try row["indicator"]
      let grade: Grade = try row["quarters"]
      return (indicator, Judgement(grade: grade, note: try row["note"], evidence: evidence[indicator] ?? []))
    }
    return Dictionary(judgements) { first, _ in first }
  }

  /// The records that show what was judged, by indicator.
  private func evidence(_ evaluation: StoredEvaluation) throws -> [String: [RecordNumber]] {
    var evidence: [String: [RecordNumber]] = [:]
    try db.forEach(
      "SELECT indicator, record_id FROM judgement_evidence WHERE evaluation_id = ? ORDER BY record_id", evaluation.id
    ) { row in
      let indicator: String = try row["indicator"]
      let record: Int = try row["record_id"]
      evidence[indicator, default: []].append(RecordNumber(record))
    }
    return evidence
  }

  func setJudgement(
    _ judgement: Judgement, of indicator: String, _ evaluation: StoredEvaluation, by actor: String, at time: LocalTime
  ) throws {
    try db.execute("DELETE FROM judgement WHERE evaluation_id = ? AND indicator = ?", evaluation.id, indicator)
    try db.execute(
      """
      INSERT INTO judgement (evaluation_id, indicator, quarters, note, judged_at, judged_by, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, evaluation.id, indicator, judgement.grade, judgement.note, time, actor, db.entry)
    for record in judgement.evidence {
      try db.execute(
        "INSERT INTO judgement_evidence (evaluation_id, indicator, record_id, journal_id) VALUES (?, ?, ?, ?)", evaluation.id, indicator,
        record.value, db.entry)
    }
  }

  // MARK: Findings and recommendations

  func insertFinding(_ text: String, period: Period, step: Int?, by actor: String, at time: LocalTime) throws -> FindingNumber {
    FindingNumber(
      try db.insert(
        "INSERT INTO finding (period, text, step, found_at, found_by, journal_id) VALUES (?, ?, ?, ?, ?, ?)", period, text, step, time,
        actor, db.entry))
  }

  func hasFinding(_ number: FindingNumber) throws -> Bool { try db.exists("SELECT 1 FROM finding WHERE id = ?", number.value) }

  func hasFinding(in period: Period) throws -> Bool { try db.exists("SELECT 1 FROM finding WHERE period = ?", period) }

  func findings(of period: Period) throws -> [(number: FindingNumber, text: String, step: Int?)] {
    try db.rows("SELECT id, text, step FROM finding WHERE period = ? ORDER BY id", period) {
      (number: FindingNumber(try $0["id"]), text: try $0["text"], step: try $0["step"])
    }
  }

  func insertRecommendation(
    _ text: String, finding: FindingNumber, owner: String, due: CalendarDate, by actor: String, at time: LocalTime
  ) throws -> RecommendationNumber {
    RecommendationNumber(
      try db.insert(
        "INSERT INTO recommendation (finding_id, text, owner, due, made_at, made_by, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
        finding.value, text, owner, due, time, actor, db.entry))
  }

  func recommendations() throws -> [Recommendation] {
    try db.rows(
      """
      SELECT r.id, r.finding_id, f.period, r.text, r.owner, r.due, r.made_at, l.state, l.stated_at, l.note, l.evidence_id
      FROM recommendation r JOIN finding f ON f.id = r.finding_id
      LEFT JOIN follow_up l ON l.id = (SELECT max(id) FROM follow_up WHERE recommendation_id = r.id) ORDER BY r.id
      """
    ) { row in
      let state: FollowUpState? = try row["state"]
      let stated: LocalTime? = try row["stated_at"]
      let evidence: Int? = try row["evidence_id"]
      return Recommendation(
        number: RecommendationNumber(try row["id"]), finding: FindingNumber(try row["finding_id"]), period: try row["period"],
        text: try row["text"], owner: try row["owner"], due: try row["due"], made: try row["made_at"], state: state,
        note: try row["note"], evidence: evidence.map { RecordNumber($0) }, done: state == .done ? stated?.date : nil)
    }
  }

  func insertFollowUp(
    _ recommendation: RecommendationNumber, _ state: FollowUpState, evidence: RecordNumber?, note: String?, by actor: String,
    at time: LocalTime
  ) throws {
    try db.execute(
      """
      INSERT INTO follow_up (recommendation_id, state, note, evidence_id, stated_at, stated_by, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, recommendation.value, state, note, evidence?.value, time, actor, db.entry)
  }
}

/// Of whom something was counted, as a column keeps it: a unit, or the office by an empty text.
private struct CountedUnit: StoredText {
  let code: UnitCode?

  init(code: UnitCode?) { self.code = code }

  init?(stored text: String) {
    code = UnitCode(stored: text)
    guard code != nil || text.isEmpty else { return nil }
  }

  var stored: String { code?.stored ?? "" }
}

/// A column keeps how many quarters a grade is.
extension Grade: StoredValue {
  static func read(_ statement: Statement, at index: Int32) -> Grade? {
    Int.read(statement, at: index).flatMap { Grade(rawValue: $0) }
  }

  func bind(to statement: Statement, at index: Int32) { rawValue.bind(to: statement, at: index) }
}

extension FollowUpState: StoredText {}
