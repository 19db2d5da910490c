import PPIDValues

/// What could stand at the cursor, in a list below the line, each with its description.
struct CompletionMenu {
  let candidates: [Candidate]
  /// The line before a candidate was put into it.
  let original: UndoStack.State
  private(set) var selected: Int?
  /// The first candidate that is shown.
  private var top = 0
  /// How many are shown at once, as of the last drawing.
  private var visible = 1

  private static let mostRows = 10
  private static let between = 2
  /// The columns that are left to descriptions even where names are long.
  private static let leastDescription = 6

  init(candidates: [Candidate], original: UndoStack.State) {
    self.candidates = candidates
    self.original = original
  }

  /// Selects `steps` further, around both ends.
  mutating func move(by steps: Int) {
    let count = candidates.count
    guard let selected else {
      self.selected = steps > 0 ? 0 : count - 1
      return
    }
    self.selected = ((selected + steps) % count + count) % count
  }

  /// Selects one screenful further, not around the ends.
  mutating func movePage(by pages: Int) {
    selected = min(max((selected ?? 0) + pages * visible, 0), candidates.count - 1)
  }

  /// The original line with the selected candidate in it, and where the cursor then stands, in scalars.
  var preview: UndoStack.State? {
    selected.map { candidates[$0].applied(to: original.text) }
  }

  /// What all candidates begin with, if they replace the same part and it is longer than that; a quote alone says nothing.
  var commonBeginning: Candidate? {
    guard let first = candidates.first, candidates.allSatisfy({ $0.range == first.range }) else { return nil }
    let common = candidates.dropFirst().reduce(first.replacement) { $0.commonPrefix(with: $1.replacement) }
    let present = String(decoding: original.text.bytes(in: first.range), as: UTF8.self)
    guard common.utf8.count > present.utf8.count, common.hasPrefix(present), common != "\"" else { return nil }
    return Candidate(common, replacing: first.range)
  }

  /// The rows of the menu, at most `height`: names, descriptions where there is room, and which part of the list it is.
  mutating func put(into builder: inout FrameBuilder, height: Int, language: Language) {
    let most = max(min(Self.mostRows, height - 1), 1)
    visible = min(candidates.count, most)
    let focus = selected ?? 0
    if focus < top { top = focus }
    if focus >= top + visible { top = focus - visible + 1 }
    top = min(top, candidates.count - visible)
    let shown = candidates[top..<(top + visible)]
    let longest = shown.map { StyledText(name(of: $0)).width }.max() ?? 0
    let hasDescriptions = shown.contains { !$0.description.isEmpty }
    let column = hasDescriptions ? min(longest, builder.columns - Self.between - Self.leastDescription) : longest
    for (index, candidate) in zip(top..., shown) {
      builder.breakRow()
      let isSelected = index == selected
      builder.putClipped(StyledText(name(of: candidate), isSelected ? .selected : .plain), limit: column)
      guard !candidate.description.isEmpty else { continue }
      builder.pad(to: column + Self.between, isSelected ? .selected : .plain)
      let style = isSelected ? Style.selected : .faint
      builder.putClipped(StyledText(candidate.description, style), limit: builder.room)
    }
    guard visible < candidates.count else { return }
    builder.breakRow()
    let position = Phrase(
      id: "\(top + 1)–\(top + visible) dari \(candidates.count)",
      en: "\(top + 1)–\(top + visible) of \(candidates.count)")
    builder.putClipped(StyledText(position[language], .faint), limit: builder.columns)
  }

  /// A candidate's own text, on one row.
  private func name(of candidate: Candidate) -> String {
    candidate.replacement.trimmingSuffix(while: \.isWhitespace).replacing("\n", with: "↵")
  }
}

extension Candidate {
  /// The candidate as the only one there is: with the blank that comes next, unless one stands there.
  func certain(in text: String) -> Candidate {
    let next = text.utf8.dropFirst(range.upperBound).first
    guard isWhole, next == nil || next == UInt8(ascii: "\n") else { return self }
    return Candidate(replacement + " ", replacing: range, description: description)
  }

  /// `text` with the candidate in it, and the cursor, in scalars, behind it.
  func applied(to text: String) -> UndoStack.State {
    let bytes = Array(text.utf8)
    let range = range.clamped(to: 0..<bytes.count)
    let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + replacement
    let after = String(decoding: bytes[range.upperBound...], as: UTF8.self)
    return UndoStack.State(text: before + after, cursor: before.unicodeScalars.count)
  }
}

extension String {
  fileprivate func bytes(in range: Range<Int>) -> [UInt8] {
    let bytes = Array(utf8)
    return Array(bytes[range.clamped(to: 0..<bytes.count)])
  }

  /// What both begin with, by whole characters.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }

  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return String(rest)
  }
}
