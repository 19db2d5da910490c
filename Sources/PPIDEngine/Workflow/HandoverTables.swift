import PPIDValues

/// Hand-overs, what they hold, and the control card.
enum HandoverTables {
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
}
