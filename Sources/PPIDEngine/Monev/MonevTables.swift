import PPIDValues

/// Instruments, findings, recommendations and public input.
enum MonevTables {
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
      from: "\(PublicInputRows.proposals) p", order: [OrderKey(sql: "p.source"), OrderKey(sql: "p.id")])
  }
}
