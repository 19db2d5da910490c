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

  private static func escaped(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
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
