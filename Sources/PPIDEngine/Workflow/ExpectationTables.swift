import PPIDValues

/// What the DIP expects of units, and the input of Tim Pertimbangan.
enum ExpectationTables {
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
