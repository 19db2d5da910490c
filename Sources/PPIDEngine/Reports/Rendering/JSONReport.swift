import PPIDValues

/// A report as JSON: everything that it says, for programs.
struct JSONReport {
  private let writer: ReportWriter
  private let language: Language

  init(_ writer: ReportWriter) {
    self.writer = writer
    language = writer.language
  }

  func write(to sink: (String) throws -> Void) throws {
    let report = writer.report
    let head = [
      Field("dokumen", .text(report.kind.name)), Field("judul", .text(report.kind.title[language])),
      Field("periode", .period(report.period)), Field("unit", .optional(report.unit?.code.text)), Field("putaran", .int(report.round)),
      Field("nomor", .optional(report.number)), Field("tanggal", .date(report.date)), Field("terbit", .bool(report.isIssued)),
      Field("kantor", .optional(report.office.name)), Field("alamat", .optional(report.office.address)),
      Field("tempat", .optional(report.office.place)),
    ]
    try sink((FieldText.object(head) ?? "{").dropLast() + ",\n\"bagian\":[")
    for (index, section) in report.sections.enumerated() {
      try sink("\(index > 0 ? "," : "")\n{\"judul\":\(text(section.heading)),\"isi\":[")
      for (index, block) in section.blocks.enumerated() {
        try sink(index > 0 ? ",\n" : "\n")
        try write(block, to: sink)
      }
      try sink("]}")
    }
    let signatures = report.signatures.map { signature in
      FieldText.object([Field("jabatan", .text(signature.role[language])), Field("nama", .optional(signature.name))]) ?? "{}"
    }
    try sink("],\n\"tanda_tangan\":[\(signatures.joined(separator: ","))]}\n")
  }

  private func write(_ block: Report.Block, to sink: (String) throws -> Void) throws {
    switch block {
    case .paragraph(let phrase): try sink("{\"teks\":\(text(phrase))}")
    case .figures(let figures):
      let rows = figures.map { figure in
        FieldText.object([
          Field("hal", .text(figure.label[language])), Field("nilai", figure.value.field(language)),
          Field("catatan", .optional(figure.note?[language])),
        ]) ?? "{}"
      }
      try sink("{\"angka\":[\(rows.joined(separator: ","))]}")
    case .table(let table):
      let rows = table.rows.map { row in object(table.columns, row.map { $0.field(language) }) }
      try sink("{\"tabel\":[\(rows.map { "\n" + $0 }.joined(separator: ","))]}")
    case .chart(let chart):
      let bars = chart.bars.map { bar in
        FieldText.object([
          Field("hal", .text(bar.label[language])), Field("nilai", .double(bar.value.double)),
          Field("baku", bar.standard.map { .double($0.double) } ?? .null),
        ]) ?? "{}"
      }
      try sink("{\"grafik\":{\"judul\":\(text(chart.title)),\"satuan\":\(text(chart.measure)),")
      try sink("\"batang\":[\(bars.joined(separator: ","))]}}")
    case .list(let list):
      try sink("{\"tabel\":[")
      var separator = "\n"
      try writer.forEachRow(of: list) { row in
        try sink(separator + object(EditionColumn.all, row))
        separator = ",\n"
      }
      try sink("]}")
    }
  }

  private func object(_ columns: [Report.Column], _ row: [FieldValue]) -> String {
    FieldText.object(zip(columns, row).map { Field($0.name, $1) }) ?? "{}"
  }

  private func text(_ phrase: Phrase) -> String { FieldText.quoted(phrase[language]) }
}
