/// Makes visible whatever in a text could command a terminal: control characters, and those that turn the direction of writing.
package enum VisibleText {
  /// The text with each of them as a sign: `␛` for the escape character, `\u{202E}` for one without a sign of its own.
  /// With `keepsLines`, line ends and tabs stay.
  package static func of(_ text: String, keepsLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if keepsLines, scalar == "\n" || scalar == "\t" {
        visible.unicodeScalars.append(scalar)
      } else if let sign = sign(for: scalar) {
        visible += sign
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// How a scalar is shown that must not be printed; nil for one that may.
  package static func sign(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    // The block of control pictures follows the order of the characters that it depicts.
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: return "␡"
    case 0x20..<0x7F: return nil
    // Joiners and variation selectors belong to what stands around them.
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return nil
    // Tags belong to the flags of England, Scotland and Wales.
    case 0xE0020...0xE007F: return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned:
      return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: return nil
    }
  }
}
