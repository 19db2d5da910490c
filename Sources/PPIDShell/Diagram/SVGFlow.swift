import PPIDEngine
import PPIDValues

/// Draws the swimlane as an SVG image that needs nothing from elsewhere: in light and dark, on paper, and without colours, since
/// shapes, dashes and words tell everything too.
struct SVGFlow {
  private let layout: FlowLayout
  private let language: Language
  /// The upper edge of each row.
  private let tops: [Int]
  private let height: Int

  private static let margin = 20
  private static let channelWidth = 18
  private static let laneWidth = 230
  private static let boxWidth = 206
  private static let boxHeight = 66
  private static let rowHeight = 88
  private static let sectionHeight = 26
  private static let headHeight = 116
  private static let tokenWidth = 260
  /// How many letters fit into a box's line, and beside the lanes.
  private static let letters = 29

  init(_ layout: FlowLayout, _ language: Language) {
    self.layout = layout
    self.language = language
    var top = SVGFlow.headHeight
    var tops: [Int] = []
    for row in layout.nodes.indices {
      if layout.sections.contains(where: { $0.firstRow == row }) { top += SVGFlow.sectionHeight }
      tops.append(top)
      top += SVGFlow.rowHeight
    }
    self.tops = tops
    height = top + 40
  }

  // MARK: Places

  private var lanesLeft: Int { SVGFlow.margin + SVGFlow.channelWidth * layout.leftChannels }
  private var lanesRight: Int { lanesLeft + SVGFlow.laneWidth * FlowLayout.lanes.count }
  private var textLeft: Int { lanesRight + SVGFlow.channelWidth * layout.rightChannels + 14 }
  private var width: Int { textLeft + SVGFlow.tokenWidth + SVGFlow.margin }
  private var lanesTop: Int { SVGFlow.headHeight - 36 }

  private func centre(_ row: Int) -> Int { lanesLeft + SVGFlow.laneWidth * layout.column(of: row) + SVGFlow.laneWidth / 2 }
  private func middle(_ row: Int) -> Int { tops[row] + SVGFlow.boxHeight / 2 }
  private func left(_ row: Int) -> Int { centre(row) - SVGFlow.boxWidth / 2 }
  private func right(_ row: Int) -> Int { centre(row) + SVGFlow.boxWidth / 2 }

  // MARK: Drawing

  func text() -> String {
    let title = Phrase(id: "Diagram alir \(layout.title)", en: "Flow chart of \(layout.title)")[language]
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
      lang="\(language.rawValue)" aria-labelledby="judul uraian">
      <title id="judul">\(MarkupText.html(title))</title>
      <desc id="uraian">\(MarkupText.html(description))</desc>
      \(SVGFlow.style)
      <defs><marker id="ujung" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse">\
      <path class="tip" d="M0 0 10 5 0 10z"/></marker></defs>
      <rect class="ground" width="\(width)" height="\(height)"/>

      """
    svg += label(layout.title, SVGFlow.margin, 32, "title")
    svg += label(layout.subtitle[language], SVGFlow.margin, 54, "soft")
    drawLanes(&svg)
    for section in layout.sections where tops.indices.contains(section.firstRow) { draw(section, &svg) }
    for arrow in layout.arrows { draw(arrow, &svg) }
    for row in layout.nodes.indices { draw(row, &svg) }
    let legend = FlowToken.legend(layout.tokens, ascii: false, language).joined(separator: "   ")
    if !legend.isEmpty { svg += label(legend, lanesLeft, height - 16, "soft") }
    return svg + "</svg>\n"
  }

  private func drawLanes(_ svg: inout String) {
    for (index, lane) in FlowLayout.lanes.enumerated() {
      let x = lanesLeft + SVGFlow.laneWidth * index
      svg += """
        <rect class="lane" x="\(x)" y="\(lanesTop)" width="\(SVGFlow.laneWidth)" height="\(height - lanesTop - 40)"/>

        """
      svg += label(lane.rawValue, x + SVGFlow.laneWidth / 2, lanesTop + 24, "head middle")
    }
  }

  private func draw(_ section: FlowLayout.Section, _ svg: inout String) {
    let y = tops[section.firstRow] - 22
    svg += "<path class=\"part\" d=\"M\(lanesLeft) \(y)H\(lanesRight)\"/>\n"
    svg += label(section.title[language], textLeft, y + 4, "head")
  }

  private func draw(_ arrow: FlowLayout.Arrow, _ svg: inout String) {
    let (from, to) = (arrow.from, arrow.to)
    let path: String
    /// Where the answer stands.
    let place: (x: Int, y: Int)
    switch arrow.route {
    case .down:
      let (start, end) = (tops[from] + SVGFlow.boxHeight, tops[to])
      let turn = centre(from) == centre(to) ? "" : "V\(start + 10)H\(centre(to))"
      path = "M\(centre(from)) \(start)\(turn)V\(end)"
      place = (centre(from) + (centre(to) > centre(from) ? -14 : 8), start + 15)
    case .left(let channel):
      let x = lanesLeft - 10 - SVGFlow.channelWidth * channel
      path = "M\(left(from)) \(middle(from))H\(x)V\(middle(to))H\(left(to))"
      place = (left(from) - 13, middle(from) - 6)
    case .right(let channel):
      let x = lanesRight + 10 + SVGFlow.channelWidth * channel
      path = "M\(right(from)) \(middle(from))H\(x)V\(middle(to))H\(right(to))"
      place = (right(from) + 5, middle(from) - 6)
    }
    let style = arrow.answer == .no ? "way back" : "way"
    svg += "<path class=\"\(style)\" d=\"\(path)\" marker-end=\"url(#ujung)\"/>\n"
    if let answer = arrow.answer { svg += label(answer.rawValue, place.x, place.y, "head") }
  }

  private func draw(_ row: Int, _ svg: inout String) {
    let node = layout.nodes[row]
    let (x, y, end) = (left(row), tops[row], right(row))
    let isHere = node.tokens.contains { $0.mark == .here }
    let style = isHere ? "box here" : "box"
    if node.isDecision {
      let (middle, bottom) = (middle(row), y + SVGFlow.boxHeight)
      svg += """
        <path class="\(style)" d="M\(x) \(middle)L\(x + 14) \(y)H\(end - 14)L\(end) \(middle)L\(end - 14) \(bottom)H\(x + 14)z"/>

        """
    } else {
      svg += """
        <rect class="\(style)" x="\(x)" y="\(y)" width="\(SVGFlow.boxWidth)" height="\(SVGFlow.boxHeight)" rx="4"/>

        """
    }
    let number = node.isAnswer ? "" : "\(node.activity.number). "
    let lines = CellText.lines(of: number + node.title(language), width: SVGFlow.letters - (node.isDecision ? 4 : 0), limit: 4)
    let first = middle(row) + 4 - 15 * (lines.count - 1) / 2
    for (index, line) in lines.enumerated() { svg += label(line, centre(row), first + 15 * index, "middle") }
    let besides =
      (node.returns.map { CellText.lines(of: $0, width: SVGFlow.letters, limit: 2) } ?? []).map { ($0, "soft") }
      + FlowToken.lines(node.tokens, width: SVGFlow.letters, limit: 3, ascii: false).map { ($0, isHere ? "token" : "") }
    let start = middle(row) + 4 - 8 * (besides.count - 1)
    for (index, (line, style)) in besides.enumerated() { svg += label(line, textLeft, start + 16 * index, style) }
  }

  private func label(_ text: String, _ x: Int, _ y: Int, _ style: String) -> String {
    let style = style.isEmpty ? "" : " class=\"\(style)\""
    return "<text x=\"\(x)\" y=\"\(y)\"\(style)>\(MarkupText.html(text))</text>\n"
  }

  /// The chart in words, for those who can't see it.
  private var description: String {
    layout.nodes.map { node in
      let name = node.isAnswer ? node.title(language) : "\(node.activity.number). \(node.title(language)) (\(node.lane.rawValue))"
      let tokens = FlowToken.Mark.allCases.compactMap { mark -> String? in
        let names = node.tokens.filter { $0.mark == mark }.map(\.name)
        return names.isEmpty ? nil : "\(mark.meaning[language]): \(names.joined(separator: ", "))"
      }
      return ([name] + [node.returns].compactMap(\.self) + tokens).joined(separator: "; ")
    }.joined(separator: ". ")
  }

  /// Without colours of the viewer's choice it is dark on white; nothing is told by colour alone.
  private static let style = """
    <style>
    text{font:12px system-ui,"Noto Sans",Arial,sans-serif;fill:#1a2026}
    .title{font-size:19px;font-weight:700}
    .head{font-weight:700}
    .middle{text-anchor:middle}
    .soft{fill:#46525e}
    .token{font-weight:700;fill:#0a4f94}
    .ground{fill:#fff}
    .lane{fill:#f4f6f8;stroke:#8592a0}
    .part{fill:none;stroke:#8592a0;stroke-dasharray:2 4}
    .box{fill:#fff;stroke:#1a2026;stroke-width:1.2}
    .here{stroke:#0a4f94;stroke-width:3}
    .way{fill:none;stroke:#1a2026;stroke-width:1.4}
    .back{stroke-dasharray:6 4}
    .tip{fill:#1a2026}
    @media screen and (prefers-color-scheme:dark){
    text{fill:#e6eaee}.soft{fill:#b3bec9}.token{fill:#8cc8ff}.ground{fill:#11161b}.lane{fill:#181f26;stroke:#5d6a77}
    .part{stroke:#5d6a77}.box{fill:#232c35;stroke:#c3ccd5}.here{stroke:#8cc8ff}.way{stroke:#c3ccd5}.tip{fill:#c3ccd5}
    }
    </style>
    """
}
