import PPIDValues

/// The archive in figures, as a table.
enum StatisticsTables {
  /// The archive in figures, as far as the records may be seen.
  static func statistics(_ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [Column("kelompok", .text, "s.topic"), Column("hal", .text, "s.thing"), Column("jumlah", .int, "s.number")], from: "",
      order: [OrderKey(sql: "s.place")])
    var visible = Relation(columns: [], from: "record r", order: [])
    visible.hideUnseen(visibility)
    relation.bindings = visible.bindings
    let seen = visible.filters.isEmpty ? "" : " WHERE " + visible.filters.joined(separator: " AND ")
    let records = "(SELECT r.status, r.category, r.dip, r.unit_id FROM record r\(seen))"
    let parts = [
      "SELECT 'rekaman', 'semua', count(*) FROM \(records)",
      "SELECT 'status', status, count(*) FROM \(records) GROUP BY status",
      "SELECT 'kategori', coalesce(category, 'tanpa kategori'), count(*) FROM \(records) GROUP BY category",
      "SELECT 'dip', dip, count(*) FROM \(records) GROUP BY dip",
      "SELECT 'unit', u.code, count(r.unit_id) FROM unit u LEFT JOIN \(records) r ON r.unit_id = u.id GROUP BY u.id",
      "SELECT 'siklus', CASE WHEN closed_at IS NULL THEN 'terbuka' ELSE 'tertutup' END, count(*) FROM cycle GROUP BY closed_at IS NULL",
      "SELECT 'edisi', 'semua', count(*) FROM edition",
      "SELECT 'pengguna', 'semua', count(*) FROM person",
      "SELECT 'skrip', 'semua', count(*) FROM script",
      "SELECT 'jejak', 'catatan', count(*) FROM journal",
      "SELECT 'jejak', 'revisi', count(*) FROM revision",
      "SELECT 'arsip', 'byte', page_count * page_size FROM pragma_page_count, pragma_page_size",
      "SELECT 'arsip', 'versi', user_version FROM pragma_user_version",
    ]
    let all = parts.joined(separator: " UNION ALL ")
    relation.from = """
      (WITH figure (topic, thing, number) AS (\(all)) SELECT topic, thing, number, row_number() OVER () AS place FROM figure) AS s
      """
    return relation
  }
}
