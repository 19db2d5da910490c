import Foundation
import Testing

/// `dari csv`
@Suite struct CSVStageTests {
  private func json(_ text: String, _ rest: String = "") throws -> Outcome {
    let office = try Office()
    try office.write("a.csv", text)
    return try office.ppid("--format", "json", "-c", "baca-berkas a.csv | dari csv\(rest)")
  }

  @Test(arguments: [
    ("a,b\n1,x\n", #"[{"a":"1","b":"x"}]"#), ("a;b\n0081;\"x;\n\"\"y\"\"\"\n", #"[{"a":"0081","b":"x;\n\"y\""}]"#),
    ("a,b\n1\n\n,2\n", #"[{"a":"1","b":null},{"a":"","b":"2"}]"#), ("a,a,\n1,2,3\n", #"[{"a":"1","a_2":"2","kolom_3":"3"}]"#),
    ("a,b\n", "[]"), ("", "[]"),
  ])
  func `texts stay texts, and the first row names the columns`(_ text: String, _ rows: String) throws {
    #expect(try json(text).succeeded() == rows)
  }

  @Test func `what was read can be piped on`() throws {
    let text = "unit,judul\nB,x\nA,y\nB,z\n"
    #expect(try json(text, " | kelompok unit n = hitung()").succeeded() == #"[{"unit":"A","n":1},{"unit":"B","n":2}]"#)
    #expect(try json(text, " | saring judul > \"x\" | pilih judul | urutkan judul --turun | pertama").succeeded() == #"{"judul":"z"}"#)
    #expect(try json(text, " --pemisah ';' | pertama").succeeded() == #"{"unit,judul":"B,x"}"#)
  }

  @Test func `a row with more cells than the head is refused with its line`() throws {
    let outcome = try json("a,b\n1,2\n1,2,3\n")
    #expect(outcome.status == 3 && outcome.errors.contains("baris 3 punya 3 kolom"))
    #expect(try json("a\n\"x").status == 3)
  }
}
