import PPIDValues

/// How long an archive is kept in one of its two ages, active or inactive, as retention schedules put it.
package enum RetentionTerm: Sendable, Hashable {
  /// `-`: the age is left out.
  case none
  /// `2 Tahun`, counted from the record's own date; with an event, from the day on which that came about
  /// (`2 Tahun setelah tidak berlaku`).
  case span(TimeSpan, after: String?)
  /// `Permanen`: it never ends.
  case lasting

  /// The event that must come about before anything can be counted; nil where the record's own date counts.
  package var event: String? { if case .span(_, let event) = self { event } else { nil } }

  /// The last day of an age that begins on `start`; nil where it never ends, or not within the calendar.
  package func end(from start: CalendarDate) -> CalendarDate? {
    switch self {
    case .none: start
    case .lasting: nil
    case .span(let span, _):
      span.kind == .months ? start.adding(months: Int(span.count)) : start.adding(days: Int(span.count))
    }
  }
}

extension RetentionTerm {
  /// Reads a cell of a retention schedule; nil for what can't be read without guessing.
  package init?(_ text: String) {
    guard let term = RetentionTermReading(text).term else { return nil }
    self = term
  }
}

/// What a text says of a term, or what its writer probably meant.
struct RetentionTermReading {
  /// Nil where the text can't be read as it stands.
  private(set) var term: RetentionTerm?
  /// The text that was probably meant; only where the term can't be read.
  private(set) var suggestion: String?
  /// Whether the number and its word disagree.
  private(set) var isContradictory = false
  /// Whether the event isn't there, or is cut off.
  private(set) var isCutOff = false

  private static let units: [String: (unit: String, factor: Int)] = [
    "tahun": ("tahun", 1), "thn": ("tahun", 1), "th": ("tahun", 1), "bulan": ("bulan", 1), "bln": ("bulan", 1),
    "minggu": ("hari", 7), "hari": ("hari", 1),
  ]
  private static let unitNames = ["Tahun", "Bulan", "Minggu", "Hari"]
  private static let absent: Set<String> = ["tidak ada", "nihil", "tanpa", "0", "0 tahun"]

  init(_ cell: String) {
    guard let text = CellText.tidied(cell), text.utf8.count <= CellText.longestPhrase else { return }
    let small = text.lowercased()
    if text.unicodeScalars.allSatisfy(\.properties.isDash) || RetentionTermReading.absent.contains(small) {
      term = RetentionTerm.none
    } else if small == "permanen" || small == "selamanya" {
      term = .lasting
    } else if small.hasPrefix("selama ") {
      readState(String(text.dropFirst("selama ".count)))
    } else if small == "tetap" || Nearest.name(to: small, among: ["permanen"]) != nil {
      suggestion = "Permanen"
    } else {
      read(text)
    }
  }

  /// Reads what stands behind `selama`: a state whose end is the event; with a number in it, something else was meant.
  private mutating func readState(_ text: String) {
    let state = text.lowercased().hasPrefix("masih ") ? String(text.dropFirst("masih ".count)) : text
    guard let digit = state.firstIndex(where: \.isNumber) else {
      term = .span(TimeSpan(.months, 0), after: "tidak lagi \(state.lowercased())")
      return
    }
    // `selama 2 tahun`, `selama berlaku + 1 tahun`
    let event = state[..<digit].split(separator: " ").filter { !["+", "dan", "ditambah"].contains($0.lowercased()) }
      .joined(separator: " ").trimming(".,;+( ")
    let span = state[digit...].trimming(".,;) ")
    let meant = event.isEmpty ? span : "\(span) setelah tidak lagi \(event.lowercased())"
    suggestion = RetentionTerm(meant) == nil ? nil : meant
  }

  /// Reads a number, a unit and perhaps an event.
  private mutating func read(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    let written = words[0]
    let digits = written.prefix { $0.isASCII && $0.isNumber }
    if digits.count < written.count, !digits.isEmpty { words.insert(String(written.dropFirst(digits.count)), at: 1) }
    let number = digits.isEmpty ? Numeral.meant(by: written) : Int(digits)
    guard let number, number <= 999, words.count > 1 else { return }
    words.removeFirst()
    // `2 (dua) tahun`; what contradicts itself is not for us to decide.
    if words[0].hasPrefix("("), let end = words.firstIndex(where: { $0.hasSuffix(")") }) {
      let spelled = words[...end].joined(separator: " ").trimming("() ")
      isContradictory = Numeral.value(of: spelled).map { $0 != number } ?? false
      if isContradictory { return }
      words.removeSubrange(...end)
    }
    guard let word = words.first?.trimming(".,") else { return }
    let exact = RetentionTermReading.units[word.lowercased()]
    let meant = exact == nil ? Nearest.name(to: word, among: RetentionTermReading.unitNames) : nil
    guard let unit = exact ?? meant.flatMap({ RetentionTermReading.units[$0.lowercased()] }) else { return }
    var rest = Array(words.dropFirst())
    var span = (number: number * unit.factor, unit: unit.unit)
    if unit.unit == "tahun", let months = RetentionTermReading.months(&rest) { span = (number * 12 + months, "bulan") }
    let event = EventReading(rest)
    isCutOff = event.isCutOff
    if !digits.isEmpty, exact != nil, event.isSure {
      term = TimeSpan(number: span.number, unit: span.unit).map { .span($0, after: event.text) }
    } else if event.isGuessable {
      let years = span.unit == unit.unit ? "\(number) \(meant ?? word)" : "\(span.number) Bulan"
      suggestion = [years, event.text.map { "setelah \($0)" }].compactMap(\.self).joined(separator: " ")
    }
  }

  /// The months behind years (`1 tahun 6 bulan`), which are taken from the words.
  private static func months(_ words: inout [String]) -> Int? {
    let rest = words.first?.lowercased() == "dan" ? words[1...] : words[...]
    guard let count = rest.first.flatMap({ Int($0) }), count < 12, let unit = rest.dropFirst().first?.trimming(".,").lowercased(),
      units[unit]?.unit == "bulan"
    else { return nil }
    words = Array(rest.dropFirst(2))
    return count
  }
}

extension String {
  /// Without any of these characters at its ends.
  func trimming(_ characters: String) -> String { self[...].trimming(characters) }

  /// Whether it ends as texts do whose end is missing: with dots, or within a word.
  var looksCutOff: Bool { ["…", "...", "-", "–"].contains(where: hasSuffix) }
}

extension Substring {
  /// Without any of these characters at its ends.
  func trimming(_ characters: String) -> String {
    String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
  }
}
