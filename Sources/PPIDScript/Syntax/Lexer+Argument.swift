/// Tokens of arguments, and the pieces of texts.
extension Lexer {
  mutating func argumentKind() -> Token.Kind {
    switch bytes[position] {
    case Byte.quote, Byte.apostrophe, Byte.dollar, Byte.leftParen, Byte.leftBrace, Byte.rightBrace, Byte.pipe,
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: ","):
      return expressionKind()
    default: return word()
    }
  }

  private mutating func word() -> Token.Kind {
    let start = position
    let mayBeOption = bytes[start...].starts(with: [Byte.minus, Byte.minus])
    var problem: SyntaxProblem?
    scan: while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case Byte.space, Byte.tab, Byte.newline, Byte.carriageReturn, Byte.pipe, Byte.quote, Byte.dollar, Byte.leftParen,
        Byte.leftBrace, Byte.rightBrace, UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"),
        UInt8(ascii: ","):
        break scan
      case Byte.equals where mayBeOption: break scan
      case Byte.backslash where continuationEnd(position) != nil: break scan
      case 0..<0x20, 0x7F:
        problem = .controlCharacter(byte)
        position += 1
      case 0x80...:
        guard let (scalar, length) = scalar(at: position) else {
          problem = .invalidUTF8
          position += 1
          continue scan
        }
        if scalar.properties.isWhitespace { break scan }
        position += length
      default: position += 1
      }
    }
    if let problem { return .invalid(problem) }
    guard mayBeOption else { return .word }
    return position == start + 2 ? .endOfOptions : .option
  }

  /// What stands in a text between `"`, `{` and `"`.
  package enum TextPiece {
    /// Characters, then the closing `"`.
    case closed(String)
    /// Characters, then `{`: an expression follows, and after its `}` the next piece.
    case interpolation(String)
    /// Characters, then the end of the source.
    case unclosed
  }

  /// Reads on in a text from the present position, just behind a `"` or an interpolation's `}`.
  package mutating func textPiece(problems: inout [(SyntaxProblem, SourceRange)]) -> TextPiece {
    var content: [UInt8] = []
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case Byte.quote, Byte.leftBrace:
        content += bytes[start..<position]
        position += 1
        let text = String(decoding: content, as: UTF8.self)
        return byte == Byte.quote ? .closed(text) : .interpolation(text)
      case Byte.backslash:
        content += bytes[start..<position]
        escape(into: &content, problems: &problems)
        start = position
      case 0:
        problems.append((.controlCharacter(0), SourceRange(position, position + 1)))
        position += 1
      case 0x80...:
        if let (_, length) = scalar(at: position) {
          position += length
        } else {
          problems.append((.invalidUTF8, SourceRange(position, position + 1)))
          position += 1
        }
      default: position += 1
      }
    }
    return .unclosed
  }

  private mutating func escape(into content: inout [UInt8], problems: inout [(SyntaxProblem, SourceRange)]) {
    let start = position
    position += 1
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): content.append(Byte.newline)
    case UInt8(ascii: "t"): content.append(Byte.tab)
    case Byte.quote, Byte.backslash, Byte.leftBrace: content.append(byte)
    case UInt8(ascii: "u"):
      guard let scalar = unicodeEscape() else {
        problems.append((.badUnicodeEscape, SourceRange(start, position)))
        return
      }
      content += Array(String(Character(scalar)).utf8)
    default:
      if byte >= 0x80, let (_, length) = scalar(at: position - 1) { position += length - 1 }
      problems.append((.unknownEscape, SourceRange(start, position)))
    }
  }

  /// The character of `{1F600}`, behind `\u`.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard byte(position) == Byte.leftBrace else { return nil }
    var end = position + 1
    while end < bytes.count, bytes[end] != Byte.rightBrace, bytes[end] != Byte.quote, bytes[end] != Byte.newline {
      end += 1
    }
    guard byte(end) == Byte.rightBrace else { return nil }
    let digits = bytes[(position + 1)..<end]
    position = end + 1
    guard (1...8).contains(digits.count), digits.allSatisfy({ Byte.isDigit($0) || ($0 | 0x20) &- 97 < 6 }) else {
      return nil
    }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }
}
