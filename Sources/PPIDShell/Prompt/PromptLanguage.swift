import PPIDScript
import PPIDValues

/// What the prompt knows of the language: colours, whether an entry goes on, and `?`.
final class PromptLanguage {
  private let session: Session
  /// Every command's name, those of the language included, and the first words of those that have two.
  private let names: Set<String>
  /// First words of names behind which nothing but the second one can stand.
  private let heads: Set<String>

  init(session: Session) {
    self.session = session
    let signatures = session.catalog.signatures + Builtins.signatures
    let firstWords = Set(signatures.filter { $0.name.contains(" ") }.map { String($0.name.prefix { $0 != " " }) })
    names = Set(signatures.map(\.name)).union(firstWords)
    heads = firstWords.subtracting(signatures.filter(\.takesArguments).map(\.name))
  }

  /// Whether Enter opens a further line: a bracket is open, or the line ends in `|`.
  func needsMore(_ text: String) -> Bool {
    shorthand(text) == nil && Parser.parse(SourceText(name: "prompt", text)).isIncomplete
  }

  func highlights(_ text: String) -> [Highlight] {
    let short = shorthand(text)
    let source = SourceText(name: "prompt", short?.spelledOut ?? text)
    let marks = Parser.parse(source).marks
    let highlights = marks.indices.map { index in
      Highlight(marks[index].range.lowerBound..<marks[index].range.upperBound, style(of: index, in: marks, source))
    }
    return short?.asTyped(highlights) ?? highlights
  }

  /// What is typed short.
  func shorthand(_ text: String) -> Shorthand? { Shorthand(text, inDemo: session.demo != nil) }

  /// A command looks unknown until it is one; the second word of its name looks like the first.
  private func style(of index: Int, in marks: [Mark], _ source: SourceText) -> Style {
    let text = source.text(in: marks[index].range)
    if marks[index].kind == .command { return isCommand(text) ? .command : .error }
    if marks[index].kind == .word, index > 0, marks[index - 1].kind == .command {
      let head = source.text(in: marks[index - 1].range)
      if names.contains("\(head) \(text)") { return .command }
      if heads.contains(head) { return .error }
    }
    return marks[index].kind.style
  }

  private func isCommand(_ name: String) -> Bool {
    names.contains(name) || CommandTable.otherNames[name] != nil || session.variables.functionNames.contains(name)
  }
}

extension Signature {
  /// Whether something may stand behind the name that is no option.
  fileprivate var takesArguments: Bool {
    parameters.contains { parameter in
      switch parameter.kind {
      case .argument, .rest: true
      case .option, .flag: false
      }
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
