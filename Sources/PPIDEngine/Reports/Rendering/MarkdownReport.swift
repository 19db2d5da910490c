import PPIDValues

/// A report as Markdown.
struct MarkdownReport {
  private let writer: ReportWriter
  private let language: Language

  init(_ writer: ReportWriter) {
    self.writer = writer
    language = writer.language
  }

  func write(to sink: (String) throws -> Void) throws {
    let report = writer.report
    let head = [report.office.name, report.office.address].compactMap(\.self).map(text).joined(separator: "<br>")
    if !head.isEmpty { try sink(head + "\n\n") }
    try sink("# \(text(report.kind.title[language]))\n\n\(text(report.subtitle[language]))\n")
    for line in [writer.numberLine, writer.previewMark].compactMap(\.self) { try sink("\n\(text(line))\n") }
    for section in report.sections {
      try sink("\n## \(text(section.heading[language]))\n")
      for block in section.blocks { try write(block, to: sink) }
    }
    if !report.signatures.isEmpty { try sink("\n---\n\n\(text(writer.placeAndDate))\n") }
    for signature in report.signatures {
      try sink("\n\(text(signature.role[language]))<br><br><br>\n\(signature.name.map(text) ?? "(………………………)")\n")
    }
  }

  private func write(_ block: Report.Block, to sink: (String) throws -> Void) throws {
    switch block {
    case .paragraph(let phrase): try sink("\n\(text(phrase[language]))\n")
    case .figures(let figures):
      try sink("\n")
      for figure in figures {
        let note = figure.note.map { " (\(text($0[language])))" } ?? ""
        try sink("- \(text(figure.label[language])): **\(text(figure.value.spelled(language)))**\(note)\n")
      }
    case .table(let table):
      guard !table.rows.isEmpty else { return try sink("\n\(text(table.ifEmpty[language]))\n") }
      try writeHead(table.columns, to: sink)
      for row in table.rows { try sink(line(row.map { $0.spelled(language) })) }
    case .chart(let chart):
      try writeHead(chart.table.columns, to: sink)
      for row in chart.table.rows { try sink(line(row.map { $0.spelled(language) })) }
    case .list(let list):
      try writeHead(EditionColumn.all, to: sink)
      try writer.forEachRow(of: list) { try sink(line($0.map(\.plain))) }
    }
  }

  private func writeHead(_ columns: [Report.Column], to sink: (String) throws -> Void) throws {
    try sink("\n" + line(columns.map { $0.heading[language] }))
    try sink("| " + columns.map { $0.isNumber ? "--:" : "---" }.joined(separator: " | ") + " |\n")
  }

  private func line(_ cells: [String]) -> String { "| " + cells.map(text).joined(separator: " | ") + " |\n" }

  private func text(_ text: String) -> String { MarkupText.markdown(text) }
}

extension Report.Chart {
  /// The chart for those who read it as a table.
  package var table: Report.Table {
    let hasStandard = bars.contains { $0.standard != nil }
    var columns = [
      Report.Column("hal", title),
      Report.Column("nilai", Phrase(id: "Nilai (\(measure.id))", en: "Value (\(measure.en))"), isNumber: true),
    ]
    if hasStandard {
      columns.append(Report.Column("baku", Phrase(id: "Baku (\(measure.id))", en: "Standard (\(measure.en))"), isNumber: true))
    }
    let rows = bars.map { bar in
      [ReportValue.phrase(bar.label), .decimal(bar.value)]
        + (hasStandard ? [bar.standard.map(ReportValue.decimal) ?? .none] : [])
    }
    return Report.Table(columns, rows, ifEmpty: Phrase(""))
  }
}
