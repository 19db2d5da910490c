import PPIDEngine
import PPIDScript
import PPIDValues

extension ImportResult {
  static let columns =
    ["dibaca", "baru", "berubah", "tetap", "ditolak"].map { Column($0, .int) } + [Column("galat", .list)]

  /// The result as scripts see it.
  var fields: [(name: String, value: Value)] {
    return [
      ("dibaca", .int(read)), ("baru", .int(new)), ("berubah", .int(changed)), ("tetap", .int(unchanged)),
      ("ditolak", .int(refused)), ("galat", problems.value),
    ]
  }

  var value: Value { .record(Record(fields)) }

  /// What people should know besides: why rows were refused, and which rows were taken for no records. Lines, or empty.
  func remarks(_ language: Language) -> String {
    var text = problems.remarks(language)
    if problemCount > problems.count {
      text +=
        Phrase(
          id: "… dari \(problemCount) alasan, hanya \(problems.count) yang pertama disimpan\n",
          en: "… of \(problemCount) reasons only the first \(problems.count) are kept\n")[language]
    }
    for row in summary?.skipped ?? [] where row.reason.isRemarkable {
      text +=
        Phrase(
          id: "baris \(row.row) bukan rekaman (\(row.reason.words.id)): \(VisibleText.of(row.text))\n",
          en: "row \(row.row) is no record (\(row.reason.words.en)): \(VisibleText.of(row.text))\n")[language]
    }
    if let refusedList {
      text +=
        Phrase(
          id: "baris yang ditolak ada di \(refusedList); perbaiki, lalu impor berkas itu\n",
          en: "the refused rows are in \(refusedList); mend them, then import that file\n")[language]
    }
    return text
  }

  /// The result as people read it.
  var sentence: Phrase {
    Phrase(
      id: "\(read) rekaman dibaca: \(new) baru, \(changed) berubah, \(unchanged) tetap, \(refused) ditolak",
      en: "\(read) records read: \(new) new, \(changed) changed, \(unchanged) unchanged, \(refused) refused")
  }
}

extension SkippedRow.Reason {
  /// What the row was taken for.
  fileprivate var words: Phrase {
    switch self {
    case .title: Phrase(id: "judul daftar", en: "the list's title")
    case .header: Phrase(id: "kepala tabel", en: "the table's head")
    case .repeatedHeader: Phrase(id: "kepala tabel berulang", en: "the table's head again")
    case .columnNumbers: Phrase(id: "nomor kolom", en: "numbers of columns")
    case .section: Phrase(id: "judul bagian", en: "a section's title")
    case .heading: Phrase(id: "judul kelompok", en: "a heading")
    case .emptyHeading: Phrase(id: "judul kelompok tanpa isi", en: "a heading with nothing below it")
    case .total: Phrase(id: "jumlah", en: "a total")
    case .footer: Phrase(id: "catatan kaki atau tanda tangan", en: "a note or signature")
    case .numberOnly: Phrase(id: "nomor saja", en: "a number only")
    }
  }

  /// Whether leaving it out could surprise: what belongs to every list's frame doesn't.
  fileprivate var isRemarkable: Bool {
    switch self {
    case .title, .header, .repeatedHeader, .columnNumbers, .section, .heading: false
    case .emptyHeading, .total, .footer, .numberOnly: true
    }
  }
}
