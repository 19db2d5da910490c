/// How many columns of a terminal a text takes. Tables, carets and the line editor all ask here.
package enum TextWidth {
  /// The columns of one scalar: 0 for what combines with its neighbour or isn't drawn, 2 for wide ones, else 1. A control character
  /// counts as 1: it is never printed as such, but shown by `VisibleText`.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if isZero(scalar) { return 0 }
    return WideScalars.contains(scalar) ? 2 : 1
  }

  /// The columns of what people take for one character: 2 for an emoji of several scalars.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    let width = of(first)
    var rest = scalars.dropFirst()
    if rest.isEmpty || character == "\r\n" { return width }
    if isEmojiSequence(first, rest) { return 2 }
    var sum = width
    while let scalar = rest.popFirst() { sum += of(scalar) }
    return sum
  }

  /// The columns of a text on one line.
  package static func of(_ text: some StringProtocol) -> Int {
    let bytes = text.utf8
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return text.reduce(0) { $0 + of($1) }
  }

  private static func isEmojiSequence(_ first: Unicode.Scalar, _ rest: Substring.UnicodeScalarView) -> Bool {
    guard first.properties.isEmoji else { return false }
    return rest.contains { scalar in
      scalar == "\u{FE0F}" || scalar == "\u{200D}" || scalar.properties.isEmojiModifier
        || (0x1F1E6...0x1F1FF).contains(scalar.value)
    }
  }

  private static func isZero(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // The middle and final letters of Korean syllables, and the fillers for missing ones.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x3164, 0xFFA0: return true
    // Format characters that are drawn all the same: signs above Arabic, Syriac and Kaithi numbers.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
