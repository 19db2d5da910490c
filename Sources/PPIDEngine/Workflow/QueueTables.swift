import PPIDValues

/// What waits for somebody.
enum QueueTables {
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
    FROM \(CycleTables.trackSource) WHERE y.closed_at IS NULL AND t.state NOT IN \(TrackState.settled)
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
    FROM \(CycleTables.trackSource) WHERE y.closed_at IS NULL AND t.state NOT IN \(TrackState.settled) AND p.gate = '\(Gate.acceptance.rawValue)'
      AND NOT EXISTS (
        SELECT 1 FROM advice a WHERE a.cycle_id = y.id AND a.journal_id > coalesce(
          (SELECT max(e.journal_id) FROM step_event e WHERE e.track_id = t.id AND e.step = t.step AND e.kind IN ('ya', 'tidak')), 0))
    """

  /// Months whose report waits for the superior's word.
  private static let acknowledgements = """
    SELECT t.id, y.period, t.step, NULL, t.state, t.actor, t.since, NULL, t.round, 'atasan',
      'langkah terima ' || t.step || ' --siklus ' || y.period
    FROM \(CycleTables.trackSource) WHERE y.closed_at IS NULL AND t.state = '\(TrackState.done.rawValue)' AND p.gate = '\(Gate.managementReport.rawValue)'
      AND NOT EXISTS (SELECT 1 FROM step_event e WHERE e.track_id = t.id AND e.step = t.step AND e.kind = 'diterima')
    """
}
