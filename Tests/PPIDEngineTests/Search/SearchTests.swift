import PPIDValues
import Testing

@testable import PPIDEngine

/// Finding records by their words.
@Suite struct SearchTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    for title in [
      "Penganggaran daerah", "Anggaran belanja", "Menteri dan wakilnya", "Daftar penerimaan", "Kafé résumé", "Daftar ada",
      "Pengadaan barang", "Surat-menyurat",
    ] {
      _ = try engine.records.addRecord(RecordContent(title: title), unit: nil)
    }
  }

  private func found(_ text: String) throws -> [String] { try engine.texts(engine.records.search(text).found).map { $0[1] } }

  @Test(arguments: [
    ("anggar", ["Anggaran belanja", "Penganggaran daerah"]), ("anggaran", ["Anggaran belanja", "Penganggaran daerah"]),
    ("penganggaran", ["Penganggaran daerah", "Anggaran belanja"]), ("menganggarkan", ["Anggaran belanja", "Penganggaran daerah"]),
    ("PENGANGGARAN", ["Penganggaran daerah", "Anggaran belanja"]), ("menteri", ["Menteri dan wakilnya"]), ("terima", ["Daftar penerimaan"]),
    ("resume", ["Kafé résumé"]), ("RÉSUMÉ", ["Kafé résumé"]), ("surat-menyurat", ["Surat-menyurat"]),
    ("\"anggaran belanja\"", ["Anggaran belanja"]),
    ("\"belanja anggaran\"", []), ("\"penganggaran\"", ["Penganggaran daerah"]), ("anggaran -daerah", ["Anggaran belanja"]),
    ("daftar -ada", ["Daftar penerimaan"]), ("anggaran belanja", ["Anggaran belanja"]), ("OR AND NOT NEAR", []),
  ])
  func `words, beginnings, phrases, exclusions and words of one root are found, typed words first`(_ text: String, _ titles: [String])
    throws
  {
    let found = try found(text)
    // Of those that rank alike, any may come first.
    #expect(text == "menganggarkan" ? found.sorted() == titles : found == titles)
  }

  @Test func `what was found is marked in the texts`() throws {
    let marks = try engine.records.search("penganggaran \"belanja daerah\"").marks
    func marked(_ text: String) -> String { marks.pieces(of: text).map { $0.isMarked ? "[\($0.text)]" : "\($0.text)" }.joined() }
    #expect(marked("Anggaran, dan PENGANGGARAN.") == "[Anggaran], dan [PENGANGGARAN].")
    #expect(marked("Belanja pegawai daerah; belanjaan") == "[Belanja] pegawai [daerah]; belanjaan")
    let beginning = try engine.records.search("résu").marks.pieces(of: "RESUME")
    #expect(beginning.map(\.isMarked) == [true])
  }
}
