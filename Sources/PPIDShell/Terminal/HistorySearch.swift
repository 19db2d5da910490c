import PPIDValues

/// Ctrl-R: looking for a text in history while it is being typed. The entry found stands in the line, what was looked
/// for stands below it.
struct HistorySearch {
  private(set) var pattern = ""
  /// Newest first, each text once.
  let texts: [String]
  /// What stood in the line before.
  let original: UndoStack.State
  /// The entry that is shown; nil while nothing was looked for.
  private var index: Int?
  private var isFailed = false

  init(texts: [String], original: UndoStack.State) {
    self.texts = texts
    self.original = original
  }

  var found: String? { index.map { texts[$0] } }

  mutating func add(_ text: String) {
    pattern += text.filter { !$0.isNewline }
    look(from: index ?? 0, by: 1)
  }

  mutating func removeLast() {
    guard !pattern.isEmpty else { return }
    pattern.removeLast()
    index = nil
    look(from: 0, by: 1)
  }

  /// The next older one (1) or newer one (-1).
  mutating func step(by direction: Int) {
    look(from: (index ?? -1) + direction, by: direction)
  }

  /// The nearest match from `start` on; where there is none, the one shown stays.
  private mutating func look(from start: Int, by direction: Int) {
    guard !pattern.isEmpty else {
      index = nil
      isFailed = false
      return
    }
    var candidate = start
    while texts.indices.contains(candidate) {
      if Self.range(of: pattern, in: texts[candidate]) != nil {
        index = candidate
        isFailed = false
        return
      }
      candidate += direction
    }
    isFailed = true
  }

  /// Where the pattern stands in `text`, in bytes; capitals and small letters of ASCII are alike.
  func matched(in text: String) -> Range<Int>? {
    pattern.isEmpty ? nil : Self.range(of: pattern, in: text)
  }

  static func range(of pattern: String, in text: String) -> Range<Int>? {
    var pattern = pattern
    var text = text
    return pattern.withUTF8 { needle in
      text.withUTF8 { hay in
        guard let first = needle.first, hay.count >= needle.count else { return nil }
        let head = folded(first)
        for start in 0...(hay.count - needle.count) where folded(hay[start]) == head {
          if (1..<needle.count).allSatisfy({ folded(hay[start + $0]) == folded(needle[$0]) }) {
            return start..<(start + needle.count)
          }
        }
        return nil
      }
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static let label = Phrase(id: "cari: ", en: "search: ")
  private static let failure = Phrase(id: "  tidak ada", en: "  none")

  /// The row below the line, with the cursor in it.
  func put(into builder: inout FrameBuilder, language: Language) {
    let failure = Self.failure[language]
    builder.putClipped(StyledText(Self.label[language], .faint), limit: builder.columns / 2)
    let room = builder.room - (isFailed ? failure.count : 0) - 1
    builder.putClipped(StyledText(pattern, .match), limit: max(room, 1))
    builder.markCursor()
    if isFailed { builder.putClipped(StyledText(failure, .error), limit: builder.room) }
  }
}

extension LineEditor {
  func beginSearch() {
    search = HistorySearch(texts: history.recall, original: UndoStack.State(text: text, cursor: line.cursor))
    noteForUndo()
  }

  /// Does what `key` means while looking; false where the search ends and the key is to be obeyed in the line found.
  func handleInSearch(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): search?.add(String(scalar))
    case .paste(let content): search?.add(content)
    case .named(.backspace, []): search?.removeLast()
    case .control("r"), .named(.up, _), .control("p"): search?.step(by: 1)
    case .control("s"), .named(.down, _), .control("n"): search?.step(by: -1)
    case .named(.enter, _):
      search = nil
      return true
    case .named(.escape, _), .control("g"):
      if let original = search?.original { line.replace(with: original.text, cursor: original.cursor) }
      search = nil
      return true
    case .control("z"), .control("l"): return false
    default:
      search = nil
      return false
    }
    showFound()
    return true
  }

  private func showFound() {
    guard let search else { return }
    let shown = search.found ?? search.original.text
    let start = search.matched(in: shown).map { String(decoding: Array(shown.utf8)[..<$0.lowerBound], as: UTF8.self) }
    if !line.replace(with: shown, cursor: start?.unicodeScalars.count) { sayTooLong() }
  }
}
