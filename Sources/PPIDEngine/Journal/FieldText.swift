import PPIDValues

/// The journal's spelling of fields: one JSON object, in order, compact.
enum FieldText {
  static func object(_ fields: [Field]) -> String? {
    guard !fields.isEmpty else { return nil }
    var text = "{"
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      append(field.name, to: &text)
      text += ":"
      switch field.value {
      case .null: text += "null"
      case .bool(let value): text += value ? "true" : "false"
      case .int(let value): text += String(value)
      case .double(let value): text += String(value)
      case .text(let value): append(value, to: &text)
      case .date(let value): append(value.description, to: &text)
      case .time(let value): append(value.description, to: &text)
      case .period(let value): append(value.description, to: &text)
      }
    }
    return text + "}"
  }

  private static func append(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
