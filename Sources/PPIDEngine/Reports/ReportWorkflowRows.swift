import PPIDValues

/// A hand-over as its documents tell it.
struct HandoverSummary: Sendable {
  let number: HandoverNumber
  let round: Int
  let state: HandoverState
  let isNil: Bool
  let printed: (count: Int, unit: PrintedUnit)?
  let counted: Int?
  let difference: String?
}

/// A record of a hand-over.
struct HandoverLine: Sendable {
  let record: RecordNumber
  let title: String
  let category: Category?
  let form: String?
  let code: String?
  let location: String?
  let change: String
  let sent: Int
  let received: Int?
}

/// What the last verification of a delivery found.
struct VerificationSummary: Sendable {
  let at: LocalTime
  let round: Int
  let checked: Int
  let findings: [(record: RecordNumber?, message: Phrase)]
}

/// What documents tell of hand-overs, verifications and the month.
struct ReportWorkflowRows {
  let db: Database

  // MARK: Hand-overs

  /// The last hand-over of a unit's delivery.
  func lastHandover(of unit: StoredUnit, in period: Period) throws -> HandoverSummary? {
    try db.row(
      """
      SELECT h.id, h.round, h.state, h.is_nil, h.printed, h.printed_unit, h.counted, h.difference FROM handover h
      JOIN track t ON t.id = h.track_id JOIN cycle y ON y.id = t.cycle_id
      WHERE t.unit_id = ? AND y.period = ? ORDER BY h.id DESC LIMIT 1
      """, unit.id, period
    ) { row in
      let id: Int = try row["id"]
      let count: Int? = try row["printed"]
      let printedUnit: PrintedUnit? = try row["printed_unit"]
      return HandoverSummary(
        number: HandoverNumber(id), round: try row["round"], state: try row["state"], isNil: try row["is_nil"],
        printed: count.flatMap { count in printedUnit.map { (count, $0) } }, counted: try row["counted"],
        difference: try row["difference"])
    }
  }

  /// What a hand-over holds: as it was received, or else as it is now.
  func lines(of handover: HandoverNumber) throws -> [HandoverLine] {
    try db.rows(
      """
      SELECT r.id, coalesce(i.title, r.title) AS title, iif(i.received IS NULL, r.category, i.category) AS category,
        iif(i.received IS NULL, r.form, i.form) AS form, r.code, r.location, i.change, i.sent, i.received
      FROM handover_item i JOIN record r ON r.id = i.record_id WHERE i.handover_id = ? ORDER BY r.id
      """, handover.value
    ) { row in
      let id: Int = try row["id"]
      return HandoverLine(
        record: RecordNumber(id), title: try row["title"], category: try row["category"], form: try row["form"], code: try row["code"],
        location: try row["location"], change: try row["change"], sent: try row["sent"], received: try row["received"])
    }
  }

  /// Everything that a hand-over went through.
  func events(of handover: HandoverNumber) throws -> [(kind: HandoverEventKind, at: LocalTime, actor: String, note: String?)] {
    try db.rows("SELECT kind, at, actor, note FROM handover_event WHERE handover_id = ? ORDER BY id", handover.value) {
      (kind: try $0["kind"], at: try $0["at"], actor: try $0["actor"], note: try $0["note"])
    }
  }

  // MARK: The month

  /// Why a unit said that it has nothing of a kind, by the kind, folded.
  func nilReasons(of unit: StoredUnit, in period: Period) throws -> [String: String] {
    let reasons: [(String, String)] = try db.rows(
      """
      SELECT n.folded_kind, n.reason FROM nil_statement n JOIN cycle y ON y.id = n.cycle_id WHERE n.unit_id = ? AND y.period = ?
      """, unit.id, period
    ) { (try $0["folded_kind"], try $0["reason"]) }
    return Dictionary(reasons) { first, _ in first }
  }

  /// What the last verification of a delivery found; nil where none has run.
  func lastVerification(of unit: StoredUnit, in period: Period) throws -> VerificationSummary? {
    try db.row(
      """
      SELECT v.id, v.at, v.round, v.checked FROM verification v JOIN track t ON t.id = v.track_id JOIN cycle y ON y.id = t.cycle_id
      WHERE t.unit_id = ? AND y.period = ? ORDER BY v.id DESC LIMIT 1
      """, unit.id, period
    ) { row in
      VerificationSummary(
        at: try row["at"], round: try row["round"], checked: try row["checked"], findings: try findings(ofVerification: try row["id"]))
    }
  }

  private func findings(ofVerification run: Int) throws -> [(record: RecordNumber?, message: Phrase)] {
    try db.rows(
      "SELECT record_id, message_id, message_en FROM verification_finding WHERE verification_id = ? ORDER BY rowid", run
    ) { row in
      let record: Int? = try row["record_id"]
      return (record: record.map { RecordNumber($0) }, message: Phrase(id: try row["message_id"], en: try row["message_en"]))
    }
  }

  /// The input of Tim Pertimbangan on a month.
  func advice(on period: Period) throws -> [(text: String, at: LocalTime, actor: String)] {
    try db.rows(
      "SELECT a.text, a.at, a.actor FROM advice a JOIN cycle y ON y.id = a.cycle_id WHERE y.period = ? ORDER BY a.id", period
    ) { (text: try $0["text"], at: try $0["at"], actor: try $0["actor"]) }
  }
}
