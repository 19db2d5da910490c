import Mustache
import PPIDValues

/// A report as a page for A4: the office's head, tables whose heads stand on every page, charts as drawings with their values in
/// words, lines to sign on. It asks nothing of the network and runs nothing.
struct HTMLReport {
  private let writer: ReportWriter
  private let language: Language

  init(_ writer: ReportWriter) {
    self.writer = writer
    language = writer.language
  }

  /// Stands in the page where the DIP's list goes, which is written row by row. No text holds it: control characters are shown.
  private static let placeForList = "\u{1A}"

  func write(to sink: (String) throws -> Void) throws {
    let template = try MustacheTemplate(string: String(decoding: PackageResources.laporan_mustache, as: UTF8.self))
    let parts = template.render(context).split(separator: HTMLReport.placeForList, omittingEmptySubsequences: false)
    var lists = writer.report.sections.flatMap(\.blocks).compactMap { if case .list(let list) = $0 { list } else { nil } }[...]
    for (index, part) in parts.enumerated() {
      try sink(String(part))
      guard index < parts.count - 1, let list = lists.popFirst() else { continue }
      try writer.forEachRow(of: list) { row in
        let cells = zip(EditionColumn.all, row).map { column, value in
          "<td\(column.isCode ? " class=\"kode\"" : "")>\(MarkupText.html(value.plain))</td>"
        }
        try sink("<tr>" + cells.joined() + "</tr>\n")
      }
    }
  }

  private var context: [String: Any] {
    let report = writer.report
    return [
      "bahasa": language.rawValue, "judul": text(report.kind.title[language]), "subjudul": text(report.subtitle[language]),
      "kantor": list(report.office.name), "alamat": list(report.office.address), "nomor": list(writer.numberLine),
      "pratinjau": list(writer.previewMark), "ukuran": report.kind.isWide ? "A4 landscape" : "A4",
      "lebar": report.kind.isWide ? "mendatar" : "tegak",
      // In a style sheet: the program's own words only.
      "kaki": "\(report.kind.title[language]), \(report.period.inWords[language])\(report.unit.map { " (\($0.code))" } ?? "")",
      "halaman": Phrase(id: "Halaman", en: "Page")[language], "dari": Phrase(id: "dari", en: "of")[language],
      "tempat_tanggal": text(writer.placeAndDate), "bagian": report.sections.map(context),
      "bertanda_tangan": !report.signatures.isEmpty, "rapat": !endsWithTable,
      "tanda_tangan": report.signatures.map { signature in
        ["jabatan": text(signature.role[language]), "nama": signature.name.map(text) ?? "(………………………………)"]
      },
    ]
  }

  /// A browser takes a chart or a paragraph along with what stands below it, but not a table's last row.
  private var endsWithTable: Bool {
    switch writer.report.sections.last?.blocks.last {
    case .table(let table): !table.rows.isEmpty
    case .figures, .list: true
    case .chart, .paragraph, nil: false
    }
  }

  private func context(_ section: Report.Section) -> [String: Any] {
    ["judul": text(section.heading[language]), "isi": section.blocks.map(context)]
  }

  private func context(_ block: Report.Block) -> [String: Any] {
    switch block {
    case .paragraph(let phrase): ["teks": text(phrase[language])]
    case .figures(let figures):
      [
        "angka": [
          "baris": figures.map { figure in
            [
              "hal": text(figure.label[language]), "nilai": text(figure.value),
              "catatan": list(figure.note?[language]),
            ] as [String: Any]
          }
        ]
      ]
    case .table(let table) where table.rows.isEmpty: ["teks": text(table.ifEmpty[language])]
    case .table(let table):
      [
        "tabel": [
          "kepala": heads(table.columns),
          "baris": table.rows.map { row in
            [
              "sel": zip(table.columns, row).map { column, value in
                ["isi": text(value), "angka": column.isNumber, "kode": column.isCode] as [String: Any]
              }
            ]
          },
        ] as [String: Any]
      ]
    case .chart(let chart): ["grafik": ChartDrawing(chart, language).context]
    case .list: ["daftar": ["kepala": heads(EditionColumn.all), "tempat": HTMLReport.placeForList] as [String: Any]]
    }
  }

  private func heads(_ columns: [Report.Column]) -> [[String: Any]] {
    columns.map { ["isi": text($0.heading[language]), "angka": $0.isNumber] }
  }

  /// A text that may be left out, as a list for the template.
  private func list(_ text: String?) -> [String] { text.map { [self.text($0)] } ?? [] }

  /// A time of day isn't parted from its `pukul`.
  private func text(_ value: ReportValue) -> String {
    let spelled = value.spelled(language)
    if case .time = value { return text(spelled.replacing(" pukul ", with: " pukul\u{A0}")) }
    return text(spelled)
  }

  /// The template inserts what was made harmless here, because it knows no control characters.
  private func text(_ text: String) -> String { MarkupText.html(text) }
}
