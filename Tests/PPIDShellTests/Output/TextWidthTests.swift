import Foundation
import PPIDScript
import PPIDShell
import PPIDValues
import Testing

@Suite struct TextWidthTests {
  /// What `scripts/widths fixture` wrote beside this file.
  private static func fixture() throws -> [[Substring]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Widths.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ") }
  }

  @Test func `every scalar is as wide as wcwidth says`() throws {
    var widths: [UInt32: Int] = [:]
    for line in try Self.fixture() where line.count == 3 && !line.contains("=") {
      let first = try #require(UInt32(line[0], radix: 16))
      let last = try #require(UInt32(line[1], radix: 16))
      for code in first...last { widths[code] = Int(line[2]) }
    }
    #expect(widths.count > 180_000)
    var wrong: [String] = []
    for code in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(code), scalar.properties.generalCategory != .unassigned,
        scalar.properties.generalCategory != .control, TextWidth.of(scalar) != widths[code] ?? 1
      else { continue }
      wrong.append(String(code, radix: 16))
    }
    #expect(wrong == [])
  }

  @Test func `sequences of scalars are as wide as wcwidth says`() throws {
    var checked = 0
    for line in try Self.fixture() {
      guard let equals = line.firstIndex(of: "=") else { continue }
      let scalars = line[..<equals].compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      #expect(TextWidth.of(text) == Int(line[equals + 1]), "\(text)")
      checked += 1
    }
    #expect(checked > 10)
  }

  @Test func `nothing in a text can command a terminal`() {
    let dangerous = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF...0xFEFF,
    ].flatMap { $0.compactMap { Unicode.Scalar(UInt32($0)) } }
    for scalar in dangerous {
      let visible = VisibleText.of("a\(scalar)b")
      #expect(!visible.unicodeScalars.contains(scalar))
      #expect(visible.hasPrefix("a") && visible.hasSuffix("b") && visible.count > 2)
    }
  }

  @Test func `machine formats and plain texts command no terminal either`() throws {
    let value = Value.list(List([.text("a\u{1B}[2J\u{9B}")]))
    for format in OutputFormat.all {
      let text = try format.text(of: value, OutputSettings(isTerminal: true))
      #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{9B}"), "\(format.name)")
    }
    #expect(try OutputFormat.csv.text(of: value) == "nilai\na\u{1B}[2J\u{9B}\n")
    #expect(try OutputFormat.table.text(of: .text("\u{1B}x"), OutputSettings(isTerminal: true)) == "␛x\n")
  }

  @Test func `control characters are shown`() {
    #expect(VisibleText.of("a\u{1B}[2J") == "a␛[2J")
    #expect(VisibleText.of("a\nb\u{202E}c") == "a␊b\\u{202E}c")
    #expect(VisibleText.of("a\nb\r\u{9B}", keepsLines: true) == "a\nb␍\\u{9B}")
    #expect(VisibleText.of("👨‍👩‍👧 é") == "👨‍👩‍👧 é")
  }
}
