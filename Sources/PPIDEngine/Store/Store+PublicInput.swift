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
        SELECT i.id, i.text, i.origin, i.received_at, i.due, i.answered_at,
          EXISTS (SELECT 1 FROM proposal_decision d WHERE d.input_id = i.id)
        FROM public_input i ORDER BY i.id
        """
    ).map { row in
      PublicInput(
        number: PublicInputNumber(row[0]), text: row[1], origin: row[2], received: LocalTime(row[3] as String)!,
        due: (row[4] as String?).flatMap { LocalTime($0) }, answered: (row[5] as String?).flatMap { LocalTime($0) }, isDecided: row[6])
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
  /// What somebody refused is proposed again when its record has changed since.
  private static let isRefused = """
    EXISTS (SELECT 1 FROM proposal_decision d WHERE d.record_id = r.id AND d.decided_at >= r.changed_at)
    """
  static let proposals = """
    (SELECT 0 AS source, r.id, ('A-' || r.id) AS number, r.title, u.code AS unit, r.category,
      'ada di arsip, belum tercantum di DIP' AS reason
    FROM record r JOIN unit u ON u.id = r.unit_id WHERE \(isProposal) AND NOT \(isRefused)
    UNION ALL
    SELECT 1, i.id, ('M-' || i.id), i.text, NULL, NULL, 'diminta ' || i.origin
    FROM public_input i WHERE NOT EXISTS (SELECT 1 FROM proposal_decision d WHERE d.input_id = i.id))
    """

  func hasProposal(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(Store.proposals))") ?? false
  }

  func isProposal(_ record: RecordNumber, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM record r WHERE r.id = ? AND \(Store.isProposal))", arguments: [record.value]) ?? false
  }

  func insertDecision(
    record: RecordNumber? = nil, input: PublicInputNumber? = nil, isAccepted: Bool, unitID: Int? = nil, reason: String?, by actor: String,
    at time: LocalTime, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO proposal_decision (record_id, input_id, accepted, unit_id, reason, decided_at, decided_by)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [record?.value, input?.value, isAccepted, unitID, reason, time.description, actor])
  }
}

extension Relation {
  /// All public input; what is neither answered nor in time by `now` is late.
  static func publicInput(now: LocalTime) -> Relation {
    var relation = Relation(columns: [], from: "public_input i", order: [OrderKey(sql: "i.id")])
    let time = relation.bind(.time(now))
    relation.columns = [
      Column("nomor", .text, "('M-' || i.id)"), Column("masukan", .text, "i.text"), Column("dari", .text, "i.origin"),
      Column("diterima", .time, "i.received_at"), Column("tenggat", .time, "i.due"), Column("tanggapan", .text, "i.answer"),
      Column("ditanggapi", .time, "i.answered_at"), Column("oleh", .text, "i.answered_by"),
      Column("terlambat", .bool, "(CASE WHEN i.due IS NULL THEN 0 ELSE coalesce(i.answered_at, \(time)) > i.due END)"),
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
