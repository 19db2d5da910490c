/// The single-byte encoding in which older Indonesian spreadsheets save their lists.
enum Windows1252 {
  /// What the bytes 0x80 to 0x9F stand for; 0 where the encoding has nothing.
  private static let upperControls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// The scalar of a byte from 0x80 on; nil for the five bytes that stand for nothing.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte < 0xA0 else { return Unicode.Scalar(byte) }
    let value = upperControls[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// Whether people would write `byte` between its neighbours (0 at an edge).
  ///
  /// This is what tells a list in this encoding from a broken UTF-8 text: punctuation and symbols may stand anywhere,
  /// letters stand in words, and letters of no language that such a list is written in don't occur.
  static func isPlausible(_ byte: UInt8, after previous: UInt8, before next: UInt8) -> Bool {
    guard let scalar = scalar(byte) else { return false }
    guard scalar.properties.isAlphabetic, byte != 0xAA, byte != 0xBA else { return true }
    switch byte {
    case 0xD0, 0xDE, 0xF0, 0xFE, 0xFF:
      return false
    case 0xFC where !isLetter(previous) && !isLetter(next):
      // The tick of the symbol font that word processors use comes out as this byte.
      return previous < 0x80 && next < 0x80
    default:
      return isLetter(next) || (scalar.properties.isLowercase && isLetter(previous))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
