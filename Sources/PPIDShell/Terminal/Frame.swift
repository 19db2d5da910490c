/// What a prompt with its line looks like: rows of the terminal, and where the cursor stands.
struct Frame: Equatable {
  struct Row: Equatable {
    /// The characters with their escape sequences, neutral at both ends.
    var content = ""
    /// How many columns they take.
    var width = 0
  }

  var rows: [Row]
  var cursorRow: Int
  var cursorColumn: Int

  /// The part of the frame that fits on `height` rows and shows the cursor. The last `kept` rows stay.
  func window(height: Int, keeping kept: Int) -> Frame {
    guard rows.count > height else { return self }
    let below = min(kept, height - 1)
    let body = rows.count - kept
    let visible = height - below
    let focus = min(cursorRow, body - 1)
    let start = max(0, min(focus - visible + 1, body - visible))
    let shown = Array(rows[start..<min(start + visible, body)] + rows[body..<(body + below)])
    let row = cursorRow < body ? cursorRow - start : visible + cursorRow - body
    return Frame(rows: shown, cursorRow: min(row, shown.count - 1), cursorColumn: cursorColumn)
  }
}

/// Lays text out in rows of a fixed width.
struct FrameBuilder {
  let columns: Int
  let palette: Palette
  /// How many columns a character takes: 0, 1 or 2.
  let width: (Character) -> Int

  private var rows: [Frame.Row] = []
  private var row = Frame.Row()
  private var style = Style.plain
  private var cursor: (row: Int, column: Int)?

  private static let tabWidth = 4

  init(columns: Int, palette: Palette, width: @escaping (Character) -> Int) {
    self.columns = max(columns, 1)
    self.palette = palette
    self.width = width
  }

  /// The column at which the next character would stand.
  var column: Int { row.width }
  var rowIndex: Int { rows.count }
  /// How many columns are left in this row.
  var room: Int { columns - row.width }

  /// Adds a character; a row that is full ends at once, so that the cursor always has a place.
  mutating func put(_ character: Character, _ style: Style) {
    if character == "\t" {
      for _ in 0..<Self.tabWidth { put(" ", style) }
      return
    }
    let shown = Self.shown(character)
    let taken = width(shown)
    if taken > room { breakRow() }
    select(style)
    row.content.append(shown)
    row.width += min(taken, room)
    if room == 0 { breakRow() }
  }

  /// Adds `text`; line ends in it begin new rows.
  mutating func put(_ text: StyledText) {
    for piece in text.pieces {
      for character in piece.text {
        if character == "\n" { breakRow() } else { put(character, piece.style) }
      }
    }
  }

  /// Adds as much of `text` as fits in `limit` columns of this row, with a mark where it was cut.
  mutating func putClipped(_ text: StyledText, limit: Int) {
    let limit = min(limit, room)
    guard limit > 0 else { return }
    let start = row.width
    let needed = text.pieces.reduce(0) { sum, piece in sum + piece.text.reduce(0) { $0 + measure($1) } }
    let budget = needed <= limit ? limit : limit - 1
    for piece in text.pieces {
      for character in piece.text {
        let shown = Self.shown(character)
        guard row.width - start + width(shown) <= budget else {
          append("…", piece.style)
          return
        }
        append(shown, piece.style)
      }
    }
  }

  /// Fills up to `column` with blanks.
  mutating func pad(to column: Int, _ style: Style = .plain) {
    while row.width < min(column, columns) { append(" ", style) }
  }

  mutating func breakRow() {
    select(.plain)
    rows.append(row)
    row = Frame.Row()
  }

  /// The cursor stands where the next character would.
  mutating func markCursor() {
    cursor = (rows.count, row.width)
  }

  /// A cell without breaking the row: for what is known to fit.
  private mutating func append(_ character: Character, _ style: Style) {
    select(style)
    row.content.append(character)
    row.width += width(character)
  }

  private mutating func select(_ new: Style) {
    guard new != style else { return }
    let end = palette.start(style).isEmpty ? "" : Palette.end
    row.content += end + palette.start(new)
    style = new
  }

  /// The width of `character` as it is shown.
  func measure(_ character: Character) -> Int { width(Self.shown(character)) }

  /// Control characters are shown, never obeyed.
  private static func shown(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return character }
    switch scalar.value {
    case 0x00...0x1F: return Character(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: return "\u{2421}"
    case 0x80...0x9F: return "\u{FFFD}"
    default: return character
    }
  }

  consuming func finish() -> Frame {
    breakRow()
    let last = rows.count - 1
    return Frame(
      rows: rows, cursorRow: min(cursor?.row ?? last, last),
      cursorColumn: min(cursor?.column ?? rows[last].width, columns - 1))
  }
}
