@testable import PPIDShell

/// A terminal without a window: takes what a program prints and says what the screen shows. It knows what the line editor and plain
/// programs send, and nothing else; `TerminalModelTests` holds it against tmux.
struct TerminalModel {
  /// What becomes of rows that are longer than a window that got narrower.
  enum Narrowing {
    /// They are broken, and joined again when there is room (tmux, VTE, kitty, …).
    case breaks
    /// They are cut (xterm, the Linux console).
    case cuts
  }

  struct Cell: Equatable {
    /// Empty behind a wide character.
    var text = " "
    var isDim = false
  }

  private struct Row: Equatable {
    var cells: [Cell] = []
    /// Marks that combine with nothing, at the row's beginning.
    var lead = ""
    /// Whether the next row goes on with this one.
    var goesOn = false
  }

  private(set) var columns: Int
  private(set) var height: Int
  /// The cursor's column and row on the screen.
  private(set) var column = 0
  private(set) var row = 0
  /// What was printed that no terminal of ours needs to know.
  private(set) var unknown: [String] = []

  private let narrowing: Narrowing
  /// What scrolled off, and the screen.
  private var lines: [Row] = [Row()]
  private var top = 0
  private var wraps = true
  private var isDim = false
  /// The last column was written to: what comes next begins a new row, where rows are broken.
  private var isFull = false
  /// The cursor has come to where it is without printing: marks at the beginning of the row are old ones.
  private var hasMoved = true
  /// What has come of a character or a sequence.
  private var pending: [UInt8] = []

  init(columns: Int, height: Int, narrowing: Narrowing) {
    self.columns = columns
    self.height = height
    self.narrowing = narrowing
  }

  // MARK: What it shows

  /// The screen's rows, without blanks at their ends.
  var rows: [String] {
    (0..<height).map { index in
      let line = top + index < lines.count ? lines[top + index] : Row()
      let text = line.lead + line.cells.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The cells of a row of the screen, with the marks before the first.
  func cells(ofRow index: Int) -> (lead: String, cells: [Cell]) {
    guard (0..<height).contains(index), top + index < lines.count else { return ("", []) }
    return (lines[top + index].lead, lines[top + index].cells)
  }

  // MARK: What is printed

  /// Takes what a program printed.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var text: [UInt8] = []
    var index = 0
    while index < pending.count {
      let byte = pending[index]
      if byte >= 0x20, byte != 0x7F {
        text.append(byte)
        index += 1
        continue
      }
      show(&text)
      if byte == 0x1B {
        guard let length = sequence(at: index) else { break }
        index += length
      } else {
        control(byte)
        index += 1
      }
    }
    pending.removeFirst(index)
    // The last character may go on in what comes next: it is shown at once all the same, as terminals do.
    var whole = text
    while !whole.isEmpty, String(validating: whole, as: UTF8.self) == nil, text.count - whole.count < 4 { whole.removeLast() }
    pending.insert(contentsOf: text[whole.count...], at: 0)
    show(&whole)
  }

  private mutating func show(_ bytes: inout [UInt8]) {
    for character in String(decoding: bytes, as: UTF8.self) { put(character) }
    bytes = []
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: move(toColumn: column - 1)
    case 0x0A: lineFeed()
    case 0x0D: move(toColumn: 0)
    case 0x07, 0x00: break
    default: unknown.append(String(byte))
    }
  }

  /// Obeys the sequence at `start`; its length, nil where more must come.
  private mutating func sequence(at start: Int) -> Int? {
    guard start + 1 < pending.count else { return nil }
    guard pending[start + 1] == UInt8(ascii: "[") else {
      unknown.append("ESC \(pending[start + 1])")
      return 2
    }
    guard let end = pending[(start + 2)...].firstIndex(where: { (0x40..<0x7F).contains($0) }) else { return nil }
    let parameters = String(decoding: pending[(start + 2)..<end], as: UTF8.self)
    let number = Int(parameters.split(separator: ";").first ?? "") ?? 0
    switch pending[end] {
    case UInt8(ascii: "A"): move(toRow: row - max(number, 1))
    case UInt8(ascii: "B"): move(toRow: row + max(number, 1))
    case UInt8(ascii: "C"): move(toColumn: column + max(number, 1))
    case UInt8(ascii: "H"):
      move(toRow: 0)
      move(toColumn: 0)
    case UInt8(ascii: "J"): clear(number)
    case UInt8(ascii: "K"): clearRow()
    case UInt8(ascii: "m"): style(parameters)
    case UInt8(ascii: "h"), UInt8(ascii: "l"):
      if parameters == "?7" { wraps = pending[end] == UInt8(ascii: "h") }
    default: unknown.append("CSI \(parameters) \(pending[end])")
    }
    return end - start + 1
  }

  private mutating func style(_ parameters: String) {
    for parameter in parameters.split(separator: ";", omittingEmptySubsequences: false) {
      if parameter == "2" { isDim = true }
      if parameter == "0" || parameter.isEmpty { isDim = false }
    }
  }

  // MARK: The screen

  private var line: Int { top + row }

  private mutating func move(toColumn new: Int) {
    column = min(max(new, 0), columns - 1)
    isFull = false
    hasMoved = true
  }

  private mutating func move(toRow new: Int) {
    row = min(max(new, 0), height - 1)
    reach()
    hasMoved = true
    isFull = false
  }

  private mutating func reach() {
    while lines.count <= line { lines.append(Row()) }
  }

  private mutating func lineFeed() {
    isFull = false
    hasMoved = true
    if row == height - 1 { top += 1 } else { row += 1 }
    reach()
  }

  private mutating func put(_ character: Character) {
    let width = TextWidth.of(character)
    if column == 0, !isFull, hasMoved { lines[line].lead = "" }
    hasMoved = false
    guard width > 0 else {
      if column == 0, !isFull {
        lines[line].lead.append(character)
      } else if lines[line].cells.indices.contains(isFull ? column : column - 1) {
        var place = isFull ? column : column - 1
        while place > 0, lines[line].cells[place].text.isEmpty { place -= 1 }
        lines[line].cells[place].text.append(character)
      }
      return
    }
    if wraps, isFull || column + width > columns {
      lines[line].goesOn = true
      lineFeed()
      column = 0
      lines[line].lead = ""
    }
    column = min(column, max(columns - width, 0))
    while lines[line].cells.count < column + width { lines[line].cells.append(Cell()) }
    unsplit(column)
    unsplit(column + width)
    lines[line].cells[column] = Cell(text: String(character), isDim: isDim)
    for behind in (column + 1)..<max(column + width, column + 1) { lines[line].cells[behind] = Cell(text: "", isDim: isDim) }
    column += width
    isFull = column >= columns
    if isFull { column = columns - 1 }
  }

  /// A wide character that loses a half becomes blanks.
  private mutating func unsplit(_ place: Int) {
    guard place < lines[line].cells.count, place > 0, lines[line].cells[place].text.isEmpty else { return }
    lines[line].cells[place] = Cell()
    lines[line].cells[place - 1] = Cell()
  }

  /// To the end of the row.
  private mutating func clearRow() {
    if column == 0 { lines[line].lead = "" }
    unsplit(column)
    lines[line].cells.removeLast(max(lines[line].cells.count - column, 0))
    lines[line].goesOn = false
  }

  private mutating func clear(_ part: Int) {
    if part == 3 {
      lines.removeFirst(top)
      top = 0
      return
    }
    if part == 2 {
      for index in lines.indices.dropFirst(top) { lines[index] = Row() }
      return
    }
    clearRow()
    for index in lines.indices.dropFirst(line + 1) { lines[index] = Row() }
  }

  // MARK: The window

  mutating func resize(columns newColumns: Int, height newHeight: Int) {
    while lines.count < top + height { lines.append(Row()) }
    resize(height: newHeight)
    if newColumns < columns, narrowing == .cuts { cut(to: newColumns) }
    if newColumns != columns, narrowing == .breaks { reflow(to: newColumns) }
    columns = newColumns
    column = min(column, columns - 1)
    isFull = false
  }

  /// A lower window loses rows below the cursor, then has its first ones scroll off; a taller one takes them back.
  private mutating func resize(height newHeight: Int) {
    if newHeight < height {
      let below = min(height - newHeight, height - 1 - row)
      lines.removeLast(below)
      let above = height - newHeight - below
      top += above
      row -= above
    } else {
      let back = min(newHeight - height, top)
      top -= back
      row += back
    }
    height = newHeight
    while lines.count < top + height { lines.append(Row()) }
  }

  private mutating func cut(to newColumns: Int) {
    for index in lines.indices where lines[index].cells.count > newColumns {
      lines[index].cells.removeLast(lines[index].cells.count - newColumns)
      lines[index].goesOn = false
    }
  }

  private mutating func reflow(to newColumns: Int) {
    var fresh: [Row] = []
    var (newLine, newColumn) = (0, 0)
    var index = 0
    while index < lines.count {
      // One whole line, over all of its rows.
      var cells: [Cell] = []
      let lead = lines[index].lead
      var mark: Int?
      while true {
        if index == line { mark = cells.count + column }
        cells += lines[index].cells
        guard lines[index].goesOn, index + 1 < lines.count else { break }
        index += 1
      }
      index += 1
      var place = 0
      repeat {
        var end = min(place + newColumns, cells.count)
        if end < cells.count, end > place + 1, cells[end].text.isEmpty { end -= 1 }
        if let mark, mark >= place, mark < end || end == cells.count { (newLine, newColumn) = (fresh.count, mark - place) }
        fresh.append(Row(cells: Array(cells[place..<end]), lead: place == 0 ? lead : "", goesOn: end < cells.count))
        place = end
      } while place < cells.count
    }
    lines = fresh
    // The last rows stay on the screen, empty ones too; a cursor whose row scrolls off is taken to the first.
    top = max(lines.count - height, 0)
    (row, column) = newLine < top ? (0, 0) : (newLine - top, min(newColumn, newColumns - 1))
    while lines.count < top + height { lines.append(Row()) }
  }
}
