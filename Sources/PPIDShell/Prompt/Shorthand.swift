import PPIDScript

/// An entry that is typed shorter than the language knows it: `?` at its beginning for `bantuan`; while a demo runs also the words that
/// lead through it, and an empty line for the next step.
struct Shorthand {
  /// The entry as the language knows it.
  let spelledOut: String
  /// The short word, in bytes, and how many bytes more the entry has behind it as the language knows it.
  private let typed: Range<Int>
  private let growth: Int

  /// What leads through a demo, by itself or followed by what it needs.
  private static let leading = [
    "": "lanjut", "n": "lanjut", "lanjut": "lanjut", "b": "mundur", "mundur": "mundur", "lompat": "lompat", "peran": "peran", "jam": "jam",
    "selesai": "selesai",
  ]
  /// What leads through a demo only where it stands alone.
  private static let alone: Set = ["jelaskan", "ulang", "daftar", "hasil"]

  /// Nil for entries that are spelled out.
  init?(_ text: String, inDemo: Bool) {
    let blanks = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = text.utf8.dropFirst(blanks)
    if rest.first == UInt8(ascii: "?") {
      let isOpen = rest.dropFirst().first.map { $0 != UInt8(ascii: " ") } ?? false
      self.init(text, blanks..<(blanks + 1), "bantuan" + (isOpen ? " " : ""))
      return
    }
    guard inDemo else { return nil }
    let word = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    let name = String(decoding: word, as: UTF8.self)
    let isAlone = rest.dropFirst(word.count).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    guard let command = Shorthand.leading[name] ?? (isAlone && Shorthand.alone.contains(name) ? name : nil) else { return nil }
    self.init(text, blanks..<(blanks + word.count), "demo \(command)")
  }

  private init(_ text: String, _ typed: Range<Int>, _ command: String) {
    let before = text.utf8.prefix(typed.lowerBound)
    let after = text.utf8.dropFirst(typed.upperBound)
    spelledOut = String(decoding: before, as: UTF8.self) + command + String(decoding: after, as: UTF8.self)
    self.typed = typed
    growth = command.utf8.count - typed.count
  }

  /// Highlights of the entry as the language knows it, in the entry as it is typed.
  func asTyped(_ highlights: [Highlight]) -> [Highlight] {
    let end = typed.upperBound + growth
    let first = highlights.first { $0.range.lowerBound >= typed.lowerBound && $0.range.lowerBound < end }
    let word = typed.isEmpty ? nil : first.map { Highlight(typed, $0.style) }
    return [word].compactMap { $0 }
      + highlights.filter { $0.range.lowerBound >= end }.map {
        Highlight(($0.range.lowerBound - growth)..<($0.range.upperBound - growth), $0.style)
      }
  }

  /// What completes the entry, as it is typed.
  func candidates(_ cursor: Int, _ complete: (String, Int) -> [Candidate]) -> [Candidate] {
    guard cursor >= typed.upperBound, !typed.isEmpty else { return [] }
    return complete(spelledOut, cursor + growth).compactMap { candidate in
      guard candidate.range.lowerBound >= typed.upperBound + growth else { return nil }
      return Candidate(
        candidate.replacement, replacing: (candidate.range.lowerBound - growth)..<(candidate.range.upperBound - growth),
        description: candidate.description, isWhole: candidate.isWhole)
    }
  }
}
