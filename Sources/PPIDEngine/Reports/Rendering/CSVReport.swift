import PPIDValues

/// A report as CSV for spreadsheets in Indonesia: nothing in it runs as a formula.
///
/// A report that is a list (the DIP) is that list alone, which can be taken in again. Others are one block after another: the
/// section's heading, a line of heads, the rows, an empty line.
struct CSVReport {
  private let writer: ReportWriter
  private let language: Language

  init(_ writer: ReportWriter) {
    self.writer = writer
    language = writer.language
  }

  func write(to sink: (String) throws -> Void) throws {
    var csv = CSVWriter(profile: .excel)
    let report = writer.report
    for block in report.sections.flatMap(\.blocks) {
      if case .list(let list) = block { return try write(list, &csv, to: sink) }
    }
    try put([.text(report.kind.title[language]), .text(report.subtitle[language])], &csv, to: sink)
    for section in report.sections {
      for block in section.blocks { try write(block, under: section.heading[language], &csv, to: sink) }
    }
  }

  private func write(_ list: Report.EditionList, _ csv: inout CSVWriter, to sink: (String) throws -> Void) throws {
    try put(EditionColumn.all.map { .text($0.name) }, &csv, to: sink)
    // A closure may not hold the writer while it changes.
    var lines = csv
    try writer.forEachRow(of: list) { try sink(String(decoding: lines.line($0), as: UTF8.self)) }
    csv = lines
  }

  private func write(
    _ block: Report.Block, under heading: String, _ csv: inout CSVWriter, to sink: (String) throws -> Void
  ) throws {
    let table: Report.Table
    switch block {
    case .paragraph, .list: return
    case .figures(let figures): table = Report.Table(figures)
    case .chart(let chart): table = chart.table
    case .table(let own): table = own
    }
    try sink("\r\n")
    try put([.text(heading)], &csv, to: sink)
    try put(table.columns.map { .text($0.heading[language]) }, &csv, to: sink)
    for row in table.rows { try put(row.map { $0.field(language) }, &csv, to: sink) }
  }

  private func put(_ row: [FieldValue], _ csv: inout CSVWriter, to sink: (String) throws -> Void) throws {
    try sink(String(decoding: csv.line(row), as: UTF8.self))
  }
}

extension Report.Table {
  /// Figures as a table, for forms that have nothing else.
  package init(_ figures: [Report.Figure]) {
    let hasNotes = figures.contains { $0.note != nil }
    var columns = [Report.Column("hal", Phrase(id: "Hal", en: "Subject")), Report.Column("nilai", Phrase(id: "Nilai", en: "Value"))]
    if hasNotes { columns.append(Report.Column("catatan", Phrase(id: "Catatan", en: "Note"))) }
    self.init(
      columns,
      figures.map { figure in
        [.phrase(figure.label), figure.value] + (hasNotes ? [figure.note.map(ReportValue.phrase) ?? .none] : [])
      }, ifEmpty: Phrase(""))
  }
}
