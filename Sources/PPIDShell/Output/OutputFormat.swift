import PPIDEngine
import PPIDScript
import PPIDValues

/// Takes a formatted text, piece by piece, in order.
package typealias TextSink = (String) throws -> Void

/// A way to print any value, chosen with `--format` or `ke`.
package struct OutputFormat: Sendable {
  package let name: String
  package let help: Phrase
  /// The endings of file names that ask for it, without the point.
  package let endings: [String]
  /// Whether it takes care itself that nothing in a value commands a terminal, because it writes escape sequences of its own.
  private let isSafe: Bool
  private let body: @Sendable (Value, OutputSettings, TextSink) throws -> Void

  init(
    name: String, help: Phrase, endings: [String], isSafe: Bool = false,
    body: @escaping @Sendable (Value, OutputSettings, TextSink) throws -> Void
  ) {
    self.name = name
    self.help = help
    self.endings = endings
    self.isSafe = isSafe
    self.body = body
  }

  /// Writes a value; what is written ends in a line end, unless there is nothing to say.
  package func write(_ value: Value, _ settings: OutputSettings, _ sink: TextSink) throws {
    guard settings.isTerminal, !isSafe else { return try body(value, settings, sink) }
    try body(value, settings) { try sink(VisibleText.of($0, keepsLines: true)) }
  }

  /// All of them, in the order of the documentation.
  package static let all: [OutputFormat] = [
    .table, .vertical, .json, .jsonLines, .csv, .tsv, .markdown, .html, .plainText,
  ]

  package static func named(_ name: String) -> OutputFormat? {
    all.first { $0.name == name }
  }

  /// The format that the ending of a file's name asks for; a plain text where it asks for none.
  package static func named(byEndingOf path: String) -> OutputFormat {
    let file = path.split(separator: "/").last ?? ""
    guard let point = file.lastIndex(of: ".") else { return .plainText }
    let ending = file[file.index(after: point)...].lowercased()
    return all.first { $0.endings.contains(ending) } ?? .plainText
  }

  /// The whole text of a value; throws `tooLarge` where it would be longer than a text may be.
  package func text(of value: Value, _ settings: OutputSettings = OutputSettings()) throws -> String {
    var text = ""
    try write(value, settings) { piece in
      text += piece
      guard text.utf8.count <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
    }
    return text
  }
}

/// For whom something is printed.
package struct OutputSettings {
  /// Columns of the terminal; nil where nothing bounds a line.
  package var width: Int?
  package var language: Language
  /// Whether a terminal reads it, so that nothing in it may command one.
  package var isTerminal: Bool
  /// How headings look; nil where no escape sequence may be written.
  package var palette: Palette?
  /// What was looked for, to be marked where there are styles.
  package var marks: SearchMarks?
  /// What says a record, or a list, that is a change's value; nil for others.
  package var sentence: (AnyObject) -> String?

  package init(
    width: Int? = nil, language: Language = .indonesian, isTerminal: Bool = false,
    palette: Palette? = nil, marks: SearchMarks? = nil, sentence: @escaping (AnyObject) -> String? = { _ in nil }
  ) {
    self.width = width
    self.language = language
    self.isTerminal = isTerminal
    self.palette = palette
    self.marks = marks
    self.sentence = sentence
  }
}
