import PPIDScript
import PPIDShell
import PPIDValues
import Testing

@Suite struct TableViewTests {
  private static func table(_ rows: [[(String, Value)]]) -> Value {
    .list(List(rows.map { .record(Record($0.map { (name: $0.0, value: $0.1) })) }))
  }

  private static let two = table([
    [("nomor", .text("A-1")), ("judul", .text("Laporan")), ("nilai", .int(6765))],
    [("nomor", .text("A-2")), ("judul", .text("中文 é")), ("nilai", .double(3.14))],
  ])

  @Test func `a table is drawn with lines, numbers to the right`() throws {
    #expect(
      try OutputFormat.table.text(of: Self.two) == """
        ╭───────┬─────────┬───────╮
        │ nomor │ judul   │ nilai │
        ├───────┼─────────┼───────┤
        │ A-1   │ Laporan │ 6.765 │
        │ A-2   │ 中文 é  │  3,14 │
        ╰───────┴─────────┴───────╯
        2 baris

        """)
  }

  @Test func `long cells are wrapped and cut to the width`() throws {
    let words = (1...30).map { "kata\($0)" }.joined(separator: " ")
    let value = Self.table([[("n", .int(1)), ("t", .text(words))]])
    #expect(
      try OutputFormat.table.text(of: value, OutputSettings(width: 30, language: .english)) == """
        ╭───┬────────────────────────╮
        │ n │ t                      │
        ├───┼────────────────────────┤
        │ 1 │ kata1 kata2 kata3      │
        │   │ kata4 kata5 kata6      │
        │   │ kata7 kata8 kata9 …    │
        ╰───┴────────────────────────╯
        1 row

        """)
  }

  @Test func `columns without room are hidden and named`() throws {
    let row = (1...12).map { ("kolom\($0)", $0 == 2 ? Value.null : .text("isi yang panjang")) }
    let text = try OutputFormat.table.text(of: Self.table([row]), OutputSettings(width: 60))
    #expect(text.contains("8 kolom tidak muat: kolom2,"))
    #expect(text.contains("kolom12"))
    #expect(text.split(separator: "\n").allSatisfy { TextWidth.of($0) <= 60 })
  }

  @Test func `no line is wider than the terminal, whatever the table holds`() throws {
    var random = SeededGenerator(7)
    let pieces = ["a", "kata", " ", "\n", "中", "👨‍👩‍👧", "e\u{301}", "\u{1B}", "\t", "x-y", "panjangsekali", "❤️"]
    for _ in 0..<300 {
      let names = (0..<Int.random(in: 1...8, using: &random)).map { "k\($0)" }
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        names.map { name in
          switch Int.random(in: 0..<4, using: &random) {
          case 0: (name, Value.int(Int.random(in: -99999...99999, using: &random)))
          case 1: (name, Value.null)
          default:
            (
              name,
              Value.text(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
              )
            )
          }
        }
      }
      let width = Int.random(in: 30...100, using: &random)
      for format in [OutputFormat.table, .vertical] {
        let text = try format.text(of: Self.table(rows), OutputSettings(width: width))
        for line in text.split(separator: "\n") {
          #expect(TextWidth.of(line) <= width, "\(format.name) \(width)\n\(text)")
          #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        }
        // All lines of the box end at the same column.
        let box = text.split(separator: "\n").filter { format.name == "tabel" && "│╭├╰".contains($0.first!) }
        #expect(Set(box.map { TextWidth.of($0) }).count <= 1, "\(text)")
      }
    }
  }

  @Test func `rows after the measured ones stream without being kept`() throws {
    let value = Value.list(List((0..<2000).map { .record(Record([("n", .int($0))])) }))
    var pieces = 0
    var longest = 0
    try OutputFormat.table.write(value, OutputSettings(width: 40)) { piece in
      pieces += 1
      longest = max(longest, piece.utf8.count)
    }
    #expect(pieces > 2000)
    #expect(longest < 500)
  }

  @Test func `a wider row later widens the table from there on`() throws {
    let rows = (0..<600).map { [("n", Value.int($0 < 550 ? $0 : $0 * 1000))] }
    let text = try OutputFormat.table.text(of: Self.table(rows), OutputSettings(width: 40))
    #expect(text.contains("│ 499 │\n├─────────┤\n│     500 │\n"))
    #expect(text.contains("│ 599.000 │\n╰─────────╯\n600 baris\n"))
  }

  @Test func `a record stands upright, and a change is a sentence`() throws {
    let record = Record([("nomor", .text("A-1")), ("panjang sekali", .int(1234))])
    #expect(try OutputFormat.table.text(of: .record(record)) == "nomor           A-1\npanjang sekali  1.234\n")
    let settings = OutputSettings(sentence: { $0 === record ? "Rekaman A-1 ditambahkan." : nil })
    #expect(try OutputFormat.table.text(of: .record(record), settings) == "Rekaman A-1 ditambahkan.\n")
    #expect(try OutputFormat.json.text(of: .record(record), settings).hasPrefix("{"))
  }

  @Test func `nothing is said kindly`() throws {
    #expect(try OutputFormat.table.text(of: .list(List([]))) == "(daftar kosong)\n")
    #expect(try OutputFormat.table.text(of: .list(List([])), OutputSettings(language: .english)) == "(an empty list)\n")
  }

  @Test func `a list of plain values is numbered as it is indexed`() throws {
    #expect(
      try OutputFormat.table.text(of: .list(List([.text("x"), .int(1000)]))) == """
        ╭───┬───────╮
        │ # │ nilai │
        ├───┼───────┤
        │ 0 │ x     │
        │ 1 │ 1.000 │
        ╰───┴───────╯
        2 unsur

        """)
  }
}
