import PPIDValues

/// Issued documents, and the lists that they hold.
enum DocumentTables {
  /// All issued documents, in order.
  static func documents() -> Relation {
    Relation(
      columns: [
        Column("dokumen", .text, "('D-' || d.id)"), Column("jenis", .text, "d.kind"), Column("periode", .period, "d.period"),
        Column("unit", .text, "u.code"), Column("putaran", .int, "d.round"), Column("langkah", .int, "d.step"),
        Column("nomor", .text, "d.number"), Column("terbit", .time, "d.issued_at"), Column("oleh", .text, "d.issued_by"),
      ],
      from: "document d LEFT JOIN unit u ON u.id = d.unit_id", order: [OrderKey(sql: "d.id")])
  }

  /// Those that a person may read who may not see excluded information: the office's, and those of the person's own unit.
  static func documents(readableBy person: Actor) -> Relation {
    var relation = documents()
    let own = person.roles.contains(.pendukung) ? person.unit.map { " OR u.code = \(relation.bind(.text($0.text)))" } : nil
    let kinds = ReportKind.allCases.filter { !$0.isOfUnits }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    relation.filters = ["(d.kind IN (\(kinds))\(own ?? ""))"]
    return relation
  }

  /// The list of an edition, with the columns of its document.
  static func list(ofEdition edition: Int, _ visibility: Visibility) -> Relation {
    var relation = EditionTables.listedRecords(period: nil, visibility)
    let bound = relation.bind(.int(edition))
    relation.filters[0] = """
      c.edition_id = (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = c.record_id AND y.edition_id <= \(bound))
      """
    let places = EditionColumn.all.compactMap { column in relation.columns.firstIndex { $0.name == column.name } }
    return relation.projected(to: places)
  }
}
