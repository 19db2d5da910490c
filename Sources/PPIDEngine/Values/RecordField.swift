/// The fields of a record that people write, by the names that users, scripts and exported lists know them by.
package enum RecordField: String, Sendable, CaseIterable {
  case title = "judul"
  case summary = "ringkasan"
  case kind = "jenis"
  case holder = "penguasa"
  case producer = "penanggung_jawab"
  case when = "waktu"
  case date = "tanggal"
  case year = "tahun"
  case place = "tempat"
  case form = "bentuk"
  case category = "kategori"
  case code = "kode"
  case activeRetention = "retensi_aktif"
  case inactiveRetention = "retensi_inaktif"
  case fate = "nasib_akhir"
  case security = "keamanan"
  case location = "lokasi"
}

extension RecordField {
  /// The field's name as an option (`--penanggung-jawab`).
  package var optionName: String { rawValue.replacing("_", with: "-") }
}
