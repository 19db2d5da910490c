/// Expressions, by precedence climbing; operators of one level make one flat chain, however long.
extension Parser {
  private enum Level {
    static let or = 1
    static let and = 2
    static let not = 3
    static let comparison = 4
    static let range = 5
    static let sum = 6
    static let product = 7
  }

  mutating func parseExpression() throws(Refusal) -> Expression {
    try parseOperation(Level.or)
  }

  private mutating func parseOperation(_ minimum: Int) throws(Refusal) -> Expression {
    var left = try parseOperand(minimum)
    while let (symbol, level) = infixOperator(), level >= minimum {
      let start = left.range.lowerBound
      if level == Level.comparison || level == Level.range {
        let place = current.range
        advanceOperator()
        let right = try parseOperation(level + 1)
        left = Expression(kind: .binary(symbol, left, right, place: place), range: range(from: start))
        if let next = infixOperator(), next.level == level { throw refuse(.chainedComparison, current.range) }
      } else {
        var links: [Link] = []
        while let (symbol, next) = infixOperator(), next == level {
          let place = current.range
          try refuseUnspacedMinus(symbol, after: links.last?.operand ?? left)
          advanceOperator()
          links.append(Link(symbol: symbol, place: place, operand: try parseOperation(level + 1)))
        }
        left = Expression(kind: .chain(left, links), range: range(from: start))
      }
    }
    return left
  }

  /// The operator that the current token is between operands.
  private func infixOperator() -> (symbol: BinaryOperator, level: Int)? {
    switch current.kind {
    case .symbol(let symbol):
      switch symbol {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        return BinaryOperator(rawValue: symbol.rawValue).map { ($0, Level.comparison) }
      case .range: return (.range, Level.range)
      case .plus: return (.add, Level.sum)
      case .minus: return (.subtract, Level.sum)
      case .times: return (.multiply, Level.product)
      case .divide: return (.divide, Level.product)
      case .floorDivide: return (.floorDivide, Level.product)
      case .remainder: return (.remainder, Level.product)
      default: return nil
      }
    case .name:
      // Only the four operators that are words need their text.
      guard current.range.upperBound - current.range.lowerBound <= 5 else { return nil }
      switch Keyword(rawValue: currentText) {
      case .atau: return (.or, Level.or)
      case .dan: return (.and, Level.and)
      case .di: return (.isIn, Level.comparison)
      case .cocok: return (.matches, Level.comparison)
      default: return nil
      }
    default: return nil
    }
  }

  /// Passes the operator; inside brackets its operand may stand on the next line.
  private mutating func advanceOperator() {
    advance(marking: current.kind == .name ? .keyword : .symbol)
    if newlines == .separatesItems { skipNewlines() }
  }

  /// `12 -3`: between two number literals a `-` needs a space on both sides.
  private mutating func refuseUnspacedMinus(_ symbol: BinaryOperator, after left: Expression) throws(Refusal) {
    guard symbol == .subtract, case .literal(let value) = left.kind, value.isNumberLiteral else { return }
    let hasSpaceBehind = !Byte.isDigit(lexer.byte(lexer.position))
    let isNumberBehind = Byte.isDigit(byteAfterBlanks(lexer.position))
    guard isNumberBehind, !(current.isSpaced && hasSpaceBehind) else { return }
    var end = lexer.position
    while lexer.byte(end) == Byte.space { end += 1 }
    let digits = end
    while Byte.isDigit(lexer.byte(end)) || lexer.byte(end) == Byte.dot { end += 1 }
    let spaced = source.text(in: left.range) + " - " + source.text(in: SourceRange(digits, end))
    throw refuse(.unspacedMinus(spaced), SourceRange(left.range.lowerBound, end))
  }

  private func byteAfterBlanks(_ offset: Int) -> UInt8 {
    var offset = offset
    while lexer.byte(offset) == Byte.space { offset += 1 }
    return lexer.byte(offset)
  }

  /// An operand with the operators in front of it.
  private mutating func parseOperand(_ minimum: Int) throws(Refusal) -> Expression {
    let start = current.range.lowerBound
    if isWord(.bukan) {
      if minimum > Level.not { throw refuse(.notNeedsBrackets, current.range) }
      var isNegated = false
      while isWord(.bukan) {
        isNegated.toggle()
        advance(marking: .keyword)
      }
      let operand = try parseOperation(Level.comparison)
      let not = Expression(kind: .not(operand), range: range(from: start))
      return isNegated ? not : Expression(kind: .not(not), range: not.range)
    }
    guard current.isSymbol(.minus) else { return try parsePostfix() }
    if Byte.isDigit(lexer.byte(lexer.position)) { return try parseNegativeLiteral() }
    var isNegated = false
    while current.isSymbol(.minus), !Byte.isDigit(lexer.byte(lexer.position)) {
      isNegated.toggle()
      advance(marking: .symbol)
    }
    let operand = current.isSymbol(.minus) ? try parseNegativeLiteral() : try parsePostfix()
    let negated = Expression(kind: .negate(operand), range: range(from: start))
    return isNegated ? negated : Expression(kind: .negate(negated), range: negated.range)
  }

  /// `-3`, one literal.
  private mutating func parseNegativeLiteral() throws(Refusal) -> Expression {
    let start = current.range.lowerBound
    advance()
    let range = SourceRange(start, current.range.upperBound)
    switch current.kind {
    case .literal, .invalid(.numberTooLarge):
      switch LiteralSpelling.read(source.bytes[start..<range.upperBound]) {
      case .value(let value): return try finishLiteral(value, range, remark: nil)
      case .refused(let problem): throw refuse(problem, range)
      case .none: throw refuse(.badNumber(source.text(in: range)), range)
      }
    default: throw unexpected(expecting: .operand)
    }
  }

  /// Passes a number, having refused a decimal comma and noted a dot that may be meant for thousands.
  private mutating func finishLiteral(
    _ value: Value, _ range: SourceRange, remark: SyntaxProblem?
  ) throws(Refusal) -> Expression {
    if let remark = remark ?? LiteralSpelling.thousandsRemark(source.bytes[range.lowerBound..<range.upperBound]) {
      report(remark, range)
    }
    if lexer.byte(range.upperBound) == UInt8(ascii: ","), Byte.isDigit(lexer.byte(range.upperBound + 1)),
      newlines != .separatesItems, value.isNumberLiteral
    {
      var end = range.upperBound + 1
      while Byte.isDigit(lexer.byte(end)) { end += 1 }
      let whole = SourceRange(range.lowerBound, end)
      throw refuse(.decimalComma(source.text(in: whole).replacing(",", with: ".")), whole)
    }
    advance(marking: value.isNumberLiteral ? .number : .date)
    return Expression(kind: .literal(value), range: range)
  }

  /// A primary with its touching `.nama` and `[i]`.
  mutating func parsePostfix() throws(Refusal) -> Expression {
    let start = current.range.lowerBound
    let base = try parsePrimary()
    var path: [Access] = []
    while !current.isSpaced {
      let accessStart = current.range.lowerBound
      if current.isSymbol(.dot) {
        advance()
        guard current.kind == .name, !current.isSpaced else { throw unexpected(expecting: .field) }
        let name = currentText
        advance(marking: .field)
        path.append(Access(kind: .field(name), range: range(from: accessStart)))
      } else if current.isSymbol(.leftBracket), previousEnd == accessStart {
        let index = try bracketed(.rightBracket, .ignored) { (parser) throws(Refusal) in try parser.parseExpression() }
        path.append(Access(kind: .index(index), range: range(from: accessStart)))
      } else {
        break
      }
    }
    return path.isEmpty ? base : Expression(kind: .access(base, path), range: range(from: start))
  }

  private mutating func parsePrimary() throws(Refusal) -> Expression {
    let range = current.range
    switch current.kind {
    case .literal(let literal):
      if case .text = literal.value {
        advance(marking: .text)
        return Expression(kind: .literal(literal.value), range: range)
      }
      return try finishLiteral(literal.value, range, remark: literal.remark)
    case .textStart: return try parseText()
    case .variable:
      let name = String(currentText.dropFirst())
      advance(marking: .variable)
      return Expression(kind: .variable(name), range: range)
    case .name: return try parseWord()
    case .symbol(.leftParen):
      let inner = try bracketed(.rightParen, .ignored) { (parser) throws(Refusal) in try parser.parseExpression() }
      return Expression(kind: .group(inner), range: self.range(from: range.lowerBound))
    case .symbol(.callStart):
      let pipeline = try bracketed(.rightParen, .ignored) { (parser) throws(Refusal) in try parser.parsePipeline() }
      return Expression(kind: .call(pipeline), range: self.range(from: range.lowerBound))
    case .symbol(.leftBracket): return try parseList()
    case .symbol(.leftBrace): return try parseRecord()
    case .symbol(.dot) where Byte.isDigit(lexer.byte(lexer.position)):
      var end = lexer.position
      while Byte.isDigit(lexer.byte(end)) { end += 1 }
      let whole = SourceRange(range.lowerBound, end)
      throw refuse(.fractionWithoutWhole("0" + source.text(in: whole)), whole)
    case .symbol(.floorDivide): throw refuse(.habit(Symbol.floorDivide.rawValue, instead: "#"), range)
    default: throw unexpected(expecting: .operand)
    }
  }

  private mutating func parseWord() throws(Refusal) -> Expression {
    let range = current.range
    let text = currentText
    switch Keyword(rawValue: text) {
    case .benar, .salah:
      advance(marking: .constant)
      return Expression(kind: .literal(.bool(text == Keyword.benar.rawValue)), range: range)
    case .kosong:
      advance(marking: .constant)
      return Expression(kind: .literal(.null), range: range)
    default: break
    }
    advance(marking: .column)
    if current.isSymbol(.leftParen), !current.isSpaced { throw refuse(.callWithParentheses(text), range) }
    if let instead = EnglishHabit.operand(text), text == "not" {
      throw refuse(.habit(text, instead: instead), range)
    }
    return Expression(kind: .word(text), range: range)
  }

  /// A word of another language, where an operator should stand.
  mutating func habitInfix() -> Refusal? {
    if case .invalid = current.kind { return unexpected(expecting: .statementEnd) }
    guard current.kind == .name, let instead = EnglishHabit.infix(currentText) else { return nil }
    return refuse(.habit(currentText, instead: instead), current.range)
  }
}

extension Value {
  /// Whether a `-` before it could be its sign.
  var isNumberLiteral: Bool {
    switch self {
    case .int, .double, .span: true
    default: false
    }
  }
}
