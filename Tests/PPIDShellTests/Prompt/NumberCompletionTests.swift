import Foundation
import Testing

/// What Tab offers where a finding, a recommendation, public input, a disposal or a hand-over is asked for.
@Suite struct NumberCompletionTests {
  private static let office = Result {
    let office = try ExampleOffice.copy(isRunning: true)
    try office.lines(
      "susut usul pindah --sampai 2029-12",
      "monev temuan tambah \"Arsip belum lengkap\"; monev rekomendasi tambah \"Lengkapi arsip\" --temuan T-2 --pic ppid --batas 2027-01-31",
      "masukan tambah \"Jadwal layanan\" --dari warga",
      "untuk i di 1..9 { monev temuan tambah \"Temuan ke-{$i}\" }",
      "pengguna tambah joko --peran pendukung --unit SETDA; pengguna tambah tono --peran tamu")
    return office
  }

  private func offered(_ line: String, to person: String = "root") throws -> [(text: String, meaning: String)] {
    try CompletionTrial(Self.office.get(), person: person).offered(line)
  }

  private func texts(_ line: String, to person: String = "root") throws -> [String] { try offered(line, to: person).map(\.text) }

  @Test func `findings are offered newest first, by number and by word`() throws {
    let line = "monev rekomendasi tambah x --temuan "
    #expect(try texts(line).prefix(3) == ["T-11", "T-10", "T-9"])
    #expect(try texts(line + "T-1") == ["T-11", "T-10", "T-1"] && texts(line + "t-2") == ["T-2"])
    let found = try offered(line + "terlam")
    #expect(found.map(\.text) == ["T-1"] && found[0].meaning == "Dua unit terlambat")
  }

  @Test func `recommendations, public input, disposals, hand-overs and indicators are offered with what they are`() throws {
    let recommendations = try offered("monev tindak-lanjut ")
    #expect(recommendations.map(\.text) == ["R-2", "R-1"] && recommendations[0].meaning == "terbuka, Lengkapi arsip")
    let input = try offered("masukan tanggapi ")
    #expect(input.map(\.text) == ["M-2", "M-1"] && input[0].meaning == "warga, Jadwal layanan")
    #expect(try texts("masukan tanggapi jal") == ["M-1"])
    let disposals = try offered("susut lihat S")
    #expect(disposals.map(\.text) == ["S-1"] && disposals[0].meaning == "pindah, diusulkan, 2029-12-31")
    #expect(try texts("susut setujui ") == ["S-1"])
    let handovers = try offered("serah terima ")
    #expect(handovers.map(\.text) == ["ST-1"] && handovers[0].meaning == "2026-12, DISKOMINFO, dikirim")
    #expect(try texts("serah lihat ST-2") == [])
    #expect(try offered("monev nilai IND-3").contains { $0.text == "IND-3" && !$0.meaning.isEmpty })
    #expect(try texts("monev tetapkan ").contains("M-1"))
  }

  @Test func `who may not do it, or may not read the archive, is offered none`() throws {
    #expect(try texts("monev tindak-lanjut ", to: "tono") == [] && texts("serah lihat ", to: "tono") == [])
    #expect(try texts("masukan tanggapi ", to: "joko") == [] && texts("susut setujui ", to: "joko") == [])
    #expect(try texts("serah lihat ", to: "joko") == ["ST-1"])
  }
}
