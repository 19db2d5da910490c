import PPIDValues

/// Reads words that are spelled like a literal: numbers, dates, durations, `benar`, `salah`, `kosong`.
package enum LiteralSpelling {
  package enum Reading {
    case value(Value)
    /// Spelled like a literal, but none: `2026-02-30`, `007`.
    case refused(SyntaxProblem)
    case none
  }

  /// The value that `word` spells as an argument of a script or of a command; nil where it is a plain text.
  package static func value(of word: String) -> Value? {
    if case .value(let value) = read(Array(word.utf8)[...]) { value } else { nil }
  }

  package static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard let first = bytes.first else { return .none }
    if first == Byte.minus {
      let rest = bytes.dropFirst()
      guard let digit = rest.first, Byte.isDigit(digit) else { return .none }
      return readDigits(rest, isNegative: true)
    }
    if Byte.isDigit(first) { return readDigits(bytes, isNegative: false) }
    guard bytes.count <= 6 else { return .none }
    switch String(decoding: bytes, as: UTF8.self) {
    case Keyword.benar.rawValue: return .value(.bool(true))
    case Keyword.salah.rawValue: return .value(.bool(false))
    case Keyword.kosong.rawValue: return .value(.null)
    default: return .none
    }
  }

  /// Reads what begins with a digit.
  private static func readDigits(_ bytes: ArraySlice<UInt8>, isNegative: Bool) -> Reading {
    var end = bytes.startIndex
    while end < bytes.endIndex, Byte.isDigit(bytes[end]) || bytes[end] == Byte.underscore { end += 1 }
    let whole = bytes[bytes.startIndex..<end]
    let rest = bytes[end...]
    guard let next = rest.first else { return readInteger(whole, isNegative: isNegative) }
    switch next {
    case Byte.dot: return readFraction(whole, rest.dropFirst(), isNegative: isNegative)
    case Byte.minus: return isNegative ? .none : readDate(whole, bytes)
    default: return readSpan(whole, unit: rest, isNegative: isNegative)
    }
  }

  private static func readInteger(_ digits: ArraySlice<UInt8>, isNegative: Bool) -> Reading {
    guard let plain = plainDigits(digits) else { return .refused(.misplacedUnderscore) }
    if plain.count > 1, plain.first == Byte.zero { return .refused(.leadingZero) }
    var value = 0
    for digit in plain {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.subtractingReportingOverflow(Int(digit - Byte.zero))
      guard !overflow, !carry else { return .refused(.numberTooLarge) }
      value = sum
    }
    if isNegative { return .value(.int(value)) }
    return value == Int.min ? .refused(.numberTooLarge) : .value(.int(-value))
  }

  private static func readFraction(
    _ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>, isNegative: Bool
  ) -> Reading {
    guard !fraction.isEmpty, fraction.allSatisfy(Byte.isDigit) else { return .none }
    guard let plain = plainDigits(whole) else { return .refused(.misplacedUnderscore) }
    if plain.count > 1, plain.first == Byte.zero { return .refused(.leadingZero) }
    let spelling = (isNegative ? "-" : "") + String(decoding: plain + [Byte.dot] + fraction, as: UTF8.self)
    guard let value = Double(spelling), value.isFinite else { return .refused(.numberTooLarge) }
    return .value(.double(value))
  }

  private static func readDate(_ year: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>) -> Reading {
    let word = String(decoding: bytes, as: UTF8.self)
    let shape = bytes.map { Byte.isDigit($0) ? UInt8(ascii: "d") : $0 }
    switch String(decoding: shape, as: UTF8.self) {
    case "dddd-dd", "dddd-Sd": return Period(word).map { .value(.period($0)) } ?? .refused(.impossiblePeriod(word))
    case "dddd-dd-dd": return CalendarDate(word).map { .value(.date($0)) } ?? .refused(.impossibleDate(word))
    case "dddd-dd-ddTdd:dd":
      if let time = LocalTime(word) { return .value(.time(time)) }
      let day = String(word.prefix(10))
      return .refused(CalendarDate(day) == nil ? .impossibleDate(day) : .impossibleTime(word))
    default: return .none
    }
  }

  private static func readSpan(
    _ digits: ArraySlice<UInt8>, unit: ArraySlice<UInt8>, isNegative: Bool
  ) -> Reading {
    let unit = String(decoding: unit, as: UTF8.self)
    guard TimeSpan(number: 0, unit: unit) != nil else { return .none }
    switch readInteger(digits, isNegative: isNegative) {
    case .value(.int(let number)):
      return TimeSpan(number: number, unit: unit).map { .value(.span($0)) } ?? .refused(.numberTooLarge)
    case let other: return other
    }
  }

  /// The digits without their `_`, each of which must stand between two of them.
  private static func plainDigits(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard digits.contains(Byte.underscore) else { return Array(digits) }
    var previous = Byte.underscore
    for byte in digits {
      if byte == Byte.underscore, previous == Byte.underscore { return nil }
      previous = byte
    }
    return previous == Byte.underscore ? nil : digits.filter { $0 != Byte.underscore }
  }
}

/// The bytes that the lexer asks for by name.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let hash = UInt8(ascii: "#")
  static let dollar = UInt8(ascii: "$")
  static let underscore = UInt8(ascii: "_")
  static let dot = UInt8(ascii: ".")
  static let minus = UInt8(ascii: "-")
  static let zero = UInt8(ascii: "0")
  static let pipe = UInt8(ascii: "|")
  static let leftBrace = UInt8(ascii: "{")
  static let rightBrace = UInt8(ascii: "}")
  static let leftParen = UInt8(ascii: "(")
  static let rightParen = UInt8(ascii: ")")
  static let leftBracket = UInt8(ascii: "[")
  static let rightBracket = UInt8(ascii: "]")
  static let comma = UInt8(ascii: ",")
  static let equals = UInt8(ascii: "=")
  static let colon = UInt8(ascii: ":")

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab || byte == newline || byte == carriageReturn }

  @inline(__always)
  static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
}
