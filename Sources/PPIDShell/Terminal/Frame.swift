import PPIDValues

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

  private var rows: [Frame.Row] = []
  private var row = Frame.Row()
  private var style = Style.plain
  private var cursor: (row: Int, column: Int)?

  private static let tabWidth = 4

  init(columns: Int, palette: Palette) {
    self.columns = max(columns, 1)
    self.palette = palette
  }

  /// The column at which the next character would stand.
  var column: Int { row.width }
  var rowIndex: Int { rows.count }
  /// How many columns are left in this row.
  var room: Int { columns - row.width }

  /// Adds a character; a row that is full ends at once, so that the cursor always has a place.
  mutating func put(_ character: Character, _ style: Style) {
    for sign in Self.shown(character) {
      makeRoom(for: sign)
      let taken = TextWidth.of(sign)
      append(sign, style, taken: min(taken, room))
      if room == 0 { breakRow() }
    }
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
    let end = row.width + (text.width <= limit ? limit : limit - 1)
    for piece in text.pieces {
      for sign in VisibleText.of(piece.text) {
        let taken = TextWidth.of(sign)
        guard row.width + taken <= end else { return append("…", piece.style, taken: 1) }
        append(sign, piece.style, taken: taken)
      }
    }
  }

  /// Fills up to `column` with blanks.
  mutating func pad(to column: Int, _ style: Style = .plain) {
    while row.width < min(column, columns) { append(" ", style, taken: 1) }
  }

  mutating func breakRow() {
    select(.plain)
    rows.append(row)
    row = Frame.Row()
  }

  /// The cursor stands where the next character would; `next`, if it is known, may be too wide for the rest of this row.
  mutating func markCursor(before next: Character? = nil) {
    if let next, next != "\n", let sign = Self.shown(next).first { makeRoom(for: sign) }
    cursor = (rows.count, row.width)
  }

  private mutating func makeRoom(for sign: Character) {
    if TextWidth.of(sign) > room, row.width > 0 { breakRow() }
  }

  /// A character without breaking the row: for what is known to fit. A mark that would stand at the beginning of a row has nothing
  /// to combine with there, and terminals drop it: a dotted circle carries it.
  private mutating func append(_ character: Character, _ style: Style, taken: Int) {
    select(style)
    if taken == 0, row.width == 0 {
      row.content.append("◌")
      row.width = 1
    }
    row.content.append(character)
    row.width += taken
  }

  private mutating func select(_ new: Style) {
    guard new != style else { return }
    let end = palette.start(style).isEmpty ? "" : Palette.end
    row.content += end + palette.start(new)
    style = new
  }

  /// What stands for `character`: control characters are shown, never obeyed.
  private static func shown(_ character: Character) -> String {
    character == "\t" ? String(repeating: " ", count: tabWidth) : VisibleText.of(String(character))
  }

  consuming func finish() -> Frame {
    breakRow()
    let last = rows.count - 1
    return Frame(
      rows: rows, cursorRow: min(cursor?.row ?? last, last),
      cursorColumn: min(cursor?.column ?? rows[last].width, columns - 1))
  }
}
