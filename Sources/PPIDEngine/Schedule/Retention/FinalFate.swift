import PPIDValues

/// What becomes of an archive when its retention is over (UU 43/2009; nasib akhir of a retention schedule).
package struct FinalFate: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case destroyed = "musnah"
    /// Kept for ever: handed over to the archival institution.
    case permanent = "permanen"
    case reassessed = "dinilai kembali"
    /// Put into the file of the person whom it is about.
    case personalFile = "masuk berkas perseorangan"
  }

  package let kind: Kind
  /// What the fate does not hold for, or on what condition it holds, as the schedule words it; a person must look at each record.
  package let exception: String?

  /// The fate as a schedule words it.
  package var text: String {
    guard let exception else { return kind.rawValue }
    let isCondition = FinalFateReading.conditions.contains { exception.hasPrefix("\($0) ") }
    return "\(kind.rawValue), \(isCondition ? "" : "kecuali ")\(exception)"
  }
}

extension FinalFate {
  /// Reads a cell of a retention schedule; nil for what can't be read without guessing.
  package init?(_ text: String) {
    guard let fate = FinalFateReading(text).fate else { return nil }
    self = fate
  }
}

/// What a text says of a fate, or what its writer probably meant.
struct FinalFateReading {
  /// Nil where the text can't be read as it stands.
  private(set) var fate: FinalFate?
  /// The text that was probably meant; only where the fate can't be read.
  private(set) var suggestion: String?
  /// Whether the text turns to an exception that isn't there.
  private(set) var isCutOff = false
  /// Whether the fate is clear though its spelling isn't the usual one (`Perseoranaan`) or its exception is cut off, so that it should
  /// be said how it was read.
  private(set) var isUnusual = false

  private static let spellings: [FinalFate.Kind: [[String]]] = [
    .destroyed: [["musnah"], ["dimusnahkan"]],
    .permanent: [["permanen"], ["statis"], ["diserahkan"], ["permanen", "diserahkan"]],
    .reassessed: [["dinilai", "kembali"], ["nilai", "kembali"], ["ditinjau", "kembali"], ["penilaian", "kembali"]],
  ]
  /// The fates as schedules write them.
  private static let names: [FinalFate.Kind: String] = [
    .destroyed: "Musnah", .permanent: "Permanen", .reassessed: "Dinilai kembali", .personalFile: "Masuk berkas Perseorangan",
  ]
  /// What some schedules write for short.
  private static let abbreviations = [
    "m": "Musnah", "p": "Permanen", "dk": "Dinilai kembali", "tetap": "Permanen", "simpan permanen": "Permanen",
    "disimpan permanen": "Permanen",
  ]
  private static let persons = ["perseorangan", "perorangan"]
  /// What begins a condition; its text keeps the word.
  static let conditions = ["setelah", "apabila", "bila", "jika", "sepanjang", "selama"]
  /// What begins an exception, whose text goes without the word, or a condition.
  private static let turns = ["kecuali"] + conditions

  init(_ cell: String) {
    guard let text = CellText.tidied(cell) else { return }
    if let unmarked = FinalFateReading.withoutFootnoteMark(text) {
      // What the footnote says may be an exception.
      let reading = FinalFateReading(unmarked)
      suggestion = reading.fate == nil ? reading.suggestion : unmarked
      return
    }
    let words = text.split(separator: " ").map(String.init)
    let plain = words.map { Words($0).list.joined() }
    let turn = plain.firstIndex { FinalFateReading.turns.contains($0) }
    let main = plain[..<(turn ?? plain.count)].filter { !$0.isEmpty }
    // `Musnah kecuali …`: the end is missing, and nobody but the schedule knows it.
    isCutOff = turn.map { !words[($0 + 1)...].joined().contains(where: \.isLetter) } ?? false
    if isCutOff { return }
    let exception = turn.map { words[(plain[$0] == "kecuali" ? $0 + 1 : $0)...].joined(separator: " ") }
    isUnusual = exception?.looksCutOff ?? false
    if let kind = FinalFateReading.spellings.first(where: { $0.value.contains(Array(main)) })?.key {
      fate = FinalFate(kind: kind, exception: exception)
    } else if let person = FinalFateReading.person(main) {
      fate = FinalFate(kind: .personalFile, exception: exception)
      isUnusual = isUnusual || !FinalFateReading.persons.contains(person)
    } else {
      suggestion = FinalFateReading.meant(words, plain, main, turn: turn)
    }
  }

  /// The last word of `masuk berkas perseorangan`, as written; nil when the words say something else.
  private static func person(_ main: [String]) -> String? {
    var words = main[...]
    if words.first == "masuk" { words.removeFirst() }
    if words.first == "ke" { words.removeFirst() }
    guard words.count == 2, words.first == "berkas", let last = words.last,
      persons.contains(where: { Words.matches(last, $0) })
    else { return nil }
    return last
  }

  /// A text without the mark of a footnote at its end; nil where there is none.
  private static func withoutFootnoteMark(_ text: String) -> String? {
    var rest = text[...]
    if rest.last == ")" {
      let marked = rest.dropLast().reversed().prefix { $0.isNumber || $0 == "*" }.count
      rest = marked == 0 ? rest : rest.dropLast(marked + 1)
      if rest.last == "(" { rest.removeLast() }
    }
    while let last = rest.last, "*†‡¹²³⁴⁵⁶⁷⁸⁹".contains(last) { rest.removeLast() }
    let bare = rest.trimming(" ")
    // What stands in parentheses is no mark.
    guard bare.count(where: { $0 == "(" }) == bare.count(where: { $0 == ")" }) else { return nil }
    return rest.endIndex == text.endIndex || bare.isEmpty ? nil : bare
  }

  private static func meant(_ words: [String], _ plain: [String], _ main: [String], turn: Int?) -> String? {
    // A misspelled turn first: the rest may then be fine.
    if turn == nil, let place = plain.firstIndex(where: { Words.matches($0, "kecuali") }) {
      let mended = (words[..<place] + ["kecuali"] + words[(place + 1)...]).joined(separator: " ")
      return FinalFate(mended) == nil ? nil : mended
    }
    let written = main.joined(separator: " ")
    let canonical =
      written.hasPrefix("masuk berkas")
      ? names[.personalFile] : abbreviations[written] ?? Nearest.name(to: written, among: names.values.sorted())
    guard let canonical else { return nil }
    return ([canonical] + (turn.map { Array(words[$0...]) } ?? [])).joined(separator: " ")
  }
}
