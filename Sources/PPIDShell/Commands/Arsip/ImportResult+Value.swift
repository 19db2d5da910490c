import PPIDEngine
import PPIDScript
import PPIDValues

extension ImportResult {
  static let columns =
    ["dibaca", "baru", "berubah", "tetap", "ditolak"].map { Column($0, .int) } + [Column("galat", .list)]

  /// The result as scripts see it.
  var fields: [(name: String, value: Value)] {
    let galat = problems.map { problem -> Value in
      .record(
        Record([
          ("baris", .int(problem.row)), ("kolom", .text(problem.column)), ("nilai", .text(problem.value)),
          ("alasan", .text(problem.reason.id)),
        ]))
    }
    return [
      ("dibaca", .int(read)), ("baru", .int(new)), ("berubah", .int(changed)), ("tetap", .int(unchanged)),
      ("ditolak", .int(refused)), ("galat", .list(List(galat))),
    ]
  }

  var value: Value { .record(Record(fields)) }

  /// What people should know besides: why rows were refused, and which rows were taken for no records. Lines, or empty.
  func remarks(_ language: Language) -> String {
    var text = ""
    for group in Dictionary(grouping: problems, by: { "\($0.column)\n\($0.reason.id)" }).values.sorted(by: { $0[0].row < $1[0].row })
      .prefix(ImportResult.shownReasons)
    {
      for problem in group.prefix(ImportResult.shownRows) {
        let place = Phrase(id: "baris \(problem.row)", en: "row \(problem.row)")[language]
        let column = problem.column.isEmpty ? "" : Phrase(id: ", kolom \(problem.column)", en: ", column \(problem.column)")[language]
        text += "\(place)\(column): `\(VisibleText.of(problem.value))`: \(problem.reason[language])\n"
      }
      let more = group.count - ImportResult.shownRows
      if more > 0 {
        text += Phrase(id: "… dan \(more) baris lagi dengan alasan yang sama\n", en: "… and \(more) more for the same reason\n")[language]
      }
    }
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

  /// How many rows are told of that are refused for one reason, and how many reasons.
  private static let shownRows = 3
  private static let shownReasons = 20

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
