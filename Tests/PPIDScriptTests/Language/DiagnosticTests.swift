import PPIDValues
import Testing

@testable import PPIDScript

/// How errors are drawn.
struct DiagnosticTests {
  private func draw(
    _ text: String, _ language: Language = .indonesian, isColored: Bool = false,
    fold: @escaping @Sendable (String, Int) -> [String] = { text, _ in [text] }
  ) -> String {
    let source = SourceText(name: "uji.ppid", text)
    let result = Checker.check(source, catalog: TestCatalog.shared, mode: .file)
    let printer = DiagnosticPrinter(language: language, isColored: isColored, fold: fold)
    return result.diagnostics.map(printer.draw).joined()
  }

  @Test("An error shows its place, its line, and what is meant")
  func place() {
    let text = String(repeating: "\n", count: 6) + "    arsip caru \"anggaran\"\n"
    #expect(
      draw(text) == """
        galat: perintah tidak dikenal: `arsip caru`
          ┌─ uji.ppid:7:11
        7 │     arsip caru "anggaran"
          │           ^^^^ maksud Anda `arsip cari`?

        """)
    #expect(
      draw(text, .english) == """
        error: unknown command: `arsip caru`
          ┌─ uji.ppid:7:11
        7 │     arsip caru "anggaran"
          │           ^^^^ did you mean `arsip cari`?

        """)
  }

  @Test("All errors of a script are told in one go, in order")
  func all() {
    let text = "cetka a\nmisal x = 007\ncetak $y\nhenti\n"
    #expect(draw(text).split(separator: "\n").filter { $0.hasPrefix("galat") }.count == 4)
  }

  @Test("Carets stand under wide characters, and tabs are one column")
  func widths() {
    #expect(draw("\tcetak \"資料\" (salahh)").hasSuffix("  │                ^^^^^^ `$salahh` atau `\"salahh\"`?\n"))
  }

  @Test("Control characters of a script never reach the terminal")
  func control() {
    let drawing = draw("cetak \"\u{1B}[31m\" $x\u{202E}\n")
    #expect(!drawing.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test("A very long line is cut around the place")
  func longLine() {
    let drawing = draw(String(repeating: "a ", count: 50_000) + "\"\\q\"")
    #expect(drawing.utf8.count < 1200)
  }

  @Test("An error at run time tells which calls led to it")
  func trace() {
    let outcome = Outcome("fungsi f(n) {\n  gagal \"x\"\n}\nfungsi g() {\n  f 1\n}\ng\n")
    #expect(
      outcome.drawings == """
        galat: x
          ┌─ uji.ppid:2:3
        2 │   gagal "x"
          │   ^^^^^^^^^
          = dipanggil sebagai `f`: uji.ppid:5:3
          = dipanggil sebagai `g`: uji.ppid:7:1

        """)
  }

  @Test("Texts are folded into the room that they have; advice without room beside the carets stands below")
  func folding() {
    let words: @Sendable (String, Int) -> [String] = { text, columns in
      text.count + columns <= 30 ? [text] : text.split(separator: " ").map(String.init)
    }
    #expect(
      draw("arsip caru", fold: words) == """
        galat: perintah
          tidak
          dikenal:
          `arsip
          caru`
          ┌─ uji.ppid:1:7
        1 │ arsip caru
          │       ^^^^
          = maksud Anda `arsip cari`?

        """)
  }

  @Test("Colour is asked for")
  func colour() {
    #expect(draw("cetka", isColored: true).contains("\u{1B}[1;31mgalat\u{1B}[0m"))
  }
}
