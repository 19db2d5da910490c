import Foundation
import Testing

/// What the archive answers itself and what runs above it must be the same, to the letter.
@Suite struct PushdownTests {
  @Test(arguments: [1, 2, 3]) func `a pipeline over the archive gives what it gives over its rows`(seed: UInt64) throws {
    var pipelines = RandomPipelines(seed)
    let office = try Office()
    try pipelines.list(rows: 150).write(
      to: office.folder.appendingPathComponent("daftar.csv"), atomically: true, encoding: .utf8)
    try office.lines("unit tambah U \"Unit\"", "arsip impor daftar.csv --unit U")

    let written = (0..<80).map { _ in pipelines.pipeline() }
    var script = "misal baris = $(arsip | buang diubah | daftar)\nmisal satu = \"\"\nmisal dua = \"\"\n"
    for pipeline in written {
      for (variable, source) in [("satu", "arsip | buang diubah"), ("dua", "$baris")] {
        script +=
          "coba { $\(variable) = $(teks $(\(source) | \(pipeline))) } tangkap galat { $\(variable) = \"galat: {$galat.pesan}\" }\n"
      }
      script += "cetak $satu\ncetak $dua\n"
    }
    try script.write(to: office.folder.appendingPathComponent("banding.ppid"), atomically: true, encoding: .utf8)
    let lines = try office.ppid("banding.ppid").succeeded().split(separator: "\n", omittingEmptySubsequences: false)

    try #require(lines.count == 2 * written.count)
    for (index, pipeline) in written.enumerated() {
      #expect(lines[2 * index] == lines[2 * index + 1], "\(pipeline)")
    }
    // Most of them must say something, else nothing is compared.
    #expect(Set(lines).count > written.count / 2)
  }

  @Test(arguments: [
    ("arsip | saring unit == \"U\" | hitung", ["arsip SELECT count(*)"]),
    ("arsip | maks tahun", ["arsip SELECT max("]),
    ("arsip | rata tahun", ["arsip SELECT", "skrip rata tahun"]),
    ("arsip | urutkan judul --turun | pertama", ["arsip SELECT"]), ("arsip | terakhir", ["arsip SELECT"]),
    ("arsip | saring tahun // 2 == 1000 | jumlah tahun", ["arsip SELECT", "skrip saring tahun // 2 == 1000", "skrip jumlah tahun"]),
    ("arsip | ambil 3 | ke csv | simpan baru.csv", ["arsip SELECT", "skrip ke csv", "skrip simpan baru.csv"]),
    ("$(arsip | hitung)", ["arsip SELECT count(*)"]), ("arsip tambah Baru --unit U", ["skrip arsip tambah Baru --unit U"]),
  ])
  func `jelaskan shows the split and the query, and does nothing`(pipeline: String, expected: [String]) throws {
    let office = try Office()
    try office.lines("unit tambah U \"Unit\"")
    let before = try office.dump()
    let shown = try office.ppid("--format", "tsv", "-c", "jelaskan \(pipeline)").succeeded()
    let steps = shown.split(separator: "\n").dropFirst().map { $0.replacing("\t", with: " ") }
    #expect(steps.count == expected.count, "\(shown)")
    #expect(zip(steps, expected).allSatisfy { $0.hasPrefix($1) }, "\(shown)")
    #expect(try office.dump() == before)
    #expect(!FileManager.default.fileExists(atPath: office.folder.appendingPathComponent("baru.csv").path))
  }
}

/// Lists and pipelines over them, with the values in which databases and languages differ.
private struct RandomPipelines {
  private var random: SeededGenerator

  private static let words = [
    "Laporan", "laporan", "é", "e\u{301}", "Straße", "STRASSE", "中文", "a_b", "a%b", "", "50%", "Z", "*", "SK",
    "berkala",
  ]
  private static let textColumns = ["judul", "ringkasan", "kategori", "tempat", "jenis"]
  private static let samples = ["lewati 3", "urutkan judul", "saring tahun == 2025"]
  private static let keys = ["jenis", "tempat", "\"jenis,tempat\""]
  private static let numbers = [
    "0", "1", "2024", "2025", "-3", "2024.5", "2025.0", "7", "9223372036854775807", "9007199254740993", "kosong",
    "1000000000000000000000.0",
  ]
  private static let columns = textColumns + ["nomor", "tahun", "tanggal"]

  init(_ seed: UInt64) {
    random = SeededGenerator(seed)
  }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices.randomElement(using: &random)! }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// A list to import.
  mutating func list(rows: Int) -> String {
    var list = "judul,kategori,tanggal,tempat,jenis,ringkasan\n"
    for row in 0..<rows {
      let date =
        chance(70) ? "2025-\(Int.random(in: 10...12, using: &random))-\(Int.random(in: 10...28, using: &random))" : ""
      let category = pick(["berkala", "setiap-saat", "serta-merta"])
      let title = "\(pick(Self.words)) \(row) \(pick(Self.words))"
      list += "\(title),\(category),\(date),\(pick(Self.words)),\(pick(["", "Laporan", "SK"])),\(pick(Self.words))\n"
    }
    return list
  }

  mutating func pipeline() -> String {
    var stages = (0..<Int.random(in: 1...3, using: &random)).map { _ in stage() }
    if chance(40) { stages.append(last()) }
    return stages.joined(separator: " | ")
  }

  private mutating func stage() -> String {
    switch Int.random(in: 0..<11, using: &random) {
    case 8: "gabung $(arsip | \(pick(Self.samples)) | ambil 7 | pilih jenis nomor tempat) --pada \(pick(Self.keys))"
    case 9: pick(["dengan judul = ringkasan", "dengan tahun = tahun + 1", "dengan tempat = \"Z\""])
    case 10: "dengan y = \(condition(1))"
    case 0...2: "saring \(condition(0))"
    case 3: "urutkan \(pick(Self.columns)) \(pick(["nomor", "jenis", "tahun"]))\(chance(50) ? " --turun" : "")"
    case 4: "ambil \(pick([0, 1, 5, 40, 1000]))"
    case 5: "lewati \(pick([0, 3, 40, 1000]))"
    case 6: pick(["balik", "unik"])
    default:
      "dengan x = \(pick([number(0), "judul + ringkasan", "tanggal + 1bulan", "tahun == 2025", "judul < ringkasan"]))"
    }
  }

  private mutating func last() -> String {
    let keys = Self.columns.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
    return pick([
      "kelompok \(keys.joined(separator: " ")) n = hitung() j = jumlah(tahun) r = rata(tahun) a = maks(judul) b = min(tanggal)",
      "pilih judul tahun", "buang judul", "jumlah tahun", "rata tahun", "maks judul", "min tanggal", "hitung",
      "pertama", "terakhir",
    ])
  }

  private mutating func condition(_ depth: Int) -> String {
    if depth < 2, chance(35) { return "(\(condition(depth + 1)) \(pick(["dan", "atau"])) \(condition(depth + 1)))" }
    if depth < 2, chance(10) { return "(bukan \(condition(depth + 1)))" }
    let comparison = pick(["==", "!=", "<", "<=", ">", ">="])
    let column = pick(Self.textColumns)
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1: return "\(column) \(comparison) \"\(pick(Self.words))\""
    case 2: return "\(column) cocok \"\(pick(["*lap*", "?a*", "straße*", "*", "*é*", "%", "a_b*", ""]))\""
    case 3: return "\"\(pick(Self.words))\" di \(column)"
    case 4: return "\(column) di [\"\(pick(Self.words))\", \"\(pick(Self.words))\"]"
    case 5, 6: return "\(number(0)) \(comparison) \(number(0))"
    case 7:
      return pick([
        "tahun == kosong", "jenis != kosong", "tahun di [2025.0, 3]", "tanggal di 2025-11", "tanggal di 2025-S2",
        "tahun di [kosong, 2025]", "bukan (tahun > 2024)", "bukan (tanggal < 2025-11-15)", "judul > ringkasan", "tempat == jenis",
        "$it.tempat != kosong", "kosong == tanggal", "kosong < tahun", "tahun di 2024..2026", "jenis di []",
        "tahun < 9007199254740993", "tahun > -9223372036854775808", "tahun < 100000000000000000000.0",
      ])
    default: return "tanggal \(comparison) 2025-11-15"
    }
  }

  private mutating func number(_ depth: Int) -> String {
    if chance(40) { return "tahun" }
    if depth > 2 || chance(60) { return pick(Self.numbers) }
    return "(\(number(depth + 1)) \(pick(["+", "-", "*", "//", "%", "/"])) \(number(depth + 1)))"
  }
}
