import PPIDValues

/// Editions, what they list, and how they differ.
enum EditionTables {
  /// The DIP in force in `period` (now, where nil), as it was determined.
  static func listedRecords(period: Period?, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [Column("nomor", .text, "('A-' || c.record_id)")]
        + ListedColumns.all.map { Column($0.field, $0.type, "c.\($0.column)") },
      from: "edition_change c", order: [OrderKey(sql: "c.record_id")])
    relation.lookups = [Lookup(alias: "r", join: "JOIN record r ON r.id = c.record_id")]
    relation.filters = [RecordTables.inForce("c", period.map { relation.bind(.period($0)) }), "c.listed = 1"]
    relation.hideUnseen(visibility)
    return relation
  }

  /// What is published of an edition: its list as everybody may see it today, each record with the edition that changed it last.
  static func publishedRecords(in edition: Edition) -> Relation {
    var relation = listedRecords(period: edition.period, .everybody)
    relation.columns.append(Column("edisi", .int, "c.edition_id"))
    return relation
  }

  /// Where each record that is published of an edition stands: its number, category, unit, and the edition that changed it last.
  static func publishedPlaces(in edition: Edition) -> Relation {
    let relation = publishedRecords(in: edition)
    let places = ["nomor", "kategori", "unit", "edisi"].compactMap { name in relation.columns.firstIndex { $0.name == name } }
    return relation.projected(to: places)
  }

  /// What an edition changed, as everybody may see it today.
  static func changes(of edition: Edition) -> Relation {
    let old = ListedColumns.all.map { "a.\($0.column)" }
    let new = ListedColumns.all.map { "b.\($0.column)" }
    let changed = zip(ListedColumns.all, zip(old, new))
      .map { "CASE WHEN \($1.0) IS NOT \($1.1) THEN ', \($0.field)' ELSE '' END" }.joined(separator: " || ")
    let kind = "CASE WHEN b.listed = 0 THEN 'hapus' WHEN coalesce(a.listed, 0) = 0 THEN 'baru' ELSE 'berubah' END"
    var relation = Relation(
      columns: [
        Column("perubahan", .text, "(\(kind))"), Column("nomor", .text, "('A-' || r.id)"),
        Column("judul", .text, "coalesce(b.title, a.title)"), Column("unit", .text, "coalesce(b.unit, a.unit)"),
        Column("kolom", .text, "(CASE WHEN b.listed = 1 AND a.listed = 1 THEN substr(\(changed), 3) END)"),
      ],
      from: """
        edition_change b JOIN record r ON r.id = b.record_id LEFT JOIN edition_change a ON a.record_id = b.record_id AND a.edition_id = \
        (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = b.record_id AND y.edition_id < b.edition_id)
        """,
      order: [OrderKey(sql: "b.record_id")])
    relation.filters = ["b.edition_id = \(relation.bind(.int(edition.id)))"]
    relation.hideUnseen(.everybody)
    return relation
  }

  /// How the DIP in force in one month differs from that of another.
  static func difference(from earlier: Period, to later: Period, _ visibility: Visibility) -> Relation {
    var relation = Relation(columns: differenceColumns, from: "", order: [OrderKey(sql: "r.id")])
    let old = list(inForceIn: relation.bind(.period(earlier)))
    let new = list(inForceIn: relation.bind(.period(later)))
    relation.from = """
      record r JOIN (SELECT record_id FROM \(old) UNION SELECT record_id FROM \(new)) i ON i.record_id = r.id \
      LEFT JOIN \(old) a ON a.record_id = r.id LEFT JOIN \(new) b ON b.record_id = r.id
      """
    relation.hideUnseen(visibility)
    return relation
  }

  /// `a` is the record's row in the earlier list, `b` in the later one.
  static var differenceColumns: [Column] {
    let names = ListedColumns.all
    let oldRow = names.map { "a.\($0.column)" }.joined(separator: ", ")
    let newRow = names.map { "b.\($0.column)" }.joined(separator: ", ")
    let changed = names.map { "CASE WHEN a.\($0.column) IS NOT b.\($0.column) THEN ', \($0.field)' ELSE '' END" }.joined(separator: " || ")
    let change = """
      CASE WHEN a.record_id IS NULL THEN 'baru' WHEN b.record_id IS NULL THEN 'hapus' \
      WHEN (\(oldRow)) IS NOT (\(newRow)) THEN 'berubah' ELSE 'tetap' END
      """
    let both = "a.record_id IS NOT NULL AND b.record_id IS NOT NULL"
    return [
      Column("perubahan", .text, "(\(change))"), Column("nomor", .text, "('A-' || r.id)"),
      Column("judul", .text, "coalesce(b.title, a.title)"), Column("kategori", .text, "coalesce(b.category, a.category)"),
      Column("unit", .text, "coalesce(b.unit, a.unit)"),
      Column("kolom", .text, "nullif(CASE WHEN \(both) THEN substr(\(changed), 3) END, '')"),
    ]
  }

  private static func list(inForceIn period: String) -> String {
    "(SELECT * FROM edition_change x WHERE \(RecordTables.inForce("x", period)) AND x.listed = 1)"
  }

  static func editions() -> Relation {
    Relation(
      columns: [
        Column("edisi", .text, EditionRows.editionName),
        Column("periode", .period, "e.period"), Column("nomor", .text, "e.number"), Column("ditetapkan", .time, "e.determined_at"),
        Column("penanda_tangan", .text, "e.signer"), Column("di_luar_siklus", .text, "e.outside_cycle"),
      ],
      from: "edition e", order: [OrderKey(sql: "e.id")])
  }
}
