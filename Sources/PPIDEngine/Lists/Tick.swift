/// What stands in a column that is meant to be ticked.
enum Tick: Sendable, Hashable {
  case set, clear
  /// Something else, which is kept.
  case text

  // The letter with two dots is the tick of a common symbol font.
  private static let setTexts: Set<String> = [
    "√", "✓", "✔", "☑", "☒", "✅", "•", "●", "v", "vv", "x", "y", "ya", "ada", "*", "1", "ü", "benar", "true",
  ]
  private static let clearTexts: Set<String> = [
    "", "0", "tidak", "tdk", "tidak ada", "t", "n", "salah", "false", "☐", "o",
  ]

  init(_ text: String) {
    let word = text.lowercased()
    if Tick.setTexts.contains(word) {
      self = .set
    } else if Tick.clearTexts.contains(word) || text.unicodeScalars.allSatisfy(\.properties.isDash) {
      self = .clear
    } else {
      self = .text
    }
  }
}
