import PPIDValues

/// Cycles, where their tracks stand, and what happened to them.
enum CycleTables {
  /// Tracks `t` with their cycle `y`, the activity `p` that they stand at, and their unit `u`.
  static let trackSource = """
    track t JOIN cycle y ON y.id = t.cycle_id JOIN procedure_step p ON p.procedure_id = y.procedure_id AND p.number = t.step \
    LEFT JOIN unit u ON u.id = t.unit_id
    """

  /// Every cycle, the last one first: siklus, keadaan, dibuka, ditutup, edisi_sop, penyerahan (deliveries), selesai (those settled),
  /// langkah (where its own part stands).
  static func cycles() -> Relation {
    let deliveries = "SELECT count(*) FROM track t WHERE t.cycle_id = y.id AND t.unit_id IS NOT NULL"
    return Relation(
      columns: [
        Column("siklus", .period, "y.period"),
        Column("keadaan", .text, "(CASE WHEN y.closed_at IS NULL THEN 'terbuka' ELSE 'ditutup' END)"),
        Column("dibuka", .time, "y.opened_at"), Column("ditutup", .time, "y.closed_at"),
        Column("edisi_sop", .text, "(SELECT name FROM procedure WHERE id = y.procedure_id)"),
        Column("penyerahan", .int, "(\(deliveries))"),
        Column("selesai", .int, "(\(deliveries) AND t.state IN \(TrackState.settled))"),
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

  private static let boardColumns = [
    Column("langkah", .int, "t.step"), Column("unit", .text, "u.code"), Column("keadaan", .text, "t.state"),
    Column("oleh", .text, "t.actor"), Column("sejak", .time, "t.since"), Column("tenggat", .time, "t.due"),
    Column("putaran", .int, "t.round"), Column("dokumen", .text, lastDocument),
  ]

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
}
