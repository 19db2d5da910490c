import PPIDValues

extension LineEditor {
  /// The text being edited.
  var text: String {
    String(line.scalars)
  }

  /// Draws the line as it is now, with what belongs below it.
  func paint() {
    followTyping()
    let size = Terminal.size
    painter.paint(frame(in: size, isFinal: false, mark: ""), in: size)
    didDraw?(
      Drawing(
        text: text, cursor: line.cursor, size: size, hasMore: menu != nil || search != nil || notice != nil, isSearching: search != nil,
        bytesRead: bytesRead))
  }

  /// Draws the line for the last time, with `mark` behind it, and goes to the next row.
  func paintFinal(mark: String = "") {
    line.cursor = line.count
    leave(mark: mark)
  }

  /// Draws the line without what is offered beside it, and goes to the next row.
  func leave(mark: String = "") {
    let size = Terminal.size
    painter.paint(frame(in: size, isFinal: true, mark: mark), in: size)
    painter.leave()
  }

  /// Asks about `text` only when it has changed.
  private func knowledge(of text: String) -> (highlights: [Highlight], suggestion: String?) {
    if let known, known.text == text { return (known.highlights, known.suggestion) }
    let highlights = assistance.highlight(text).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let suggestion = assistance.suggest(text).flatMap { Self.rest(of: $0, after: text) }
    known = (text, highlights, suggestion)
    return (highlights, suggestion)
  }

  /// What `suggestion` adds to `text`; nil where it adds nothing, is about something else, or would change the text's last character.
  private static func rest(of suggestion: String, after text: String) -> String? {
    guard suggestion.utf8.count > text.utf8.count, suggestion.utf8.starts(with: text.utf8) else { return nil }
    let rest = String(Substring(suggestion.utf8.dropFirst(text.utf8.count)))
    guard let first = rest.unicodeScalars.first, TextWidth.of(first) > 0 else { return nil }
    return suggestion.count == text.count + rest.count ? rest : nil
  }

  /// What would be taken over by → at the end of the line.
  var suggestion: String? {
    guard line.cursor == line.count, search == nil, menu == nil, walk == nil else { return nil }
    return knowledge(of: text).suggestion
  }

  private func frame(in size: Terminal.Size, isFinal: Bool, mark: String) -> Frame {
    let text = self.text
    if size.columns != promptColumns {
      promptColumns = size.columns
      prompt = prompt.fitted?(size.columns) ?? prompt
    }
    var builder = FrameBuilder(columns: size.columns, palette: palette)
    builder.put(prompt.left)
    let firstRow = builder.rowIndex
    put(text, into: &builder, firstRow: firstRow)
    if !isFinal, let suggestion { put(suggestion: suggestion, into: &builder, firstRow: firstRow) }
    builder.put(StyledText(mark, .faint))
    putRightPrompt(into: &builder, firstRow: firstRow)
    let body = builder.rowIndex + 1
    if !isFinal { putBelow(into: &builder, height: size.rows) }
    let frame = builder.finish()
    return frame.window(height: size.rows, keeping: frame.rows.count - body)
  }

  private func put(_ text: String, into builder: inout FrameBuilder, firstRow: Int) {
    let cursor = line.cursor
    var styles = StyleWalk(knowledge(of: text).highlights, over: search?.matched(in: text))
    var scalar = 0
    var byte = 0
    for character in text {
      let length = character.unicodeScalars.count
      if (scalar..<(scalar + length)).contains(cursor) { builder.markCursor(before: character) }
      if character == "\n" {
        putRightPrompt(into: &builder, firstRow: firstRow)
        builder.breakRow()
        builder.put(prompt.continuation)
      } else {
        builder.put(character, styles.style(at: byte))
      }
      scalar += length
      byte += character.utf8.count
    }
    if cursor >= scalar { builder.markCursor() }
  }

  /// The suggestion takes what is left of the row, up to the right prompt; of several lines only the first is shown.
  private func put(suggestion: String, into builder: inout FrameBuilder, firstRow: Int) {
    let first = suggestion.prefix { $0 != "\n" }
    let shown = first.endIndex == suggestion.endIndex ? String(first) : first + " …"
    let right = builder.rowIndex == firstRow ? prompt.right.width : 0
    let reserved = right > 0 && builder.room > right ? right + 1 : 0
    builder.putClipped(StyledText(shown, .suggestion), limit: builder.room - reserved)
  }

  /// The right prompt stands only on the row where the line begins, and leaves a blank before it.
  private func putRightPrompt(into builder: inout FrameBuilder, firstRow: Int) {
    let needed = prompt.right.width
    guard needed > 0, builder.rowIndex == firstRow, builder.room > needed else { return }
    builder.pad(to: builder.columns - needed)
    builder.putClipped(prompt.right, limit: needed)
  }

  private func putBelow(into builder: inout FrameBuilder, height: Int) {
    if let notice {
      builder.breakRow()
      builder.putClipped(StyledText(notice[language], .faint), limit: builder.columns)
    }
    if let search {
      builder.breakRow()
      search.put(into: &builder, language: language)
    } else if menu != nil {
      menu?.put(into: &builder, height: height - 1, language: language)
    }
  }
}

/// Walks along a text and says the style of each byte, one highlight lying over the others.
private struct StyleWalk {
  private var rest: ArraySlice<Highlight>
  private let over: Range<Int>?

  init(_ highlights: [Highlight], over: Range<Int>?) {
    rest = highlights[...]
    self.over = over
  }

  /// `byte` never falls from one call to the next.
  mutating func style(at byte: Int) -> Style {
    if let over, over.contains(byte) { return .match }
    while let first = rest.first, first.range.upperBound <= byte { rest.removeFirst() }
    guard let first = rest.first, first.range.contains(byte) else { return .plain }
    return first.style
  }
}
