import PPIDValues

/// The record's retention is there and can be reckoned with, from its own list or from its code.
enum RetentionCheck: Check {
  static let rule = "retensi"
  static let title = Phrase(id: "retensi terisi dan terbaca", en: "the retention is given and can be read")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    let rule = record.retention
    let texts: [(field: RecordField, text: String?, isRead: Bool)] = [
      (.activeRetention, rule.active, rule.active.map { RetentionTerm($0) != nil } ?? false),
      (.inactiveRetention, rule.inactive, rule.inactive.map { RetentionTerm($0) != nil } ?? false),
      (.fate, rule.fate, rule.fate.map { FinalFate($0) != nil } ?? false),
    ]
    let missing = texts.filter { $0.text == nil }.map(\.field.rawValue)
    let unread = texts.compactMap { text in text.isRead ? nil : text.text.map { "\(text.field.rawValue) `\($0)`" } }
    guard !missing.isEmpty || !unread.isEmpty else { return nil }
    let options = texts.filter { !$0.isRead }.map { "--\($0.field.optionName) …" }.joined(separator: " ")
    func words(_ absent: String, _ unclear: String) -> String {
      [(absent, missing), (unclear, unread)].filter { !$0.1.isEmpty }.map { "\($0): \($1.joined(separator: ", "))" }.joined(separator: "; ")
    }
    return CheckFault(
      message: Phrase(id: words("belum ada", "tidak terbaca"), en: words("missing", "can't be read")),
      remedy: Phrase(
        id: "beri kode klasifikasi yang beretensi, atau `arsip ubah \(record.number) \(options)`",
        en: "give it a classification code with retention, or `arsip ubah \(record.number) \(options)`"))
  }
}
