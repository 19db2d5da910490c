import PPIDValues

/// Excluded information with its decisions.
enum ExclusionTables {
  /// Excluded records that may be seen, each with the decision that holds of it, if there is one.
  static func exclusions(today: CalendarDate, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [],
      from: "record r JOIN unit u ON u.id = r.unit_id LEFT JOIN exclusion x ON x.id = \(ExclusionRows.holdingExclusion("r.id"))",
      order: [OrderKey(sql: "r.id")])
    let day = relation.bind(.date(today))
    let state = "CASE WHEN x.id IS NULL THEN 'belum diuji' WHEN x.ends_on < \(day) THEN 'berakhir' ELSE 'berlaku' END"
    let kinds = ExclusionGround.allCases.map { "WHEN '\($0.rawValue)' THEN '\($0.words.id)'" }.joined(separator: " ")
    relation.columns = [
      Column("nomor", .text, "('A-' || r.id)"), Column("judul", .text, "r.title"), Column("unit", .text, "u.code"),
      Column("pasal", .text, "x.article"), Column("berakhir", .date, "x.ends_on"), Column("keadaan", .text, "(\(state))"),
      Column("dasar", .text, "x.basis"), Column("dibuka", .text, "x.if_opened"), Column("ditutup", .text, "x.if_closed"),
      Column("jangka", .text, "x.span"), Column("jenis_pengecualian", .text, "(CASE x.article \(kinds) END)"),
      Column("kategori_semula", .text, "x.category_before"), Column("pejabat", .text, "x.officer"), Column("kantor", .text, "x.office"),
      Column("tempat", .text, "x.place"), Column("ditetapkan", .time, "x.decided_at"),
    ]
    relation.filters = ["r.category = 'dikecualikan'"]
    relation.hideUnseen(visibility)
    return relation
  }
}
