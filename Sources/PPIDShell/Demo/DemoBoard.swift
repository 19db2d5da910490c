import PPIDEngine
import PPIDScript
import PPIDValues

/// What the class sees between two steps: where the demo is, the swimlane, what the last step printed, what the trainer says, and the
/// command that comes next. It never takes more rows than the screen has.
struct DemoBoard {
  private let demo: RunningDemo
  private let language: Language
  private let isASCII: Bool
  private let palette: Palette?
  /// Columns of the screen.
  private let width: Int
  /// Rows of the screen, but that of the prompt; nil where nothing bounds them.
  private let height: Int?
  private let flow: DemoFlow
  private let person: Actor

  /// Columns where nobody knows how many there are.
  private static let plainWidth = 80
  /// A screen always shows so many rows of what was printed, if there are.
  private static let leastPrinted = 3
  /// Rows that a command may take.
  private static let mostCommand = 4
  private static let indent = "  "

  init(_ demo: RunningDemo, _ session: Session) throws {
    self.demo = demo
    language = session.language
    let terminal = session.console.terminal
    isASCII = !terminal.showsUTF8 && terminal.showsResults
    palette = terminal.showsResults && terminal.canDraw ? Palette(colour: terminal.colour) : nil
    let size = Terminal.size
    width = terminal.showsResults ? size.columns : DemoBoard.plainWidth
    height = terminal.showsResults && terminal.canDraw ? size.rows - 1 : nil
    flow = DemoFlow(try demo.engine.workflow.swimlane(of: nil, seenByAll: true), width: width, isASCII: isASCII, language)
    person = try demo.engine.actor()
  }

  /// Lines with their ends.
  func text() -> String {
    let top =
      [header]
      + flow.lines(style: style, highlighting: demo.nextStep?.notes.activity ?? demo.lastStep?.notes.activity)
    var middle: [String] = []
    if let step = demo.lastStep {
      // A refusal is no less a success of the demo, but nothing that was done.
      let (sign, style): (FlowToken.Mark, Style) = step.notes.refusal == nil ? (.done, .good) : (.excused, .warning)
      middle = [rule] + command(of: step, sign: sign.sign(ascii: isASCII), in: style, limit: 1)
    }
    let room = height.map { $0 - top.count - middle.count }
    let bottom = next(room: room.map { $0 - DemoBoard.leastPrinted })
    if demo.lastStep != nil { middle += printed(room: room.map { $0 - bottom.count }) }
    return (top + middle + bottom).map { $0 + "\n" }.joined()
  }

  // MARK: Parts

  private var header: String {
    let count = demo.script.steps.count
    let step = demo.nextStep ?? demo.lastStep
    let number = demo.isAtEnd ? Phrase(id: "selesai", en: "done")[language] : "\(demo.position + 1)/\(count)"
    var left = " DEMO \(demo.name) \(number)"
    if let heading = step?.notes.heading { left += "  \(VisibleText.of(heading[language]))" }
    let right = "  \(demo.time.inWords[language])  \(person.name) "
    let room = max(width - TextWidth.of(right), 0)
    left = CellText.cut(left, to: room)
    let text = left + String(repeating: " ", count: max(room - TextWidth.of(left), 0)) + right
    return style(CellText.cut(text, to: width), .selected)
  }

  private var rule: String { style(String(repeating: isASCII ? "-" : "─", count: width), .faint) }

  /// What the last step printed, in so many rows.
  private func printed(room: Int?) -> [String] {
    var lines = demo.printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard let room, lines.reduce(0, { $0 + rows(of: $1) }) > room else { return lines }
    var shown: [String] = []
    var used = 0
    for line in lines {
      used += rows(of: line)
      guard used < room else { break }
      shown.append(line)
    }
    let hidden = lines.count - shown.count
    let word = Phrase(id: "… \(hidden) baris lagi: `hasil` menampilkan semuanya", en: "… \(hidden) more lines: `hasil` shows all")
    return shown + [style(word[language], .faint)]
  }

  /// What comes next: what the trainer says of it, and its command; what doesn't fit in the rows is cut off.
  private func next(room: Int?) -> [String] {
    guard let step = demo.nextStep else {
      let word = Phrase(
        id: "Demo sampai di akhir. `b` mundur, `selesai` mengakhiri.", en: "The demo has come to its end. `b` goes back, `selesai` ends it."
      )
      return [rule, DemoBoard.indent + style(word[language], .strong)]
    }
    var lines = command(of: step, sign: isASCII ? ">" : "▶", in: .good, limit: DemoBoard.mostCommand)
    if step.notes.refusal != nil {
      let word = Phrase(id: "akan ditolak: itulah pelajarannya", en: "will be refused: that is the lesson")
      lines.append(DemoBoard.indent + style("! " + word[language], .warning))
    }
    let noteRoom = room.map { max($0 - lines.count - 1, 1) } ?? .max
    let note = step.notes.text.map { CellText.lines(of: $0[language], width: width - 4, limit: noteRoom) } ?? []
    return [rule] + note.map { DemoBoard.indent + $0 } + lines
  }

  /// A step's command as one would type it, stage directions apart.
  private func command(of step: DemoStep, sign: String, in signStyle: Style, limit: Int) -> [String] {
    let source = demo.script.source
    let typed = (step.isDirection ? step.statements : step.statements.suffix(1)).map(source.text).joined(separator: "\n")
    let lines = CellText.lines(of: VisibleText.of(typed, keepsLines: true), width: width - 2, limit: limit)
    return lines.enumerated().map { index, line in
      (index == 0 ? style(sign, signStyle) + " " : DemoBoard.indent) + style(line, .command)
    }
  }

  // MARK: Drawing

  private func style(_ text: String, _ style: Style) -> String {
    guard let start = palette?.start(style), !start.isEmpty else { return text }
    return start + text + Palette.end
  }

  /// How many rows a line takes, escape sequences apart.
  private func rows(of line: String) -> Int {
    var columns = 0
    var isEscape = false
    for character in line {
      if isEscape {
        isEscape = !(character.isASCII && character.isLetter)
      } else if character == "\u{1B}" {
        isEscape = true
      } else {
        columns += TextWidth.of(character)
      }
    }
    return max((columns + width - 1) / width, 1)
  }
}
