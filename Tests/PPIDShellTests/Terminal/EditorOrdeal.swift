import Foundation
import Glibc
import PPIDValues

@testable import PPIDShell

/// Random keys, pastes and window changes on the line editor, and after each one a look at the screen: it must show the text that is
/// being edited, to the last cell, and nothing else.
final class EditorOrdeal {
  /// What went wrong, with what led there.
  struct Finding: Error, CustomStringConvertible {
    let description: String
  }

  struct Surroundings {
    var columns: Int
    var rows: Int
    var locale: String
    var term: String
    var hasColour: Bool
    /// Only what every terminal shows alike, in a window that stays.
    var isPlain = false

    static func random(_ random: inout SeededGenerator) -> Surroundings {
      Surroundings(
        columns: Int.random(in: 40...160, using: &random), rows: Int.random(in: 10...50, using: &random),
        locale: ["C.UTF-8", "C", "", "id_ID.UTF-8"].randomElement(using: &random) ?? "",
        term: ["screen", "xterm-256color", "linux", "vt100", "tidak-dikenal"].randomElement(using: &random) ?? "",
        hasColour: Int.random(in: 0..<4, using: &random) > 0)
    }
  }

  private var random: SeededGenerator
  private let surroundings: Surroundings
  private let folder: URL
  private let terminal: PseudoTerminal
  private var model: TerminalModel
  private let drawn: Int32
  private var unread: [UInt8] = []
  private var last: Seen?
  private var sent = 0
  private var size: (columns: Int, rows: Int)
  /// The last inputs, for the report.
  private var trail: [String] = []
  /// All that was printed, for the comparison with tmux.
  private(set) var printed: [UInt8] = []

  /// What the editor says that it has drawn.
  private struct Seen: Decodable {
    let text: String
    let cursor: Int
    let rows: Int
    let columns: Int
    let more: Bool
    let searching: Bool
    let read: Int
  }

  init(seed: UInt64, _ given: Surroundings? = nil) throws {
    random = SeededGenerator(seed)
    let surroundings = given ?? Surroundings.random(&random)
    self.surroundings = surroundings
    size = (surroundings.columns, surroundings.rows)
    folder = try Probe.folder()
    let pipe = folder.appendingPathComponent("tergambar").path
    guard mkfifo(pipe, 0o600) == 0 else { throw Finding(description: "no pipe") }
    // Held open for both ways, so that neither end waits for the other.
    drawn = open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    var environment = Probe.environment
    environment["TERM"] = surroundings.term
    environment["LANG"] = surroundings.locale
    environment["EDITOR"] = "true"
    environment["PROBE_DRAWN"] = pipe
    environment["PROBE_RIGHT"] = "12ms"
    if !surroundings.hasColour { environment["NO_COLOR"] = "1" }
    model = TerminalModel(
      columns: surroundings.columns, height: surroundings.rows, narrowing: surroundings.term == "linux" ? .cuts : .breaks)
    terminal = try PseudoTerminal(columns: surroundings.columns, rows: surroundings.rows, environment: environment, [Probe.path])
    try settle()
  }

  deinit {
    close(drawn)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Plays so many inputs.
  func play(_ count: Int) throws {
    for _ in 0..<count {
      try act()
      try check()
    }
  }

  // MARK: Inputs

  private static let keys: [String] =
    (1...31).filter { ![3, 4, 13, 10, 26, 27].contains($0) }.map { String(Unicode.Scalar(UInt8($0))) }
    + ["\u{7F}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}[Z", "\u{1B}[5~", "\u{1B}[6~"]
    + [
      "\u{1B}[1;5C", "\u{1B}[1;3D", "\u{1B}b", "\u{1B}f", "\u{1B}d", "\u{1B}u", "\u{1B}l", "\u{1B}c", "\u{1B}\r", "\u{1B}\u{7F}", "\u{1B}e",
    ]
    + ["\u{1B}OA", "\u{1B}OB", "\u{1B}[15~", "\u{1B}[?1;2c", "\u{9}", "\u{9}", "\u{1B}[A", "\u{1B}[C"]

  private static let plainTexts: [String] = [
    "a", "ar", "arsip ", "di", "dip ", "b", "{", "}", "|", " ", "日", "本語", "é", "—", "e\u{301}", "😀", "Z", "0", "2026-11",
    "panjang sekali ",
    "kata",
  ]

  private var texts: [String] { surroundings.isPlain ? Self.plainTexts : Self.plainTexts + ["👨‍👩‍👧", "\u{AD}", "❤️", "🇮🇩", "क्ष", "\u{301}"] }

  private static let pastes: [String] = [
    "satu\rdua {\t", "日本\n語\n\n", String(repeating: "panjang ", count: 60), "\u{1B}[31mmerah\u{7}", "x", "",
    (0..<20).map { "baris \($0)" }.joined(separator: "\n"),
  ]

  /// Does something at random.
  private func act() throws {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<45: try type(texts.randomElement(using: &random) ?? "a")
    case 45..<80: try type(Self.keys.randomElement(using: &random) ?? "a")
    case 80..<84: try type((0..<10).map { _ in texts.randomElement(using: &random) ?? "" }.joined())
    case 84..<88: try type("\u{1B}[200~" + (Self.pastes.randomElement(using: &random) ?? "") + "\u{1B}[201~")
    case 88..<91: try type("\r")
    case 91..<93: try type("\u{3}")
    // A long text is none any more, so that the next one can begin.
    case 93..<96: try type("\u{1}\u{1}\u{B}\u{B}\u{B}\u{B}\u{B}")
    case 96: try type("\u{1B}")
    default:
      let columns = Int.random(in: 40...160, using: &random)
      let rows = Int.random(in: 10...50, using: &random)
      if !surroundings.isPlain { try resize(columns: columns, rows: rows) }
    }
  }

  private func type(_ text: String) throws {
    trail.append(text.debugDescription)
    let bytes = Array(text.utf8)
    terminal.type(bytes)
    sent += bytes.count
    try settle()
  }

  private func resize(columns: Int, rows: Int) throws {
    trail.append("\(columns)×\(rows)")
    guard (columns, rows) != size else { return }
    size = (columns, rows)
    // What was printed before belongs to the window as it was.
    model.resize(columns: columns, height: rows)
    terminal.resize(columns: columns, rows: rows)
    try settle()
  }

  // MARK: Waiting

  /// Waits until the editor has drawn all that was typed, in the window as it is.
  private func settle() throws {
    let end = Date(timeIntervalSinceNow: 20)
    while true {
      let isDone = last.map { $0.read == sent && $0.columns == size.columns && $0.rows == size.rows } ?? false
      // The drawing is printed before it is told of.
      take(terminal.read(waiting: isDone ? 0 : 2))
      if isDone { return }
      readDrawn()
      if let status = terminal.ended() { throw finding("ended with \(status)") }
      if Date() > end { throw finding("nothing was drawn for 20 seconds") }
    }
  }

  private func take(_ bytes: [UInt8]?) {
    guard let bytes else { return }
    model.feed(bytes)
    printed += bytes
  }

  private func readDrawn() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(drawn, &buffer, buffer.count), count > 0 { unread += buffer[..<count] }
    while let lineEnd = unread.firstIndex(of: UInt8(ascii: "\n")) {
      if let seen = try? JSONDecoder().decode(Seen.self, from: Data(unread[..<lineEnd])) { last = seen }
      unread.removeFirst(lineEnd + 1)
    }
  }

  // MARK: Looking

  /// Whether the screen shows just what it should.
  private func check() throws {
    guard let seen = last else { throw finding("nothing was drawn") }
    let body = EditedLayout(text: seen.text, cursor: seen.cursor, columns: size.columns)
    let cursorRow = seen.searching ? body.rows.count : body.cursorRow
    if !seen.searching, body.rows.count < size.rows, model.column != body.cursorColumn {
      throw finding("the cursor stands in column \(model.column) instead of \(body.cursorColumn)", body)
    }
    // In a window that is too low the text is shown in part, around the cursor.
    for (index, row) in body.rows.enumerated() {
      let place = model.row + index - cursorRow
      guard (0..<size.rows).contains(place) else {
        if body.rows.count < size.rows, !seen.more { throw finding("row \(index) isn't on the screen", body) }
        continue
      }
      if seen.more, body.rows.count >= size.rows - 12, index != body.cursorRow { continue }
      let shown = model.cells(ofRow: place)
      let text = shown.lead + shown.cells.prefix(row.width).map(\.text).joined()
      guard text == row.text else {
        throw finding("row \(index) is \(text.debugDescription) instead of \(row.text.debugDescription)", body)
      }
      // Behind the text only what isn't part of it, which looks so.
      guard shown.cells.dropFirst(row.width).allSatisfy({ $0.isDim || $0.text == " " || seen.searching }) else {
        throw finding("behind row \(index) stands something else", body)
      }
    }
    guard !seen.more else { return }
    for place in max(model.row - cursorRow + body.rows.count, 0)..<max(size.rows, model.row - cursorRow + body.rows.count) {
      if !model.rows[place].isEmpty { throw finding("below the text, in row \(place), stands \(model.rows[place].debugDescription)", body) }
    }
    if let unknown = model.unknown.first { throw finding("printed \(unknown)") }
  }

  private func finding(_ what: String, _ body: EditedLayout? = nil) -> Finding {
    var text = "\(what)\n\(surroundings)\nafter \(trail.suffix(12).joined(separator: " "))\n"
    text += "the screen, cursor \(model.column) \(model.row):\n"
    text += model.rows.map { "|\($0)|\n" }.joined()
    if let body { text += "the text, cursor \(body.cursorColumn) \(body.cursorRow):\n" + body.rows.map { "|\($0.text)|\n" }.joined() }
    return Finding(description: text)
  }

  /// Gives the screen another width, without the editor's knowing.
  func reshape(columns: Int) { model.resize(columns: columns, height: size.rows) }

  /// The screen as it is.
  var picture: Screen.Picture {
    var rows = model.rows
    while rows.last == "" { rows.removeLast() }
    return Screen.Picture(rows: rows, cursor: [model.column, model.row])
  }
}

/// How a text must stand in a window, reckoned as simply as can be.
struct EditedLayout {
  struct Row {
    var text = ""
    var width = 0
  }

  private(set) var rows = [Row()]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  private let columns: Int

  init(text: String, cursor: Int, columns: Int) {
    self.columns = columns
    put("uji> ")
    var scalar = 0
    var isMarked = false
    for character in text {
      let end = scalar + character.unicodeScalars.count
      let signs = character == "\n" ? "" : character == "\t" ? "    " : VisibleText.of(String(character))
      if !isMarked, cursor < end {
        if let first = signs.first { makeRoom(TextWidth.of(first)) }
        mark()
        isMarked = true
      }
      if character == "\n" {
        rows.append(Row())
        put("  … ")
      } else {
        put(signs)
      }
      scalar = end
    }
    if !isMarked { mark() }
  }

  private mutating func mark() { (cursorRow, cursorColumn) = (rows.count - 1, rows[rows.count - 1].width) }

  private mutating func makeRoom(_ width: Int) {
    if rows[rows.count - 1].width + width > columns { rows.append(Row()) }
  }

  private mutating func put(_ text: String) {
    for sign in text {
      let width = TextWidth.of(sign)
      makeRoom(width)
      if width == 0, rows[rows.count - 1].width == 0 { rows[rows.count - 1] = Row(text: "◌", width: 1) }
      rows[rows.count - 1].text.append(sign)
      rows[rows.count - 1].width += width
      if rows[rows.count - 1].width == columns { rows.append(Row()) }
    }
  }
}
