import Foundation
import FoundationXML
import Testing

@testable import PPIDShell

/// The swimlane, as text and as an image.
@Suite struct DiagramTests {
  private static func running(_ units: [String]) throws -> Office {
    let office = try Office()
    let made = units.map { "unit tambah \($0) \"Unit\"" }.joined(separator: "; ")
    try office.lines("\(made); siklus buka 2026-11; siklus buka 2026-S2")
    return office
  }

  /// What an XML parser says; nil where it is content.
  private static func fault(in svg: Data) -> String? {
    let parser = XMLParser(data: svg)
    return parser.parse() ? nil : "\(parser.parserError.map { "\($0)" } ?? "?"), line \(parser.lineNumber)"
  }

  @Test func `fifteen activities fit into eighty columns and some forty lines`() throws {
    let office = try Self.running((1...300).map { "U\($0)" })
    let lines = try office.line("sop diagram").succeeded().split(separator: "\n").map(String.init)
    #expect(lines.count <= 44)
    for line in lines { #expect(TextWidth.of(line) <= 80, "\(line)") }
    for number in 1...15 where number != 11 { #expect(lines.contains { $0.contains("[ \(number) ]") }, "\(number)") }
    #expect(lines.contains { $0.contains("T─< 11 >") } && lines.contains { $0.contains("T─< Y/T >") })
    let first = try #require(lines.firstIndex { $0.contains("[ 1 ]") })
    let told = try #require(lines[first + 1].firstMatch(of: /● (.*) \+(\d+)/))
    #expect(told.1.split(separator: " ").count + (Int(told.2) ?? 0) == 300)
  }

  @Test func `arrows lead back from both decisions to where tidak leads`() throws {
    let lines = try Office().line("sop diagram").succeeded().split(separator: "\n").map(Array.init)
    func row(_ sign: String) throws -> Int { try #require(lines.firstIndex { String($0).contains(sign) }, "\(sign)") }
    // The inner channel joins 1, 3 and the first decision, the outer one 1, 10 and the second.
    let ways = try [
      (2, row("< Y/T >"), [row("[ 1 ]"), row("[ 3 ]")]),
      (0, row("< 11 >"), [row("[ 1 ]"), row("[ 10 ]")]),
    ]
    for (column, from, targets) in ways {
      #expect(lines[from][column] == "└")
      for target in targets {
        #expect(lines[target].contains("►"))
        #expect("┌├┬".contains(lines[target][column]))
      }
      for line in (targets.min() ?? 0)..<from { #expect("┌├┬│".contains(lines[line][column]), "\(line)") }
    }
  }

  @Test func `a terminal that isn't UTF-8 gets ASCII`() throws {
    let office = try Self.running(["BU", "BK"])
    let text = try office.ppid("-c", "sop diagram", environment: ["LANG": "C"]).succeeded()
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("* BU BK") && text.contains("---->[ 1 ]"))
    #expect(try office.ppid("-c", "sop diagram", environment: ["LANG": "C", "LC_ALL": "id_ID.utf8"]).succeeded().contains("●"))
  }

  @Test func `the image is well-formed, described in words, and asks for nothing from elsewhere`() throws {
    let office = try Self.running(["BU"])
    try office.lines("sop diagram --ke sop.svg")
    let data = try office.bytes("sop.svg")
    #expect(Self.fault(in: data) == nil)
    let svg = String(decoding: data, as: UTF8.self)
    #expect(svg.contains("<title id=\"judul\">") && svg.contains("di sini: BU"))
    #expect(svg.matches(of: /https?:/).count == 1, "only the name of the format")
    #expect(!svg.contains("<script") && !svg.contains("@import") && !svg.contains("href"))
    #expect(svg.contains("prefers-color-scheme:dark"))
  }

  @Test func `a hostile edition draws as text only`() throws {
    let office = try Self.running(["BU"])
    let source = Office.source.deletingLastPathComponent().appendingPathComponent("Sources/PPIDEngine/Workflow/Resources/sop-ppid.tsv")
    let table = try String(contentsOf: source, encoding: .utf8)
      .replacing("Melaporkan kepada Atasan PPID", with: "</text><script>x</script>\u{1B}[2J\u{202E}& \"]]>")
      .replacing("Menyediakan Data", with: "界界界界界界界界界界界界界界界界界界界界界界界")
    try office.write("lain.tsv", table)
    try office.lines("sop impor lain.tsv", "siklus buka 2026-12", "sop diagram --siklus 2026-12 --ke sop.svg")
    let svg = try office.bytes("sop.svg")
    #expect(Self.fault(in: svg) == nil)
    #expect(!String(decoding: svg, as: UTF8.self).contains("<script"))
    let text = try office.line("sop diagram --siklus 2026-12").succeeded()
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
    for line in text.split(separator: "\n") { #expect(TextWidth.of(String(line)) <= 80) }
  }

  @Test func `it is a text that can be piped, and is written to files by their endings`() throws {
    let office = try Self.running(["BU"])
    #expect(try office.line("sop diagram | simpan d.txt; sop diagram --ke e.txt").status == 0)
    #expect(try office.bytes("e.txt") == office.bytes("d.txt") + Data("\n".utf8))
    #expect(try office.line("sop diagram --ke sop.png").status == 1)
    #expect(try office.line("sop diagram --siklus 2026-10").status == 1)
    try office.lines("pengguna tambah tina --peran tamu")
    let seen = try office.ppid("--sebagai", "tina", "-c", "sop diagram").succeeded()
    #expect(seen.contains("[ 15 ]") && !seen.contains("BU"))
    #expect(try office.ppid("--sebagai", "tina", "-c", "sop diagram --siklus 2026-11").status == 4)
  }
}
