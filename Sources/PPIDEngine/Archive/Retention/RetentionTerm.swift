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

  private static let units: [String: (unit: String, factor: Int)] = [
    "tahun": ("tahun", 1), "thn": ("tahun", 1), "th": ("tahun", 1), "bulan": ("bulan", 1), "bln": ("bulan", 1),
    "minggu": ("hari", 7), "hari": ("hari", 1),
  ]
  private static let unitNames = ["Tahun", "Bulan", "Minggu", "Hari"]
  private static let triggers = ["setelah", "sesudah", "sejak", "terhitung"]
  /// What may stand between a trigger and its event.
  private static let leadIns: Set<String> = ["sejak", "mulai", "setelah", "dari"]
  private static let absent: Set<String> = ["tidak ada", "nihil", "tanpa", "0", "0 tahun"]
  /// Letters that poor copies show for digits.
  private static let misread: [Character: Character] = [
    "l": "1", "I": "1", "i": "1", "|": "1", "O": "0", "o": "0", "Z": "2", "S": "5", "B": "8",
  ]
  private static let numbers = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"]

  init(_ cell: String) {
    guard let text = CellText.tidied(cell), text.utf8.count <= CellText.longestPhrase else { return }
    let small = text.lowercased()
    if text.unicodeScalars.allSatisfy(\.properties.isDash) || RetentionTermReading.absent.contains(small) {
      term = RetentionTerm.none
    } else if small == "permanen" || small == "selamanya" {
      term = .lasting
    } else if small.hasPrefix("selama ") {
      let state = text.dropFirst("selama ".count)
      let event = state.lowercased().hasPrefix("masih ") ? state.dropFirst("masih ".count) : state
      term = .span(TimeSpan(.months, 0), after: "tidak lagi \(event.lowercased())")
    } else {
      read(text)
    }
  }

  /// Reads a number, a unit and perhaps an event.
  private mutating func read(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    let written = words[0]
    let digits = written.prefix { $0.isASCII && $0.isNumber }
    if digits.count < written.count, !digits.isEmpty { words.insert(String(written.dropFirst(digits.count)), at: 1) }
    let number = digits.isEmpty ? RetentionTermReading.meantNumber(written) : Int(digits)
    guard let number, number <= 999, words.count > 1 else { return }
    words.removeFirst()
    // `2 (dua) tahun`
    if words[0].hasPrefix("("), let end = words.firstIndex(where: { $0.hasSuffix(")") }) { words.removeSubrange(...end) }
    guard let word = words.first?.trimming(".,") else { return }
    let exact = RetentionTermReading.units[word.lowercased()]
    let meant = exact == nil ? Nearest.name(to: word, among: RetentionTermReading.unitNames) : nil
    guard let unit = exact ?? meant.flatMap({ RetentionTermReading.units[$0.lowercased()] }) else { return }
    let rest = Array(words.dropFirst())
    let event = RetentionTermReading.event(rest)
    let isSure = !digits.isEmpty && exact != nil && event.isSure
    if isSure {
      term = TimeSpan(number: number * unit.factor, unit: unit.unit).map { .span($0, after: event.text) }
    } else {
      suggestion = ["\(number) \(meant ?? word)", event.text.map { "setelah \($0)" }].compactMap(\.self).joined(separator: " ")
    }
  }

  /// The event that the words behind a span name, and whether they name it properly.
  private static func event(_ words: [String]) -> (text: String?, isSure: Bool) {
    guard let first = words.first?.trimming(".,").lowercased() else { return (nil, true) }
    let isTrigger = triggers.contains(first)
    let isMeant = isTrigger || Nearest.name(to: first, among: triggers) != nil
    var rest = isMeant ? words.dropFirst() : words[...]
    while isMeant, let next = rest.first?.lowercased(), leadIns.contains(next) { rest.removeFirst() }
    let text = rest.joined(separator: " ").trimming(".,; ")
    return (text.isEmpty ? nil : text, isTrigger && !text.isEmpty)
  }

  /// The number that a word without digits probably is: `dua`, or `l` for `1`.
  private static func meantNumber(_ word: String) -> Int? {
    if let place = numbers.firstIndex(of: word.lowercased()) { return place + 1 }
    let digits = word.map { misread[$0] ?? $0 }
    return digits.count <= 3 ? Int(String(digits)) : nil
  }
}

extension String {
  /// Without any of these characters at its ends.
  fileprivate func trimming(_ characters: String) -> String {
    String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
  }
}
