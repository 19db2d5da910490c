import PPIDValues
import Testing

@testable import PPIDScript

/// At the prompt, what one line leaves the next one finds.
struct SessionTests {
  private let session = Session()

  private func type(_ line: String) -> Outcome { Outcome(line, mode: .session, session: session) }

  @Test("Variables and functions live on")
  func living() {
    #expect(type("misal x = [1]").errors.isEmpty)
    #expect(type("fungsi dua(n) { $n * 2 }").errors.isEmpty)
    #expect(type("$x += [$(dua 4)]").errors.isEmpty)
    #expect(type("$x").lines == ["=> [1,8]"])
    #expect(session.variableNames == ["x"])
    #expect(session.functionNames == ["dua"])
  }

  @Test("A later line may declare a variable and a function again, one line may not twice")
  func redeclaring() {
    _ = type("misal x = 1; misal y = $x + 1")
    _ = type("fungsi f() { 1 }")
    #expect(type("misal x = \"a\"; cetak $x $y").lines == ["a 2"])
    _ = type("fungsi f() { 2 }")
    #expect(type("f").lines == ["=> 2"])
    #expect(type("misal z = 1; misal z = 2").errors.count == 1)
  }

  @Test("What a line did before its error stays")
  func errors() {
    _ = type("misal x = 1")
    #expect(type("$x = 2; gagal \"a\"; $x = 3").status == .failed)
    #expect(type("$x").lines == ["=> 2"])
  }

  @Test("A line that is refused changes nothing")
  func refused() {
    _ = type("misal x = 1")
    #expect(type("$x = 2; cetka").status == .usage)
    #expect(type("$x").lines == ["=> 1"])
  }

  @Test("The columns of a table in a variable are known to later lines")
  func tables() {
    _ = type("misal t = $(arsip | pilih nomor)")
    #expect(type("$t | saring judul == \"x\"").errors.first?.message == "tidak ada kolom `judul`")
  }

  @Test("The value shown last is kept")
  func lastValue() {
    _ = type("40 + 2")
    #expect(session.lastValue.string == nil)
    #expect(type("$_ + 1").lines == ["=> 43"])
    #expect(type("misal a = $_").errors.isEmpty)
    #expect(type("$a").lines == ["=> 43"])
  }

  @Test(
    "An open bracket, an open text, a last bar or backslash asks for another line",
    arguments: [
      "jika benar {", "cetak (1 +", "misal l = [1,", "cetak \"a", "cetak 'a", "arsip |", "cetak a \\",
      "cetak $(panjang",
      "fungsi f(a,", "misal r = {a: 1", "cetak \"a{1 +", "coba { cetak a",
    ])
  func incomplete(_ line: String) {
    let result = Checker.check(SourceText(name: "ketikan", line), catalog: TestCatalog.shared, mode: .session)
    #expect(result.isIncomplete)
    #expect(result.program == nil)
  }

  @Test(
    "Anything else is complete",
    arguments: ["cetak a", "cetka", "misal x =", ")", "jika benar { }", "", "cetak \"a\" \"b"])
  func complete(_ line: String) {
    let result = Checker.check(SourceText(name: "ketikan", line), catalog: TestCatalog.shared, mode: .session)
    #expect(result.isIncomplete == line.hasSuffix("\"b"))
  }
}
