import PPIDEngine
import PPIDScript
import PPIDValues

/// Draws a report for the terminal: its head, its sections as tables, charts as bars of text.
struct ReportView {
  private let report: Report
  private let settings: OutputSettings
  /// The beginning of an edition's list, as a table.
  private let list: (Report.EditionList) throws -> Value

  /// How many rows of a list are shown; all of it is in the file forms.
  static let shownRows = 20
  /// The columns that a report takes where no terminal bounds them.
  static let pageWidth = 100

  init(_ report: Report, _ settings: OutputSettings, list: @escaping (Report.EditionList) throws -> Value) {
    self.report = report
    self.settings = settings
    self.list = list
  }

  private var language: Language { settings.language }

  /// The whole text, without the last line's end.
  func text() throws -> String {
    var lines = [report.office.name, report.office.address].compactMap(\.self)
    if !lines.isEmpty { lines.append("") }
    lines.append(report.kind.title[language])
    lines.append(report.subtitle[language])
    if let number = report.number { lines.append(Phrase(id: "Nomor: \(number)", en: "Number: \(number)")[language]) }
    if !report.isIssued { lines.append(Phrase(id: "(pratinjau, belum diterbitkan)", en: "(a preview, not issued)")[language]) }
    var text = lines.flatMap { wrapped($0) }.joined(separator: "\n") + "\n"
    for section in report.sections {
      text += "\n── \(VisibleText.of(section.heading[language])) ──\n"
      for block in section.blocks { try write(block, to: &text) }
    }
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  private func write(_ block: Report.Block, to text: inout String) throws {
    switch block {
    case .paragraph(let phrase): text += wrapped(phrase[language]).joined(separator: "\n") + "\n"
    case .figures(let figures): write(figures, to: &text)
    case .table(let table) where table.rows.isEmpty: text += table.ifEmpty[language] + "\n"
    case .table(let table): try write(table.value(language, headings: true), to: &text)
    case .chart(let chart): write(chart, to: &text)
    case .list(let list):
      try write(self.list(list), to: &text)
      let most = ReportView.shownRows
      text +=
        Phrase(
          id: "Ditampilkan paling banyak \(most); seluruhnya dengan `dip \(list.period)` atau `--ke`.",
          en: "At most \(most) are shown; all of them with `dip \(list.period)` or `--ke`.")[language] + "\n"
    }
  }

  private func write(_ value: Value, to text: inout String) throws {
    guard let rows = try OutputRows(value) else { return }
    // A document loses nothing of what it says.
    try TableView(rows, OutputSettings(width: settings.width, language: language), mostLines: .max).write { text += $0 }
  }

  private func write(_ figures: [Report.Figure], to text: inout String) {
    let labels = figures.map { VisibleText.of($0.label[language]) }
    let width = labels.map { TextWidth.of($0) }.max() ?? 0
    for (label, figure) in zip(labels, figures) {
      let padding = String(repeating: " ", count: width - TextWidth.of(label))
      let note = figure.note.map { " (\($0[language]))" } ?? ""
      // What is long goes on below its own beginning, where there is room for it.
      let room = settings.width.map { $0 - width - 2 }.flatMap { $0 >= 20 ? $0 : nil }
      let lines = CellText.lines(of: figure.value.spelled(language) + note, width: room)
      let indent = "\n" + String(repeating: " ", count: width + 2)
      text += "\(label)\(padding)  \(lines.joined(separator: indent))\n"
    }
  }

  private func write(_ chart: Report.Chart, to text: inout String) {
    text += "\(VisibleText.of(chart.title[language])) (\(VisibleText.of(chart.measure[language])))\n"
    let labels = chart.bars.map { VisibleText.of($0.label[language]) }
    let labelWidth = min(labels.map { TextWidth.of($0) }.max() ?? 0, 32)
    let largest = max(chart.bars.map(\.value.double).max() ?? 0, 0)
    let longest = Double(max(10, min(40, (settings.width ?? 80) - labelWidth - 24)))
    for (label, bar) in zip(labels, chart.bars) {
      let short = CellText.cut(label, to: labelWidth)
      let count = largest > 0 ? Int((max(0, bar.value.double) / largest * longest).rounded()) : 0
      let standard = bar.standard.map { standard in
        let spelled = ReportValue.decimal(standard).spelled(language)
        let mark = standard < bar.value ? "!" : ""
        return Phrase(id: " (baku \(spelled))\(mark)", en: " (standard \(spelled))\(mark)")[language]
      }
      let padding = String(repeating: " ", count: labelWidth - TextWidth.of(short))
      let value = ReportValue.decimal(bar.value).spelled(language)
      text += "\(short)\(padding)  \(String(repeating: "█", count: count)) \(value)\(standard ?? "")\n"
    }
  }

  private func wrapped(_ text: String) -> [String] { CellText.lines(of: text, width: settings.width) }
}

extension Report {
  /// The report as a rekaman, for scripts: the same names as its JSON form.
  func value(_ language: Language, list: (EditionList) throws -> Value) throws -> Record {
    let sections = try self.sections.map { section -> Value in
      let blocks = try section.blocks.map { try $0.value(language, list: list) }
      return .record(Record([("judul", .text(section.heading[language])), ("isi", .list(List(blocks)))]))
    }
    return Record([
      ("dokumen", .text(kind.name)), ("judul", .text(kind.title[language])), ("periode", .period(period)),
      ("unit", .optional(unit?.code.text)), ("putaran", .int(round)), ("nomor", .optional(number)), ("tanggal", .date(date)),
      ("terbit", .bool(isIssued)), ("bagian", .list(List(sections))),
    ])
  }
}

extension Report.Block {
  fileprivate func value(_ language: Language, list: (Report.EditionList) throws -> Value) throws -> Value {
    switch self {
    case .paragraph(let phrase): .record(Record([("teks", .text(phrase[language]))]))
    case .figures(let figures): .record(Record([("angka", Report.Table(figures).value(language))]))
    case .table(let table): .record(Record([("tabel", table.value(language))]))
    case .chart(let chart):
      .record(Record([("grafik", .text(chart.title[language])), ("tabel", chart.table.value(language))]))
    case .list(let own): .record(Record([("tabel", try list(own))]))
    }
  }
}

extension Report.Table {
  /// The rows as records; named for programs, or by their headings for people.
  fileprivate func value(_ language: Language, headings: Bool = false) -> Value {
    let names = columns.map { headings ? $0.heading[language] : $0.name }
    return .list(
      List(rows.map { row in .record(Record(zip(names, row).map { ($0, Value($1, language, forPeople: headings)) })) }))
  }
}

extension Value {
  fileprivate init(_ value: ReportValue, _ language: Language, forPeople: Bool) {
    switch value {
    case .none: self = .null
    case .text(let text): self = .text(text)
    case .phrase(let phrase): self = .text(phrase[language])
    case .int(let number): self = .int(number)
    case .decimal(let number): self = forPeople && number.denominator == 1 ? .int(number.numerator) : .double(number.double)
    case .percent(let number): self = forPeople ? .text(value.spelled(language)) : .double(number.double)
    case .date(let date): self = .date(date)
    case .time(let time): self = .time(time)
    case .period(let period): self = .period(period)
    }
  }
}
