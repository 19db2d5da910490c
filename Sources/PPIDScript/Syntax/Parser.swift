/// Reads a script in one pass: statements, expressions and pipelines, with all that is wrong about them.
package struct Parser {
  /// How deep brackets and blocks may nest.
  static let deepest = 1_000
  /// After so many errors the rest isn't worth reading.
  private static let mostProblems = 200

  /// Unwinds to the end of the statement; the problem has been noted.
  struct Refusal: Error {}

  /// What a newline means inside the innermost bracket.
  enum NewlineRule {
    case endsStatement, ignored, separatesItems
  }

  package struct Result: Sendable {
    package let script: Script
    package let problems: [Problem]
    /// Whether more lines could complete it: an open bracket or text, a trailing `|` or `\`.
    package let isIncomplete: Bool
    /// What each piece is, in order of place, for a highlighter.
    package let marks: [Mark]
  }

  package struct Problem: Sendable {
    package let problem: SyntaxProblem
    package let range: SourceRange
  }

  let source: SourceText
  var lexer: Lexer
  var mode = Lexer.Mode.expression
  var newlines = NewlineRule.endsStatement
  var current: Token
  /// The end of the token before the current one.
  var previousEnd = 0
  var depth = 0
  /// The depth of the innermost block.
  var blockDepth = 0
  var problems: [Problem] = []
  var isIncomplete = false
  var assignedNames: Set<String> = []
  var marks: [Mark] = []

  package static func parse(_ source: SourceText) -> Result {
    DeepStack.run(for: source) {
      var parser = Parser(source)
      let statements = parser.parseStatements(untilBrace: false)
      let comments = parser.lexer.comments.map { Mark(kind: .comment, range: $0) }
      var marks: [Mark] = []
      for mark in (parser.marks + comments).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        // What recovery finds in an open text isn't what the text's mark says; the text is the better guess.
        if mark.range.lowerBound >= marks.last?.range.upperBound ?? 0 { marks.append(mark) }
      }
      return Result(
        script: Script(statements: statements, assignedNames: parser.assignedNames), problems: parser.problems,
        isIncomplete: parser.isIncomplete, marks: marks)
    }
  }

  private init(_ source: SourceText) {
    self.source = source
    lexer = Lexer(source)
    current = lexer.next(.expression, ignoringNewlines: false)
  }

  // MARK: Tokens

  /// Goes on to the next token.
  mutating func advance() {
    if current.kind != .newline { previousEnd = current.range.upperBound }
    current = lexer.next(mode, ignoringNewlines: newlines == .ignored)
  }

  /// Goes on, having marked the current token for highlighters.
  mutating func advance(marking kind: Mark.Kind) {
    mark(kind, current.range)
    advance()
  }

  /// Reads the current token again, in the present mode.
  mutating func reread() {
    let isSpaced = current.isSpaced
    lexer.position = current.range.lowerBound
    let token = lexer.next(mode, ignoringNewlines: newlines == .ignored)
    current = Token(kind: token.kind, range: token.range, isSpaced: isSpaced)
  }

  mutating func mark(_ kind: Mark.Kind, _ range: SourceRange) {
    if let last = marks.last, last.range.upperBound > range.lowerBound { return }
    marks.append(Mark(kind: kind, range: range))
  }

  /// Whether the current token is the name `word`.
  func isWord(_ word: Keyword) -> Bool {
    current.kind == .name && currentText == word.rawValue
  }

  var currentText: String { source.text(in: current.range) }

  /// Takes the symbol if it is next.
  mutating func accept(_ symbol: Symbol) -> Bool {
    guard current.isSymbol(symbol) else { return false }
    advance(marking: .symbol)
    return true
  }

  mutating func expect(_ symbol: Symbol) throws(Refusal) {
    guard accept(symbol) else { throw unexpected(expecting: .symbol(symbol)) }
  }

  mutating func skipNewlines() {
    while current.kind == .newline { advance() }
  }

  /// The range from `start` to the end of what was read last.
  func range(from start: Int) -> SourceRange { SourceRange(start, max(start, previousEnd)) }

  // MARK: Problems

  mutating func report(_ problem: SyntaxProblem, _ range: SourceRange) {
    if problems.last?.range == range { return }
    problems.append(Problem(problem: problem, range: range))
  }

  mutating func refuse(_ problem: SyntaxProblem, _ range: SourceRange) -> Refusal {
    report(problem, range)
    return Refusal()
  }

  /// Says that the current token can't stand here.
  mutating func unexpected(expecting expected: Expectation) -> Refusal {
    switch current.kind {
    case .invalid(let problem):
      if problem == .unclosedText || problem == .trailingBackslash { isIncomplete = true }
      mark(.invalid, current.range)
      return refuse(problem, current.range)
    case .end:
      if depth > 0 { isIncomplete = true }
      return refuse(.unexpectedEnd(expecting: expected), SourceRange(previousEnd, previousEnd))
    case .newline: return refuse(.unexpectedLineEnd(expecting: expected), SourceRange(previousEnd, previousEnd))
    default: return refuse(.unexpected(currentText, expecting: expected), current.range)
    }
  }

  var hasTooManyProblems: Bool { problems.count >= Parser.mostProblems }

  // MARK: Brackets

  /// Reads `body` between the current opening bracket and `closer`.
  mutating func bracketed<Content>(
    _ closer: Symbol, _ rule: NewlineRule, _ body: (inout Parser) throws(Refusal) -> Content
  ) throws(Refusal) -> Content {
    let opener = current
    let outer = (newlines, mode)
    try enter(opener.range)
    (newlines, mode) = (rule, .expression)
    advance(marking: .bracket)
    let content = try body(&self)
    guard current.isSymbol(closer) else { throw unclosed(opener.range, closer) }
    (newlines, mode) = outer
    depth -= 1
    advance(marking: .bracket)
    return content
  }

  mutating func enter(_ range: SourceRange) throws(Refusal) {
    guard depth < Parser.deepest else { throw refuse(.nestedTooDeep, range) }
    depth += 1
  }

  /// Says that `closer` is missing for the bracket at `opener`.
  mutating func unclosed(_ opener: SourceRange, _ closer: Symbol) -> Refusal {
    if case .invalid = current.kind { return unexpected(expecting: .symbol(closer)) }
    if let refusal = habitInfix() { return refusal }
    if current.kind == .end {
      isIncomplete = true
      return refuse(.unclosed(source.text(in: opener), with: closer.rawValue), opener)
    }
    if current.isSymbol(.assign) { return refuse(.assignInExpression, current.range) }
    return refuse(
      .unclosedHere(
        source.text(in: opener), line: source.line(at: opener.lowerBound), with: closer.rawValue, found: currentText),
      current.range)
  }

  // MARK: Recovery

  /// After a refusal inside a statement: goes on to its end. Brackets that it opened are passed.
  mutating func recover(depthBefore: Int) {
    var open = depth - depthBefore
    depth = depthBefore
    (newlines, mode) = (.endsStatement, .expression)
    reread()
    while true {
      switch current.kind {
      case .end: return
      case .newline where open <= 0: return
      case .newline:
        advance()
        if current.kind == .name, beginsStatement(currentText) { return }
        continue
      case .symbol(.semicolon) where open <= 0: return
      case .symbol(.rightBrace) where open <= 0: return
      case .symbol(.callStart), .symbol(.leftParen), .symbol(.leftBracket), .symbol(.leftBrace): open += 1
      case .symbol(.rightParen), .symbol(.rightBracket), .symbol(.rightBrace): open -= 1
      case .textStart: passText()
      default: break
      }
      advance()
    }
  }

  /// Passes a text without reading what its interpolations hold.
  private mutating func passText() {
    while lexer.position < source.bytes.count {
      let byte = source.bytes[lexer.position]
      lexer.position += byte == Byte.backslash ? 2 : 1
      if byte == Byte.quote { return }
    }
    lexer.position = min(lexer.position, source.bytes.count)
  }

  /// Whether a line that begins with `word` can only be a new statement.
  private func beginsStatement(_ word: String) -> Bool {
    switch Keyword(rawValue: word) {
    case .misal, .jika, .untuk, .selama, .fungsi, .kembali, .coba, .gagal, .pastikan, .transaksi: true
    default: false
    }
  }
}
