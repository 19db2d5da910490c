/// Pipelines, commands and their arguments.
extension Parser {
  mutating func parsePipeline() throws(Refusal) -> Pipeline {
    let start = current.range.lowerBound
    if startsCommand { return try parsePipeline(from: start, segments: [try parseCommand()]) }
    let expression = try parseExpression()
    return try parsePipeline(after: expression, from: start)
  }

  mutating func parsePipeline(after expression: Expression, from start: Int) throws(Refusal) -> Pipeline {
    let head = Segment(kind: .expression(expression), head: expression.range, range: expression.range)
    return try parsePipeline(from: start, segments: [head])
  }

  private mutating func parsePipeline(from start: Int, segments: [Segment]) throws(Refusal) -> Pipeline {
    var segments = segments
    while current.isSymbol(.pipe) {
      advance(marking: .symbol)
      skipNewlines()
      if current.kind == .end { isIncomplete = true }
      guard current.kind == .name, startsCommand else { throw unexpected(expecting: .command) }
      segments.append(try parseCommand())
    }
    return Pipeline(segments: segments, range: range(from: start))
  }

  /// Whether the current token is a word that stands for a command.
  private var startsCommand: Bool {
    guard current.kind == .name else { return false }
    switch Keyword(rawValue: currentText) {
    case .benar, .salah, .kosong, .bukan: return false
    default: return true
    }
  }

  private mutating func parseCommand() throws(Refusal) -> Segment {
    let start = current.range.lowerBound
    switch currentText {
    case "saring" where !isLongerWord:
      let head = current.range
      advance(marking: .command)
      let condition = try parseExpression()
      if current.isSymbol(.assign) { throw refuse(.assignInExpression, current.range) }
      return Segment(kind: .filter(condition), head: head, range: range(from: start))
    case "dengan" where !isLongerWord:
      let head = current.range
      advance(marking: .command)
      let name = try parseFieldName()
      if current.isSymbol(.equal) { throw refuse(.equalInDeclaration, current.range) }
      try expect(.assign)
      let value = try parseExpression()
      return Segment(kind: .extend(name, value), head: head, range: range(from: start))
    case "kelompok" where !isLongerWord: return try parseGroup()
    default: return try parseOrdinaryCommand()
    }
  }

  private var isLongerWord: Bool { lexer.byte(lexer.position) == Byte.minus }

  private mutating func parseGroup() throws(Refusal) -> Segment {
    let head = current.range
    advance(marking: .command)
    var keys: [Word] = []
    var aggregates: [AggregateSyntax] = []
    while isFieldName {
      let name = try parseFieldName()
      guard accept(.assign) else {
        if !aggregates.isEmpty { throw refuse(.keyAfterAggregate(name.text), name.range) }
        keys.append(name)
        continue
      }
      let function = try parseFieldName()
      let argument = try parseAggregateArgument()
      aggregates.append(
        AggregateSyntax(
          name: name, function: function, column: argument, range: range(from: name.range.lowerBound)))
    }
    if keys.isEmpty, aggregates.isEmpty { throw unexpected(expecting: .column) }
    return Segment(kind: .group(keys: keys, aggregates), head: head, range: range(from: head.lowerBound))
  }

  private var isFieldName: Bool {
    switch current.kind {
    case .name, .textStart: true
    case .literal(let literal): literal.value.string != nil
    default: false
    }
  }

  private mutating func parseAggregateArgument() throws(Refusal) -> Word? {
    guard current.isSymbol(.leftParen) else { throw unexpected(expecting: .symbol(.leftParen)) }
    return try bracketed(.rightParen, .ignored) { (parser) throws(Refusal) in
      parser.current.isSymbol(.rightParen) ? nil : try parser.parseFieldName()
    }
  }

  // MARK: Ordinary commands

  private mutating func parseOrdinaryCommand() throws(Refusal) -> Segment {
    let start = current.range.lowerBound
    mode = .argument
    defer { mode = .expression }
    reread()
    guard current.kind == .word else { throw unexpected(expecting: .command) }
    let head = Word(text: currentText, range: current.range)
    advance(marking: .command)
    var arguments: [Argument] = []
    if !current.isSpaced, beginsArgument {
      if current.isSymbol(.leftParen) { throw refuse(.commandWithParentheses(head.text), head.range) }
      throw refuseTouching(from: start)
    }
    while beginsArgument { try parseArgument(into: &arguments) }
    if case .word("=")? = arguments.first?.kind { throw refuse(.assignWithoutDollar(head.text), head.range) }
    // A command of another language is the greater mistake.
    if EnglishHabit.command(head.text) == nil { try refuseLoneOperators(arguments) }
    mode = .expression
    reread()
    return Segment(
      kind: .command(CommandSyntax(head: head, arguments: arguments)), head: head.range, range: range(from: start))
  }

  /// Whether the current token belongs to the command's arguments.
  private var beginsArgument: Bool {
    switch current.kind {
    case .end, .newline, .symbol(.semicolon), .symbol(.pipe), .symbol(.rightParen), .symbol(.rightBrace),
      .symbol(.rightBracket):
      false
    default: true
    }
  }

  private mutating func parseArgument(into arguments: inout [Argument]) throws(Refusal) {
    let start = current.range.lowerBound
    switch current.kind {
    case .endOfOptions:
      advance(marking: .symbol)
      while beginsArgument { arguments.append(try parseValue(allowsDashes: true)) }
    case .option:
      let name = Word(text: String(currentText.dropFirst(2)), range: current.range)
      var value: Argument?
      if lexer.byte(lexer.position) == Byte.equals {
        mark(.option, current.range)
        lexer.position += 1
        advance()
        guard !current.isSpaced, beginsArgument else { throw refuse(.optionValueMissing(name.text), name.range) }
        value = try parseValue(allowsDashes: false)
      } else {
        advance(marking: .option)
        if !current.isSpaced, beginsArgument { throw refuseTouching(from: start) }
      }
      arguments.append(Argument(kind: .option(name, value: value), range: range(from: start)))
    default: arguments.append(try parseValue(allowsDashes: false))
    }
  }

  /// One argument that is no option.
  private mutating func parseValue(allowsDashes: Bool) throws(Refusal) -> Argument {
    let start = current.range.lowerBound
    let kind: Argument.Kind
    switch current.kind {
    case .option where !allowsDashes, .endOfOptions where !allowsDashes: throw unexpected(expecting: .operand)
    case .word, .option, .endOfOptions:
      let text = currentText
      try refuseRange(text)
      noteLookalike(text)
      advance(marking: LiteralSpelling.value(of: text) == nil ? .word : .number)
      kind = .word(text)
    case .symbol(.comma):
      throw refuseComma()
    default:
      mode = .expression
      kind = .expression(try parsePostfix())
      mode = .argument
      reread()
    }
    if !current.isSpaced, beginsArgument {
      if current.isSymbol(.comma) { throw refuseComma() }
      throw refuseTouching(from: start)
    }
    return Argument(kind: kind, range: range(from: start))
  }

  /// `0,75` and `a, b`
  private mutating func refuseComma() -> Refusal {
    let comma = current.range
    var start = comma.lowerBound
    while start > 0, Byte.isDigit(source.bytes[start - 1]) { start -= 1 }
    var end = comma.upperBound
    while Byte.isDigit(lexer.byte(end)) { end += 1 }
    guard start < comma.lowerBound, end > comma.upperBound else { return refuse(.commaBetweenArguments, comma) }
    let whole = SourceRange(start, end)
    return refuse(.decimalComma(source.text(in: whole).replacing(",", with: ".")), whole)
  }

  /// `1..10` needs brackets as an argument.
  private mutating func refuseRange(_ text: String) throws(Refusal) {
    guard let dots = text.firstRange(of: ".."),
      case .int? = LiteralSpelling.value(of: String(text[..<dots.lowerBound])),
      case .int? = LiteralSpelling.value(of: String(text[dots.upperBound...]))
    else { return }
    throw refuse(.rangeAsArgument(text), current.range)
  }

  /// `“teks”` and `–pilihan`, as word processors write them, are ordinary words.
  private mutating func noteLookalike(_ text: String) {
    guard let first = text.unicodeScalars.first, !first.isASCII else { return }
    switch first {
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}":
      report(.lookalike(String(first), instead: "\""), current.range)
    case "\u{2013}", "\u{2014}":
      report(.lookalike(String(first), instead: "--" + String(text.unicodeScalars.dropFirst())), current.range)
    default: break
    }
  }

  /// `masuk/$b`: says how the parts are put together.
  private mutating func refuseTouching(from start: Int) -> Refusal {
    var text = source.text(in: SourceRange(start, previousEnd))
    if let first = text.first, "\"'".contains(first), text.count > 1 {
      text = String(text.dropFirst().dropLast())
    } else if let first = text.first, "$([{".contains(first) {
      text = "{\(text)}"
    }
    while !current.isSpaced, beginsArgument {
      let partStart = current.range.lowerBound
      do throws(Refusal) {
        if current.kind == .word || current.kind == .option || current.kind == .endOfOptions {
          text += currentText
          advance()
        } else {
          mode = .expression
          let part = try parsePostfix()
          mode = .argument
          reread()
          let written = source.text(in: part.range)
          if case .literal(let value) = part.kind, let characters = value.string {
            text += characters
          } else {
            text += "{\(written)}"
          }
        }
      } catch {
        return error
      }
      if current.range.lowerBound <= partStart { break }
    }
    let whole = SourceRange(start, previousEnd)
    return refuse(.touchingParts("\"\(text)\""), whole)
  }

  /// `cetak $a + 1`: says that a calculation needs brackets.
  private mutating func refuseLoneOperators(_ arguments: [Argument]) throws(Refusal) {
    for (index, argument) in arguments.enumerated() {
      guard case .word(let text) = argument.kind, isOperator(text) else { continue }
      guard index > 0, index + 1 < arguments.count else {
        throw refuse(.loneOperator(text, instead: nil), argument.range)
      }
      let calculation = SourceRange(arguments[index - 1].range.lowerBound, arguments[index + 1].range.upperBound)
      throw refuse(.loneOperator(text, instead: "(\(source.text(in: calculation)))"), argument.range)
    }
  }

  private func isOperator(_ text: String) -> Bool {
    if text == "&&" { return true }
    switch Symbol(rawValue: text) {
    case .assign, .addAssign, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .times,
      .divide, .floorDivide, .remainder, .range:
      return true
    default: return false
    }
  }
}
