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
}
