import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

@Suite("The list of West Java")
struct WestJavaTests {
  private let list: (records: [ListedRecord], summary: ListSummary)

  init() throws {
    list = try ListFixture.read(ListFixture.bytes("dip-jabar-2023-berkala.csv"))
  }

  private func record(_ title: String) throws -> RecordContent {
    try #require(list.records.first { $0.content.title == title }).content
  }

  @Test("it holds 32 records, all of them berkala and none refused")
  func count() {
    #expect(list.records.count == 32)
    #expect(list.records.allSatisfy { $0.content.category == .berkala && $0.problems.isEmpty })
    #expect(
      list.records.allSatisfy { $0.content.when == "Tahun 2023" && $0.content.year == 2023 && $0.content.date == nil })
    #expect(list.records.allSatisfy { $0.content.form == "Hard & Soft File" && $0.content.kind != nil })
    #expect(list.summary.refused == 0)
  }

  @Test("a text that runs over several rows is one record's")
  func continuations() throws {
    let mission = try #require(record("Visi dan Misi").summary)
    #expect(mission.hasPrefix("Visi : Terwujudnya Jawa Barat Juara"))
    for point in ["; 1. Membentuk", "; 2. Melahirkan", "; 3. Mempercepat", "; 4. Meningkatkan", "; 5. Mewujudkan"] {
      #expect(mission.contains(point))
    }
    let wealth = try record("LHKPN")
    #expect(
      wealth.summary
        == "Menyakjikan Hasil Pemerinksaan LHKPN; a. Gubernur; b. Wakil Gubernur; C. Sekretaris Daerah")
    #expect(wealth.extra == ["Jenis Media Yang Memuat Informasi": "Lihat"])
    let services = try record("Informasi khusus lainnya berkaitan dengan hak-hak masyarakat tahun 2023")
    #expect(services.extra.values.first?.hasSuffix("opendata; cekbansos; mppdigital") == true)
  }

  @Test("headings give the kind and are no records")
  func headings() throws {
    #expect(try record("Tugas dan Fungsi").kind == "Informasi tentang Profil Badan Publik")
    #expect(try record("Opini BPK RI").kind == "Ringkasan Laporan Keuangan")
    #expect(list.summary.skipped.map(\.reason) == [.section, .header] + Array(repeating: .heading, count: 9))
    #expect(list.summary.rows == list.summary.records + list.summary.continuations + list.summary.skippedCount)
  }

  @Test("each record says on which line it begins")
  func lines() throws {
    #expect(list.records.first?.row == 4)
    #expect(list.records.last?.row == 84)
  }

  @Test(
    "it reads the same with every separator, encoding and line end", arguments: CSVSeparator.allCases,
    TextEncoding.allCases)
  func otherForms(separator: CSVSeparator, encoding: TextEncoding) throws {
    let reader = try CSVReader(bytes: ListFixture.bytes("dip-jabar-2023-berkala.csv"))
    let mark = String(Unicode.Scalar(separator.rawValue))
    var lines: [String] = []
    var row = TableRow()
    while try reader.next(into: &row) {
      let cells = row.cells.map { cell in
        cell.contains(mark) || cell.contains("\"") ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }
      lines.append(cells.joined(separator: mark))
    }
    for lineEnd in ["\n", "\r\n", "\r"] {
      let text = lines.joined(separator: lineEnd)
      let bytes: [UInt8] =
        switch encoding {
        case .utf8: Array(text.utf8)
        case .windows1252: [UInt8](try #require(text.data(using: .windowsCP1252)))
        case .utf16LittleEndian: [0xFF, 0xFE] + [UInt8](try #require(text.data(using: .utf16LittleEndian)))
        case .utf16BigEndian: [0xFE, 0xFF] + [UInt8](try #require(text.data(using: .utf16BigEndian)))
        }
      let other = try ListFixture.read(bytes)
      #expect(other.records == list.records)
      #expect(other.summary.separator == separator && other.summary.encoding == encoding)
    }
  }
}
