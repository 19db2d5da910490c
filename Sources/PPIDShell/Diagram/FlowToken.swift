import PPIDEngine
import PPIDValues

/// One run through the SOP, as it stands in the diagram: a unit's delivery, or the cycle's own part.
struct FlowToken {
  /// How far it is; in this order they are shown.
  enum Mark: Int, CaseIterable {
    /// Waits to be done.
    case here
    /// Waits for others.
    case closed
    case done
    case excused

    /// As a sign of one column.
    func sign(ascii: Bool) -> String {
      switch self {
      case .here: ascii ? "*" : "●"
      case .closed: ascii ? "o" : "○"
      case .done: ascii ? "=" : "✓"
      case .excused: ascii ? "x" : "×"
      }
    }

    var meaning: Phrase {
      switch self {
      case .here: Phrase(id: "di sini", en: "here")
      case .closed: Phrase(id: "belum terbuka", en: "not open yet")
      case .done: Phrase(id: "selesai", en: "done")
      case .excused: Phrase(id: "dikecualikan", en: "excused")
      }
    }
  }

  let mark: Mark
  /// `BU(2)!`: who, in which round after the first, and whether it is late.
  let name: String

  /// - Parameter namesPeriod: whether deliveries of several months must be told apart.
  init(_ track: Track, at time: LocalTime, namesPeriod: Bool) {
    mark =
      switch track.state {
      case .done: .done
      case .excused: .excused
      case .waiting, .working, .reported: track.since == nil ? .closed : .here
      }
    let isLate = mark == .here && track.due.map { $0 < time } ?? false
    let name = track.unit.map { namesPeriod ? track.name : $0.text } ?? "\(track.period)"
    self.name = name + (track.round > 1 ? "(\(track.round))" : "") + (isLate ? "!" : "")
  }

  /// The tokens, which come in the order of their marks, in at most `limit` lines of `width` columns; `+3` stands for those of a
  /// mark that don't fit, a number alone for all of it.
  static func lines(_ tokens: [FlowToken], width: Int, limit: Int, ascii: Bool) -> [String] {
    var lines: [String] = []
    for count in stride(from: min(tokens.count, width * limit / 2), through: 0, by: -1) {
      lines = CellText.lines(of: words(tokens, naming: count, ascii: ascii).joined(separator: " "), width: width, limit: limit + 1)
      if lines.count <= limit { break }
    }
    return tokens.isEmpty ? [] : lines.prefix(limit).map { $0.replacing("\u{A0}", with: " ") }
  }

  private static func words(_ tokens: [FlowToken], naming count: Int, ascii: Bool) -> [String] {
    var named = count
    return Mark.allCases.flatMap { mark -> [String] in
      let names = tokens.filter { $0.mark == mark }.map(\.name)
      guard !names.isEmpty else { return [] }
      let shown = names.prefix(named)
      named -= shown.count
      let hidden = names.count - shown.count
      var words = shown.isEmpty ? ["\(hidden)"] : shown + (hidden > 0 ? ["+\(hidden)"] : [])
      words[0] = "\(mark.sign(ascii: ascii))\u{A0}\(words[0])"
      return words
    }
  }

  /// What the signs mean, as far as they occur.
  static func legend(_ tokens: [FlowToken], ascii: Bool, _ language: Language) -> [String] {
    var words = Mark.allCases.filter { mark in tokens.contains { $0.mark == mark } }.map {
      "\($0.sign(ascii: ascii)) \($0.meaning[language])"
    }
    if tokens.contains(where: { $0.name.contains("(") }) {
      words.append(Phrase(id: "(2) putaran", en: "(2) round")[language])
    }
    if tokens.contains(where: { $0.name.hasSuffix("!") }) { words.append(Phrase(id: "! lewat tenggat", en: "! late")[language]) }
    return words
  }
}
