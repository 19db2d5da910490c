/// A text of the archive as it may be published: personal numbers hidden, and nothing left in it that could command a terminal, turn the
/// direction of writing, or stand in no page.
enum PublicText {
  static func of(_ text: String) -> String {
    PersonalNumbers.masked(visible(text))
  }

  /// The first characters of a text, with a sign where some were left out. One line.
  static func beginning(of text: String, _ length: Int) -> String {
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex)
    guard let end, end < scalars.endIndex else { return oneLine(text) }
    return oneLine(String(scalars[..<end])) + "…"
  }

  private static func oneLine(_ text: String) -> String {
    text.utf8.contains(0x0A) ? text.split(separator: "\n").joined(separator: " ") : text
  }

  private static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n", isAfterReturn {
        isAfterReturn = false
        continue
      }
      isAfterReturn = scalar == "\r"
      result.append(replacement(of: scalar))
    }
    return String(result)
  }

  private static func replacement(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    let unknown: Unicode.Scalar = "\u{FFFD}"
    switch scalar.value {
    case 0x0A: return scalar
    case 0x0D, 0x2028, 0x2029: return "\n"
    case 0x09: return " "
    // The block of control pictures follows the order of the characters that it depicts.
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? unknown
    case 0x7F: return "\u{2421}"
    // Control characters of the second block, what turns the direction of writing, and what is no character.
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB: return unknown
    case let value where value & 0xFFFE == 0xFFFE: return unknown
    default: return scalar
    }
  }
}
