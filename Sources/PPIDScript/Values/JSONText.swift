import PPIDValues

/// Writes values as JSON: compact, fields in order, UTF-8 as it is, `true`, `false`, `null`, dates and durations as texts, numbers
/// with a point and without an exponent.
package struct JSONText {
  /// What has been written so far. Whoever writes to somewhere else takes it from here and empties it.
  package var text = ""
  private var pace = Pace()

  package init() {}

  /// Appends `value`; throws only for a table that can't be read or when the text becomes too long.
  package mutating func write(_ value: Value) throws {
    // Every value takes a byte at least.
    guard value.weight <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
    try checkLength()
    switch value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .int, .double: text += value.plainText
    case .date, .time, .period, .span:
      text += "\""
      text += value.plainText
      text += "\""
    case .text(let string): try write(string.string)
    case .list(let list): try writeElements(list)
    case .record(let record): try write(record.shape.names, record.values)
    case .table(let table):
      let names = table.columns.map(\.name)
      let rows = try table.rows()
      var row: [Value] = []
      text += "["
      var isFirst = true
      while try rows.next(&row) {
        if !isFirst { text += "," }
        isFirst = false
        try write(names, row)
      }
      text += "]"
    }
  }

  /// Appends an object of these fields.
  package mutating func write(_ names: [String], _ values: [Value]) throws {
    text += "{"
    for (index, name) in names.enumerated() {
      if index > 0 { text += "," }
      try write(name)
      text += ":"
      try write(values[index])
    }
    text += "}"
  }

  /// Appends a quoted string.
  package mutating func write(_ string: String) throws {
    text += "\""
    defer { text += "\"" }
    if string.utf8.count <= JSONText.piece, !string.utf8.contains(where: JSONText.needsEscape) {
      text += string
      return
    }
    try string.withBytes { bytes in
      var start = 0
      while start < bytes.count {
        // A stretch that needs no escape, in pieces: it may be long.
        let most = min(bytes.count, start + JSONText.piece)
        var end = start
        while end < most, !JSONText.needsEscape(bytes[end]) { end += 1 }
        if end == most { while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 } }
        text += String(decoding: bytes[start..<end], as: UTF8.self)
        if end < most {
          writeEscaped(bytes[end])
          end += 1
        }
        try checkLength(after: end - start)
        start = end
      }
    }
  }

  private static let piece = 1 << 16

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func writeElements(_ list: List) throws {
    text += "["
    for (index, element) in list.enumerated() {
      if index > 0 { text += "," }
      try write(element)
    }
    text += "]"
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): text += "\\n"
    case UInt8(ascii: "\r"): text += "\\r"
    case UInt8(ascii: "\t"): text += "\\t"
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: text += "\\" + String(Unicode.Scalar(byte))
    }
  }

  private mutating func checkLength(after bytes: Int = 0) throws {
    try pace.step(over: bytes)
    guard text.utf8.count <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
  }
}
