import PPIDValues
import Testing

@testable import PPIDScript

/// Whatever bytes come in, what comes out is a result or an error with a place.
struct HostileTests {
  private func check(_ bytes: [UInt8]) -> Checker.Result {
    Checker.check(SourceText(name: "uji.ppid", bytes: bytes), catalog: TestCatalog.shared, mode: .session)
  }

  private func check(_ text: String) -> Checker.Result { check(Array(text.utf8)) }

  @Test(
    "Brackets nest a thousand deep and no deeper",
    arguments: [("(", "1", ")"), ("[", "1", "]"), ("{a: ", "1", "}"), ("\"{", "1", "}\""), ("$(hasil (", "1", "))")])
  func nesting(_ opener: String, _ middle: String, _ closer: String) {
    let depth = opener.contains("$(") ? 500 : 1000
    func nested(_ count: Int) -> String {
      "cetak (" + String(repeating: opener, count: count) + middle + String(repeating: closer, count: count) + ")"
    }
    #expect(check(nested(depth - 1)).diagnostics.isEmpty)
    #expect(check(nested(depth + 1)).diagnostics.first?.problem.message.id == "kurung bersarang lebih dari 1000 lapis")
    #expect(check(nested(10_000)).program == nil)
    #expect(check(String(repeating: opener, count: 10_000)).program == nil)
  }

  @Test("Blocks nest a thousand deep and no deeper")
  func blocks() {
    func nested(_ count: Int) -> String {
      String(repeating: "jika benar { ", count: count) + String(repeating: "}", count: count)
    }
    #expect(check(nested(1000)).diagnostics.isEmpty)
    #expect(check(nested(1001)).diagnostics.first?.severity == .error)
    #expect(check(nested(10_000)).program == nil)
  }

  @Test("Long chains of operators are no deep ones", arguments: [(" + ", "1"), (" dan ", "benar")])
  func chains(_ symbol: String, _ operand: String) {
    let text = "misal x = " + Array(repeating: operand, count: 100_000).joined(separator: symbol)
    #expect(check(text).program != nil)
  }

  @Test(
    "Nor are other long rows",
    arguments: [
      "misal x = " + String(repeating: "-", count: 10_000) + "(1)",
      "misal x = " + String(repeating: "bukan ", count: 10_000) + "benar",
      "misal r = {}\nmisal x = $r" + String(repeating: ".a", count: 10_000),
      "misal x = \"" + String(repeating: "{1}", count: 10_000) + "\"",
      "jika salah { }" + String(repeating: " lainnya jika salah { }", count: 10_000),
      "cetak $([] " + String(repeating: "| balik ", count: 10_000) + ")",
      "misal l = [" + String(repeating: "1,", count: 20_000) + "]",
      "cetak " + String(repeating: "a ", count: 20_000),
    ])
  func rows(_ text: String) {
    #expect(check(text).program != nil)
  }

  @Test("A line of ten megabytes")
  func longLine() {
    #expect(check("cetak " + String(repeating: "x", count: 10_000_000)).program != nil)
  }

  @Test("Many of the same", arguments: ["\n", "(", "\"", "\"{", "abc\n", "{", "1 "])
  func many(_ piece: String) {
    #expect((check(String(repeating: piece, count: 100_000)).program == nil) == (piece != "\n"))
  }

  @Test(
    "Bytes that are no text are refused at their place",
    arguments: [
      ("cetak \0", "karakter kendali U+0000 tidak boleh di sini"),
      ("cetak \"a\0b\"", "karakter kendali U+0000 tidak boleh di sini"),
      ("cetak a\u{1}b", "karakter kendali U+0001 tidak boleh di sini"),
      ("\0", "karakter kendali U+0000 tidak boleh di sini"),
      ("cetak 'a\0'", "karakter kendali U+0000 tidak boleh di sini"),
    ])
  func controlCharacters(_ text: String, _ message: String) {
    #expect(check(text).diagnostics.first?.problem.message.id == message)
  }

  @Test(
    "Invalid UTF-8 is refused",
    arguments: [
      [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xC0, 0x80],
    ] as [[UInt8]])
  func invalidBytes(_ bytes: [UInt8]) {
    for (before, after) in [("cetak ", ""), ("cetak \"", "\""), ("cetak '", "'"), ("", ""), ("misal x = ", " + 1")] {
      let result = check(Array(before.utf8) + bytes + Array(after.utf8))
      #expect(result.diagnostics.contains { $0.problem.message.id == "bita ini bukan UTF-8" }, "\(before)\(bytes)")
    }
  }

  @Test("Variables beyond the machine's registers are an error")
  func manyVariables() {
    let text = (0..<70_000).map { "misal x\($0) = \($0)\n" }.joined()
    #expect(check(text).diagnostics.last?.problem.message.id == "terlalu banyak peubah atau nilai antara")
  }
}
