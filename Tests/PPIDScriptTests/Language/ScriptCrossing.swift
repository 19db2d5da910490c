/// Puts pieces of one script into another, at the edges of words: many of the results still run, so that a fuzz of them reaches
/// the machine.
struct ScriptCrossing {
  /// What a word can be exchanged for: another of its kind.
  private enum Kind {
    case name, variable, number, option, sign
  }

  private static let blocks = [
    ("untuk i di 1..3 { ", " }"), ("coba { ", " } tangkap g { cetak $g.pesan }"), ("transaksi { ", " }"),
    ("jika benar { ", " }"), ("fungsi f(a, b = 1) { ", " }\nf 2"), ("cetak $(", ")"), ("misal x = (", ")"),
    ("untuk r di $(arsip | ", ") { cetak $r }"), ("jelaskan ", ""), ("kembali ", ""),
  ]

  let first: [UInt8]
  let second: [UInt8]

  /// `first` with a line or words of `second`, or with one of its lines in a block.
  func child(using random: inout some RandomNumberGenerator) -> [UInt8] {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: withLine(before: "", after: "", &random)
    case 1: withLine(before: "", after: "\n", &random)
    case 2:
      Self.blocks.randomElement(using: &random).map { withLine(before: $0, after: $1, &random) } ?? first
    default: withWords(&random)
    }
  }

  /// `first` with a line of `second`, in brackets or not, before one of its own or, if nothing parts them, in its place.
  private func withLine(before: String, after: String, _ random: inout some RandomNumberGenerator) -> [UInt8] {
    let lines = (first.split(separator: Self.newline), second.split(separator: Self.newline))
    guard let place = lines.0.randomElement(using: &random), let line = lines.1.randomElement(using: &random) else {
      return first + second
    }
    let goesOn = after == "\n" ? place.startIndex : place.endIndex
    let own = Bool.random(using: &random) && !before.isEmpty ? place : line
    return first[..<place.startIndex] + Array(before.utf8) + own + Array(after.utf8) + first[goesOn...]
  }

  private func withWords(_ random: inout some RandomNumberGenerator) -> [UInt8] {
    let (own, others) = (Self.words(first), Self.words(second))
    var child = first
    let places = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in own.randomElement(using: &random) }
    // From the end on, so that the places before stay what they are.
    var end = first.count
    for (kind, place) in places.sorted(by: { $0.word.startIndex > $1.word.startIndex }) where place.endIndex <= end {
      let alike = (Bool.random(using: &random) ? own : others).filter { $0.kind == kind }
      guard let word = alike.randomElement(using: &random)?.word else { continue }
      child.replaceSubrange(place.indices, with: word)
      end = place.startIndex
    }
    return child
  }

  private static func words(_ bytes: [UInt8]) -> [(kind: Kind, word: ArraySlice<UInt8>)] {
    var words: [(kind: Kind, word: ArraySlice<UInt8>)] = []
    var position = 0
    while position < bytes.count {
      let start = position
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: " ") || byte == newline { continue }
      let isOption = byte == UInt8(ascii: "-") && position < bytes.count && bytes[position] == byte
      let kind: Kind =
        switch byte {
        case UInt8(ascii: "$"): .variable
        case UInt8(ascii: "-") where isOption: .option
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case _ where isWordByte(byte): .name
        default: .sign
        }
      if isOption { position += 1 }
      while kind != .sign, position < bytes.count, isWordByte(bytes[position]) { position += 1 }
      if kind == .sign, position < bytes.count, bytes[position] == UInt8(ascii: "=") { position += 1 }
      words.append((kind, bytes[start..<position]))
    }
    return words
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  private static let newline = UInt8(ascii: "\n")
}
