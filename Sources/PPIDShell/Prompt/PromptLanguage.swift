import PPIDScript
import PPIDValues

/// What the prompt knows of the language: colours, whether an entry goes on, and `?`.
final class PromptLanguage {
  private let session: Session
  private let machine: Machine
  /// Every command's name, those of the language included, and the first words of those that have two.
  private let names: Set<String>

  init(session: Session, machine: Machine) {
    self.session = session
    self.machine = machine
    let signatures = session.catalog.signatures + Builtins.signatures
    names = Set(signatures.flatMap { [$0.name, String($0.name.prefix { $0 != " " })] })
  }

  /// Whether Enter opens a further line: a bracket is open, or the line ends in `|`.
  func needsMore(_ text: String) -> Bool {
    QuestionMark(text) == nil && Parser.parse(SourceText(name: "prompt", text)).isIncomplete
  }

  func highlights(_ text: String) -> [Highlight] {
    let question = QuestionMark(text)
    let source = SourceText(name: "prompt", question?.spelledOut ?? text)
    let marks = Parser.parse(source).marks
    let highlights = marks.indices.map { index in
      Highlight(marks[index].range.lowerBound..<marks[index].range.upperBound, style(of: index, in: marks, source))
    }
    return question.map { question in highlights.map(question.asTyped) } ?? highlights
  }

  /// A command looks unknown until it is one; the second word of its name looks like the first.
  private func style(of index: Int, in marks: [Mark], _ source: SourceText) -> Style {
    let text = source.text(in: marks[index].range)
    if marks[index].kind == .command { return isCommand(text) ? .command : .error }
    if marks[index].kind == .word, index > 0, marks[index - 1].kind == .command {
      let head = source.text(in: marks[index - 1].range)
      if names.contains("\(head) \(text)") { return .command }
    }
    return marks[index].kind.style
  }

  private func isCommand(_ name: String) -> Bool {
    names.contains(name) || CommandTable.otherNames[name] != nil || machine.session.functionNames.contains(name)
  }
}

/// `?` at the beginning of an entry, short for `bantuan`.
struct QuestionMark {
  /// The entry as the language knows it.
  let spelledOut: String
  /// Where the `?` stands, in bytes, and how many bytes are more behind it in the entry as the language knows it.
  private let place: Int
  private let growth: Int

  /// Nil for entries that don't begin with one.
  init?(_ text: String) {
    let blanks = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    guard text.utf8.dropFirst(blanks).first == UInt8(ascii: "?") else { return nil }
    let rest = String(decoding: text.utf8.dropFirst(blanks + 1), as: UTF8.self)
    let word = rest.first == " " || rest.isEmpty ? "bantuan" : "bantuan "
    spelledOut = String(repeating: " ", count: blanks) + word + rest
    place = blanks
    growth = word.utf8.count - 1
  }

  /// A highlight of the entry as the language knows it, in the entry as it is typed.
  func asTyped(_ highlight: Highlight) -> Highlight {
    if highlight.range.lowerBound == place { return Highlight(place..<(place + 1), highlight.style) }
    return Highlight((highlight.range.lowerBound - growth)..<(highlight.range.upperBound - growth), highlight.style)
  }

  /// What completes the entry, as it is typed.
  func candidates(_ cursor: Int, _ complete: (String, Int) -> [Candidate]) -> [Candidate] {
    guard cursor > place else { return [] }
    return complete(spelledOut, cursor + growth).compactMap { candidate in
      guard candidate.range.lowerBound > place + growth else { return nil }
      return Candidate(
        candidate.replacement, replacing: (candidate.range.lowerBound - growth)..<(candidate.range.upperBound - growth),
        description: candidate.description, isWhole: candidate.isWhole)
    }
  }
}

extension Mark.Kind {
  /// How such a piece is shown.
  fileprivate var style: Style {
    switch self {
    case .keyword: .keyword
    case .command: .command
    case .option: .option
    case .word, .text: .text
    case .escape: .match
    case .number, .constant: .number
    case .date: .date
    case .variable: .variable
    case .column, .field, .symbol, .bracket: .plain
    case .comment: .comment
    case .invalid: .error
    }
  }
}
