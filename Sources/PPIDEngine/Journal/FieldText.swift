import OrderedCollections
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

  /// A text as JSON, and as a script's: what ends a line only there is escaped.
  static func quoted(_ string: String) -> String {
    var text = ""
    append(string, to: &text)
    return text.replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
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

extension FieldText {
  /// The texts of an object that was written by `object`; nil for anything else.
  static func fields(_ text: String) -> OrderedDictionary<String, String>? {
    guard let values = values(text) else { return nil }
    var fields: OrderedDictionary<String, String> = [:]
    for field in values {
      guard let text = field.value.text else { return nil }
      fields[field.name] = text
    }
    return fields
  }

  /// The fields of an object that was written by `object`; days, times and periods come back as texts. Nil for anything else.
  static func values(_ text: String) -> [Field]? {
    var scanner = text.unicodeScalars[...]
    guard scanner.popFirst() == "{" else { return nil }
    var fields: [Field] = []
    while true {
      guard scanner.popFirst() == "\"", let name = string(&scanner), scanner.popFirst() == ":", let value = value(&scanner) else {
        return nil
      }
      fields.append(Field(name, value))
      switch scanner.popFirst() {
      case ",": continue
      case "}": return scanner.isEmpty ? fields : nil
      default: return nil
      }
    }
  }

  private static func value(_ scanner: inout Substring.UnicodeScalarView) -> FieldValue? {
    if scanner.first == "\"" {
      scanner.removeFirst()
      return string(&scanner).map(FieldValue.text)
    }
    let word = String(scanner.prefix { $0 != "," && $0 != "}" })
    scanner.removeFirst(word.unicodeScalars.count)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return Int(word).map(FieldValue.int) ?? Double(word).map(FieldValue.double)
    }
  }

  /// The rest of a string whose opening quote was read.
  private static func string(_ scanner: inout Substring.UnicodeScalarView) -> String? {
    var text = String.UnicodeScalarView()
    while let scalar = scanner.popFirst() {
      switch scalar {
      case "\"": return String(text)
      case "\\":
        guard let escaped = escape(&scanner) else { return nil }
        text.append(escaped)
      default: text.append(scalar)
      }
    }
    return nil
  }

  private static func escape(_ scanner: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    switch scanner.popFirst() {
    case "\"": return "\""
    case "\\": return "\\"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      var digits = ""
      for _ in 0..<4 { digits.unicodeScalars.append(scanner.popFirst() ?? " ") }
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
