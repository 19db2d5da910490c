import PPIDValues

/// What a person may see of the records.
struct Visibility: Sendable {
  /// Only what the edition in force lists (a guest).
  let isGuest: Bool
  /// Whether excluded records are seen: all of them, those of one unit, or none.
  let excluded: Excluded

  enum Excluded: Sendable { case all, ofUnit(UnitCode), none }

  /// What the public sees.
  static let everybody = Visibility(of: Actor(name: "", roles: [.tamu]))

  init(of actor: Actor) {
    isGuest = !actor.may(.readArchive)
    excluded =
      if actor.may(.readExcluded) { .all } else if actor.roles.contains(.pendukung), let unit = actor.unit { .ofUnit(unit) } else { .none }
  }

  var seesAllExcluded: Bool { if case .all = excluded { true } else { false } }

  private init(isGuest: Bool, excluded: Excluded) {
    self.isGuest = isGuest
    self.excluded = excluded
  }

  /// Excluded records and all others.
  static let everything = Visibility(isGuest: false, excluded: .all)
  /// All records but the excluded ones.
  static let open = Visibility(isGuest: false, excluded: .none)
}

extension Relation {
  /// All records that may be seen, in order of entry.
  static func records(_ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [
        Column("nomor", .text, "('A-' || r.id)"), Column("judul", .text, "r.title"), Column("ringkasan", .text, "r.summary"),
        Column("jenis", .text, "r.kind"), Column("unit", .text, "u.code"), Column("penguasa", .text, "r.holder"),
        Column("penanggung_jawab", .text, "r.producer"), Column("waktu", .text, "r.made"), Column("tanggal", .date, "r.date"),
        Column("tahun", .int, "r.year"), Column("tempat", .text, "r.place"), Column("bentuk", .text, "r.form"),
        Column("kategori", .text, "r.category"), Column("kode", .text, "r.code"),
        Column("retensi_aktif", .text, "r.active_retention"), Column("retensi_inaktif", .text, "r.inactive_retention"),
        Column("nasib_akhir", .text, "r.fate"), Column("keamanan", .text, "r.security"), Column("lokasi", .text, "r.location"),
        Column("status", .text, "r.status"), Column("dip", .text, "r.dip"), Column("lainnya", .object, "r.extra"),
        Column("berkas", .int, "(SELECT count(*) FROM attachment f WHERE f.record_id = r.id)"), Column("diubah", .time, "r.changed_at"),
      ],
      from: "record r", order: [OrderKey(sql: "r.id")])
    relation.lookups = [Lookup(alias: "u", join: "JOIN unit u ON u.id = r.unit_id")]
    if visibility.isGuest { relation.showOnlyListed() }
    relation.hideUnseen(visibility)
    return relation
  }

  /// Leaves what the edition in force lists, with the values that it lists; the same columns, the others empty.
  private mutating func showOnlyListed() {
    from += " JOIN edition_change c ON c.record_id = r.id"
    filters += [Relation.inForce("c", nil), "c.listed = 1"]
    let listed = Dictionary(uniqueKeysWithValues: Store.editionColumns.map { ($0.field, "c.\($0.column)") })
    columns = columns.map { column in
      column.name == "nomor" ? column : Column(column.name, column.type, listed[column.name] ?? "NULL")
    }
  }

  /// The records that hold all words of `query`, the best first; those that hold only other words of the same roots come last.
  static func found(_ query: SearchQuery, _ visibility: Visibility) -> Relation {
    var relation = records(visibility)
    let match = relation.bind(.text(query.wideExpression ?? query.expression))
    relation.from = "record_text t JOIN \(relation.from)"
    relation.filters.insert("record_text MATCH \(match) AND r.id = t.rowid", at: 0)
    relation.order = [OrderKey(sql: "t.rank"), OrderKey(sql: "r.id")]
    if query.wideExpression != nil {
      let typed = relation.bind(.text(query.expression))
      let isTyped = "t.rowid IN (SELECT rowid FROM record_text WHERE record_text MATCH \(typed))"
      relation.order.insert(OrderKey(sql: isTyped, isDescending: true), at: 0)
    }
    return relation
  }

  /// The DIP in force in `period` (now, where nil), as it was determined.
  static func listedRecords(period: Period?, _ visibility: Visibility) -> Relation {
    var relation = Relation(
      columns: [Column("nomor", .text, "('A-' || c.record_id)")]
        + Store.editionColumns.map { Column($0.field, $0.type, "c.\($0.column)") },
      from: "edition_change c", order: [OrderKey(sql: "c.record_id")])
    relation.lookups = [Lookup(alias: "r", join: "JOIN record r ON r.id = c.record_id")]
    relation.filters = [inForce("c", period.map { relation.bind(.period($0)) }), "c.listed = 1"]
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
    let old = Store.editionColumns.map { "a.\($0.column)" }
    let new = Store.editionColumns.map { "b.\($0.column)" }
    let changed = zip(Store.editionColumns, zip(old, new))
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
    let names = Store.editionColumns
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
    "(SELECT * FROM edition_change x WHERE \(inForce("x", period)) AND x.listed = 1)"
  }

  /// Whether the change in table `alias` is the last one of its record up to `period` (up to now, where nil). `record`: the record's
  /// number, where it stands in another table that is read before this one.
  static func inForce(_ alias: String, _ period: String?, of record: String? = nil) -> String {
    let bound = period.map { " AND y.edition_id <= (SELECT max(id) FROM edition WHERE period <= \($0))" } ?? ""
    let record = record ?? "\(alias).record_id"
    return "\(alias).edition_id = (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = \(record)\(bound))"
  }

  static func editions() -> Relation {
    Relation(
      columns: [
        Column("edisi", .text, Store.editionName),
        Column("periode", .period, "e.period"), Column("nomor", .text, "e.number"), Column("ditetapkan", .time, "e.determined_at"),
        Column("penanda_tangan", .text, "e.signer"), Column("di_luar_siklus", .text, "e.outside_cycle"),
      ],
      from: "edition e", order: [OrderKey(sql: "e.id")])
  }

  static func units() -> Relation {
    Relation(
      columns: [Column("kode", .text, "u.code"), Column("nama", .text, "u.name"), Column("aktif", .bool, "u.active")],
      from: "unit u", order: [OrderKey(sql: "u.id")])
  }

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

  /// Leaves out the journal's entries on records that may not be seen, and empties what bulk work tells when it touched one: its
  /// values and counts would speak of them.
  private mutating func hideEntries(_ visibility: Visibility) {
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

  /// Leaves out the records (`r`) that may not be seen: what is excluded now; for a guest also what was withdrawn or destroyed since it
  /// was listed.
  mutating func hideUnseen(_ visibility: Visibility) {
    if let excluded = unseen("r", visibility) { filters.append("NOT coalesce(\(excluded), 0)") }
    if visibility.isGuest { filters.append("r.status NOT IN ('ditarik', 'dimusnahkan')") }
  }

  /// Whether the record in table `alias` is excluded from those who see no more than `visibility`, in SQL; nil where nothing is.
  private mutating func unseen(_ alias: String, _ visibility: Visibility) -> String? {
    switch visibility.excluded {
    case .all: nil
    case .ofUnit(let unit):
      "(\(alias).category = 'dikecualikan' AND \(alias).unit_id IS NOT (SELECT id FROM unit WHERE code = \(bind(.text(unit.text)))))"
    case .none: "(\(alias).category = 'dikecualikan')"
    }
  }
}

extension Store {
  /// What an edition keeps of a record, in the order of the DIP (PerKI 1/2021): the table's column and the field's name.
  static let editionColumns: [(column: String, field: String, type: FieldType)] = [
    ("title", "judul", .text), ("summary", "ringkasan", .text), ("kind", "jenis", .text), ("category", "kategori", .text),
    ("unit", "unit", .text), ("holder", "penguasa", .text), ("producer", "penanggung_jawab", .text), ("made", "waktu", .text),
    ("date", "tanggal", .date), ("year", "tahun", .int), ("place", "tempat", .text), ("form", "bentuk", .text),
    ("active_retention", "retensi_aktif", .text), ("inactive_retention", "retensi_inaktif", .text),
  ]
}
