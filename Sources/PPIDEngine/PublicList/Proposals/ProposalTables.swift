import PPIDValues

/// What is proposed for the next edition.
enum ProposalTables {
  /// Records that are proposed for the next edition, each with its last proposal.
  static func proposals(_ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || r.id)"), Column("judul", .text, "r.title"), Column("kategori", .text, "r.category"),
        Column("unit", .text, "u.code"), Column("alasan", .text, "q.reason"), Column("oleh", .text, "q.person"),
        Column("sejak", .time, "q.stated_at"),
      ],
      from: """
        record r JOIN unit u ON u.id = r.unit_id LEFT JOIN listing_request q \
        ON q.id = (SELECT max(p.id) FROM listing_request p WHERE p.record_id = r.id AND p.kind = 'usul')
        """, order: [OrderKey(sql: "r.id")])
    // Read from the requests: there are few of them, and many records.
    relation.filters = ["r.id IN (SELECT record_id FROM listing_request)", "r.dip = 'diusulkan'"]
    relation.hideUnseen(visibility)
    return relation
  }
}
