import PPIDEngine
import PPIDValues

/// Draws the swimlane with characters: the lanes with their numbers at the left, what the activities are at the right.
struct TextFlow {
  private let layout: FlowLayout
  private let language: Language
  private let isASCII: Bool
  /// All columns.
  private let width: Int
  /// What stands at the right of each row: its title, and what else there is to say of it.
  private let texts: [[String]]
  /// The line of each row.
  private let lines: [Int]
  private let height: Int

  private static let laneWidth = 13
  /// As many columns as any terminal has, and as few as it can be drawn in.
  static let widths = 60...80
  /// Lines of the lanes' names.
  private static let headHeight = 2

  init(_ layout: FlowLayout, width: Int?, isASCII: Bool, _ language: Language) {
    self.layout = layout
    self.language = language
    self.isASCII = isASCII
    let bounds = TextFlow.widths
    self.width = min(max(width ?? bounds.upperBound, bounds.lowerBound), bounds.upperBound)
    let textWidth = self.width - TextFlow.textColumn(layout)
    texts = layout.nodes.map { node in
      [CellText.cut(node.title(language), to: textWidth)]
        + (node.returns.map { CellText.lines(of: $0, width: textWidth, limit: 2) } ?? [])
        + FlowToken.lines(node.tokens, width: textWidth, limit: 1, ascii: isASCII)
    }
    var line = TextFlow.headHeight
    var lines: [Int] = []
    for row in layout.nodes.indices {
      if layout.sections.contains(where: { $0.firstRow == row }) { line += 1 }
      lines.append(line)
      let goesOn = layout.arrows.contains { $0.from == row && $0.route == .down }
      line += 1 + max(goesOn ? 1 : 0, texts[row].count - 1)
    }
    self.lines = lines
    height = line
  }

  // MARK: Columns

  private static func lanesColumn(_ layout: FlowLayout) -> Int { 2 * layout.leftChannels }
  private static func lanesEnd(_ layout: FlowLayout) -> Int { lanesColumn(layout) + laneWidth * FlowLayout.lanes.count }
  private static func textColumn(_ layout: FlowLayout) -> Int { lanesEnd(layout) + 2 * layout.rightChannels + 2 }

  private func centre(_ row: Int) -> Int {
    TextFlow.lanesColumn(layout) + TextFlow.laneWidth * layout.column(of: row) + TextFlow.laneWidth / 2
  }

  private func box(_ row: Int) -> String {
    let node = layout.nodes[row]
    let label = node.isAnswer ? "Y/T" : "\(node.activity.number)"
    return node.isDecision ? "< \(label) >" : "[ \(label) ]"
  }

  /// The columns that a row's box takes.
  private func span(_ row: Int) -> Range<Int> {
    let count = box(row).count
    let start = centre(row) - count / 2
    return start..<start + count
  }

  // MARK: Drawing

  /// The whole text, without the last line's end.
  func text() -> String {
    var grid = LineGrid(width: TextFlow.textColumn(layout), height: height, isASCII: isASCII)
    for arrow in layout.arrows { draw(arrow, &grid) }
    for row in layout.nodes.indices { grid.write(box(row), span(row).lowerBound, lines[row]) }
    drawLanes(&grid)
    var right = Array(repeating: "", count: height)
    for section in layout.sections where lines.indices.contains(section.firstRow) {
      right[lines[section.firstRow] - 1] = "\(rule) \(section.title[language]) \(rule)"
    }
    for (row, texts) in texts.enumerated() {
      for (offset, text) in texts.enumerated() { right[lines[row] + offset] = text }
    }
    let head = [layout.title, layout.subtitle[language]].filter { !$0.isEmpty }.map { CellText.cut($0, to: width) }
    let body = right.enumerated().map { line, text in grid.row(line) + text }
    let legend = CellText.lines(
      of: FlowToken.legend(layout.tokens, ascii: isASCII, language).joined(separator: "   "), width: width)
    return (head + body + legend).map { encoded(trimmed($0)) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var rule: String { isASCII ? "--" : "──" }

  private func draw(_ arrow: FlowLayout.Arrow, _ grid: inout LineGrid) {
    let (from, to) = (lines[arrow.from], lines[arrow.to])
    let (start, end) = (centre(arrow.from), centre(arrow.to))
    switch arrow.route {
    case .down:
      grid.draw([(start, from), (start, from + 1), (end, from + 1), (end, to)])
      grid.write(isASCII ? "v" : "▼", end, to - 1)
      if let answer = arrow.answer { grid.write(answer.rawValue, start + (end > start ? -2 : 2), from + 1) }
    case .left(let channel):
      let column = 2 * (layout.leftChannels - 1 - channel)
      grid.draw([(start, from), (column, from), (column, to), (end, to)])
      grid.write(isASCII ? ">" : "►", span(arrow.to).lowerBound - 1, to)
      if let answer = arrow.answer { grid.write(answer.rawValue, span(arrow.from).lowerBound - 2, from) }
    case .right(let channel):
      let column = TextFlow.lanesEnd(layout) + 1 + 2 * channel
      grid.draw([(start, from), (column, from), (column, to), (end, to)])
      grid.write(isASCII ? "<" : "◄", span(arrow.to).upperBound, to)
      if let answer = arrow.answer { grid.write(answer.rawValue, span(arrow.from).upperBound + 1, from) }
    }
  }

  /// The lanes' names, the lines between them, and a rule above each part.
  private func drawLanes(_ grid: inout LineGrid) {
    for (index, lane) in FlowLayout.lanes.enumerated() {
      let column = TextFlow.lanesColumn(layout) + TextFlow.laneWidth * index
      let words = CellText.lines(of: lane.rawValue, width: TextFlow.laneWidth - 2, limit: TextFlow.headHeight)
      for (line, word) in words.enumerated() {
        grid.write(word, column + (TextFlow.laneWidth - word.count + 1) / 2, TextFlow.headHeight - words.count + line)
      }
    }
    for section in layout.sections where lines.indices.contains(section.firstRow) {
      for column in TextFlow.lanesColumn(layout)..<TextFlow.lanesEnd(layout) {
        grid.fill(isASCII ? "." : "╌", column, lines[section.firstRow] - 1)
      }
    }
    for line in 0..<height {
      for index in 0...FlowLayout.lanes.count {
        grid.fill(isASCII ? ":" : "┊", TextFlow.lanesColumn(layout) + TextFlow.laneWidth * index, line)
      }
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// What such a terminal can show.
  private func encoded(_ line: String) -> String {
    guard isASCII, !line.utf8.allSatisfy({ $0 < 0x80 }) else { return line }
    return String(line.replacing("…", with: "~").map { $0.isASCII ? $0 : "?" })
  }
}
