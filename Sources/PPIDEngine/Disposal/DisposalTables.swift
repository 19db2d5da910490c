import PPIDValues

/// Disposals, their records, and legal holds.
enum DisposalTables {
  /// All disposals; the count is of the records that may be seen.
  static func disposals(_ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('S-' || s.id)"), Column("jenis", .text, "s.kind"), Column("keadaan", .text, "s.state"),
        Column("rekaman", .int, "0"), Column("sampai", .date, "s.judged_on"), Column("diusulkan", .time, "s.proposed_at"),
        Column("pengusul", .text, "s.proposed_by"), Column("diputus", .time, "s.decided_at"), Column("pemutus", .text, "s.decided_by"),
        Column("alasan", .text, "s.reason"), Column("dilaksanakan", .time, "s.executed_at"), Column("pelaksana", .text, "s.executed_by"),
      ],
      from: "disposal s", order: [OrderKey(sql: "s.id")])
    var seen = Relation(columns: [], from: "disposal_item i JOIN record r ON r.id = i.record_id", order: [])
    seen.hideUnseen(visibility)
    relation.bindings = seen.bindings
    let filters = (["i.disposal_id = s.id"] + seen.filters).joined(separator: " AND ")
    relation.columns[3] = Column("rekaman", .int, "(SELECT count(*) FROM \(seen.from) WHERE \(filters))")
    return relation
  }

  /// The records of a disposal, as they stood when it was proposed, with the status that they have now.
  static func items(of disposal: DisposalNumber, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || i.record_id)"), Column("judul", .text, "i.title"), Column("unit", .text, "i.unit"),
        Column("kode", .text, "i.code"), Column("sejak", .date, "i.made"), Column("jatuh_tempo", .date, "i.due"),
        Column("retensi_aktif", .text, "i.active"), Column("retensi_inaktif", .text, "i.inactive"), Column("nasib_akhir", .text, "i.fate"),
        Column("kecuali", .text, "i.exception"), Column("status", .text, "r.status"),
        Column("ditahan", .bool, "EXISTS (SELECT 1 FROM hold h WHERE h.record_id = i.record_id)"),
      ],
      from: "disposal_item i JOIN record r ON r.id = i.record_id", order: [OrderKey(sql: "i.record_id")])
    relation.filters = ["i.disposal_id = \(relation.bind(.int(disposal.value)))"]
    relation.hideUnseen(visibility)
    return relation
  }

  /// The records under a legal hold.
  static func holds(_ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || h.record_id)"), Column("judul", .text, "r.title"), Column("alasan", .text, "h.reason"),
        Column("sejak", .time, "h.placed_at"), Column("oleh", .text, "h.placed_by"),
      ],
      from: "hold h JOIN record r ON r.id = h.record_id", order: [OrderKey(sql: "h.record_id")])
    relation.hideUnseen(visibility)
    return relation
  }
}
