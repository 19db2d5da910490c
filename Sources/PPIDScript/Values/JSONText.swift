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
    switch value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .int, .double: text += value.plainText
    case .date, .time, .period, .span:
      text += "\""
      text += value.plainText
      text += "\""
    case .text(let string): write(string.string)
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
        try checkLength()
      }
      text += "]"
    }
  }

  /// Appends an object of these fields.
  package mutating func write(_ names: [String], _ values: [Value]) throws {
    text += "{"
    for (index, name) in names.enumerated() {
      if index > 0 { text += "," }
      write(name)
      text += ":"
      try write(values[index])
    }
    text += "}"
  }

  /// Appends a quoted string.
  package mutating func write(_ string: String) {
    let needsEscape = string.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    text += "\""
    if needsEscape {
      for scalar in string.unicodeScalars { writeEscaped(scalar) }
    } else {
      text += string
    }
    text += "\""
  }

  private mutating func writeElements(_ list: List) throws {
    text += "["
    for (index, element) in list.enumerated() {
      if index > 0 { text += "," }
      try write(element)
      try checkLength()
    }
    text += "]"
  }

  private mutating func writeEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{0}"..<"\u{20}":
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }

  private mutating func checkLength() throws {
    try pace.step()
    guard text.utf8.count <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
  }
}
