import PPIDValues

/// Reads JSON strictly (RFC 8259) into values: whole numbers that fit become `bulat`, numbers with a point or an exponent `pecahan`.
///
/// Refused, with line and column: whatever the grammar doesn't allow, a name twice in one object, half a surrogate pair, a number
/// that no value can hold, and nesting deeper than values may nest.
package struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var pace = Pace()

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The value that `text` spells.
  package static func read(_ text: String) throws -> Value {
    try text.withBytes { bytes in
      var reader = JSONReader(bytes)
      do {
        let value = try reader.value(depth: 0)
        try reader.skipSpace()
        guard reader.position == bytes.count else { throw JSONProblem.trailing }
        return value
      } catch let error as JSONProblem {
        let before = bytes[..<min(reader.position, bytes.count)]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        throw RuntimeProblem.json(
          error, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
          column: String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1)
      }
    }
  }

  private mutating func value(depth: Int) throws -> Value {
    try pace.step()
    try skipSpace()
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return try .text(Text(string()))
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected()
    }
  }

  private mutating func object(depth: Int) throws -> Value {
    guard depth <= Value.greatestDepth else { throw JSONProblem.tooDeep }
    position += 1
    var shape = Shape.empty
    var values: [Value] = []
    try skipSpace()
    if accept(UInt8(ascii: "}")) { return .record(Record(shape, values)) }
    repeat {
      try skipSpace()
      guard try peek() == UInt8(ascii: "\"") else { throw unexpected() }
      let name = try string()
      guard shape.index(of: name) == nil else { throw JSONProblem.duplicateName(name) }
      try skipSpace()
      try expect(UInt8(ascii: ":"))
      values.append(try value(depth: depth))
      Shape.append(name, to: &shape)
      try skipSpace()
    } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return .record(Record(shape, values))
  }

  private mutating func array(depth: Int) throws -> Value {
    guard depth <= Value.greatestDepth else { throw JSONProblem.tooDeep }
    position += 1
    var elements: [Value] = []
    try skipSpace()
    if accept(UInt8(ascii: "]")) { return .list(List(elements)) }
    repeat {
      elements.append(try value(depth: depth))
      try skipSpace()
    } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return .list(List(elements))
  }

  private mutating func number() throws -> Value {
    let start = position
    _ = accept(UInt8(ascii: "-"))
    let whole = try digits()
    guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else { throw JSONProblem.badNumber }
    var isWhole = true
    if accept(UInt8(ascii: ".")) {
      isWhole = false
      guard try digits() > 0 else { throw JSONProblem.badNumber }
    }
    if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
      isWhole = false
      if !accept(UInt8(ascii: "+")) { _ = accept(UInt8(ascii: "-")) }
      guard try digits() > 0 else { throw JSONProblem.badNumber }
    }
    let spelling = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole {
      guard let number = Int(spelling) else { throw JSONProblem.numberTooLarge(spelling) }
      return .int(number)
    }
    guard let number = Double(spelling), number.isFinite else { throw JSONProblem.numberTooLarge(spelling) }
    return .double(number)
  }

  /// Reads the quoted string that begins here.
  private mutating func string() throws -> String {
    position += 1
    var text = ""
    while true {
      let start = position
      while position < bytes.count, bytes[position] >= 0x20, bytes[position] != UInt8(ascii: "\""),
        bytes[position] != UInt8(ascii: "\\")
      {
        try pass()
      }
      let piece = String(decoding: bytes[start..<position], as: UTF8.self)
      switch try peek() {
      case UInt8(ascii: "\""):
        position += 1
        return text.isEmpty ? piece : text + piece
      case UInt8(ascii: "\\"):
        position += 1
        text += piece
        text.unicodeScalars.append(try escape())
      default: throw JSONProblem.controlCharacter
      }
    }
  }

  private mutating func escape() throws -> Unicode.Scalar {
    let byte = try peek()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard unit < 0xDC00, accept(UInt8(ascii: "\\")), accept(UInt8(ascii: "u")) else { throw JSONProblem.loneSurrogate }
      let second = try codeUnit()
      guard (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      else { throw JSONProblem.loneSurrogate }
      return scalar
    default: throw JSONProblem.badEscape
    }
  }

  private mutating func codeUnit() throws -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else { throw JSONProblem.badEscape }
      unit = unit * 16 + UInt32(digit)
      position += 1
    }
    return unit
  }

  private mutating func word(_ word: StaticString, _ value: Value) throws -> Value {
    for offset in 0..<word.utf8CodeUnitCount {
      try expect(word.utf8Start[offset])
    }
    return value
  }

  /// Passes digits and says how many there were.
  private mutating func digits() throws -> Int {
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { try pass() }
    return position - start
  }

  private mutating func skipSpace() throws {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): try pass()
      default: return
      }
    }
  }

  /// Goes on by one byte of what may be long.
  @inline(__always)
  private mutating func pass() throws {
    position += 1
    if position & 0xFFFF == 0 { try pace.check() }
  }

  private func peek() throws -> UInt8 {
    guard position < bytes.count else { throw JSONProblem.unexpectedEnd }
    return bytes[position]
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard try peek() == byte else { throw unexpected() }
    position += 1
  }

  private func unexpected() -> JSONProblem {
    let rest = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    return rest.unicodeScalars.first.map(JSONProblem.unexpected) ?? .unexpectedEnd
  }
}
