/// Moving and changing. Positions are counted in scalars, as libedit does; a step is what a person takes for a character.
extension LineEditor {
  // MARK: Places

  /// The beginning of the character before `position`.
  func clusterStart(before position: Int) -> Int {
    var start = 0
    for length in clusters {
      if start + length >= position { break }
      start += length
    }
    return start
  }

  /// The end of the character at `position`.
  func clusterEnd(after position: Int) -> Int {
    var end = 0
    for length in clusters {
      end += length
      if end > position { break }
    }
    return end
  }

  /// The characters' lengths in scalars.
  private var clusters: [Int] { text.map(\.unicodeScalars.count) }

  /// The beginning of the word before `position`.
  func wordStart(before position: Int) -> Int {
    let scalars = line.scalars
    var start = position
    while start > 0, !Self.isWord(scalars[start - 1]) { start -= 1 }
    while start > 0, Self.isWord(scalars[start - 1]) { start -= 1 }
    return start
  }

  /// The end of the word after `position`.
  func wordEnd(after position: Int) -> Int { Self.wordEnd(after: position, in: line.scalars) }

  static func wordEnd(after position: Int, in scalars: [Unicode.Scalar]) -> Int {
    var end = position
    while end < scalars.count, !isWord(scalars[end]) { end += 1 }
    while end < scalars.count, isWord(scalars[end]) { end += 1 }
    return end
  }

  /// Letters, digits, and what joins them in names, numbers and dates.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
    default: scalar.value >= 0x80 && !scalar.properties.isWhitespace
    }
  }

  /// Where the cursor's own line of the entry begins and ends.
  var lineStart: Int { (line.scalars[..<line.cursor].lastIndex(of: "\n") ?? -1) + 1 }
  var lineEnd: Int { line.scalars[line.cursor...].firstIndex(of: "\n") ?? line.count }

  // MARK: Moving

  /// To the beginning of the line, from there to that of the entry.
  func moveToLineStart() {
    line.cursor = line.cursor == lineStart ? 0 : lineStart
  }

  /// To the end of the line, from there to that of the entry; at the end a suggestion is taken over.
  func moveToLineEnd() {
    if acceptSuggestion() { return }
    line.cursor = line.cursor == lineEnd ? line.count : lineEnd
  }

  /// To the line above, if there is one and history isn't being walked through.
  func moveUp() {
    guard walk == nil, lineStart > 0 else { return walkHistory(.older) }
    let column = line.cursor - lineStart
    line.cursor = lineStart - 1
    line.cursor = min(lineStart + column, line.cursor)
  }

  func moveDown() {
    guard walk == nil, lineEnd < line.count else { return walkHistory(.newer) }
    let column = line.cursor - lineStart
    line.cursor = lineEnd + 1
    line.cursor = min(line.cursor + column, lineEnd)
  }

  // MARK: Changing

  /// Inserts `text` where it fits.
  func insert(_ text: String) {
    noteForUndo()
    if !line.insert(text) { sayTooLong() }
  }

  /// Inserts what was pasted, all of it or nothing, and runs none of it. What is too long goes to a text editor.
  func paste(_ content: String) {
    var clean = String(String.UnicodeScalarView(content.unicodeScalars.filter(Self.isPasted)))
    while clean.last == "\n" { clean.removeLast() }
    noteForUndo()
    if line.insert(clean) { return }
    let scalars = line.scalars
    editOutside(String(scalars[..<line.cursor]) + clean + String(scalars[line.cursor...]))
  }

  /// Control characters are nothing that anybody means to paste.
  private static func isPasted(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
  }

  func deleteBackward() {
    noteForUndo()
    line.delete(clusterStart(before: line.cursor)..<line.cursor)
  }

  func deleteForward() {
    noteForUndo()
    line.delete(line.cursor..<clusterEnd(after: line.cursor))
  }

  /// Cuts `range` out, for Ctrl-Y.
  func cut(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    noteForUndo()
    lastCut = String(line.scalars[range])
    line.delete(range)
  }

  /// To the end of the line; at the end, the line end itself.
  func cutToLineEnd() {
    let end = lineEnd
    cut(line.cursor..<(end == line.cursor ? min(end + 1, line.count) : end))
  }

  // MARK: Taking back

  /// Keeps the line as it is now, for Ctrl-_.
  func noteForUndo() {
    undo.note(UndoStack.State(text: text, cursor: line.cursor))
  }

  func takeBack() {
    guard let state = undo.pop(differentFrom: text) else { return }
    line.replace(with: state.text, cursor: state.cursor)
  }

  // MARK: Suggestions

  /// Takes the whole suggestion over; false where there is none.
  func acceptSuggestion() -> Bool {
    guard let suggestion else { return false }
    insert(suggestion)
    return true
  }

  /// Takes one word of the suggestion over; false where there is none.
  func acceptSuggestedWord() -> Bool {
    guard let suggestion else { return false }
    let scalars = Array(suggestion.unicodeScalars)
    insert(String(scalars[..<Self.wordEnd(after: 0, in: scalars)]))
    return true
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
