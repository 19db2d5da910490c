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

  /// One text as JSON, quotes included.
  static func quoted(_ string: String) -> String {
    var text = ""
    append(string, to: &text)
    return text
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
    var scanner = text.unicodeScalars.makeIterator()
    guard scanner.next() == "{" else { return nil }
    var fields: OrderedDictionary<String, String> = [:]
    while true {
      guard scanner.next() == "\"", let name = string(&scanner), scanner.next() == ":", scanner.next() == "\"",
        let value = string(&scanner)
      else { return nil }
      fields[name] = value
      switch scanner.next() {
      case ",": continue
      case "}": return scanner.next() == nil ? fields : nil
      default: return nil
      }
    }
  }

  /// The rest of a string whose opening quote was read.
  private static func string(_ scanner: inout String.UnicodeScalarView.Iterator) -> String? {
    var text = String.UnicodeScalarView()
    while let scalar = scanner.next() {
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

  private static func escape(_ scanner: inout String.UnicodeScalarView.Iterator) -> Unicode.Scalar? {
    switch scanner.next() {
    case "\"": return "\""
    case "\\": return "\\"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      var digits = ""
      for _ in 0..<4 { digits.unicodeScalars.append(scanner.next() ?? " ") }
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
