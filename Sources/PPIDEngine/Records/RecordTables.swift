import PPIDValues

/// The records as tables, and what may be seen of them.
enum RecordTables {
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

  /// Whether the change in table `alias` is the last one of its record up to `period` (up to now, where nil). `record`: the record's
  /// number, where it stands in another table that is read before this one.
  static func inForce(_ alias: String, _ period: String?, of record: String? = nil) -> String {
    let bound = period.map { " AND y.edition_id <= (SELECT max(id) FROM edition WHERE period <= \($0))" } ?? ""
    let record = record ?? "\(alias).record_id"
    return "\(alias).edition_id = (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = \(record)\(bound))"
  }
}

extension Relation {
  /// Leaves what the edition in force lists, with the values that it lists; the same columns, the others empty.
  fileprivate mutating func showOnlyListed() {
    from += " JOIN edition_change c ON c.record_id = r.id"
    filters += [RecordTables.inForce("c", nil), "c.listed = 1"]
    let listed = Dictionary(uniqueKeysWithValues: ListedColumns.all.map { ($0.field, "c.\($0.column)") })
    columns = columns.map { column in
      column.name == "nomor" ? column : Column(column.name, column.type, listed[column.name] ?? "NULL")
    }
  }

  /// Leaves out the records (`r`) that may not be seen: what is excluded now; for a guest also what was withdrawn or destroyed since it
  /// was listed.
  mutating func hideUnseen(_ visibility: Visibility) {
    if let excluded = unseen("r", visibility) { filters.append("NOT coalesce(\(excluded), 0)") }
    if visibility.isGuest { filters.append("r.status NOT IN ('ditarik', 'dimusnahkan')") }
  }

  /// Whether the record in table `alias` is excluded from those who see no more than `visibility`, in SQL; nil where nothing is.
  mutating func unseen(_ alias: String, _ visibility: Visibility) -> String? {
    switch visibility.excluded {
    case .all: nil
    case .ofUnit(let unit):
      "(\(alias).category = 'dikecualikan' AND \(alias).unit_id IS NOT (SELECT id FROM unit WHERE code = \(bind(.text(unit.text)))))"
    case .none: "(\(alias).category = 'dikecualikan')"
    }
  }
}
