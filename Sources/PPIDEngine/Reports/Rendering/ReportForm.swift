import PPIDValues

/// The forms in which a report can be written to a file.
package enum ReportForm: String, Sendable, CaseIterable {
  case html
  case markdown = "md"
  case csv
  case json

  /// The form that the ending of a file's name asks for; nil for any other ending.
  package init?(endingOf path: String) {
    guard let point = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: point)...].lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "csv": self = .csv
    case "json": self = .json
    default: return nil
    }
  }
}

/// Writes a report in one form, piece by piece.
///
/// Issued documents are written anew each time, from what was frozen. So the same report must give the same bytes for ever, which a
/// test compares with files. Whoever changes the looks of a form keeps the old ones for the documents that were issued with them.
struct ReportWriter {
  let report: Report
  let language: Language
  /// Starts a pass over the list of an edition, for the columns of ``EditionColumn``.
  let rows: (Report.EditionList) throws -> RelationCursor

  func write(as form: ReportForm, to sink: (String) throws -> Void) throws {
    switch form {
    case .html: try HTMLReport(self).write(to: sink)
    case .markdown: try MarkdownReport(self).write(to: sink)
    case .csv: try CSVReport(self).write(to: sink)
    case .json: try JSONReport(self).write(to: sink)
    }
  }

  /// Calls `body` with each row of the list; personal numbers are masked, because the DIP is for everybody (UU 27/2022).
  func forEachRow(of list: Report.EditionList, _ body: ([FieldValue]) throws -> Void) throws {
    let cursor = try rows(list)
    var row: [FieldValue] = []
    while try cursor.next(&row) {
      try body(row.map { value in if case .text(let text) = value { .text(PersonalNumbers.masked(text)) } else { value } })
    }
  }

  // MARK: Words that stand around every report

  /// What a preview says of itself; nil for an issued document.
  var previewMark: String? {
    report.isIssued ? nil : Phrase(id: "PRATINJAU — belum diterbitkan", en: "PREVIEW — not issued")[language]
  }

  var numberLine: String? {
    report.number.map { Phrase(id: "Nomor: \($0)", en: "Number: \($0)")[language] }
  }

  /// `Samarinda, 22 November 2026`
  var placeAndDate: String {
    [report.office.place, report.date.inWords[language]].compactMap(\.self).joined(separator: ", ")
  }
}

/// The columns of the DIP's list as its document has them: its seven legal columns (PerKI 1/2021), and by what a record is known.
enum EditionColumn {
  static let all: [Report.Column] = [
    Report.Column("nomor", Phrase(id: "Nomor", en: "Number"), isCode: true),
    Report.Column("judul", Phrase(id: "Informasi", en: "Information")),
    Report.Column("ringkasan", Phrase(id: "Ringkasan isi", en: "Summary")),
    Report.Column("kategori", Phrase(id: "Kategori", en: "Category"), isCode: true),
    Report.Column("unit", Phrase("Unit"), isCode: true),
    Report.Column("penguasa", Phrase(id: "Pejabat/unit yang menguasai", en: "Held by")),
    Report.Column("penanggung_jawab", Phrase(id: "Penanggung jawab pembuatan", en: "Made or issued by")),
    Report.Column("waktu", Phrase(id: "Waktu pembuatan", en: "Time of making")),
    Report.Column("tempat", Phrase(id: "Tempat pembuatan", en: "Place of making")),
    Report.Column("bentuk", Phrase(id: "Bentuk yang tersedia", en: "Available forms")),
    Report.Column("retensi_aktif", Phrase(id: "Retensi aktif", en: "Active retention")),
    Report.Column("retensi_inaktif", Phrase(id: "Retensi inaktif", en: "Inactive retention")),
  ]
}
