/// Reads tokens from UTF-8 bytes, in the mode that the parser asks for: words mean one thing as arguments, another in expressions.
///
/// It accepts every byte sequence: what is no token becomes one of kind `invalid`.
package struct Lexer {
  package enum Mode: Sendable {
    case expression
    case argument
  }

  let bytes: [UInt8]
  /// Where the next token is looked for.
  package var position = 0
  /// The comments passed so far, for a highlighter.
  package private(set) var comments: [SourceRange] = []

  package init(_ source: SourceText) {
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The byte at `offset`; 0 after the end.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Reads the next token. A newline is a token unless `ignoringNewlines`.
  package mutating func next(_ mode: Mode, ignoringNewlines: Bool) -> Token {
    let start = position
    var passedNewline = -1
    skipBlanks()
    while byte(position) == Byte.newline {
      if passedNewline < 0 { passedNewline = position }
      position += 1
      skipBlanks()
    }
    if passedNewline >= 0, !ignoringNewlines {
      if byte(position) != Byte.pipe || byte(position + 1) == Byte.pipe {
        return Token(kind: .newline, range: SourceRange(passedNewline, passedNewline + 1), isSpaced: true)
      }
    }
    let isSpaced = position > start || start == 0
    let tokenStart = position
    guard position < bytes.count else {
      return Token(kind: .end, range: SourceRange(position, position), isSpaced: isSpaced)
    }
    let kind = endsInBackslash ? lastBackslash() : mode == .argument ? argumentKind() : expressionKind()
    return Token(kind: kind, range: SourceRange(tokenStart, position), isSpaced: isSpaced)
  }

  /// Whether nothing but a `\\` is left: the line shall go on.
  private var endsInBackslash: Bool {
    bytes[position] == Byte.backslash && bytes[(position + 1)...].allSatisfy { $0 == Byte.space || $0 == Byte.tab }
  }

  private mutating func lastBackslash() -> Token.Kind {
    position = bytes.count
    return .invalid(.trailingBackslash)
  }

  /// Passes white space, comments and continued lines; stops at a newline.
  private mutating func skipBlanks() {
    var mayOpenComment = position == 0 || isSeparator(bytes[position - 1])
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case Byte.space, Byte.tab, Byte.carriageReturn:
        position += 1
      case Byte.backslash:
        guard let end = continuationEnd(position) else { return }
        position = end
      case Byte.hash:
        guard mayOpenComment else { return }
        let start = position
        while position < bytes.count, bytes[position] != Byte.newline { position += 1 }
        if (comments.last?.lowerBound ?? -1) < start { comments.append(SourceRange(start, position)) }
        return
      case 0x80...:
        let length = whiteSpaceLength(position)
        guard length > 0 else { return }
        position += length
      default: return
      }
      mayOpenComment = true
    }
  }

  /// Whether a `#` right after `byte` stands at the start of a word.
  private func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.newline, Byte.space, Byte.tab, Byte.carriageReturn, Byte.pipe, Byte.leftBrace, Byte.rightBrace,
      Byte.leftParen, UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: ","):
      true
    default: false
    }
  }

  /// Where the next line begins, if the backslash at `offset` ends its line.
  func continuationEnd(_ offset: Int) -> Int? {
    var end = offset + 1
    while byte(end) == Byte.space || byte(end) == Byte.tab || byte(end) == Byte.carriageReturn { end += 1 }
    if end >= bytes.count { return nil }
    return bytes[end] == Byte.newline ? end + 1 : nil
  }

  /// The length of the Unicode white space character that begins at `offset`, 0 where there is none.
  func whiteSpaceLength(_ offset: Int) -> Int {
    guard let (scalar, length) = scalar(at: offset) else { return 0 }
    return scalar.properties.isWhitespace || scalar.value == 0xFEFF ? length : 0
  }

  /// Decodes the character at `offset`; nil where the bytes are no UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
    let first = byte(offset)
    if first < 0x80 { return offset < bytes.count ? (Unicode.Scalar(first), 1) : nil }
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
