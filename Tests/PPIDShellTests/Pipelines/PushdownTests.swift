import Foundation
import Testing

/// What the archive answers itself and what runs above it must be the same, to the letter.
///
/// `PPID_PIPELINES=1-500` runs other seeds, a hundred pipelines each.
@Suite struct PushdownTests {
  private static let seeds: [UInt64] = {
    let words = ProcessInfo.processInfo.environment["PPID_PIPELINES"].map { $0.split(separator: "-").compactMap { UInt64($0) } } ?? [1, 4]
    return words.first.map { Array($0...(words.last ?? $0)) } ?? []
  }()

  @Test(arguments: seeds) func `a pipeline over the archive gives what it gives above it`(seed: UInt64) throws {
    var pipelines = RandomPipelines(seed)
    let office = try Office()
    try pipelines.list(rows: 150).write(
      to: office.folder.appendingPathComponent("daftar.csv"), atomically: true, encoding: .utf8)
    try office.lines("unit tambah U \"Unit\"", "arsip impor daftar.csv --unit U")

    let columns = RandomPipelines.columns.map(\.name).joined(separator: " ")
    let sources = [
      "arsip | pilih \(columns)",
      // The call is beyond the database, so whatever follows is too.
      "arsip | saring $(panjang $it.nomor) > 0 | pilih \(columns)",
      "$baris",
    ]
    let written = (0..<100).map { _ in pipelines.pipeline() }
    var script = "misal baris = $(\(sources[0]) | daftar)\nmisal hasil = \"\"\n"
    for pipeline in written {
      for source in sources {
        script +=
          "coba { $hasil = $(teks $(\(source) | \(pipeline))) } tangkap galat { $hasil = \"galat: {$galat.pesan}\" }\ncetak $hasil\n"
      }
    }
    try script.write(to: office.folder.appendingPathComponent("banding.ppid"), atomically: true, encoding: .utf8)
    let lines = try office.ppid("banding.ppid").succeeded().split(separator: "\n", omittingEmptySubsequences: false)

    try #require(lines.count == sources.count * written.count)
    for (index, pipeline) in written.enumerated() {
      let results = lines[(sources.count * index)...].prefix(sources.count).map(String.init)
      #expect(results[0] == results[1], "\(pipeline)")
      // Rows in memory are worked out at once, also those that nobody asks for, so more can fail there.
      #expect(results[0] == results[2] || results[2].hasPrefix("galat: "), "\(pipeline)")
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
