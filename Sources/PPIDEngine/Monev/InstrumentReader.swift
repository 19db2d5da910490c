import PPIDValues

/// Reads an instrument's file: blocks of `kunci: nilai`, one a line. The first fault ends it, with its place.
struct InstrumentReader {
  private struct Entry {
    let line: Int
    let key: String
    let value: String
    /// Where the value begins.
    let column: Int
  }

  /// The lines of one thing; the first says what it is.
  private struct Block {
    let head: Entry
    var entries: [Entry] = []

    subscript(key: String) -> Entry? { entries.first { $0.key == key } }

    func required(_ key: String) throws -> Entry {
      guard let entry = self[key] else { throw InstrumentFault(head.line, 1, .missingKey(key)) }
      return entry
    }
  }

  private static let heads = ["instrumen", "kategori", "indikator"]
  private static let grades = "nilai "
  private static let codeLetters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_".utf8)

  /// Reads an instrument; faults name the file, where it comes from one.
  static func read(_ text: String, from file: String? = nil) throws -> Instrument {
    do {
      return try instrument(text)
    } catch var fault as InstrumentFault {
      fault.file = file
      throw fault
    }
  }

  private static func instrument(_ text: String) throws -> Instrument {
    var blocks = try blocks(of: text)[...]
    guard let head = blocks.popFirst() else { throw InstrumentFault(1, 1, .noHead) }
    guard head.head.key == "instrumen" else { throw InstrumentFault(head.head.line, 1, .noHead) }
    try check(head, keys: ["judul", "versi"])
    let versionText = try head.required("versi")
    guard let version = Int(versionText.value), (1...1_000_000).contains(version) else {
      throw InstrumentFault(versionText.line, versionText.column, .unfitVersion(versionText.value))
    }
    var categories: [(category: Instrument.Category, line: Int)] = []
    var indicators: [Instrument.Indicator] = []
    var lastWeight = versionText
    for block in blocks {
      let code = try code(block.head)
      switch block.head.key {
      case "instrumen": throw InstrumentFault(block.head.line, 1, .secondHead)
      case "kategori":
        try check(block, keys: ["judul"])
        try checkNew(code, among: categories.map(\.category.code), block.head)
        categories.append((Instrument.Category(code: code, title: try block.required("judul").value), block.head.line))
      default:
        try checkNew(code, among: indicators.map(\.code), block.head)
        indicators.append(try indicator(code, block, categories.map(\.category)))
        lastWeight = try block.required("bobot")
      }
    }
    guard !indicators.isEmpty else { throw InstrumentFault(head.head.line, 1, .noIndicators) }
    for (category, line) in categories where !indicators.contains(where: { $0.category == category.code }) {
      throw InstrumentFault(line, 1, .emptyCategory(category.code))
    }
    let sum = indicators.reduce(.zero) { $0 + $1.weight }
    guard sum == .hundred else { throw InstrumentFault(lastWeight.line, lastWeight.column, .weightsDontAddUp(sum)) }
    return Instrument(
      name: try self.code(head.head), version: version, title: try head.required("judul").value,
      categories: categories.map(\.category), indicators: indicators)
  }

  // MARK: Lines

  private static func blocks(of text: String) throws -> [Block] {
    var blocks: [Block] = []
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let content = index == 0 && line.first == "\u{FEFF}" ? line.dropFirst() : line
      guard !content.allSatisfy(\.isWhitespace), content.first != "#" else { continue }
      let entry = try entry(content, line: index + 1)
      if heads.contains(entry.key), blocks.isEmpty || entry.key == "instrumen" || !isCategoryOfIndicator(entry, blocks[blocks.count - 1]) {
        blocks.append(Block(head: entry))
      } else if blocks.isEmpty {
        throw InstrumentFault(index + 1, 1, .noHead)
      } else {
        guard blocks[blocks.count - 1][entry.key] == nil else { throw InstrumentFault(index + 1, 1, .repeatedKey(entry.key)) }
        blocks[blocks.count - 1].entries.append(entry)
      }
    }
    return blocks
  }

  /// `kategori` within an indicator's block names its category, as long as it has none yet.
  private static func isCategoryOfIndicator(_ entry: Entry, _ block: Block) -> Bool {
    entry.key == "kategori" && block.head.key == "indikator" && block["kategori"] == nil
  }

  private static func entry(_ line: Substring, line number: Int) throws -> Entry {
    guard let colon = line.firstIndex(of: ":") else { throw InstrumentFault(number, 1, .noKey) }
    let key = line[..<colon].split(separator: " ").joined(separator: " ")
    guard !key.isEmpty else { throw InstrumentFault(number, 1, .noKey) }
    let rest = line[line.index(after: colon)...]
    let value = rest.drop(while: \.isWhitespace)
    let column = line.distance(from: line.startIndex, to: value.startIndex) + 1
    var end = value.endIndex
    while end > value.startIndex, value[value.index(before: end)].isWhitespace { end = value.index(before: end) }
    guard value.startIndex < end else { throw InstrumentFault(number, column, .emptyValue(key)) }
    return Entry(line: number, key: key, value: String(value[..<end]), column: column)
  }

  // MARK: Blocks

  private static func check(_ block: Block, keys: [String]) throws {
    for entry in block.entries where !keys.contains(entry.key) {
      throw InstrumentFault(entry.line, 1, .unknownKey(entry.key, nearest: Nearest.name(to: entry.key, among: keys)))
    }
  }

  private static func code(_ entry: Entry) throws -> String {
    guard entry.value.utf8.count <= 40, entry.value.utf8.allSatisfy(codeLetters.contains) else {
      throw InstrumentFault(entry.line, entry.column, .unfitName(entry.value))
    }
    return entry.value
  }

  private static func checkNew(_ code: String, among others: [String], _ entry: Entry) throws {
    guard !others.contains(code) else { throw InstrumentFault(entry.line, entry.column, .repeatedCode(code)) }
  }

  private static func indicator(_ code: String, _ block: Block, _ categories: [Instrument.Category]) throws -> Instrument.Indicator {
    let keys = ["kategori", "bobot", "cara", "tingkat", "judul", "sumber", "rumus", "contoh", "bukti", "ambang"]
    try check(Block(head: block.head, entries: block.entries.filter { !$0.key.hasPrefix(grades) }), keys: keys)
    let category = try block.required("kategori")
    guard categories.contains(where: { $0.code == category.value }) else {
      throw InstrumentFault(category.line, category.column, .unknownCategory(category.value))
    }
    let weightText = try block.required("bobot")
    guard let weight = ExactNumber(weightText.value), weight > .zero, weight <= .hundred else {
      throw InstrumentFault(weightText.line, weightText.column, .unfitWeight(weightText.value))
    }
    let kind = try block.required("tingkat")
    guard ["bertingkat", "semua-atau-tidak"].contains(kind.value) else {
      throw InstrumentFault(kind.line, kind.column, .unknownKind(kind.value))
    }
    let isAllOrNothing = kind.value == "semua-atau-tidak"
    return Instrument.Indicator(
      code: code, category: category.value, weight: weight, method: try method(block, isAllOrNothing: isAllOrNothing),
      isAllOrNothing: isAllOrNothing, title: try block.required("judul").value, source: try block.required("sumber").value,
      formula: try block.required("rumus").value, example: try block.required("contoh").value)
  }

  private static func method(_ block: Block, isAllOrNothing: Bool) throws -> Instrument.Method {
    let method = try block.required("cara")
    let words = method.value.split(separator: " ")
    switch (words.first, words.count) {
    case ("nilai", 1):
      if let entry = block["ambang"] { throw InstrumentFault(entry.line, 1, .keyOfOtherMethod(entry.key, method: "nilai")) }
      return .judged(evidence: try block.required("bukti").value, criteria: try criteria(block, isAllOrNothing: isAllOrNothing))
    case ("hitung", 2):
      for entry in block.entries where entry.key == "bukti" || entry.key.hasPrefix(grades) {
        throw InstrumentFault(entry.line, 1, .keyOfOtherMethod(entry.key, method: "hitung"))
      }
      let name = String(words[1])
      guard let indicator = ComputedIndicator(rawValue: name) else {
        let nearest = Nearest.name(to: name, among: ComputedIndicator.allCases.map(\.rawValue))
        throw InstrumentFault(method.line, method.column, .unknownIndicator(name, nearest: nearest))
      }
      return .computed(indicator, thresholds: try thresholds(try block.required("ambang"), isAllOrNothing: isAllOrNothing))
    default: throw InstrumentFault(method.line, method.column, .unknownMethod(method.value))
    }
  }

  /// What each grade asks for; all that the indicator can have must be told.
  private static func criteria(_ block: Block, isAllOrNothing: Bool) throws -> [Grade: String] {
    var criteria: [Grade: String] = [:]
    for entry in block.entries where entry.key.hasPrefix(grades) {
      let text = String(entry.key.dropFirst(grades.count))
      guard let grade = Grade(text) else { throw InstrumentFault(entry.line, grades.count + 1, .unknownGrade(text)) }
      guard !isAllOrNothing || grade == .full || grade == .none else {
        throw InstrumentFault(entry.line, grades.count + 1, .gradeBetween(text))
      }
      guard criteria[grade] == nil else { throw InstrumentFault(entry.line, 1, .repeatedKey(entry.key)) }
      criteria[grade] = entry.value
    }
    for grade in isAllOrNothing ? [Grade.full, .none] : Grade.allCases where criteria[grade] == nil {
      throw InstrumentFault(block.head.line, 1, .missingKey("nilai \(grade)"))
    }
    return criteria
  }

  private static func thresholds(_ entry: Entry, isAllOrNothing: Bool) throws -> Instrument.Thresholds {
    let grades: [Grade] = isAllOrNothing ? [.full] : [.full, .threeQuarters, .half, .quarter]
    let numbers = entry.value.split(separator: " ").map { ExactNumber($0) }
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, known.count == grades.count, known.allSatisfy({ $0 >= .zero && $0 <= .hundred }),
      zip(known, known.dropFirst()).allSatisfy({ $0 > $1 })
    else { throw InstrumentFault(entry.line, entry.column, .unfitThresholds(entry.value, count: grades.count)) }
    return Instrument.Thresholds(steps: zip(grades, known).map { (grade: $0, least: $1) })
  }
}
