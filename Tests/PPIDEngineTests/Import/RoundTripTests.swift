import OrderedCollections
import PPIDValues
import Testing

@testable import PPIDEngine

@Suite("Lists that the program writes")
struct RoundTripTests {
  /// Texts that a reader of lists, a spreadsheet or CSV itself would like to take for something else.
  private static let pieces = [
    "Laporan", "kinerja", " ", "  ", "\u{A0}", "\n", "\r\n", "\r", "\t", "\"", "\"\"", ",", ";", "|", "=", "+", "-",
    "@", "'",
    "''", "'=", "=1+1", "@SUM(A1)", "0081", "1.234", "3E5", "197001011995031001", "22/11/2026", "22 November 2026",
    "TRUE",
    "A. INFORMASI BERKALA", "1. Informasi tentang Profil", "Jumlah", "(1)", "No", "ID", "judul", "Tahun 2023",
    "Jakarta, 2025",
    "serta merta", "√", "-", "—", "é", "e\u{301}", "日本", "😀", "👩‍👩‍👧", "\u{200B}", "\u{FEFF}", "\u{1}", "\u{7F}", "{", "}",
    "\\", "{\"a\":\"b\"}",
    "<b>", "A-12", ":", "%",
  ]

  private static func text(_ random: inout SeededRandom) -> String {
    let count = Int.random(in: 1...5, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
  }

  private static func content(_ random: inout SeededRandom) -> RecordContent {
    func maybe() -> String? { Bool.random(using: &random) ? text(&random) : nil }
    var content = RecordContent(title: "x" + text(&random))
    if Bool.random(using: &random) { content.title = text(&random) + "x" }
    for field in RecordField.allCases where field != .title { content[field] = .optional(maybe()) }
    content.date =
      Bool.random(using: &random)
      ? CalendarDate(daysSinceEpoch: Int.random(in: -700_000...2_900_000, using: &random)) : nil
    content.year = Bool.random(using: &random) ? Int.random(in: 1...9999, using: &random) : nil
    content.category = Bool.random(using: &random) ? Category.allCases.randomElement(using: &random) : nil
    content.security = Bool.random(using: &random) ? SecurityClass.allCases.randomElement(using: &random) : nil
    for _ in 0..<Int.random(in: 0...3, using: &random) { content.extra[text(&random)] = text(&random) }
    return content
  }

  private static func isSame(_ left: RecordContent, _ right: RecordContent) -> Bool {
    // Equal by their scalars: é and e with its accent are two texts.
    func scalars(_ content: RecordContent) -> [[Unicode.Scalar]] {
      RecordField.allCases.map { Array("\(content[$0])".unicodeScalars) }
        + content.extra.flatMap { [Array($0.key.unicodeScalars), Array($0.value.unicodeScalars)] }
    }
    return left == right && scalars(left) == scalars(right)
  }

  @Test("2 000 records of hostile texts read back to the letter", arguments: CSVProfile.allCases)
  func roundTrip(profile: CSVProfile) throws {
    var random = SeededRandom(seed: 7)
    let contents = (0..<2000).map { _ in Self.content(&random) }
    var writer = ListWriter(profile: profile)
    var bytes = writer.header()
    for (index, content) in contents.enumerated() {
      bytes += writer.line(
        number: index % 3 == 0 ? RecordNumber(index + 1) : nil, unit: index % 2 == 0 ? "SETDA" : nil, content: content)
    }
    let list = try ListFixture.read(bytes)
    #expect(list.records.count == contents.count && list.summary.refused == 0)
    for (index, (record, content)) in zip(list.records, contents).enumerated() {
      let isSame =
        Self.isSame(record.content, content) && record.unit == (index % 2 == 0 ? "SETDA" : nil)
        && record.number == (index % 3 == 0 ? RecordNumber(index + 1) : nil)
      guard isSame else {
        Issue.record("record \(index): wrote \(content), read \(record.content)")
        return
      }
    }
  }

  @Test("a spreadsheet finds no formula, no number and no day in a text, and a file that it can open")
  func spreadsheet() {
    var content = RecordContent(title: "=HYPERLINK(\"http://x\")")
    content.summary = "+1"
    content.kind = "1.234"
    content.holder = "@x"
    content.producer = "197001011995031001"
    content.when = "22 November 2026"
    content.date = CalendarDate("2026-11-22")
    content.year = 2026
    content.code = "0081"
    content.place = "\tx"
    content.form = "-"
    var writer = ListWriter(profile: .excel)
    let header = writer.header()
    #expect(header.starts(with: [0xEF, 0xBB, 0xBF] + Array("nomor;judul;".utf8)) && header.suffix(2) == [13, 10])
    let line = String(decoding: writer.line(number: RecordNumber(3), unit: "BU", content: content), as: UTF8.self)
    #expect(
      line
        == "A-3;\"'=HYPERLINK(\"\"http://x\"\")\";'+1;'1.234;BU;'@x;'197001011995031001;'22 November 2026;2026-11-22;2026;'\tx;'-;;'0081;;;;;;\r\n"
    )
  }

  @Test("for programs texts stand as they are")
  func plain() {
    var writer = CSVWriter(profile: .data)
    let line = writer.line(["=1", "a,b", "x\"y", " z", "0081", "'a", "'=a"])
    #expect(String(decoding: line, as: UTF8.self) == "=1,\"a,b\",\"x\"\"y\",\" z\",0081,'a,''=a\n")
  }

  @Test("a file never begins like another kind of file, and a lone empty cell is a row")
  func beginnings() {
    var writer = CSVWriter(profile: .data)
    #expect(writer.line(["ID", "ID"]) == Array("\"ID\",ID\n".utf8))
    #expect(writer.line([""]) == Array("\"\"\n".utf8))
    var spreadsheet = CSVWriter(profile: .excel)
    #expect(spreadsheet.line(["ID"]).dropFirst(3) == Array("\"ID\"\r\n".utf8)[...])
  }

  @Test("numbers have a decimal comma for spreadsheets and a point for programs")
  func numbers() {
    let values: [FieldValue] = [
      .double(0.75), .int(6765), .bool(true), .null, .date(CalendarDate("2026-11-22")!), .text("1,5"),
    ]
    var spreadsheet = CSVWriter(profile: .excel)
    _ = spreadsheet.line(["x"])
    #expect(spreadsheet.line(values) == Array("0,75;6765;benar;;2026-11-22;'1,5\r\n".utf8))
    var data = CSVWriter(profile: .data)
    #expect(data.line(values) == Array("0.75,6765,benar,,2026-11-22,\"1,5\"\n".utf8))
  }

  @Test("refused rows are written to be mended and read again")
  func refused() throws {
    let list = try ListFixture.read("judul;kategori;keamanan;Catatan\nLaporan;rahasia negara;sangat;x\n")
    let record = try #require(list.records.first)
    #expect(record.problems.map(\.column) == ["kategori", "keamanan"])
    var writer = ListWriter(profile: .data, reasonsIn: .indonesian)
    let written = writer.header() + writer.line(refused: record, for: record.problems)
    let text = String(decoding: written, as: UTF8.self)
    #expect(text.contains("rahasia negara") && text.contains("kategori: kategori tidak dikenal"))
    let again = try ListFixture.read(written).records
    #expect(again.map(\.problems.count) == [2])
    let mended = try ListFixture.read(
      text.replacing("rahasia negara", with: "dikecualikan").replacing(",sangat,", with: ",rahasia,"))
    #expect(mended.summary.refused == 0)
    #expect(mended.records[0].content.category == .dikecualikan && mended.records[0].content.extra == ["Catatan": "x"])
  }

  @Test("a day that was mended in the time as given is read, in a list of refused rows")
  func mendedTime() throws {
    let list = try ListFixture.read("judul;waktu;tahun\nLaporan;32 Januari 2024;dua ribu\n")
    var writer = ListWriter(profile: .excel, reasonsIn: .indonesian)
    let text = try String(
      decoding: writer.header() + writer.line(refused: #require(list.records.first), for: list.records[0].problems), as: UTF8.self)
    let mended = try ListFixture.read(text.replacing("32 Januari", with: "31 Januari").replacing("dua ribu", with: ""))
    #expect(mended.summary.refused == 0)
    #expect(mended.records[0].content.date == CalendarDate("2024-01-31") && mended.records[0].content.year == 2024)
  }
}
