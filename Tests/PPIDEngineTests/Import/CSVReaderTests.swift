import Foundation
import Testing

@testable import PPIDEngine

@Suite("Reading CSV")
struct CSVReaderTests {
  private func rows(_ bytes: [UInt8], _ separator: CSVSeparator? = .comma) throws -> [[String]] {
    let reader = try CSVReader(bytes: bytes, separator: separator)
    var rows: [[String]] = []
    var row = TableRow()
    while try reader.next(into: &row) { rows.append(row.cells) }
    return rows
  }

  private func rows(_ text: String, _ separator: CSVSeparator? = .comma) throws -> [[String]] {
    try rows(Array(text.utf8), separator)
  }

  private func failure(_ bytes: [UInt8], _ separator: CSVSeparator? = .comma) -> ImportFailure? {
    do {
      _ = try rows(bytes, separator)
      return nil
    } catch {
      return error as? ImportFailure
    }
  }

  @Test(
    "cells, quotes and line ends",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
      ("\"dua\nbaris\",\"dua\r\nlagi\"\n", [["dua\nbaris", "dua\r\nlagi"]]),
      ("a\"b,\"a\"b\n", [["a\"b", "ab"]]),
      (",\n\n\"\"\n", [["", ""], [], [""]]),
      ("", []),
      ("\u{FEFF}\"a\",b", [["a", "b"]]),
    ])
  func shapes(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test("every row knows the line on which it begins")
  func lines() throws {
    let reader = try CSVReader(bytes: Array("a\n\"b\r\nb\rb\"\r\n\nc".utf8), separator: .comma)
    var lines: [Int] = []
    var row = TableRow()
    while try reader.next(into: &row) { lines.append(row.line) }
    #expect(lines == [1, 2, 5, 6])
  }

  @Test("a quote that is never closed is named by the line on which it opens")
  func unclosed() {
    #expect(failure(Array("a,b\n\"x\ny\",\"z\nw\n".utf8)) == .unclosedQuote(line: 3))
    #expect(failure(Array("a\n\"".utf8)) == .unclosedQuote(line: 2))
  }

  @Test("the separator is found out", arguments: CSVSeparator.allCases)
  func separators(separator: CSVSeparator) throws {
    let mark = String(Unicode.Scalar(separator.rawValue))
    let text = [
      ["No", "Judul", "Isi"], ["1", "Tarif, biaya; dan lain-lain | umum", "a,b;c"],
      ["2", "x", "satu, dua, tiga; empat"],
    ].map { $0.map { $0.contains(where: ",;|\t".contains) ? "\"\($0)\"" : $0 }.joined(separator: mark) }
    let reader = try CSVReader(bytes: Array(text.joined(separator: "\n").utf8))
    #expect(reader.separator == separator)
  }

  @Test("the same text reads the same in every encoding", arguments: TextEncoding.allCases)
  func encodings(encoding: TextEncoding) throws {
    let text = "judul;isi\r\n“Café” – 5 €;naïve\u{A0}x\r\n"
    let foundation: String.Encoding =
      switch encoding {
      case .utf8: .utf8
      case .windows1252: .windowsCP1252
      case .utf16LittleEndian: .utf16LittleEndian
      case .utf16BigEndian: .utf16BigEndian
      }
    let mark: [UInt8] =
      switch encoding {
      case .utf16LittleEndian: [0xFF, 0xFE]
      case .utf16BigEndian: [0xFE, 0xFF]
      case .utf8, .windows1252: []
      }
    let bytes = mark + [UInt8](try #require(text.data(using: foundation)))
    let reader = try CSVReader(bytes: bytes)
    var row = TableRow()
    #expect(try reader.next(into: &row) && row.cells == ["judul", "isi"])
    #expect(try reader.next(into: &row) && row.cells == ["“Café” – 5 €", "naïve\u{A0}x"])
    #expect(try !reader.next(into: &row))
    #expect(reader.encoding == encoding)
  }

  @Test("text beyond the basic plane reads from UTF-16 too, and half a character doesn't")
  func surrogates() throws {
    #expect(try rows([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE]) == [["😀"]])
    #expect(failure([0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8]) == .invalidText(.utf16LittleEndian, offset: 4, line: 1))
    #expect(failure([0xFF, 0xFE, 0x61, 0x00, 0x62]) == .invalidText(.utf16LittleEndian, offset: 4, line: 1))
  }

  @Test(
    "bytes that are no text of any encoding are named by place",
    arguments: [
      ([0x61, 0x0A, 0x62, 0xC3, 0x28], 3, 2),
      ([0x61, 0x0A, 0x62, 0x0A, 0xFF], 4, 3),
      ([0x61, 0x81, 0x62], 1, 1),
      (Array("é\nab".utf8) + [0xE9, 0x63], 5, 2),
      ([0xED, 0xA0, 0x80], 0, 1),
    ] as [([UInt8], Int, Int)])
  func invalid(bytes: [UInt8], offset: Int, line: Int) {
    #expect(failure(bytes) == .invalidText(.utf8, offset: offset, line: line))
  }

  @Test("a file that mixes Windows-1252 and UTF-8 is refused")
  func mixed() {
    let bytes = Array("caf".utf8) + [0xE9] + Array(" x\ncafé\n".utf8)
    #expect(failure(bytes) == .invalidText(.windows1252, offset: 10, line: 2))
  }

  @Test(
    "files that are no text are told apart",
    arguments: [
      (Array("PK\u{3}\u{4}xxxxxxxxxxxxxxxxxxx".utf8), .spreadsheet), (Array("%PDF-1.7 xxxxxxxxxxx".utf8), .pdf),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], .program), (Array("SQLite format 3\u{0}".utf8), .database),
      (Array("a,b\n1,\u{0}\n".utf8), .unknown), (Array("<!DOCTYPE html><html></html>".utf8), .webPage),
    ] as [([UInt8], BinaryKind)])
  func binary(bytes: [UInt8], kind: BinaryKind) {
    #expect(failure(bytes) == .binary(kind))
    #expect(failure(bytes, nil) == .binary(kind))
  }

  @Test("what is no file is said")
  func files() throws {
    #expect(throws: ImportFailure.missing(path: "/nonexistent/x.csv")) { try CSVReader(path: "/nonexistent/x.csv") }
    #expect(throws: ImportFailure.directory(path: "/")) { try CSVReader(path: "/") }
  }

  @Test("a character that lies across two chunks reads whole", arguments: [0, 1, 2, 3])
  func chunks(shift: Int) throws {
    let before = String(repeating: "x", count: (256 << 10) - shift)
    #expect(try rows(before + "😀\"y\nz\n") == [[before + "😀\"y"], ["z"]])
    #expect(try rows(before + "\r\nz\r\n") == [[before], ["z"]])
    #expect(try rows("\"" + before + "\"\"y\"\n") == [[before + "\"y"]])
    let narrow = Array(before.utf8) + [0xE9, 0x78, 0x0A]
    #expect(try rows(narrow) == [[before + "éx"]])
  }

  @Test("a row beyond the limit is refused, an open quote by its line, before all of it is in memory")
  func tooLarge() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: CSVReader.rowLimit + 100)
    #expect(failure(Array("a\n".utf8) + long) == .rowTooLarge(line: 2, limit: CSVReader.rowLimit))
    #expect(failure(Array("a\n\n\"".utf8) + long) == .unclosedQuote(line: 3))
  }
}
