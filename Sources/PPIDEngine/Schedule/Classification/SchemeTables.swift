import PPIDValues

/// The codes of a classification scheme.
enum SchemeTables {
  /// The codes of a scheme; of the one in force, where nil.
  static func schemeCodes(of scheme: Int?) -> Relation {
    var relation = Relation(
      columns: [
        Column("kode", .text, "k.code"), Column("uraian", .text, "k.title"), Column("retensi_aktif", .text, "k.active"),
        Column("retensi_inaktif", .text, "k.inactive"), Column("nasib_akhir", .text, "k.fate"), Column("kecuali", .text, "k.exception"),
        Column("keamanan", .text, "k.security"), Column("versi", .int, "k.scheme_id"),
      ],
      from: "scheme_code k", order: [OrderKey(sql: "k.position")])
    let version = scheme.map { relation.bind(.int($0)) } ?? "(SELECT max(id) FROM scheme)"
    relation.filters = ["k.scheme_id = \(version)"]
    return relation
  }
}
