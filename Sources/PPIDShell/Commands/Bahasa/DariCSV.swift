import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dariCSV = Command(
    "dari csv", needs: .anything,
    help: Phrase(
      id: "Membaca tabel dari teks CSV; baris pertama berisi nama kolom, dan semua isinya tetap teks.",
      en: "Reads a table from a CSV text; the first row has the columns' names, and all that stands in it stays a text."),
    Parameter<String>.argument("teks", Phrase(id: "biasanya lewat `|`", en: "usually through `|`")),
    Parameter<CSVSeparator?>.option(
      "pemisah", Phrase(id: "pemisah kolom; tanpa ini dicari sendiri", en: "what separates columns; found out if left out")),
    gives: .type(.table),
    examples: [
      Example(
        "baca-berkas masuk/daftar.csv | dari csv | pilih judul unit | ambil 1 | ke json",
        prints: #"[{"judul":"Rencana Kerja 2026","unit":"SETDA"}]"#)
    ]
  ) { session, text, separator in
    let reader = try CSVReader(bytes: Array(text.utf8), separator: separator)
    var row = TableRow()
    var heads: [String] = []
    var rows: [[String]] = []
    while try reader.next(into: &row) {
      try session.engine.checkInterruption()
      guard row.count > 0 else { continue }
      guard !heads.isEmpty else {
        heads = columnNames(row.cells)
        continue
      }
      guard row.count <= heads.count else {
        throw Failure(
          Phrase(
            id: "baris \(row.line) punya \(row.count) kolom, padahal kepalanya \(heads.count)",
            en: "line \(row.line) has \(row.count) columns, but the head has \(heads.count)"), status: .input)
      }
      rows.append(row.cells)
    }
    return .table(Table(TextTable(heads: heads, rows: rows)))
  }

  /// Every column's name, made up where it is blank, told apart by a number where it stands twice.
  private static func columnNames(_ heads: [String]) -> [String] {
    var names: [String] = []
    var taken: Set<ExactString> = []
    // The number that a name came to: where it stands often, the search goes on from there.
    var counts: [ExactString: Int] = [:]
    for (index, head) in heads.enumerated() {
      let name = head.isEmpty ? "kolom_\(index + 1)" : head
      var candidate = name
      var count = counts[ExactString(name)] ?? 1
      while !taken.insert(ExactString(candidate)).inserted {
        count += 1
        candidate = "\(name)_\(count)"
      }
      counts[ExactString(name)] = count
      names.append(candidate)
    }
    return names
  }
}
