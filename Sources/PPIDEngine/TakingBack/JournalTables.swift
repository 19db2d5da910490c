import PPIDValues

/// The journal as a table.
enum JournalTables {
  static func journal(of subject: String?, since: CalendarDate?, by actor: String?, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .int, "j.id"), Column("waktu", .time, "j.stated_at"), Column("pelaku", .text, "j.actor"),
        Column("atas_nama", .text, "j.on_behalf_of"), Column("tindakan", .text, "j.action"), Column("objek", .text, "j.subject"),
        Column("jumlah", .int, "j.count"), Column("sebelum", .object, "j.before"), Column("sesudah", .object, "j.after"),
        Column("tercatat", .text, "j.recorded_at"),
      ],
      from: "journal j", order: [OrderKey(sql: "j.id")])
    if let subject { relation.filters.append("j.subject = \(relation.bind(.text(subject)))") }
    if let since { relation.filters.append("j.stated_at >= \(relation.bind(.date(since)))") }
    if let actor { relation.filters.append("\(relation.bind(.text(actor))) IN (j.actor, j.on_behalf_of)") }
    relation.hideEntries(visibility)
    return relation
  }
}

extension Relation {
  /// Leaves out the journal's entries on records that may not be seen, and empties what bulk work tells when it touched one: its
  /// values and counts would speak of them.
  fileprivate mutating func hideEntries(_ visibility: Visibility) {
    guard let unseen = unseen("x", visibility) else { return }
    from += " LEFT JOIN record r ON j.subject GLOB 'A-[0-9]*' AND r.id = CAST(substr(j.subject, 3) AS INTEGER)"
    hideUnseen(visibility)
    let telling = """
      (j.id IN (SELECT x.created_in FROM record x WHERE \(unseen) UNION ALL \
      SELECT v.journal_id FROM record x JOIN revision v ON v.record_id = x.id WHERE \(unseen)) \
      OR j.action IN ('dip tetapkan', 'dip terbit') \
      AND EXISTS (SELECT 1 FROM record x JOIN edition_change c ON c.record_id = x.id WHERE \(unseen)) \
      OR j.action IN ('serah kirim', 'serah terima', 'verifikasi') \
      AND EXISTS (SELECT 1 FROM record x JOIN handover_item i ON i.record_id = x.id WHERE \(unseen)))
      """
    columns = columns.map { column in
      ["jumlah", "sebelum", "sesudah"].contains(column.name)
        ? Column(column.name, column.type, "(CASE WHEN NOT \(telling) THEN \(column.sql) END)") : column
    }
  }
}
