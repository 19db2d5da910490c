/// Statements and blocks.
extension Parser {
  mutating func parseStatements(untilBrace: Bool) -> [Statement] {
    var statements: [Statement] = []
    while !hasTooManyProblems {
      while current.kind == .newline || current.isSymbol(.semicolon) { advance(marking: .symbol) }
      if current.kind == .end { break }
      if current.isSymbol(.rightBrace), untilBrace { break }
      statements.append(parseStatement(inBlock: untilBrace))
    }
    return statements
  }

  /// Reads one statement; when something is wrong with it, notes that and goes on to its end.
  private mutating func parseStatement(inBlock: Bool) -> Statement {
    let start = current.range.lowerBound
    let depthBefore = depth
    var kind = Statement.Kind.invalid
    do throws(Refusal) {
      kind = try parseStatementKind()
      try expectStatementEnd(after: kind, inBlock: inBlock)
    } catch {
      // What it would have done is of no interest any more; a name that it declares still is.
      if case .pipeline = kind { kind = .invalid }
      let stuckAt = current.range.lowerBound
      recover(depthBefore: depthBefore)
      if current.isSymbol(.rightBrace), !inBlock, current.range.lowerBound == stuckAt { advance() }
    }
    return Statement(kind: kind, range: range(from: start))
  }

  private mutating func expectStatementEnd(after kind: Statement.Kind, inBlock: Bool) throws(Refusal) {
    switch current.kind {
    case .end, .newline, .symbol(.semicolon): return
    case .symbol(.rightBrace) where inBlock: return
    default: break
    }
    // A block's `}` ends its statement.
    switch kind {
    case .conditional, .forEach, .whileLoop, .function, .attempt, .transaction: return
    default: break
    }
    if let refusal = habitInfix() { throw refusal }
    if current.isSymbol(.pipe) { throw refuse(.pipeAfterExpression, current.range) }
    if current.isSymbol(.assign) { throw refuse(.assignToValue, current.range) }
    throw unexpected(expecting: .statementEnd)
  }

  private mutating func parseStatementKind() throws(Refusal) -> Statement.Kind {
    guard current.kind == .name else { return try parseExpressionStatement() }
    let text = currentText
    guard let keyword = Keyword(rawValue: text) else {
      if let instead = EnglishHabit.statement(text), !continuesWord {
        return try parseHabit(text, instead: instead)
      }
      return .pipeline(try parsePipeline())
    }
    guard !continuesWord else { return .pipeline(try parsePipeline()) }
    switch keyword {
    case .benar, .salah, .kosong, .bukan: return try parseExpressionStatement()
    case .misal: return try parseDeclaration()
    case .jika: return try parseConditional()
    case .untuk: return try parseForEach()
    case .selama:
      advance(marking: .keyword)
      return .whileLoop(try parseCondition(), try parseBlock())
    case .henti:
      advance(marking: .keyword)
      return .breakLoop
    case .teruskan:
      advance(marking: .keyword)
      return .continueLoop
    case .fungsi: return .function(try parseFunction())
    case .kembali: return try parseReturn()
    case .coba: return try parseAttempt()
    case .gagal:
      advance(marking: .keyword)
      return .fail(try parseExpression())
    case .pastikan: return try parseExpect()
    case .transaksi:
      advance(marking: .keyword)
      return .transaction(try parseBlock())
    case .jelaskan:
      advance(marking: .keyword)
      return .explain(try parsePipeline())
    case .lainnya, .tangkap: throw refuse(.followsBrace(text), current.range)
    case .di, .dan, .atau, .cocok: throw unexpected(expecting: .statement)
    }
  }

  /// Whether the current name is only the beginning of a bare word (`hari-kerja`).
  private var continuesWord: Bool {
    switch lexer.byte(lexer.position) {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): true
    default: false
    }
  }

  /// `$x = E`, or an expression that may be piped.
  private mutating func parseExpressionStatement() throws(Refusal) -> Statement.Kind {
    let start = current.range.lowerBound
    let expression = try parseExpression()
    let isAdding = current.isSymbol(.addAssign)
    guard isAdding || current.isSymbol(.assign) else {
      return .pipeline(try parsePipeline(after: expression, from: start))
    }
    let (target, path) = try assignable(expression)
    advance(marking: .symbol)
    assignedNames.insert(target.text)
    let value = try parseExpression()
    return .assign(target: target, path: path, isAdding: isAdding, value)
  }

  private mutating func assignable(_ expression: Expression) throws(Refusal) -> (Word, [Access]) {
    switch expression.kind {
    case .variable(let name): return (Word(text: name, range: expression.range), [])
    case .access(let base, let path):
      if case .variable(let name) = base.kind { return (Word(text: name, range: base.range), path) }
    default: break
    }
    throw refuse(.assignToValue, expression.range)
  }

  private mutating func parseDeclaration() throws(Refusal) -> Statement.Kind {
    advance(marking: .keyword)
    if current.kind == .variable { throw refuse(.dollarInDeclaration(currentText), current.range) }
    let name = try parseName()
    if current.isSymbol(.equal) { throw refuse(.equalInDeclaration, current.range) }
    try expect(.assign)
    do throws(Refusal) {
      return .declare(name, try parseExpression())
    } catch {
      // The name is declared all the same, so that its uses are no further errors.
      let range = current.range
      recover(depthBefore: blockDepth)
      return .declare(name, Expression(kind: .invalid, range: range))
    }
  }

  /// A new name: of a variable, a parameter, a function.
  mutating func parseName() throws(Refusal) -> Word {
    if current.kind == .variable { throw refuse(.dollarInDeclaration(currentText), current.range) }
    guard current.kind == .name else { throw unexpected(expecting: .name) }
    let word = Word(text: currentText, range: current.range)
    if Keyword(rawValue: word.text) != nil { throw refuse(.keywordAsName(word.text), word.range) }
    advance(marking: .variable)
    return word
  }

  private mutating func parseConditional() throws(Refusal) -> Statement.Kind {
    advance(marking: .keyword)
    var branches = [Branch(condition: try parseCondition(), body: try parseBlock())]
    while isWord(.lainnya) {
      advance(marking: .keyword)
      guard isWord(.jika) else { return .conditional(branches, otherwise: try parseBlock()) }
      advance(marking: .keyword)
      branches.append(Branch(condition: try parseCondition(), body: try parseBlock()))
    }
    return .conditional(branches, otherwise: nil)
  }

  /// The condition in front of a block.
  private mutating func parseCondition() throws(Refusal) -> Expression {
    if current.isSymbol(.leftBrace) { throw refuse(.conditionMissing, current.range) }
    let condition = try parseExpression()
    if current.isSymbol(.assign) { throw refuse(.assignInExpression, current.range) }
    return condition
  }

  private mutating func parseForEach() throws(Refusal) -> Statement.Kind {
    advance(marking: .keyword)
    let name = try parseName()
    guard isWord(.di) else {
      if let refusal = habitInfix() { throw refusal }
      throw unexpected(expecting: .keyword(.di))
    }
    advance(marking: .keyword)
    return .forEach(name, try parseExpression(), try parseBlock())
  }

  mutating func parseBlock() throws(Refusal) -> Block {
    guard current.isSymbol(.leftBrace) else {
      if let refusal = habitInfix() { throw refusal }
      if current.isSymbol(.assign) { throw refuse(.assignInExpression, current.range) }
      let refusal = unexpected(expecting: .block)
      guard current.kind == .newline, nextVisibleByte == Byte.leftBrace else { throw refusal }
      // A block that begins on the next line is read all the same, so that the mistake is one.
      skipNewlines()
      return try parseBlock()
    }
    let opener = current.range
    try enter(opener)
    let outerBlockDepth = blockDepth
    blockDepth = depth
    advance(marking: .bracket)
    let statements = parseStatements(untilBrace: true)
    blockDepth = outerBlockDepth
    depth -= 1
    guard current.isSymbol(.rightBrace) else {
      if current.kind == .end { isIncomplete = true }
      throw refuse(.unclosed("{", with: "}"), opener)
    }
    advance(marking: .bracket)
    return Block(statements: statements, range: range(from: opener.lowerBound))
  }

  /// The first byte behind the current token that is no white space; 0 at the end.
  private var nextVisibleByte: UInt8 {
    source.bytes[lexer.position...].first { !Byte.isBlank($0) } ?? 0
  }

  private mutating func parseFunction() throws(Refusal) -> FunctionSyntax {
    advance(marking: .keyword)
    let name = try parseName()
    guard current.isSymbol(.leftParen) else { throw unexpected(expecting: .symbol(.leftParen)) }
    let parameters = try bracketed(.rightParen, .ignored) { (parser) throws(Refusal) in
      var parameters: [FunctionSyntax.Parameter] = []
      while !parser.current.isSymbol(.rightParen) {
        let name = try parser.parseName()
        let standard = parser.accept(.assign) ? try parser.parseExpression() : nil
        parameters.append(FunctionSyntax.Parameter(name: name, standard: standard))
        guard parser.accept(.comma) else { break }
      }
      return parameters
    }
    return FunctionSyntax(name: name, parameters: parameters, body: try parseBlock())
  }

  private mutating func parseReturn() throws(Refusal) -> Statement.Kind {
    advance(marking: .keyword)
    switch current.kind {
    case .end, .newline, .symbol(.semicolon), .symbol(.rightBrace): return .returnValue(nil)
    default: return .returnValue(try parseExpression())
    }
  }

  private mutating func parseAttempt() throws(Refusal) -> Statement.Kind {
    advance(marking: .keyword)
    let body = try parseBlock()
    guard isWord(.tangkap) else {
      if current.kind == .name, EnglishHabit.statement(currentText) == Keyword.tangkap.rawValue {
        throw refuse(.habit(currentText, instead: Keyword.tangkap.rawValue), current.range)
      }
      // A `tangkap` on a line of its own says by itself what is wrong.
      if current.kind == .newline, source.bytes[lexer.position...].starts(with: Keyword.tangkap.rawValue.utf8) { throw Refusal() }
      throw unexpected(expecting: .keyword(.tangkap))
    }
    advance(marking: .keyword)
    let name = try parseName()
    return .attempt(body, error: name, try parseBlock())
  }

  private mutating func parseExpect() throws(Refusal) -> Statement.Kind {
    advance(marking: .keyword)
    let condition = try parseCondition()
    switch current.kind {
    case .end, .newline, .symbol(.semicolon), .symbol(.rightBrace): return .expect(condition, message: nil)
    case .name where EnglishHabit.infix(currentText) != nil: return .expect(condition, message: nil)
    default: return .expect(condition, message: try parseExpression())
    }
  }

  /// Answers a keyword of another language, and reads what follows it as far as it has a block.
  private mutating func parseHabit(_ word: String, instead: String) throws(Refusal) -> Statement.Kind {
    report(.habit(word, instead: instead), current.range)
    mark(.invalid, current.range)
    var declared: Word?
    if instead.hasPrefix(Keyword.misal.rawValue) {
      advance()
      if current.kind == .name { declared = Word(text: currentText, range: current.range) }
    }
    while true {
      switch current.kind {
      case .end, .newline, .symbol(.semicolon), .symbol(.rightBrace):
        // The name is declared all the same, so that its uses are no further errors.
        return declared.map { .declare($0, Expression(kind: .invalid, range: $0.range)) } ?? .invalid
      case .symbol(.leftBrace):
        _ = try parseBlock()
        guard current.kind == .name, let next = EnglishHabit.statement(currentText) else {
          return .conditional([], otherwise: nil)
        }
        report(.habit(currentText, instead: next), current.range)
      case .textStart: _ = try parseText()
      default: advance()
      }
    }
  }
}
