/// Lists, and pipelines over them, with the values in which databases and languages differ.
struct RandomPipelines {
  enum Kind {
    case text, number, date, other
  }

  /// The columns that every pipeline begins with.
  static let columns: [(name: String, kind: Kind)] = [
    ("judul", .text), ("ringkasan", .text), ("kategori", .text), ("tempat", .text), ("jenis", .text), ("nomor", .text),
    ("tahun", .number), ("tanggal", .date),
  ]

  private static let words = [
    "Laporan", "laporan", "é", "e\u{301}", "Straße", "STRASSE", "中文", "a_b", "a%b", "", "50%", "Z", "*", "SK", "berkala", "ÉCLAIR",
    "éclair", "😀", "ﬁ", "İ", "i", "ǆ", "a\\b", " x",
  ]
  private static let patterns = ["*lap*", "?a*", "straße*", "*", "*é*", "%", "a_b*", "", "fi*", "*\\*"]
  private static let numbers = [
    "0", "1", "2024", "2025", "-3", "2024.5", "2025.0", "7", "0.1", "-0.0", "9223372036854775807", "-9223372036854775808",
    "4611686018427387904", "9007199254740993", "kosong", "1000000000000000000000.0",
  ]
  private static let dates = ["2025-11-15", "2025-10-31", "2024-02-29", "0001-01-01", "9999-12-31", "kosong"]
  private static let others = ["2025-11", "2hari", "[1, 2]", "{a: 1}", "2025-11-15T08:00"]
  private static let samples = ["lewati 3", "urutkan judul", "saring tahun == 2025"]

  private var random: SeededGenerator
  /// The columns at this point of the pipeline, in no order.
  private var kinds: [String: Kind] = [:]

  init(_ seed: UInt64) {
    random = SeededGenerator(seed)
  }

  // MARK: Choosing

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices.randomElement(using: &random)! }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private var names: [String] { kinds.keys.sorted() }
  private func names(_ kind: Kind) -> [String] { names.filter { kinds[$0] == kind } }
  private mutating func choose(_ count: ClosedRange<Int>) -> [String] {
    Array(names.shuffled(using: &random).prefix(Int.random(in: count, using: &random)))
  }

  /// A text as a script writes it.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
  private mutating func word() -> String { Self.quoted(pick(Self.words)) }

  // MARK: Lists

  /// A list to import.
  mutating func list(rows: Int) -> String {
    var list = "judul,kategori,tanggal,waktu,tempat,jenis,ringkasan\n"
    for row in 0..<rows {
      var (date, made) = ("", "")
      if chance(60) {
        date = "\(pick([2023, 2024, 2025, 2026]))-\(Int.random(in: 10...12, using: &random))-\(Int.random(in: 10...28, using: &random))"
      } else if chance(50) {
        made = "Tahun \(Int.random(in: 1990...2030, using: &random))"
      }
      let cells = [
        "\(pick(Self.words)) \(row) \(pick(Self.words))", pick(["berkala", "setiap-saat", "serta-merta"]), date, made,
        pick(Self.words), pick(["", "Laporan", "SK", "laporan"]), pick(Self.words),
      ]
      list += cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
    }
    return list
  }

  // MARK: Pipelines

  mutating func pipeline() -> String {
    kinds = Dictionary(uniqueKeysWithValues: Self.columns.map { ($0.name, $0.kind) })
    var stages = (0..<Int.random(in: 1...4, using: &random)).map { _ in stage() }
    if chance(40) { stages.append(last()) }
    return stages.joined(separator: " | ")
  }

  private mutating func stage() -> String {
    switch Int.random(in: 0..<14, using: &random) {
    case 0...3: return "saring \(condition(0))"
    case 4: return "urutkan \(choose(1...2).joined(separator: " "))\(chance(50) ? " --turun" : "")"
    case 5: return "ambil \(pick([0, 1, 5, 40, 1000]))"
    case 6: return "lewati \(pick([0, 3, 40, 1000]))"
    case 7: return pick(["balik", "unik"])
    case 8, 9:
      let (expression, kind) = value()
      let name = pick(["x", "y", "judul", "tahun", "tempat", "tanggal", "jenis"])
      kinds[name] = kind
      return "dengan \(name) = \(expression)"
    case 10:
      let kept = choose(1...3)
      kinds = kinds.filter { kept.contains($0.key) }
      return "pilih \(kept.joined(separator: " "))\(chance(70) ? " | unik" : "")"
    case 11 where kinds.count > 2:
      let dropped = pick(names)
      kinds[dropped] = nil
      return "buang \(dropped)"
    case 12: return join() ?? "unik"
    default: return group() ?? "balik"
    }
  }

  private mutating func join() -> String? {
    let keys = ["jenis", "tempat"].filter { kinds[$0] != nil }
    guard !keys.isEmpty else { return nil }
    let key = pick(keys + [keys.joined(separator: ",")])
    for name in ["jenis", "nomor", "tempat"] where kinds[name] == nil { kinds[name] = .text }
    return "gabung $(arsip | \(pick(Self.samples)) | ambil 7 | pilih jenis nomor tempat) --pada \"\(key)\""
  }

  private mutating func group() -> String? {
    let keys = choose(0...2)
    var (made, parts) = (kinds.filter { keys.contains($0.key) }, keys)
    func add(_ name: String, _ function: String, _ kind: Kind) {
      if made[name] != nil { return }
      made[name] = kind
      parts.append("\(name) = \(function)")
    }
    if chance(50) { add("h", "hitung()", .number) }
    if let number = names(.number).randomElement(using: &random) {
      if chance(50) { add("j", "jumlah(\(number))", .number) }
      if chance(50) { add("r", "rata(\(number))", .number) }
    }
    let (most, least) = (pick(names), pick(names))
    if chance(50) { add("a", "maks(\(most))", kinds[most] ?? .other) }
    if chance(50) { add("b", "min(\(least))", kinds[least] ?? .other) }
    guard !parts.isEmpty else { return nil }
    kinds = made
    return "kelompok " + parts.joined(separator: " ")
  }

  private mutating func last() -> String {
    var choices = ["hitung", "pertama", "terakhir", "maks \(pick(names))", "min \(pick(names))"]
    if let number = names(.number).randomElement(using: &random) { choices += ["jumlah \(number)", "rata \(number)"] }
    return pick(choices)
  }

  // MARK: Expressions

  private mutating func value() -> (String, Kind) {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return (number(0), .number)
    case 1: return (date(), .date)
    case 2: return (text(), .text)
    case 3: return (condition(1), .other)
    case 4: return ("\(text()) + \(text())", .text)
    case 5: return (pick(Self.numbers), .number)
    case 6: return ("\(date()) - \(date())", .other)
    case 7: return (pick(Self.others), .other)
    default:
      let name = pick(names)
      return (name, kinds[name] ?? .other)
    }
  }

  private mutating func text() -> String {
    if chance(70), let name = names(.text).randomElement(using: &random) { name } else { word() }
  }

  private mutating func number(_ depth: Int) -> String {
    if chance(45), let name = names(.number).randomElement(using: &random) { return name }
    if depth > 2 || chance(60) { return pick(Self.numbers) }
    return "(\(number(depth + 1)) \(pick(["+", "-", "*", "//", "%", "/"])) \(number(depth + 1)))"
  }

  private mutating func date() -> String {
    guard chance(60), let name = names(.date).randomElement(using: &random) else { return pick(Self.dates) }
    return name + (chance(20) ? pick([" + 1bulan", " - 1hari", " + 1tahun"]) : "")
  }

  private mutating func condition(_ depth: Int) -> String {
    if depth < 2, chance(30) { return "(\(condition(depth + 1)) \(pick(["dan", "atau"])) \(condition(depth + 1)))" }
    if depth < 2, chance(12) { return "(bukan \(condition(depth + 1)))" }
    let comparison = pick(["==", "!=", "<", "<=", ">", ">="])
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: return "\(text()) \(comparison) \(text())"
    case 2: return "\(text()) cocok \(Self.quoted(pick(Self.patterns)))"
    case 3: return "\(text()) di \(text())"
    case 4: return "\(text()) di [\(word()), \(word())]"
    case 5, 6: return "\(number(0)) \(comparison) \(number(0))"
    case 7: return "\(date()) \(comparison) \(date())"
    case 8: return "\(date()) di \(pick(["2025-11", "2025-S2", "2024-S1"]))"
    case 9: return "\(number(0)) di \(pick(["[2025, 3]", "2000..2026", "[]", "[kosong, 1]", "[2025.0]"]))"
    case 10: return "\(pick(names)) \(pick(["==", "!="])) kosong"
    default: return "$it.\(pick(names)) \(pick(["==", "!="])) kosong"
    }
  }
}
