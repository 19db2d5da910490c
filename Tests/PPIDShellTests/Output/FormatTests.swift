import PPIDScript
import PPIDShell
import PPIDValues
import Testing

@Suite struct FormatTests {
  private static let rows = Value.list(
    List([
      .record(
        Record([
          ("judul", .text("Laporan \"A\", <b>&")), ("tahun", .int(2026)), ("nilai", .int(6765)),
          ("rata", .double(3.14)),
          ("tanggal", .date(CalendarDate("2026-11-22")!)), ("lain", .null), ("dip", .bool(true)),
        ])),
      .record(
        Record([
          ("judul", .text("dua\nbaris\tdan | pipa")), ("nilai", .int(-1)),
          ("daftar", .list(List([.int(1), .text("x")]))),
        ])),
    ]))

  @Test(arguments: [
    (
      OutputFormat.json,
      #"[{"judul":"Laporan \"A\", <b>&","tahun":2026,"nilai":6765,"rata":3.14,"tanggal":"2026-11-22","lain":null,"dip":true},{"judul":"dua\nbaris\tdan | pipa","nilai":-1,"daftar":[1,"x"]}]"#
        + "\n"
    ),
    (
      .jsonLines,
      #"{"judul":"Laporan \"A\", <b>&","tahun":2026,"nilai":6765,"rata":3.14,"tanggal":"2026-11-22","lain":null,"dip":true}"#
        + "\n"
        + #"{"judul":"dua\nbaris\tdan | pipa","nilai":-1,"daftar":[1,"x"]}"#
        + "\n"
    ),
    (
      .csv,
      """
      judul,tahun,nilai,rata,tanggal,lain,dip,daftar
      "Laporan ""A"", <b>&",2026,6765,3.14,2026-11-22,,benar,
      "dua
      baris\tdan | pipa",,-1,,,,,"[1,""x""]"

      """
    ),
    (
      .tsv,
      """
      judul\ttahun\tnilai\trata\ttanggal\tlain\tdip\tdaftar
      Laporan "A", <b>&\t2026\t6765\t3.14\t2026-11-22\t\tbenar\t
      dua\\nbaris\\tdan | pipa\t\t-1\t\t\t\t\t[1,"x"]

      """
    ),
    (
      .markdown,
      """
      | judul | tahun | nilai | rata | tanggal | lain | dip | daftar |
      | --- | --: | --: | --: | --- | --- | --- | --- |
      | Laporan "A", &lt;b&gt;&amp; | 2026 | 6.765 | 3,14 | 22 November 2026 |  | benar |  |
      | dua<br>baris␉dan \\| pipa |  | -1 |  |  |  |  | \\[1,"x"\\] |

      """
    ),
    (
      .html,
      """
      <table>
      <thead><tr><th>judul</th><th>tahun</th><th>nilai</th><th>rata</th><th>tanggal</th><th>lain</th><th>dip</th><th>daftar</th></tr></thead>
      <tbody>
      <tr><td>Laporan &quot;A&quot;, &lt;b&gt;&amp;</td><td style="text-align:right">2026</td><td style="text-align:right">6.765</td><td style="text-align:right">3,14</td><td>22 November 2026</td><td></td><td>benar</td><td></td></tr>
      <tr><td>dua<br>baris␉dan | pipa</td><td></td><td style="text-align:right">-1</td><td></td><td></td><td></td><td></td><td>[1,&quot;x&quot;]</td></tr>
      </tbody>
      </table>

      """
    ),
  ])
  func `rows are written in each format`(format: OutputFormat, expected: String) throws {
    #expect(try format.text(of: Self.rows) == expected)
  }

  @Test func `plain values, lists and records have a form in each format`() throws {
    let list = Value.list(List([.int(1), .text("a,b")]))
    let record = Value.record(Record([("a", .int(1)), ("b", .null)]))
    #expect(try OutputFormat.json.text(of: .double(1e21)) == "1000000000000000000000.0\n")
    #expect(try OutputFormat.json.text(of: list) == "[1,\"a,b\"]\n")
    #expect(try OutputFormat.json.text(of: .list(List([]))) == "[]\n")
    #expect(try OutputFormat.json.text(of: record) == "{\"a\":1,\"b\":null}\n")
    #expect(
      try OutputFormat.json.text(of: .table(#require(List([record, .record(Record([]))]).table())))
        == "[{\"a\":1,\"b\":null},{\"a\":null,\"b\":null}]\n")
    #expect(try OutputFormat.jsonLines.text(of: list) == "1\n\"a,b\"\n")
    #expect(try OutputFormat.csv.text(of: list) == "nilai\n1\n\"a,b\"\n")
    #expect(try OutputFormat.csv.text(of: record) == "a,b\n1,\n")
    #expect(try OutputFormat.csv.text(of: .int(6765)) == "6765\n")
    #expect(try OutputFormat.csv.text(of: .list(List([.text("")]))) == "nilai\n\"\"\n")
    #expect(try OutputFormat.table.text(of: .text("x\n")) == "x\n")
    #expect(try OutputFormat.plainText.text(of: .text("x")) == "x")
  }

  @Test func `a file's ending names its format`() {
    #expect(OutputFormat.named(byEndingOf: "a/b.CSV").name == "csv")
    #expect(OutputFormat.named(byEndingOf: "a.b/c").name == "teks")
    #expect(OutputFormat.named(byEndingOf: "x.json").name == "json")
    #expect(OutputFormat.named(byEndingOf: "").name == "teks")
  }

  @Test func `names and endings of formats are unique`() {
    let names = OutputFormat.all.map(\.name)
    let endings = OutputFormat.all.flatMap(\.endings)
    #expect(Set(names).count == names.count)
    #expect(Set(endings).count == endings.count)
    #expect(names.allSatisfy { OutputFormat.named($0)?.name == $0 })
  }

  @Test(arguments: [
    ("0", "0"), ("999", "999"), ("1000", "1.000"), ("-6765", "-6.765"), ("1234567.25", "1.234.567,25"),
    ("-0.5", "-0,5"),
    ("9223372036854775807", "9.223.372.036.854.775.807"),
  ])
  func `numbers are grouped as in Indonesia`(canonical: String, expected: String) {
    #expect(IndonesianNumber.spelling(ofCanonical: canonical) == expected)
  }
}
