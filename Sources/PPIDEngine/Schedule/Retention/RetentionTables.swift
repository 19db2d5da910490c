import PPIDValues

/// What is due, and how it is judged.
enum RetentionTables {
  /// What is due up to `day`, or waits: the records whose retention says so, what is due first first.
  ///
  /// An age begins with the record's day, or with the last day of its year where only that is known, or with the event that the term
  /// names. An age that ends on a day is over on that day.
  static func due(until day: CalendarDate, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || r.id)"), Column("judul", .text, "r.title"), Column("unit", .text, "r.unit"),
        Column("status", .text, "r.status"), Column("tindakan", .text, "r.action"), Column("jatuh_tempo", .date, "r.due"),
        Column("menunggu", .text, "r.awaited"), Column("kode", .text, "r.code"), Column("retensi_aktif", .text, "r.active"),
        Column("aktif_sampai", .date, "r.active_end"), Column("retensi_inaktif", .text, "r.inactive"),
        Column("inaktif_sampai", .date, "r.inactive_end"), Column("nasib_akhir", .text, "r.fate"),
        Column("kecuali", .text, "r.exception"),
        Column("ditahan", .bool, "EXISTS (SELECT 1 FROM hold h WHERE h.record_id = r.id)"),
      ],
      from: "", order: [OrderKey(sql: "r.due IS NULL"), OrderKey(sql: "r.due"), OrderKey(sql: "r.id")])
    relation.from = "(\(judged(until: relation.bind(.date(day))))) r"
    relation.filters = ["r.action IS NOT NULL"]
    relation.hideUnseen(visibility)
    return relation
  }

  /// Every living record that has a retention, with its terms: the record's own texts, and for those that are missing its code's.
  private static let ruled = """
    SELECT r.id, r.title, u.code AS unit, r.unit_id, r.category, r.status, r.code, \
    coalesce(r.active_retention, k.active) AS active, coalesce(r.inactive_retention, k.inactive) AS inactive, \
    CASE WHEN r.fate IS NULL THEN k.fate ELSE fate_kind(r.fate) END AS fate, \
    CASE WHEN r.fate IS NULL THEN k.exception ELSE fate_exception(r.fate) END AS exception, \
    coalesce(r.date, substr('000' || r.year, -4) || '-12-31') AS made, a.date AS active_event, i.date AS inactive_event \
    FROM record r JOIN unit u ON u.id = r.unit_id LEFT JOIN record_scheme s ON s.record_id = r.id \
    LEFT JOIN scheme_code k ON k.scheme_id = s.scheme_id AND k.code = s.code \
    LEFT JOIN retention_event a ON a.record_id = r.id AND a.age = 'aktif' \
    LEFT JOIN retention_event i ON i.record_id = r.id AND i.age = 'inaktif' \
    WHERE r.status IN ('aktif', 'inaktif') AND coalesce(r.active_retention, k.active) IS NOT NULL
    """

  /// The same without naming records: how many (`n`) share status, terms, fate and days, so that each such case is reckoned once
  /// (materialized, or SQLite would reckon for each record before it groups them). Excluded records are left out, or counted too.
  private static func ruledCases(withExcluded: Bool) -> String {
    """
    WITH q AS MATERIALIZED (SELECT r.status, coalesce(r.active_retention, k.active) AS active, \
    coalesce(r.inactive_retention, k.inactive) AS inactive, \
    r.fate AS own_fate, k.fate AS code_fate, r.date, r.year, a.date AS active_event, i.date AS inactive_event, count(*) AS n \
    FROM record r LEFT JOIN record_scheme s ON s.record_id = r.id \
    LEFT JOIN scheme_code k ON k.scheme_id = s.scheme_id AND k.code = s.code \
    LEFT JOIN retention_event a ON a.record_id = r.id AND a.age = 'aktif' \
    LEFT JOIN retention_event i ON i.record_id = r.id AND i.age = 'inaktif' \
    WHERE r.status IN ('aktif', 'inaktif') AND coalesce(r.active_retention, k.active) IS NOT NULL \
    \(withExcluded ? "" : "AND r.category IS NOT 'dikecualikan'") GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) \
    SELECT q.status, q.active, q.inactive, CASE WHEN q.own_fate IS NULL THEN q.code_fate ELSE fate_kind(q.own_fate) END AS fate, \
    coalesce(q.date, substr('000' || q.year, -4) || '-12-31') AS made, q.active_event, q.inactive_event, q.n FROM q
    """
  }

  /// How many records (`count`) call for each act (`action`) by a day, as ``due(until:_:)`` lists them.
  static func dueCounts(until day: String, withExcluded: Bool) -> String {
    """
    SELECT r.action AS action, sum(r.n) AS count FROM (\(judged(until: day, ruledCases(withExcluded: withExcluded)))) r \
    WHERE r.action IS NOT NULL GROUP BY r.action ORDER BY r.action
    """
  }

  private static func activeEnds(_ ruled: String) -> String {
    """
    SELECT x.*, retention_event(x.active) AS active_awaits, retention_event(x.inactive) AS inactive_awaits, \
    retention_end(CASE WHEN retention_event(x.active) IS NULL THEN x.made ELSE x.active_event END, x.active) AS active_end \
    FROM (\(ruled)) x
    """
  }

  private static func ends(_ ruled: String) -> String {
    """
    SELECT y.*, retention_end(CASE WHEN y.inactive_awaits IS NULL THEN y.active_end \
    ELSE max(y.active_end, y.inactive_event) END, y.inactive) AS inactive_end FROM (\(activeEnds(ruled))) y
    """
  }

  /// With what is to be done (NULL for what is not due), since when, and what is waited for.
  static func judged(until day: String, _ ruled: String = ruled) -> String {
    let action = """
      CASE WHEN NOT retention_reads(z.active) OR z.active_awaits IS NULL AND z.made IS NULL \
      OR z.active_end <= \(day) AND (z.inactive IS NULL OR NOT retention_reads(z.inactive)) \
      OR z.inactive_end <= \(day) AND z.fate IS NULL THEN 'lengkapi data' \
      WHEN z.active_awaits IS NOT NULL AND z.active_event IS NULL THEN 'menunggu peristiwa' \
      WHEN z.inactive_end <= \(day) THEN CASE z.fate WHEN 'permanen' THEN 'serah' ELSE z.fate END \
      WHEN z.status = 'aktif' AND z.active_end <= \(day) THEN 'pindah' \
      WHEN z.status = 'inaktif' AND z.inactive_awaits IS NOT NULL AND z.inactive_event IS NULL THEN 'menunggu peristiwa' END
      """
    let missing = """
      CASE WHEN NOT retention_reads(w.active) THEN 'retensi_aktif' WHEN w.active_awaits IS NULL AND w.made IS NULL THEN 'waktu' \
      WHEN w.inactive_end IS NULL THEN 'retensi_inaktif' ELSE 'nasib_akhir' END
      """
    return """
      SELECT w.*, CASE w.action WHEN 'lengkapi data' THEN \(missing) WHEN 'menunggu peristiwa' THEN \
      CASE WHEN w.active_awaits IS NOT NULL AND w.active_event IS NULL THEN w.active_awaits ELSE w.inactive_awaits END END AS awaited, \
      CASE w.action WHEN 'menunggu peristiwa' THEN NULL WHEN 'lengkapi data' THEN NULL WHEN 'pindah' THEN w.active_end \
      ELSE w.inactive_end END AS due FROM (SELECT z.*, \(action) AS action FROM (\(ends(ruled))) z) w
      """
  }
}
