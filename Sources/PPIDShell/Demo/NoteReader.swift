import PPIDScript
import PPIDValues

/// Understands lines of notes. Headings stay for the steps that follow.
struct NoteReader {
  /// What a line may say before a colon.
  private enum Key: String, CaseIterable {
    case en, dasar, galat, kegiatan
  }

  private let source: SourceText
  private let activities: Int
  private var heading: Phrase?
  private var activityOfHeading: Int?
  private(set) var faults: [Diagnostic] = []

  init(_ source: SourceText, activities: Int) {
    self.source = source
    self.activities = activities
  }

  mutating func refuse(_ lines: some Sequence<NoteLine>, _ message: Phrase, _ advice: Phrase? = nil) {
    faults += lines.map { Diagnostic(message, advice: advice, source, $0.range) }
  }

  /// The notes of one step. A line without a word of its own before a colon goes on with what the line before it said.
  mutating func read(_ lines: some Collection<NoteLine>) -> DemoStep.Notes {
    var texts: [Key?: [String]] = [:]
    var refusal: ExitStatus?
    var activity: Int?
    var key: Key?
    for line in lines where !line.text.isEmpty {
      if let heading = headingText(line) {
        take(heading, in: line.text.hasPrefix("en:"), line)
        continue
      }
      let (word, rest) = NoteReader.split(line.text)
      guard let word else {
        texts[key, default: []].append(rest)
        continue
      }
      guard let known = Key(rawValue: word) else {
        let names = Key.allCases.map(\.rawValue)
        let list = names.joined(separator: ", ")
        refuse(
          [line], Phrase(id: "`\(word):` tidak dikenal dalam catatan", en: "`\(word):` is unknown in notes"),
          Nearest.name(to: word, among: names).map { Phrase(id: "maksud Anda `\($0):`?", en: "did you mean `\($0):`?") }
            ?? Phrase(id: "yang dikenal: \(list)", en: "those known: \(list)"))
        continue
      }
      switch known {
      case .galat: refusal = status(rest, line, before: refusal)
      case .kegiatan: activity = number(rest, line, before: activity)
      case .en, .dasar:
        key = known
        texts[key, default: []].append(rest)
      }
    }
    let text = texts[nil]?.joined(separator: " ")
    let english = texts[.en]?.joined(separator: " ")
    if text == nil, english != nil {
      refuse(lines.prefix(1), Phrase(id: "catatan hanya dalam bahasa Inggris", en: "the note is in English only"))
    }
    return DemoStep.Notes(
      heading: heading, text: text.map { Phrase(id: $0, en: english ?? $0) }, basis: texts[.dasar]?.joined(separator: " "),
      refusal: refusal, activity: activity ?? activityOfHeading)
  }

  // MARK: Headings

  /// What stands between `==` and `==`; nil for other lines.
  private func headingText(_ line: NoteLine) -> String? {
    let text = line.text.hasPrefix("en:") ? line.text.dropFirst(3).drop { $0 == " " } : line.text[...]
    guard text.hasPrefix("==") else { return nil }
    var inner = text.drop { $0 == "=" }
    while inner.last == "=" { inner.removeLast() }
    return text.hasSuffix("==") && text.count > 4 ? inner.split(separator: " ").joined(separator: " ") : ""
  }

  private mutating func take(_ text: String, in english: Bool, _ line: NoteLine) {
    guard !text.isEmpty else {
      return refuse([line], Phrase(id: "judul ditulis `== Judul ==`", en: "a heading is written `== Heading ==`"))
    }
    guard !english else {
      heading = heading.map { Phrase(id: $0.id, en: text) }
      return
    }
    heading = Phrase(text)
    let words = text.split { !$0.isLetter && !$0.isNumber }
    activityOfHeading = nil
    for (word, next) in zip(words, words.dropFirst()) where word.lowercased() == "langkah" {
      activityOfHeading = Int(next).flatMap { (1...activities).contains($0) ? $0 : nil }
    }
  }

  // MARK: Keys

  /// The word in small letters before a colon, and what is behind it; the whole line where there is none.
  private static func split(_ text: String) -> (key: String?, rest: String) {
    guard let colon = text.firstIndex(of: ":") else { return (nil, text) }
    let word = text[..<colon]
    guard !word.isEmpty, word.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return (nil, text) }
    return (String(word), String(text[text.index(after: colon)...].drop { $0 == " " }))
  }

  private mutating func status(_ text: String, _ line: NoteLine, before: ExitStatus?) -> ExitStatus? {
    if let status = Int32(text).flatMap(ExitStatus.init), before == nil, status != .done, status != .usage, status != .interrupted {
      return status
    }
    refuse(
      [line], Phrase(id: "`galat:` menyebut satu status: 1, 3, 4, atau 5", en: "`galat:` names one status: 1, 3, 4 or 5"))
    return before
  }

  private mutating func number(_ text: String, _ line: NoteLine, before: Int?) -> Int? {
    if let number = Int(text), (1...activities).contains(number), before == nil { return number }
    refuse(
      [line],
      Phrase(
        id: "`kegiatan:` menyebut satu kegiatan SOP: 1 sampai \(activities)",
        en: "`kegiatan:` names one activity of the SOP: 1 to \(activities)"))
    return before
  }
}

extension Diagnostic {
  /// Something to be said of a script's notes.
  init(_ message: Phrase, advice: Phrase? = nil, _ source: SourceText, _ range: SourceRange) {
    self.init(.command(message: message, advice: advice), source, range)
  }
}
