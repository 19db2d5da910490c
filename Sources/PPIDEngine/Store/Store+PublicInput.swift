import GRDB
import PPIDValues

extension Store {
  func insertPublicInput(_ text: String, from origin: String, due: LocalTime?, by actor: String, at time: LocalTime, _ db: Database) throws
    -> PublicInputNumber
  {
    try db.execute(
      sql: "INSERT INTO public_input (text, origin, received_at, received_by, due) VALUES (?, ?, ?, ?, ?)",
      arguments: [text, origin, time.description, actor, due?.description])
    return PublicInputNumber(Int(db.lastInsertedRowID))
  }

  func publicInput(_ db: Database) throws -> [PublicInput] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT i.id, i.text, i.origin, i.received_at, i.due, i.answered_at, d.accepted, u.code, d.reason
        FROM public_input i LEFT JOIN proposal_decision d ON d.input_id = i.id LEFT JOIN unit u ON u.id = d.unit_id ORDER BY i.id
        """
    ).map { row in
      let decision = (row[6] as Bool?).map { isAccepted -> PublicInput.Decision in
        isAccepted ? .accepted(unit: (row[7] as String?).flatMap { UnitCode($0) }) : .refused(reason: (row[8] as String?) ?? "")
      }
      return PublicInput(
        number: PublicInputNumber(row[0]), text: row[1], origin: row[2], received: LocalTime(row[3] as String)!,
        due: (row[4] as String?).flatMap { LocalTime($0) }, answered: (row[5] as String?).flatMap { LocalTime($0) }, decision: decision)
    }
  }

  func answer(_ number: PublicInputNumber, _ text: String, by actor: String, at time: LocalTime, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE public_input SET answer = ?, answered_at = ?, answered_by = ? WHERE id = ?",
      arguments: [text, time.description, actor, number.value])
  }

  // MARK: Proposals (activity 15)

  /// A record that is open, in the archive, not listed in the DIP in force, and not proposed or taken out by somebody.
  private static let isProposal = """
    \(living) AND r.category IN ('berkala', 'serta-merta', 'setiap-saat') AND r.dip = 'belum'
    AND NOT EXISTS (SELECT 1 FROM edition_change c WHERE c.record_id = r.id AND c.listed AND \(Relation.inForce("c", nil)))
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
  func openProposals(naming most: Int, _ db: Database) throws -> (first: [String], count: Int) {
    let first = try String.fetchAll(
      db, sql: "SELECT number FROM \(Store.proposals) p ORDER BY p.source, p.id LIMIT ?", arguments: [most])
    guard first.count == most else { return (first, first.count) }
    return (first, try Int.fetchOne(db, sql: "SELECT count(*) FROM \(Store.proposals)") ?? most)
  }

  func isProposal(_ record: RecordNumber, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM record r WHERE r.id = ? AND \(Store.isProposal))", arguments: [record.value]) ?? false
  }

  func insertDecision(
    record: RecordNumber? = nil, input: PublicInputNumber? = nil, isAccepted: Bool, unitID: Int? = nil, reason: String?, by actor: String,
    at time: LocalTime, event: Int, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO proposal_decision (record_id, input_id, accepted, unit_id, reason, decided_at, decided_by, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [record?.value, input?.value, isAccepted, unitID, reason, time.description, actor, event])
  }

  /// What activity 15 decided for a half-year: behind the end of the activity 15 before, up to its own end, by the journal's order.
  /// Those who may not see excluded records get none that is excluded now, and no record's title: it may be excluded after the
  /// document was issued.
  func proposalDecisions(of period: Period, seesExcluded: Bool, _ db: Database) throws -> [ProposalDecision] {
    let ends = """
      FROM step_event e JOIN track t ON t.id = e.track_id JOIN cycle y ON y.id = t.cycle_id
      JOIN procedure_step p ON p.procedure_id = y.procedure_id AND p.number = e.step
      WHERE p.gate = '\(Gate.proposals.rawValue)' AND e.kind = '\(StepEventKind.finished.rawValue)' AND y.period
      """
    return try Row.fetchAll(
      db,
      sql: """
        SELECT coalesce('A-' || r.id, 'M-' || i.id), coalesce(CASE WHEN ?2 THEN r.title END, i.text), coalesce(ru.code, du.code),
          d.accepted, d.reason, d.decided_by
        FROM proposal_decision d LEFT JOIN record r ON r.id = d.record_id LEFT JOIN unit ru ON ru.id = r.unit_id
        LEFT JOIN public_input i ON i.id = d.input_id LEFT JOIN unit du ON du.id = d.unit_id
        WHERE d.journal_id > coalesce((SELECT max(e.journal_id) \(ends) < ?1), 0)
          AND d.journal_id <= coalesce((SELECT min(e.journal_id) \(ends) >= ?1), d.journal_id)
          AND (?2 OR r.category IS NOT 'dikecualikan')
        ORDER BY d.id
        """,
      arguments: [period.description, seesExcluded]
    ).map { ProposalDecision(number: $0[0], text: $0[1], unit: $0[2], isAccepted: $0[3], reason: $0[4], actor: $0[5]) }
  }
}

extension Relation {
  /// All public input; what is neither answered nor in time by `now` is late.
  static func publicInput(now: LocalTime) -> Relation {
    var relation = Relation(
      columns: [],
      from: "public_input i LEFT JOIN proposal_decision d ON d.input_id = i.id LEFT JOIN unit u ON u.id = d.unit_id",
      order: [OrderKey(sql: "i.id")])
    let time = relation.bind(.time(now))
    relation.columns = [
      Column("nomor", .text, "('M-' || i.id)"), Column("masukan", .text, "i.text"), Column("dari", .text, "i.origin"),
      Column("diterima", .time, "i.received_at"), Column("tenggat", .time, "i.due"), Column("tanggapan", .text, "i.answer"),
      Column("ditanggapi", .time, "i.answered_at"), Column("oleh", .text, "i.answered_by"),
      Column("terlambat", .bool, "(CASE WHEN i.due IS NULL THEN 0 ELSE coalesce(i.answered_at, \(time)) > i.due END)"),
      Column("putusan", .text, "(CASE d.accepted WHEN 1 THEN 'diterima' WHEN 0 THEN 'ditolak' END)"), Column("unit", .text, "u.code"),
      Column("alasan", .text, "d.reason"),
    ]
    return relation
  }

  /// What activity 15 has to decide on, records first.
  static func evaluationProposals() -> Relation {
    Relation(
      columns: [
        Column("nomor", .text, "p.number"), Column("judul", .text, "p.title"), Column("unit", .text, "p.unit"),
        Column("kategori", .text, "p.category"), Column("alasan", .text, "p.reason"),
      ],
      from: "\(Store.proposals) p", order: [OrderKey(sql: "p.source"), OrderKey(sql: "p.id")])
  }
}
