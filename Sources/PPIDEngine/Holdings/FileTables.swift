import PPIDValues

/// Attached files.
enum FileTables {
  /// The files of a record, or of all.
  static func files(of record: RecordNumber?, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || f.record_id)"), Column("nama", .text, "f.name"), Column("jenis", .text, "c.type"),
        Column("ukuran", .int, "c.size"), Column("sha256", .text, "f.digest"), Column("dilampirkan", .time, "f.attached_at"),
      ],
      from: "attachment f JOIN content c ON c.digest = f.digest JOIN record r ON r.id = f.record_id",
      order: [OrderKey(sql: "f.record_id"), OrderKey(sql: "f.id")])
    if let record { relation.filters.append("f.record_id = \(relation.bind(.int(record.value)))") }
    relation.hideUnseen(visibility)
    return relation
  }
}
