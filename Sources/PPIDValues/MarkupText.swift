/// Texts inside markup, with nothing in them that would be read as more than text.
package enum MarkupText {
  /// For HTML; a line end becomes a break.
  package static func html(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "\n": "<br>"
      default: nil
      }
    }
  }

  /// For Markdown, where HTML counts too.
  package static func markdown(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": "\\\(scalar)"
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\n": "<br>"
      default: nil
      }
    }
  }

  /// What stays as it is in every kind of markup: most texts hold nothing else.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private static func escaped(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if let sign = replacement(scalar) ?? VisibleText.sign(for: scalar) {
        escaped += sign
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
