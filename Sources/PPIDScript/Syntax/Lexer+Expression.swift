/// Tokens of expressions.
extension Lexer {
  mutating func expressionKind() -> Token.Kind {
    let first = bytes[position]
    if Byte.isDigit(first) { return number() }
    if Byte.isASCIILetter(first) || first >= 0x80 { return nameOrStray() }
    switch first {
    case Byte.quote:
      position += 1
      return .textStart
    case Byte.apostrophe: return rawText()
    case Byte.dollar: return dollar()
    default: return symbol()
    }
  }

  /// Passes letters, digits and `_`; whether there were any.
  mutating func passName() -> Bool {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if Byte.isASCIILetter(byte) || byte == Byte.underscore || Byte.isDigit(byte) {
        position += 1
      } else if byte >= 0x80, let (scalar, length) = scalar(at: position), isNameScalar(scalar) {
        position += length
      } else {
        break
      }
    }
    return position > start
  }

  private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }

  private mutating func nameOrStray() -> Token.Kind {
    if passName() { return .name }
    guard let (scalar, length) = scalar(at: position) else {
      position += 1
      while position < bytes.count, bytes[position] >= 0x80, self.scalar(at: position) == nil { position += 1 }
      return .invalid(.invalidUTF8)
    }
    position += length
    switch scalar {
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}": return .invalid(.curlyQuote)
    default: return .invalid(.strayCharacter(String(Character(scalar))))
    }
  }

  private mutating func dollar() -> Token.Kind {
    position += 1
    switch byte(position) {
    case Byte.leftParen:
      position += 1
      return .symbol(.callStart)
    case Byte.underscore:
      let start = position
      if passName(), position == start + 1 { return .variable }
      return .invalid(.badVariableName)
    case Byte.leftBrace: return .invalid(.shellBraces)
    case let digit where Byte.isDigit(digit):
      _ = passName()
      return .invalid(.shellArgument)
    default: return passName() ? .variable : .invalid(.loneDollar)
    }
  }

  /// A number, date or duration. A `-` between digits belongs to it: `2026-11`; `3-1` is refused.
  private mutating func number() -> Token.Kind {
    let start = position
    while position < bytes.count {
      let current = bytes[position]
      let next = byte(position + 1)
      if Byte.isDigit(current) || Byte.isASCIILetter(current) || current == Byte.underscore {
        position += 1
      } else if current == Byte.dot, Byte.isDigit(next) {
        position += 2
      } else if current == Byte.minus,
        Byte.isDigit(next) || next == UInt8(ascii: "S") && Byte.isDigit(byte(position + 2))
      {
        position += 2
      } else if current == Byte.colon, Byte.isDigit(next), bytes[start..<position].contains(UInt8(ascii: "T")) {
        position += 2
      } else if current == Byte.dot, next != Byte.dot {
        position += 1
        _ = passName()
        return .invalid(.openFraction)
      } else {
        break
      }
    }
    return kind(ofNumber: bytes[start..<position])
  }

  private func kind(ofNumber word: ArraySlice<UInt8>) -> Token.Kind {
    switch LiteralSpelling.read(word) {
    case .value(let value): return .literal(LiteralToken(value: value, remark: remark(word)))
    case .refused(let problem): return .invalid(problem)
    case .none: break
    }
    let text = String(decoding: word, as: UTF8.self)
    if let parts = literals(in: word) {
      let spaced = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " - ")
      return .invalid(.unspacedMinus(spaced))
    }
    let groups = word.split(separator: Byte.dot, omittingEmptySubsequences: false)
    if groups.count > 2, groups.allSatisfy({ $0.allSatisfy(Byte.isDigit) }) {
      return .invalid(.dottedThousands(text.replacing(".", with: "_")))
    }
    if let e = word.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      case .value = LiteralSpelling.read(word[..<e]),
      word[(e + 1)...].allSatisfy({ Byte.isDigit($0) || $0 == Byte.minus })
    {
      return .invalid(.exponent)
    }
    return .invalid(.badNumber(text))
  }

  /// The literals that `-` joins in a word, each as long as may be; nil where something else is among them.
  private func literals(in word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var (found, start) = ([ArraySlice<UInt8>](), word.startIndex)
    while true {
      var end = word.endIndex
      while true {
        if case .value = LiteralSpelling.read(word[start..<end]) { break }
        guard let minus = word[start..<end].lastIndex(of: Byte.minus), minus > start else { return nil }
        end = minus
      }
      found.append(word[start..<end])
      if end == word.endIndex { return found }
      start = end + 1
    }
  }

  /// The note that `6.765` draws.
  private func remark(_ word: ArraySlice<UInt8>) -> SyntaxProblem? { LiteralSpelling.thousandsRemark(word) }

  private mutating func rawText() -> Token.Kind {
    let start = position + 1
    guard let end = bytes[start...].firstIndex(of: Byte.apostrophe) else {
      position = bytes.count
      return .invalid(.unclosedText)
    }
    position = end + 1
    guard let text = String(validating: bytes[start..<end], as: UTF8.self) else { return .invalid(.invalidUTF8) }
    if text.utf8.contains(0) { return .invalid(.controlCharacter(0)) }
    return .literal(LiteralToken(value: .text(text), remark: nil))
  }

  private mutating func symbol() -> Token.Kind {
    let first = bytes[position]
    let second = byte(position + 1)
    if second != 0, second < 0x80, let symbol = Lexer.symbols[Int(first) << 7 | Int(second)] {
      position += 2
      if symbol == .equal || symbol == .notEqual, byte(position) == Byte.equals {
        position += 1
        return .invalid(.habit(symbol.rawValue + "=", instead: symbol.rawValue))
      }
      return .symbol(symbol)
    }
    if let habit = EnglishHabit.symbol(first, second) {
      position += habit.length
      return .invalid(.habit(habit.word, instead: habit.instead))
    }
    position += 1
    if let symbol = Lexer.symbols[Int(first) << 7] { return .symbol(symbol) }
    if first < 0x20 || first == 0x7F { return .invalid(.controlCharacter(first)) }
    return .invalid(.strayCharacter(String(UnicodeScalar(first))))
  }

  /// The symbols by their one or two bytes.
  private static let symbols: [Int: Symbol] = {
    var table: [Int: Symbol] = [:]
    for symbol in Symbol.allCases where symbol != .callStart {
      let bytes = Array(symbol.rawValue.utf8)
      table[Int(bytes[0]) << 7 | (bytes.count > 1 ? Int(bytes[1]) : 0)] = symbol
    }
    return table
  }()
}

extension LiteralSpelling {
  /// The note that a pecahan draws which may be meant as thousands: `6.765`.
  static func thousandsRemark(_ word: ArraySlice<UInt8>) -> SyntaxProblem? {
    let digits = word.first == Byte.minus ? word.dropFirst() : word
    guard let dot = digits.firstIndex(of: Byte.dot) else { return nil }
    let whole = digits[..<dot]
    let fraction = digits[(dot + 1)...]
    guard (1...3).contains(whole.count), fraction.count == 3, whole.first != Byte.zero,
      whole.allSatisfy(Byte.isDigit), fraction.allSatisfy(Byte.isDigit)
    else { return nil }
    return .maybeThousands(String(decoding: word, as: UTF8.self).replacing(".", with: "_"))
  }
}
