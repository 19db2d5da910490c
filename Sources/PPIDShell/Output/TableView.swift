import PPIDScript
import PPIDValues

/// Draws rows as a table with lines, as wide as they need and the terminal allows.
///
/// The rows come in batches: the first decides which columns are shown, each may widen them from there on. So any number of rows
/// takes little memory.
struct TableView {
  private let rows: OutputRows
  private let settings: OutputSettings

  /// How many rows are measured before they are written.
  private static let batchSize = 500
  /// How many lines a cell may take.
  private let mostLines: Int

  init(_ rows: OutputRows, _ settings: OutputSettings, mostLines: Int = 3) {
    self.rows = rows
    self.settings = settings
    self.mostLines = mostLines
  }

  func write(to sink: TextSink) throws {
    var count = 0
    var batch = try nextBatch(&count)
    guard !batch.isEmpty else { return try sink(nothing + "\n") }

    var layout = TableLayout(headings: headings, rows: batch, room: settings.width)
    try sink(rule(layout, "╭", "┬", "╮"))
    try sink(line(layout, headings.map { Cell($0, isNumber: false) }, style: .strong))
    try sink(rule(layout, "├", "┼", "┤"))
    while !batch.isEmpty {
      for row in batch { try sink(line(layout, row)) }
      batch = try nextBatch(&count)
      if !batch.isEmpty, layout.widen(for: batch) { try sink(rule(layout, "├", "┼", "┤")) }
    }
    try sink(rule(layout, "╰", "┴", "╯"))
    try writeFooter(layout, count, to: sink)
  }

  /// The heading of each column; the elements of a plain list are numbered as `[i]` counts them.
  private var headings: [String] {
    (rows.isPlain ? ["#"] : []) + rows.names.map { VisibleText.of($0) }
  }

  /// Some further rows, after the `count` that have been read; none after the last.
  private func nextBatch(_ count: inout Int) throws -> [[Cell]] {
    var batch: [[Cell]] = []
    while batch.count < TableView.batchSize, let row = try rows.next() {
      let number = rows.isPlain ? [Cell(String(count), isNumber: true)] : []
      batch.append(
        try number
          + zip(rows.names, row).map { name, value in
            Cell(try value.forPeople(inColumn: name), isNumber: value.isNumber)
          })
      count += 1
    }
    return batch
  }

  private var nothing: String {
    (rows.isPlain ? TableWords.emptyList : TableWords.noRows)[settings.language]
  }

  private func rule(_ layout: TableLayout, _ left: String, _ cross: String, _ right: String) -> String {
    let stretches = layout.columns.map { String(repeating: "─", count: $0.width + 2) }
    return settings.styled(left + stretches.joined(separator: cross) + right, .faint) + "\n"
  }

  private func line(_ layout: TableLayout, _ row: [Cell], style: Style? = nil) -> String {
    let bar = settings.styled("│", .faint)
    if let line = shortLine(layout, row, bar, style) { return line }
    let cells = layout.columns.map { column in
      CellText.lines(
        of: row[column.index].text, width: settings.width == nil ? nil : column.width, limit: mostLines)
    }
    var text = ""
    for lineIndex in 0..<(cells.map(\.count).max() ?? 1) {
      text += bar
      for (column, lines) in zip(layout.columns, cells) {
        let content = lineIndex < lines.count ? lines[lineIndex] : ""
        append(content, width: TextWidth.of(content), style, column, to: &text)
        text += bar
      }
      text += "\n"
    }
    return text
  }

  /// The line of a row whose cells all are plain and short enough for one; nil for others.
  private func shortLine(_ layout: TableLayout, _ row: [Cell], _ bar: String, _ style: Style?) -> String? {
    var text = bar
    for column in layout.columns {
      let cell = row[column.index]
      guard let width = cell.plainWidth, width <= column.width else { return nil }
      append(cell.text, width: width, style, column, to: &text)
      text += bar
    }
    return text + "\n"
  }

  private func append(
    _ content: String, width: Int, _ style: Style?, _ column: TableLayout.Column, to text: inout String
  ) {
    let shown = style.map { settings.styled(content, $0) } ?? settings.marked(content)
    let padding = max(column.width - width, 0)
    text += " "
    if column.isNumber { TableView.appendSpaces(padding, to: &text) }
    text += shown
    if !column.isNumber { TableView.appendSpaces(padding, to: &text) }
    text += " "
  }

  private static func appendSpaces(_ count: Int, to text: inout String) {
    for _ in 0..<count { text += " " }
  }

  private func writeFooter(_ layout: TableLayout, _ count: Int, to sink: TextSink) throws {
    let counted = rows.isPlain ? TableWords.elements(count) : TableWords.rows(count)
    try sink(settings.styled(counted[settings.language], .faint) + "\n")
    guard !layout.hidden.isEmpty else { return }
    let sentence = TableWords.hidden(layout.hidden)[settings.language]
    for line in CellText.lines(of: sentence, width: settings.width) {
      try sink(settings.styled(line, .faint) + "\n")
    }
  }
}

/// The text of one cell.
struct Cell {
  let text: String
  let isNumber: Bool

  init(_ text: String, isNumber: Bool) {
    self.text = text
    self.isNumber = isNumber
  }

  /// The columns of its longest line.
  var width: Int {
    plainWidth ?? CellText.lines(of: text, width: nil).reduce(0) { max($0, TextWidth.of($1)) }
  }

  /// Its columns, if it is made of printable ASCII only.
  var plainWidth: Int? {
    text.utf8.allSatisfy { 0x20..<0x7F ~= $0 } ? text.utf8.count : nil
  }
}
