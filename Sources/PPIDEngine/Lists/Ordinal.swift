/// The count of a row in a list as offices write it: `1`, `a.`, `(IV)`, `2.1.3`.
struct Ordinal: Sendable, Hashable {
  enum Style: Sendable, Hashable {
    case number, lowerLetter, upperLetter
  }

  let style: Style
  /// How many parts it has: 2 for `2.1`.
  let depth: Int
  /// The last part; a letter counts from 1, and `i` and `I` count as the roman numeral too.
  let value: Int
  let isFirst: Bool

  /// Nil for a text that is no such count.
  init?(_ text: Substring) {
    guard text.utf8.count <= 16 else { return nil }
    let parts = text.utf8.split(whereSeparator: Ordinal.isDivider)
    guard let last = parts.last, parts.count <= 6, parts.allSatisfy(Ordinal.isPart) else { return nil }
    depth = parts.count
    if Ordinal.isFigures(last) {
      style = .number
      value = last.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      isFirst = value == 1
    } else {
      let lower = String(Substring(last)).lowercased()
      style = last.first! >= UInt8(ascii: "a") ? .lowerLetter : .upperLetter
      value = Ordinal.roman(lower) ?? Int(lower.utf8.first!) - 96
      isFirst = lower == "a" || lower == "i"
    }
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: ","),
      UInt8(ascii: " "):
      true
    default: false
    }
  }

  private static func isPart(_ part: Substring.UTF8View) -> Bool {
    if isFigures(part) { return part.count <= 9 }
    let text = String(Substring(part))
    let lower = text.lowercased()
    guard text == lower || text == text.uppercased() else { return false }
    return part.count == 1 ? lower >= "a" && lower <= "z" : roman(lower) != nil
  }

  private static func isFigures(_ part: Substring.UTF8View) -> Bool {
    part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The value of a roman numeral of several letters in lower case; nil for anything else.
  private static func roman(_ text: String) -> Int? {
    let values: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50]
    let digits = text.compactMap { values[$0] }
    guard digits.count == text.count, text.count > 1 else { return nil }
    var sum = 0
    for (index, digit) in digits.enumerated() {
      sum += index + 1 < digits.count && digit < digits[index + 1] ? -digit : digit
    }
    return sum
  }

  /// A heading and the count before it: `Informasi tentang Profil` and 1 of `1. Informasi tentang Profil`.
  static func marked(_ text: String) -> (ordinal: Ordinal?, text: String) {
    var rest = text[...]
    var count: Ordinal?
    while let end = rest.firstIndex(where: { $0 == "." || $0 == ")" }), Ordinal(rest[..<end]) != nil {
      let following = rest[rest.index(after: end)...].drop { $0 == " " }
      guard let next = following.first else { break }
      rest = following
      count = Ordinal(text[..<end])
      // In `1.1. Profil` the count goes on; in `1. Profil` it doesn't.
      guard next.isNumber else { break }
    }
    return (count, String(rest))
  }

  /// Whether a row with this count, after a row with `previous`, begins what stands under that one.
  func opens(under previous: Ordinal) -> Bool {
    isFirst && (style != previous.style || depth != previous.depth || value <= previous.value)
  }
}
