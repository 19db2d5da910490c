import PPIDValues

/// What an edition keeps of a record.
enum ListedColumns {
  /// In the order of the DIP (PerKI 1/2021): the table's column and the field's name.
  static let all: [(column: String, field: String, type: FieldType)] = [
    ("title", "judul", .text), ("summary", "ringkasan", .text), ("kind", "jenis", .text), ("category", "kategori", .text),
    ("unit", "unit", .text), ("holder", "penguasa", .text), ("producer", "penanggung_jawab", .text), ("made", "waktu", .text),
    ("date", "tanggal", .date), ("year", "tahun", .int), ("place", "tempat", .text), ("form", "bentuk", .text),
    ("active_retention", "retensi_aktif", .text), ("inactive_retention", "retensi_inaktif", .text),
  ]
}
