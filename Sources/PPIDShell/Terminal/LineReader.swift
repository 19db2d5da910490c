/// What came of asking for a line.
package enum LineResult: Sendable, Equatable {
  /// An entry, which may hold several lines; without the last line end.
  case line(String)
  /// Ctrl-D on an empty line, or the end of the input.
  case endOfInput
  /// Ctrl-C: the line was dropped.
  case interrupted
}

/// What stands around the line that is asked for.
package struct Prompt: Sendable {
  /// Before the line; what comes before its last line end stands on rows of its own.
  package var left: StyledText
  /// At the right edge of the first row, while there is room.
  package var right: StyledText
  /// Before each further line of one entry.
  package var continuation: StyledText
  /// The same in a window of so many columns, where it isn't the same in all.
  package var fitted: (@Sendable (_ columns: Int) -> Prompt)?

  package init(left: StyledText, right: StyledText = "", continuation: StyledText = "") {
    self.left = left
    self.right = right
    self.continuation = continuation
  }
}

/// Something that could stand in place of a part of the line.
package struct Candidate: Sendable, Equatable {
  package let replacement: String
  /// What it replaces, in bytes of the line.
  package let range: Range<Int>
  package let description: String
  /// Whether a blank comes next, once it is certain.
  package let isWhole: Bool

  package init(_ replacement: String, replacing range: Range<Int>, description: String = "", isWhole: Bool = false) {
    self.replacement = replacement
    self.range = range
    self.description = description
    self.isWhole = isWhole
  }
}

/// What the line editor asks of those who know the language and the archive. Texts are whole entries, places are bytes.
package struct Assistance {
  /// How the pieces of a text are shown.
  package var highlight: (_ text: String) -> [Highlight] = { _ in [] }
  /// A longer text that begins with this one.
  package var suggest: (_ text: String) -> String? = { _ in nil }
  /// What could stand at the cursor.
  package var complete: (_ text: String, _ cursor: Int) -> [Candidate] = { _, _ in [] }
  /// Whether Enter opens a further line instead of ending the entry.
  package var needsMore: (_ text: String) -> Bool = { _ in false }

  package init() {}
}

/// Asks for lines: with an editor on a terminal that can do that, plainly anywhere else.
package protocol LineReader: AnyObject {
  func readLine(_ prompt: Prompt) -> LineResult
}
