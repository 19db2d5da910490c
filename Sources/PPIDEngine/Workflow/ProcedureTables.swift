import PPIDValues

/// The editions of the procedure.
enum ProcedureTables {
  /// The editions of the procedure: nama, kegiatan, diimpor, siklus (how many run or ran by it), berlaku.
  static func procedures() -> Relation {
    Relation(
      columns: [
        Column("nama", .text, "p.name"),
        Column("kegiatan", .int, "(SELECT count(*) FROM procedure_step s WHERE s.procedure_id = p.id)"),
        Column("diimpor", .time, "nullif(p.imported_at, '')"),
        Column("siklus", .int, "(SELECT count(*) FROM cycle y WHERE y.procedure_id = p.id)"),
        Column("berlaku", .bool, "(p.id = (SELECT max(id) FROM procedure))"),
      ],
      from: "procedure p", order: [OrderKey(sql: "p.id")])
  }
}
