import PPIDValues

extension Relation {
  private static let trackSource = """
    track t JOIN cycle y ON y.id = t.cycle_id JOIN procedure_step p ON p.procedure_id = y.procedure_id AND p.number = t.step \
    LEFT JOIN unit u ON u.id = t.unit_id
    """

  /// Every cycle, the last one first: siklus, keadaan, dibuka, ditutup, prosedur, penyerahan (deliveries), putus (those settled).
  static func cycles() -> Relation {
    let deliveries = "SELECT count(*) FROM track t WHERE t.cycle_id = y.id AND t.unit_id IS NOT NULL"
    return Relation(
      columns: [
        Column("siklus", .period, "y.period"),
        Column("keadaan", .text, "(CASE WHEN y.closed_at IS NULL THEN 'terbuka' ELSE 'ditutup' END)"),
        Column("dibuka", .time, "y.opened_at"), Column("ditutup", .time, "y.closed_at"),
        Column("edisi_sop", .text, "(SELECT name FROM procedure WHERE id = y.procedure_id)"),
        Column("penyerahan", .int, "(\(deliveries))"),
        Column("selesai", .int, "(\(deliveries) AND t.state IN ('selesai', 'dikecualikan'))"),
        Column("langkah", .int, "(SELECT min(t.step) FROM track t WHERE t.cycle_id = y.id AND t.unit_id IS NULL AND t.state <> 'selesai')"),
      ],
      from: "cycle y", order: [OrderKey(sql: "y.period", isDescending: true)])
  }

  /// Where a cycle stands: a row for each delivery, and one (unit null) for its own part.
  static func board(of period: Period) -> Relation {
    var relation = Relation(columns: boardColumns, from: trackSource, order: [OrderKey(sql: "t.id")])
    relation.filters = ["y.period = \(relation.bind(.period(period)))"]
    return relation
  }

  /// Where every open cycle stands.
  static func openBoard() -> Relation {
    var relation = Relation(
      columns: [Column("siklus", .period, "y.period")] + boardColumns, from: trackSource,
      order: [OrderKey(sql: "y.period"), OrderKey(sql: "t.id")])
    relation.filters = ["y.closed_at IS NULL"]
    return relation
  }

  /// The document that the track put out last.
  private static let lastDocument = """
    (SELECT d.kind || ' D-' || d.id FROM document d WHERE d.period = y.period AND d.unit_id IS t.unit_id ORDER BY d.id DESC LIMIT 1)
    """

  static let boardColumns = [
    Column("langkah", .int, "t.step"), Column("unit", .text, "u.code"), Column("keadaan", .text, "t.state"),
    Column("oleh", .text, "t.actor"), Column("sejak", .time, "t.since"), Column("tenggat", .time, "t.due"),
    Column("putaran", .int, "t.round"), Column("dokumen", .text, lastDocument),
  ]

  /// What waits in open cycles, what is due first before the rest: for a person, or for everybody (also what isn't open yet).
  static func queue(for person: Actor?) -> Relation {
    var relation = Relation(
      columns: [
        Column("siklus", .period, "q.period"), Column("langkah", .int, "q.step"), Column("unit", .text, "q.unit"),
        Column("keadaan", .text, "q.state"), Column("oleh", .text, "q.actor"), Column("sejak", .time, "q.since"),
        Column("tenggat", .time, "q.due"), Column("putaran", .int, "q.round"), Column("perintah", .text, "q.command"),
      ],
      from: "(\(steps)) q",
      order: [OrderKey(sql: "q.due IS NULL"), OrderKey(sql: "q.due"), OrderKey(sql: "q.period"), OrderKey(sql: "q.id")])
    guard let person else { return relation }
    relation.from = "(\(steps) UNION ALL \(inputs) UNION ALL \(acknowledgements)) q"
    let roles = person.roles.map { role in
      let isTheirs = "q.role = '\(role.rawValue)'"
      guard role == .pendukung, let unit = person.unit else { return isTheirs }
      return "(\(isTheirs) AND q.unit = \(relation.bind(.text(unit.text))))"
    }
    relation.filters = ["q.since IS NOT NULL", "(\((roles.sorted() + ["0"]).joined(separator: " OR ")))"]
    return relation
  }

  /// The activities that open cycles stand at, each with the role that it waits for and the command that does it.
  private static let steps = """
    SELECT t.id, y.period, t.step, u.code AS unit, t.state, t.actor, t.since, t.due, t.round,
      CASE WHEN t.state = 'dilaporkan' THEN p.decider ELSE p.lane END AS role, \(command) AS command
    FROM \(trackSource) WHERE y.closed_at IS NULL AND t.state NOT IN ('selesai', 'dikecualikan')
    """

  /// The hand-over of track `t` that is under way, with the blank for the count of what is printed.
  private static let openHandover = """
    SELECT 'ST-' || h.id || CASE WHEN h.printed IS NULL THEN '' ELSE ' --hitung …' END FROM handover h
    WHERE h.track_id = t.id ORDER BY h.id DESC LIMIT 1
    """

  /// The command that does what comes next at the activity of track `t`, as each gate has it.
  private static let command: String = {
    func words(_ gate: Gate, isReported: Bool) -> String {
      let text = gate.command(
        step: "' || t.step || '", isReported: isReported, unit: "' || u.code || '", period: "' || y.period || '",
        handover: "' || (\(openHandover)) || '")
      return "'\(text)'"
    }
    /// What must be there before is asked for first.
    func words(_ gate: Gate, after first: String, unless isDone: String) -> String {
      "CASE WHEN EXISTS (\(isDone)) THEN \(words(gate, isReported: false)) ELSE \(first) END"
    }
    func report(_ kind: ReportKind) -> (first: String, isDone: String) {
      (
        "'laporan \(kind.rawValue) ' || y.period || ' --terbitkan'",
        "SELECT 1 FROM document d WHERE d.kind = '\(kind.rawValue)' AND d.period = y.period AND d.round = t.round"
      )
    }
    let cases = Gate.allCases.map { gate in
      let reported = words(gate, isReported: true)
      let waiting =
        switch gate {
        case .verification:
          words(
            gate, after: "'verifikasi --unit ' || u.code || ' --siklus ' || y.period",
            unless: "SELECT 1 FROM verification v WHERE v.track_id = t.id AND v.round = t.round")
        case .monthlyReport: words(gate, after: report(.monthly).first, unless: report(.monthly).isDone)
        case .managementReport: words(gate, after: report(.management).first, unless: report(.management).isDone)
        default: words(gate, isReported: false)
        }
      let value = !gate.isReportedFirst ? waiting : "CASE WHEN t.state = 'dilaporkan' THEN \(reported) ELSE \(waiting) END"
      return "WHEN '\(gate.rawValue)' THEN \(value)"
    }
    return """
      CASE p.gate \(cases.joined(separator: " ")) \
      ELSE 'langkah selesai ' || t.step || coalesce(' --unit ' || u.code, '') || ' --siklus ' || y.period END
      """
  }()

  /// Months whose report waits for the input of Tim Pertimbangan.
  private static let inputs = """
    SELECT t.id, y.period, t.step, NULL, t.state, t.actor, t.since, t.due, t.round, 'pertimbangan',
      'pertimbangan tambah "…" --siklus ' || y.period
    FROM \(trackSource) WHERE y.closed_at IS NULL AND t.state NOT IN ('selesai', 'dikecualikan') AND p.gate = 'putusan-laporan'
      AND NOT EXISTS (
        SELECT 1 FROM advice a WHERE a.cycle_id = y.id AND a.journal_id > coalesce(
          (SELECT max(e.journal_id) FROM step_event e WHERE e.track_id = t.id AND e.step = t.step AND e.kind IN ('ya', 'tidak')), 0))
    """

  /// Months whose report waits for the superior's word.
  private static let acknowledgements = """
    SELECT t.id, y.period, t.step, NULL, t.state, t.actor, t.since, NULL, t.round, 'atasan',
      'langkah terima ' || t.step || ' --siklus ' || y.period
    FROM \(trackSource) WHERE y.closed_at IS NULL AND t.state = 'selesai' AND p.gate = 'laporan-pengelolaan'
      AND NOT EXISTS (SELECT 1 FROM step_event e WHERE e.track_id = t.id AND e.step = t.step AND e.kind = 'diterima')
    """

  /// Everything that happened to an activity, in every round.
  static func history(of step: Int, unit: UnitCode?, in period: Period?) -> Relation {
    var relation = Relation(
      columns: [
        Column("siklus", .period, "y.period"), Column("unit", .text, "u.code"), Column("putaran", .int, "e.round"),
        Column("kejadian", .text, "e.kind"), Column("waktu", .time, "e.at"), Column("oleh", .text, "e.actor"),
        Column("sejak", .time, "e.since"), Column("tenggat", .time, "e.due"), Column("alasan", .text, "e.reason"),
        Column("catatan", .text, "e.note"), Column("kembali", .int, "e.target"),
      ],
      from: """
        step_event e JOIN track t ON t.id = e.track_id JOIN cycle y ON y.id = t.cycle_id LEFT JOIN unit u ON u.id = t.unit_id
        """,
      order: [OrderKey(sql: "e.id")])
    relation.filters = ["e.step = \(relation.bind(.int(step)))"]
    if let unit { relation.filters.append("u.code = \(relation.bind(.text(unit.text)))") }
    if let period { relation.filters.append("y.period = \(relation.bind(.period(period)))") }
    return relation
  }

  // MARK: Hand-overs

  private static func lastEvent(_ column: String, _ kind: HandoverState) -> String {
    "(SELECT e.\(column) FROM handover_event e WHERE e.handover_id = h.id AND e.kind = '\(kind.rawValue)' ORDER BY e.id DESC LIMIT 1)"
  }

  /// All hand-overs, the last one first; their records are counted as far as they may be seen.
  static func handovers(_ visibility: Visibility) -> Relation {
    var seen = Relation(columns: [], from: "handover_item i JOIN record r ON r.id = i.record_id", order: [])
    seen.filters = ["i.handover_id = h.id"]
    seen.hideUnseen(visibility)
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('ST-' || h.id)"), Column("siklus", .period, "y.period"), Column("unit", .text, "u.code"),
        Column("putaran", .int, "h.round"), Column("keadaan", .text, "h.state"),
        Column("isi", .int, "(SELECT count(*) FROM \(seen.from) WHERE \(seen.filters.joined(separator: " AND ")))"),
        Column("nihil", .bool, "h.is_nil"),
        Column("cetak", .int, "h.printed"), Column("satuan", .text, "h.printed_unit"), Column("hitung", .int, "h.counted"),
        Column("selisih", .text, "h.difference"), Column("dikirim", .time, lastEvent("at", .sent)),
        Column("pengirim", .text, lastEvent("actor", .sent)), Column("diterima", .time, lastEvent("at", .received)),
        Column("penerima", .text, lastEvent("actor", .received)),
      ],
      from: "handover h JOIN track t ON t.id = h.track_id JOIN cycle y ON y.id = t.cycle_id JOIN unit u ON u.id = t.unit_id",
      order: [OrderKey(sql: "h.id", isDescending: true)])
    relation.bindings = seen.bindings
    return relation
  }

  /// What a hand-over holds: the records with what became of them and the revisions that were sent and received.
  static func handoverItems(of number: HandoverNumber, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || r.id)"), Column("judul", .text, "r.title"), Column("perubahan", .text, "i.change"),
        Column("kategori", .text, "r.category"), Column("kode", .text, "r.code"), Column("lokasi", .text, "r.location"),
        Column("status", .text, "r.status"), Column("revisi_kirim", .int, "i.sent"), Column("revisi_terima", .int, "i.received"),
      ],
      from: "handover_item i JOIN record r ON r.id = i.record_id", order: [OrderKey(sql: "r.id")])
    relation.filters = ["i.handover_id = \(relation.bind(.int(number.value)))"]
    relation.hideUnseen(visibility)
    return relation
  }

  /// The control card of a record: everything that its hand-overs went through.
  static func controlCard(of number: RecordNumber) -> Relation {
    var relation = Relation(
      columns: [
        Column("waktu", .time, "e.at"), Column("penyerahan", .text, "('ST-' || h.id)"), Column("siklus", .period, "y.period"),
        Column("putaran", .int, "h.round"), Column("kejadian", .text, "e.kind"), Column("oleh", .text, "e.actor"),
        Column("catatan", .text, "e.note"),
      ],
      from: """
        handover_item i JOIN handover h ON h.id = i.handover_id JOIN handover_event e ON e.handover_id = h.id \
        JOIN track t ON t.id = h.track_id JOIN cycle y ON y.id = t.cycle_id
        """,
      order: [OrderKey(sql: "e.id")])
    relation.filters = ["i.record_id = \(relation.bind(.int(number.value)))"]
    return relation
  }

  // MARK: Expectations and input

  /// What the DIP expects of units.
  static func expectedKinds() -> Relation {
    Relation(
      columns: [Column("unit", .text, "u.code"), Column("jenis", .text, "k.kind"), Column("kategori", .text, "k.category")],
      from: "expected_kind k JOIN unit u ON u.id = k.unit_id", order: [OrderKey(sql: "u.id"), OrderKey(sql: "k.id")])
  }

  static func advice() -> Relation {
    Relation(
      columns: [
        Column("siklus", .period, "y.period"), Column("waktu", .time, "a.at"), Column("oleh", .text, "a.actor"),
        Column("masukan", .text, "a.text"),
      ],
      from: "advice a JOIN cycle y ON y.id = a.cycle_id", order: [OrderKey(sql: "a.id")])
  }
}
