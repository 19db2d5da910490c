import PPIDValues

/// The DIP's seven legal columns are filled (PerKI 1/2021); the number always is.
enum LegalColumnsCheck: Check {
  static let rule = "tujuh-kolom"
  static let title = Phrase(id: "tujuh kolom DIP terisi", en: "the DIP's seven columns are filled")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    let missing = missing(in: record)
    guard !missing.isEmpty else { return nil }
    let names = missing.map(\.rawValue).joined(separator: ", ")
    let options = missing.map { "--\($0.optionName) …" }.joined(separator: " ")
    return CheckFault(
      message: Phrase(id: "belum terisi: \(names)", en: "still empty: \(names)"),
      remedy: Phrase(id: "`arsip ubah \(record.number) \(options)`", en: "`arsip ubah \(record.number) \(options)`"))
  }

  /// The fields of the seven columns that hold nothing; the time is there with a day or a year, the retention by the record's code.
  package static func missing(in record: CheckedRecord) -> [RecordField] {
    let content = record.content
    let columns: [(field: RecordField, isThere: Bool)] = [
      (.summary, content.summary != nil), (.holder, content.holder != nil), (.producer, content.producer != nil),
      (.when, content.when != nil || content.date != nil || content.year != nil), (.place, content.place != nil),
      (.form, content.form != nil), (.activeRetention, record.retention.active != nil),
    ]
    return columns.filter { !$0.isThere }.map(\.field)
  }
}
