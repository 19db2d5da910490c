import PPIDValues

/// Units, people, scripts and holidays.
enum OfficeTables {
  static func units() -> Relation {
    Relation(
      columns: [Column("kode", .text, "u.code"), Column("nama", .text, "u.name"), Column("aktif", .bool, "u.active")],
      from: "unit u", order: [OrderKey(sql: "u.id")])
  }

  static func people() -> Relation {
    Relation(
      columns: [
        Column("nama", .text, "p.name"), Column("akun", .text, "p.account"), Column("peran", .text, "p.roles"),
        Column("unit", .text, "u.code"),
      ],
      from: "person p LEFT JOIN unit u ON u.id = p.unit_id", order: [OrderKey(sql: "p.id")])
  }

  /// All saved scripts, by name.
  static func scripts() -> Relation {
    Relation(
      columns: [
        Column("nama", .text, "s.name"), Column("ukuran", .int, "length(s.source)"),
        Column("disimpan", .time, "s.stored_at"),
        Column("oleh", .text, "s.stored_by"),
      ],
      from: "script s", order: [OrderKey(sql: "s.name")])
  }

  /// The holidays of a year.
  static func holidays(of year: Int) -> Relation {
    var relation = Relation(
      columns: [Column("tanggal", .date, "h.date"), Column("jenis", .text, "h.kind"), Column("nama", .text, "h.name")],
      from: "holiday h", order: [OrderKey(sql: "h.date")])
    relation.filters = ["CAST(substr(h.date, 1, 4) AS INTEGER) = \(relation.bind(.int(year)))"]
    return relation
  }
}
