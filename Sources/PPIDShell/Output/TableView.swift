import PPIDScript
import PPIDValues

/// Draws rows as a table with lines, as wide as they need and the terminal allows.
///
/// The first rows decide the widths of the columns; the others stream through, so that any number of rows takes little memory.
struct TableView {
  private let rows: OutputRows
  private let settings: OutputSettings

  /// How many rows are measured before the first is written.
  private static let measuredRows = 500
  /// How many lines a cell may take.
  private static let mostLines = 3

  init(_ rows: OutputRows, _ settings: OutputSettings) {
    self.rows = rows
    self.settings = settings
  }

  func write(to sink: TextSink) throws {
    var buffer: [[Cell]] = []
    while buffer.count < TableView.measuredRows, let row = try nextRow(buffer.count) { buffer.append(row) }
    guard !buffer.isEmpty else { return try sink(nothing + "\n") }

    let layout = TableLayout(headings: headings, rows: buffer, width: settings.width)
    try sink(rule(layout, "╭", "┬", "╮"))
    try sink(line(layout, headings.map { Cell($0, isNumber: false) }, style: .strong))
    try sink(rule(layout, "├", "┼", "┤"))
    for row in buffer { try sink(line(layout, row)) }
    var count = buffer.count
    while let row = try nextRow(count) {
      try sink(line(layout, row))
      count += 1
    }
    try sink(rule(layout, "╰", "┴", "╯"))
    try writeFooter(layout, count, to: sink)
  }

  /// The heading of each column; the elements of a plain list are numbered as `[i]` counts them.
  private var headings: [String] {
    (rows.isPlain ? ["#"] : []) + rows.names.map { VisibleText.of($0) }
  }

  private func nextRow(_ index: Int) throws -> [Cell]? {
    guard let row = try rows.next() else { return nil }
    let number = rows.isPlain ? [Cell(String(index), isNumber: true)] : []
    return try number
      + zip(rows.names, row).map { name, value in
        Cell(try value.forPeople(inColumn: name), isNumber: value.isNumber)
      }
  }

  private var nothing: String {
    let names = headings.joined(separator: ", ")
    if rows.isPlain { return TableWords.emptyList[settings.language] }
    return TableWords.noRows[settings.language]
      + (names.isEmpty ? "" : " \(CellText.cut(names, to: settings.width.map { max($0 - 18, 8) }))")
  }

  private func rule(_ layout: TableLayout, _ left: String, _ cross: String, _ right: String) -> String {
    let stretches = layout.columns.map { String(repeating: "─", count: $0.width + 2) }
    return settings.styled(left + stretches.joined(separator: cross) + right, .faint) + "\n"
  }

  private func line(_ layout: TableLayout, _ row: [Cell], style: Style? = nil) -> String {
    let cells = layout.columns.map { column in
      CellText.lines(
        of: row[column.index].text, width: settings.width == nil ? nil : column.width, limit: TableView.mostLines)
    }
    let bar = settings.styled("│", .faint)
    var text = ""
    for lineIndex in 0..<(cells.map(\.count).max() ?? 1) {
      text += bar
      for (column, lines) in zip(layout.columns, cells) {
        let content = lineIndex < lines.count ? lines[lineIndex] : ""
        let padding = String(repeating: " ", count: max(column.width - TextWidth.of(content), 0))
        let shown = style.map { settings.styled(content, $0) } ?? content
        text += column.isNumber ? " \(padding)\(shown) " : " \(shown)\(padding) "
        text += bar
      }
      text += "\n"
    }
    return text
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
    text.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
      ? text.utf8.count : CellText.lines(of: text, width: nil).reduce(0) { max($0, TextWidth.of($1)) }
  }
}

/// Which columns of a table are shown, and how wide.
struct TableLayout {
  struct Column {
    /// Its place in a row.
    let index: Int
    let isNumber: Bool
    var width: Int
  }

  private(set) var columns: [Column]
  /// The headings of the columns for which there is no room.
  private(set) var hidden: [String] = []

  /// What a text column may shrink to.
  private static let leastWidth = 10

  init(headings: [String], rows: [[Cell]], width: Int?) {
    columns = headings.indices.map { index in
      let widest = rows.reduce(TextWidth.of(headings[index])) { max($0, $1[index].width) }
      let cells = rows.lazy.map { $0[index] }.filter { !$0.text.isEmpty }
      return Column(index: index, isNumber: !cells.isEmpty && cells.allSatisfy(\.isNumber), width: widest)
    }
    guard let width else { return }
    hide(headings, rows, room: width)
    shrink(to: width)
  }

  /// The columns that the lines between the cells take, and all cells when each takes what it must.
  private var leastTotal: Int {
    columns.reduce(3 * columns.count + 1) { $0 + TableLayout.least($1) }
  }

  private static func least(_ column: Column) -> Int {
    column.isNumber ? column.width : min(column.width, leastWidth)
  }

  /// Hides columns until the others fit: first those that are empty in all rows seen, then from the right.
  private mutating func hide(_ headings: [String], _ rows: [[Cell]], room: Int) {
    var removed: Set<Int> = []
    func remove(at place: Int) {
      removed.insert(columns.remove(at: place).index)
    }
    while leastTotal > room, columns.count > 1,
      let empty = columns.lastIndex(where: { column in rows.allSatisfy { $0[column.index].text.isEmpty } })
    {
      remove(at: empty)
    }
    while leastTotal > room, columns.count > 1 { remove(at: columns.count - 1) }
    hidden = removed.sorted().map { headings[$0] }
  }

  /// Takes width from the widest text columns until all fit.
  private mutating func shrink(to room: Int) {
    let available = room - 3 * columns.count - 1
    var excess = columns.reduce(0) { $0 + $1.width } - available
    guard excess > 0 else { return }
    // Lower a common bound on the widths, the widest columns first, until the excess is gone.
    var bound = columns.map(\.width).max() ?? 0
    while excess > 0, bound > 1 {
      bound -= 1
      for index in columns.indices
      where excess > 0 && columns[index].width > max(bound, TableLayout.least(columns[index]), 1) {
        columns[index].width -= 1
        excess -= 1
      }
    }
    if excess > 0 { columns[0].width = max(columns[0].width - excess, 1) }
  }
}
