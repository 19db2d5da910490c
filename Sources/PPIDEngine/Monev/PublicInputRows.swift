import PPIDValues

/// What the public says, and what activity 15 decides on.
struct PublicInputRows {
  let db: Database

  // MARK: Input

  func insertPublicInput(_ text: String, from origin: String, due: LocalTime?, by actor: String, at time: LocalTime) throws
    -> PublicInputNumber
  {
    PublicInputNumber(
      try db.insert(
        "INSERT INTO public_input (text, origin, received_at, received_by, due, journal_id) VALUES (?, ?, ?, ?, ?, ?)", text, origin,
        time, actor, due, db.entry))
  }

  func publicInput() throws -> [PublicInput] {
    try db.rows(
      """
      SELECT i.id, i.text, i.origin, i.received_at, i.due, i.answered_at, d.accepted, u.code AS unit, d.reason
      FROM public_input i LEFT JOIN proposal_decision d ON d.input_id = i.id LEFT JOIN unit u ON u.id = d.unit_id ORDER BY i.id
      """
    ) { row in
      PublicInput(
        number: PublicInputNumber(try row["id"]), text: try row["text"], origin: try row["origin"], received: try row["received_at"],
        due: try row["due"], answered: try row["answered_at"], decision: try PublicInputRows.decision(row))
    }
  }

  private static func decision(_ row: Row) throws -> PublicInput.Decision? {
    guard let isAccepted: Bool = try row["accepted"] else { return nil }
    let reason: String? = try row["reason"]
    return isAccepted ? .accepted(unit: try row["unit"]) : .refused(reason: reason ?? "")
  }

  func answer(_ number: PublicInputNumber, _ text: String, by actor: String, at time: LocalTime) throws {
    try db.execute(
      "UPDATE public_input SET answer = ?, answered_at = ?, answered_by = ?, journal_id = ? WHERE id = ?", text, time, actor, db.entry,
      number.value)
  }

  // MARK: Proposals (activity 15)

  /// A record that is open, in the archive, not listed in the DIP in force, and not proposed or taken out by somebody.
  private static let isProposal = """
    \(FigureRows.living) AND r.category IN ('berkala', 'serta-merta', 'setiap-saat') AND r.dip = 'belum'
    AND NOT EXISTS (SELECT 1 FROM edition_change c WHERE c.record_id = r.id AND c.listed AND \(RecordTables.inForce("c", nil)))
    """
  /// What somebody refused is proposed again when its record has changed since: the journal's order decides, not the stated times,
  /// which may run backwards.
  private static let isRefused = """
    EXISTS (SELECT 1 FROM proposal_decision d WHERE d.record_id = r.id AND NOT d.accepted
      AND d.journal_id > coalesce((SELECT max(v.journal_id) FROM revision v WHERE v.record_id = r.id), 0))
    """
  static let proposals = """
    (SELECT 0 AS source, r.id, ('A-' || r.id) AS number, r.title, u.code AS unit, r.category,
      'ada di arsip, belum tercantum di DIP' AS reason
    FROM record r JOIN unit u ON u.id = r.unit_id WHERE \(isProposal) AND NOT \(isRefused)
    UNION ALL
    SELECT 1, i.id, ('M-' || i.id), i.text, NULL, NULL, 'diminta ' || i.origin
    FROM public_input i WHERE NOT EXISTS (SELECT 1 FROM proposal_decision d WHERE d.input_id = i.id))
    """

  /// What waits for a decision of activity 15: the first of them, and how many there are.
  func openProposals(naming most: Int) throws -> (first: [String], count: Int) {
    let first: [String] = try db.values("SELECT number FROM \(PublicInputRows.proposals) p ORDER BY p.source, p.id LIMIT ?", most)
    guard first.count == most else { return (first, first.count) }
    return (first, try db.value("SELECT count(*) FROM \(PublicInputRows.proposals)") ?? most)
  }

  func isProposal(_ record: RecordNumber) throws -> Bool {
    try db.exists("SELECT 1 FROM record r WHERE r.id = ? AND \(PublicInputRows.isProposal)", record.value)
  }

  func insertDecision(
    record: RecordNumber? = nil, input: PublicInputNumber? = nil, isAccepted: Bool, unitID: Int? = nil, reason: String?, by actor: String,
    at time: LocalTime
  ) throws {
    try db.execute(
      """
      INSERT INTO proposal_decision (record_id, input_id, accepted, unit_id, reason, decided_at, decided_by, journal_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, record?.value, input?.value, isAccepted, unitID, reason, time, actor, db.entry)
  }

  /// What activity 15 decided for a half-year: behind the end of the activity 15 before, up to its own end, by the journal's order.
  /// Those who may not see excluded records get none that is excluded now, and no record's title: it may be excluded after the
  /// document was issued.
  func proposalDecisions(of period: Period, seesExcluded: Bool) throws -> [ProposalDecision] {
    let ends = """
      FROM step_event e JOIN track t ON t.id = e.track_id JOIN cycle y ON y.id = t.cycle_id
      JOIN procedure_step p ON p.procedure_id = y.procedure_id AND p.number = e.step
      WHERE p.gate = '\(Gate.proposals.rawValue)' AND e.kind = '\(StepEventKind.finished.rawValue)' AND y.period
      """
    return try db.rows(
      """
      SELECT coalesce('A-' || r.id, 'M-' || i.id) AS number, coalesce(CASE WHEN ?2 THEN r.title END, i.text) AS text,
        coalesce(ru.code, du.code) AS unit, d.accepted, d.reason, d.decided_by
      FROM proposal_decision d LEFT JOIN record r ON r.id = d.record_id LEFT JOIN unit ru ON ru.id = r.unit_id
      LEFT JOIN public_input i ON i.id = d.input_id LEFT JOIN unit du ON du.id = d.unit_id
      WHERE d.journal_id > coalesce((SELECT max(e.journal_id) \(ends) < ?1), 0)
        AND d.journal_id <= coalesce((SELECT min(e.journal_id) \(ends) >= ?1), d.journal_id)
        AND (?2 OR r.category IS NOT 'dikecualikan')
      ORDER BY d.id
      """, period, seesExcluded
    ) {
      ProposalDecision(
        number: try $0["number"], text: try $0["text"], unit: try $0["unit"], isAccepted: try $0["accepted"], reason: try $0["reason"],
        actor: try $0["decided_by"])
    }
  }
}
