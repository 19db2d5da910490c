/// Texts, lists and records.
extension Parser {
  mutating func parseText() throws(Refusal) -> Expression {
    let start = current.range.lowerBound
    var parts: [TextPart] = []
    var pieceStart = start
    while true {
      var found: [(SyntaxProblem, SourceRange)] = []
      let piece = lexer.textPiece(problems: &found)
      for (problem, range) in found { report(problem, range) }
      switch piece {
      case .closed(let characters):
        previousEnd = lexer.position
        mark(.text, SourceRange(pieceStart, lexer.position))
        current = lexer.next(mode, ignoringNewlines: newlines == .ignored)
        let range = range(from: start)
        if parts.isEmpty { return Expression(kind: .literal(.text(characters)), range: range) }
        if !characters.isEmpty { parts.append(.characters(characters)) }
        return Expression(kind: .text(parts), range: range)
      case .interpolation(let characters):
        if !characters.isEmpty { parts.append(.characters(characters)) }
        parts.append(.value(try parseInterpolation(pieceStart)))
        pieceStart = lexer.position
      case .unclosed:
        isIncomplete = true
        mark(.text, SourceRange(pieceStart, lexer.position))
        throw refuse(.unclosedText, SourceRange(start, start + 1))
      }
    }
  }

  /// The expression of a `{…}` in a text; ends just behind the `}`, also where something is wrong with it, so that the text goes on.
  private mutating func parseInterpolation(_ pieceStart: Int) throws(Refusal) -> Expression {
    let opener = SourceRange(lexer.position - 1, lexer.position)
    let before = (newlines, mode, depth)
    do throws(Refusal) {
      return try parseInterpolation(pieceStart, opener)
    } catch {
      (newlines, mode, depth) = before
      guard let end = interpolationEnd(opener.upperBound) else {
        // Where the text ends can't be told: the next line is the next to be read.
        let place = source.bytes[opener.upperBound...].firstIndex(of: Byte.newline) ?? source.bytes.count
        current = Token(kind: .end, range: SourceRange(place, place), isSpaced: true)
        throw error
      }
      lexer.position = end
      return Expression(kind: .invalid, range: SourceRange(opener.lowerBound, end))
    }
  }

  /// Where the `}` of an interpolation ends that has `place` in it, if it is on that line; texts in it are passed.
  private func interpolationEnd(_ place: Int) -> Int? {
    var (position, open, isInText) = (place, 1, false)
    while position < source.bytes.count, source.bytes[position] != Byte.newline {
      switch source.bytes[position] {
      case Byte.backslash: position += 1
      case Byte.quote: isInText.toggle()
      case Byte.leftBrace where !isInText: open += 1
      case Byte.rightBrace where !isInText: open -= 1
      default: break
      }
      position += 1
      if open == 0 { return position }
    }
    return nil
  }

  private mutating func parseInterpolation(_ pieceStart: Int, _ opener: SourceRange) throws(Refusal) -> Expression {
    mark(.text, SourceRange(pieceStart, opener.lowerBound))
    mark(.escape, opener)
    try enter(opener)
    let outer = (newlines, mode)
    (newlines, mode) = (.ignored, .expression)
    advance()
    if current.isSymbol(.rightBrace) {
      throw refuse(.emptyInterpolation, SourceRange(opener.lowerBound, current.range.upperBound))
    }
    let expression = try parseExpression()
    guard current.isSymbol(.rightBrace) else { throw unclosed(opener, .rightBrace) }
    mark(.escape, current.range)
    (newlines, mode) = outer
    depth -= 1
    return expression
  }

  mutating func parseList() throws(Refusal) -> Expression {
    let start = current.range.lowerBound
    let items = try bracketed(.rightBracket, .separatesItems) { (parser) throws(Refusal) in
      try parser.parseItems(until: .rightBracket) { (parser) throws(Refusal) in try parser.parseItem() }
    }
    return Expression(kind: .list(items), range: range(from: start))
  }

  mutating func parseRecord() throws(Refusal) -> Expression {
    let start = current.range.lowerBound
    let fields = try bracketed(.rightBrace, .separatesItems) { (parser) throws(Refusal) in
      try parser.parseItems(until: .rightBrace) { (parser) throws(Refusal) in
        let name = try parser.parseFieldName()
        guard parser.accept(.colon) else { throw parser.unexpected(expecting: .symbol(.colon)) }
        parser.skipNewlines()
        return (name: name, value: try parser.parseItem())
      }
    }
    var names: Set<String> = []
    for field in fields where !names.insert(field.name.text).inserted {
      report(.fieldTwice(field.name.text), field.name.range)
    }
    return Expression(kind: .record(fields), range: range(from: start))
  }

  /// Items with commas or newlines between them.
  private mutating func parseItems<Item>(
    until closer: Symbol, _ parseOne: (inout Parser) throws(Refusal) -> Item
  ) throws(Refusal) -> [Item] {
    var items: [Item] = []
    skipNewlines()
    while !current.isSymbol(closer) {
      items.append(try parseOne(&self))
      guard current.isSymbol(.comma) || current.kind == .newline else { break }
      skipNewlines()
      if accept(.comma) { skipNewlines() }
    }
    return items
  }

  /// An item of a list or a field's value: a word that stands alone is a text.
  private mutating func parseItem() throws(Refusal) -> Expression {
    let expression = try parseExpression()
    guard case .word(let text) = expression.kind else { return expression }
    return Expression(kind: .literal(.text(text)), range: expression.range)
  }

  /// A field's or column's name: a word, or a text without interpolation.
  mutating func parseFieldName() throws(Refusal) -> Word {
    let range = current.range
    switch current.kind {
    case .name:
      let text = currentText
      advance(marking: .field)
      return Word(text: text, range: range)
    case .literal(let literal):
      guard let text = literal.value.string else { throw unexpected(expecting: .field) }
      advance(marking: .field)
      return Word(text: text, range: range)
    case .textStart:
      let text = try parseText()
      guard case .literal(let value) = text.kind, let name = value.string else {
        throw refuse(.interpolatedName, text.range)
      }
      return Word(text: name, range: text.range)
    default: throw unexpected(expecting: .field)
    }
  }
}
