import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Classification schemes with their retention schedules, as archivists publish them.
@Suite struct SchemeTests {
  private static let head = "Kode Klasifikasi,JRA Aktif,JRA Inaktif,Nasib Akhir,SKKAAD\n"

  private func read(_ text: String, mending: Bool = false) throws -> SchemeReader {
    try SchemeReader(bytes: Array(text.utf8), acceptsSuggestions: mending)
  }

  /// What is wrong with the rows of a list: row, column, value and suggestion.
  private func faults(_ rows: String) throws -> [String] {
    try read(Self.head + rows).problems.map { "\($0.row) \($0.column): \($0.value) → \($0.suggestion ?? "?")" }
  }

  // MARK: The real schedule

  @Test func `the real schedule gives its codes, and asks about four of them`() throws {
    let list = try SchemeReader(path: fixture("jra-tvri.csv"), separator: nil, acceptsSuggestions: false)
    #expect(list.codes.count + list.refused == 318)
    #expect(
      list.problems.map { "\($0.row) \($0.column): \($0.value) → \($0.suggestion ?? "?")" } == [
        "186 JRA Aktif: 2 Tahun anqqaran berialan → 2 Tahun setelah anqqaran berialan",
        "303 Kode Klasifikasi: KP.05.01.a → KP.15.01.a", "313 Kode Klasifikasi: KP.05.01.b → KP.15.01.b",
        "328 JRA Aktif: 2 Tahun Surat Keputusan ditetapkan → 2 Tahun setelah Surat Keputusan ditetapkan",
      ])
    #expect(list.notes.isEmpty)
    let codes = Dictionary(uniqueKeysWithValues: list.codes.map { ($0.code, $0) })
    #expect(
      codes["PR.01.02"] == SchemeCode(code: "PR.01.02", active: "2 Tahun", inactive: "3 Tahun", fate: FinalFate("Musnah"), security: .biasa)
    )
    #expect(codes["PR.00.01"]?.active.flatMap { RetentionTerm($0)?.event } == "tidak berlaku")
    #expect(codes["PR.01"]?.hasRetention == false)
    #expect(codes["OT.00.06"]?.hasRetention == false && codes["OT.00.06"]?.security == .biasa)
    #expect(codes["AR.12.01.a"]?.fate?.exception == "yang memiliki nilai guna sejarah, Permanen")
    #expect(codes["UM.02.04"]?.security == .rahasia)
    // Every code that takes records reads to the end.
    for code in list.codes where code.hasRetention {
      #expect(code.active.flatMap { RetentionTerm($0) } != nil && code.inactive.flatMap { RetentionTerm($0) } != nil, "\(code)")
      #expect(code.fate != nil, "\(code)")
    }
    let fates = list.codes.compactMap { $0.fate?.kind }
    #expect(fates.count { $0 == .personalFile } == 21)
  }

  @Test func `accepting the suggestions mends what can be mended, and says what`() throws {
    let list = try SchemeReader(path: fixture("jra-tvri.csv"), separator: nil, acceptsSuggestions: true)
    #expect(list.codes.count == 318 && list.problems.isEmpty)
    #expect(list.mended.map(\.row) == [186, 303, 313, 328])
    let codes = Dictionary(uniqueKeysWithValues: list.codes.map { ($0.code, $0) })
    #expect(codes["KP.15.01.b"]?.inactive.flatMap { RetentionTerm($0)?.event } == "hak dan kewajibannya habis")
    #expect(codes["KP.05.01.a"]?.active == "2 Tahun", "the code that stood there first stays")
  }

  // MARK: What is asked

  @Test func `typing errors are told with row, column, value and suggestion`() throws {
    #expect(
      try faults("PR,,,,\nPR.01,2 Tshun,3 Tahun,Miusnah,Terbatas\nPR.02,2 Tahun,3 Tahum,Musnah,Terbtas\n") == [
        "3 JRA Aktif: 2 Tshun → 2 Tahun", "3 Nasib Akhir: Miusnah → Musnah", "4 SKKAAD: Terbtas → terbatas",
        "4 JRA Inaktif: 3 Tahum → 3 Tahun",
      ])
  }

  @Test func `what suggests nothing is asked for`() throws {
    #expect(
      try faults("PR.01,lihat lampiran,3 Tahun,Musnah,Terbatas\nPR.02,2 Tahun,3 Tahun,,Terbatas\nPR.03,2 Tahun,,Musnah,\n") == [
        "2 JRA Aktif: lihat lampiran → ?", "3 Nasib Akhir:  → ?", "4 JRA Inaktif:  → -",
      ])
  }

  @Test func `the three spellings of the personal file are one fate, and the unusual one is said`() throws {
    let list = try read(
      Self.head
        + "KP.1,1 Tahun,-,Masuk berkas Perorangan,\nKP.2,1 Tahun,-,Masuk berkas Perseorangan,\nKP.3,1 Tahun,-,Masuk berkas Perseoranaan,\nKP.4,1 Tahun,-,Masuk berkas,\n"
    )
    #expect(list.codes.map { $0.fate?.kind } == [.personalFile, .personalFile, .personalFile])
    #expect(list.notes.map(\.row) == [4])
    #expect(list.problems.map { "\($0.row) \($0.suggestion ?? "?")" } == ["5 Masuk berkas Perseorangan"])
  }

  @Test func `a code that is none, and a row without one, are told`() throws {
    #expect(
      try faults("PR. 01,2 Tahun,3 Tahun,Musnah,\n,2 Tahun,3 Tahun,Musnah,Terbatas\nPR/??,2 Tahun,3 Tahun,Musnah,\n") == [
        "2 Kode Klasifikasi: PR. 01 → PR.01", "3 Kode Klasifikasi: 2 Tahun, 3 Tahun, Musnah, Terbatas → ?",
        "4 Kode Klasifikasi: PR/?? → ?",
      ])
  }

  @Test func `a code that stands twice is told, unless it says the same`() throws {
    let list = try read(Self.head + "PR.01,2 Tahun,-,Musnah,\nPR.01,2 Tahun,-,Musnah,\nPR.02,,,,\nPR.01,3 Tahun,-,Musnah,\n")
    #expect(list.codes.map(\.code) == ["PR.01", "PR.02"] && list.notes.map(\.row) == [3])
    #expect(list.problems.map { "\($0.row) \($0.suggestion ?? "?")" } == ["5 PR.02.01"])
  }

  // MARK: The junk around it

  @Test func `heads over two rows, said again on every page, and numbers of columns are no codes`() throws {
    let list = try read(
      """
      JADWAL RETENSI ARSIP;;;;;
      NO;KODE KLASIFIKASI;JENIS ARSIP;JANGKA WAKTU;;NASIB AKHIR
      ;;;AKTIF;INAKTIF;
      1;2;3;4;5;6
      1;PR.01;Program kerja;2 Tahun;3 Tahun;Musnah
      NO;KODE KLASIFIKASI;JENIS ARSIP;JANGKA WAKTU;;NASIB AKHIR
      ;;;AKTIF;INAKTIF;
      2;PR.02;Rencana strategis;5 Tahun setelah;5 Tahun;Permanen
      ;;;tidak berlaku;;
      ;Catatan: disetujui Kepala ANRI;;;;

      """)
    #expect(
      list.codes == [
        SchemeCode(code: "PR.01", title: "Program kerja", active: "2 Tahun", inactive: "3 Tahun", fate: FinalFate("Musnah")),
        SchemeCode(
          code: "PR.02", title: "Rencana strategis", active: "5 Tahun setelah tidak berlaku", inactive: "5 Tahun",
          fate: FinalFate("Permanen")),
      ])
    #expect(list.problems.isEmpty && list.notes.map(\.row) == [10])
  }

  @Test func `a half of a schedule that has lost its head is read where its rows leave no doubt`() throws {
    let list = try read("HM,,,,\nHM.01,2 Tahun,3 Tahun,Musnah,Terbatas\n")
    #expect(list.codes.map(\.code) == ["HM", "HM.01"] && list.codes[1].security == .terbatas)
  }

  @Test(arguments: ["a,b\n1,2\n", "judul;ringkasan\nx;y\n"]) func `a list of something else is refused`(_ text: String) throws {
    do {
      _ = try read(text)
      Issue.record("it was read")
    } catch ClassificationFailure.noHeader(let rows) {
      #expect(!rows.isEmpty)
    }
  }

  // MARK: Versions

  private func engine(_ archive: TemporaryArchive) throws -> Engine {
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    return engine
  }

  private func importScheme(_ engine: Engine, _ archive: TemporaryArchive, _ rows: String, adding: Bool = false) throws
    -> SchemeImportResult
  {
    var options = SchemeImportOptions()
    options.keepsOthers = adding
    return try engine.schedule.importScheme(archive.file("jra.csv", Self.head + rows), options)
  }

  @Test func `each import is a further version, and the same again changes nothing`() throws {
    let archive = try TemporaryArchive()
    let engine = try engine(archive)
    let first = try importScheme(engine, archive, "PR,,,,\nPR.01,2 Tahun,-,Musnah,\nPR.02,2 Tahun,-,Musnah,\n")
    #expect((first.version, first.new) == (1, 3))
    let events = try engine.history.lastEvent()
    let again = try importScheme(engine, archive, "PR,,,,\nPR.01,2 Tahun,-,Musnah,\nPR.02,2 Tahun,-,Musnah,\n")
    #expect((again.version, again.unchanged, try engine.history.lastEvent()) == (1, 3, events))
    let second = try importScheme(engine, archive, "PR,,,,\nPR.01,5 Tahun,-,Permanen,\nPR.03,1 Tahun,-,Musnah,\n")
    #expect((second.version, second.new, second.changed, second.unchanged, second.removed) == (2, 1, 1, 1, 1))
    #expect(try engine.texts(engine.schedule.schemeCodes(of: nil)).map { $0[0] } == ["PR", "PR.01", "PR.03"])
    #expect(try engine.texts(engine.schedule.schemeCodes(of: 1)).map { $0[2] } == ["-", "2 Tahun", "2 Tahun"])
    #expect(throws: ClassificationFailure.self) { try engine.schedule.schemeCodes(of: 3) }
    let joined = try importScheme(engine, archive, "KU.01,5 Tahun,-,Permanen,\nPR.01,4 Tahun,-,Musnah,\n", adding: true)
    #expect((joined.version, joined.new, joined.changed, joined.removed) == (3, 1, 1, 0))
    #expect(try engine.texts(engine.schedule.schemeCodes(of: nil)).map { $0[2] } == ["-", "4 Tahun", "1 Tahun", "5 Tahun"])
  }

  @Test func `a record keeps the scheme by which its code was read, until it gets another code`() throws {
    let archive = try TemporaryArchive()
    let engine = try engine(archive)
    func record(_ title: String, _ code: String) throws -> RecordNumber {
      var content = RecordContent(title: title)
      content.code = code
      return try engine.records.addRecord(content, unit: nil)
    }
    func active() throws -> [Int: String?] {
      try engine.desk.archive.read { try SchemeRows(db: $0).schemeCodes(of: [1, 2, 3]) }.mapValues(\.active)
    }
    _ = try record("sebelum ada skema", "PR.01")
    #expect(try active().isEmpty)
    _ = try importScheme(engine, archive, "PR.01,1 Tahun,-,Musnah,\nPR.02,2 Tahun,-,Musnah,\n")
    #expect(try active() == [1: "1 Tahun"])
    _ = try record("pada versi 1", "PR.01")
    let third = try record("kode yang belum dikenal", "PR.09")
    _ = try importScheme(engine, archive, "PR.01,9 Tahun,-,Musnah,\nPR.09,8 Tahun,-,Musnah,\n")
    #expect(try active() == [1: "1 Tahun", 2: "1 Tahun", 3: "8 Tahun"])
    _ = try engine.records.updateRecord(third) { $0.code = "PR.01" }
    #expect(try active() == [1: "1 Tahun", 2: "1 Tahun", 3: "9 Tahun"])
    _ = try engine.records.updateRecord(third) { $0.code = "PR.02" }
    #expect(try active() == [1: "1 Tahun", 2: "1 Tahun"], "the scheme in force has no PR.02 any more")
  }

  @Test func `adding a record with a code can be taken back`() throws {
    let archive = try TemporaryArchive()
    let engine = try engine(archive)
    _ = try importScheme(engine, archive, "PR.01,1 Tahun,-,Musnah,\n")
    var content = RecordContent(title: "salah ketik")
    content.code = "PR.01"
    _ = try engine.records.addRecord(content, unit: nil)
    _ = try engine.history.undoLastChange()
    #expect(try engine.texts(engine.records.records()).isEmpty)
  }

  @Test func `nothing that a scheme says can be changed afterwards`() throws {
    let archive = try TemporaryArchive()
    let engine = try engine(archive)
    _ = try importScheme(engine, archive, "PR.01,1 Tahun,-,Musnah,\n")
    engine.close()
    #expect(try archive.sqlite("UPDATE scheme_code SET active = '9 Tahun'").contains("cannot be changed"))
    #expect(try archive.sqlite("DELETE FROM scheme_code").contains("cannot be changed"))
  }

  @Test func `a refused list stores nothing, and its good codes when asked`() throws {
    let archive = try TemporaryArchive()
    let engine = try engine(archive)
    let path = try archive.file("jra.csv", Self.head + "PR.01,2 Tshun,-,Musnah,\nPR.02,2 Tahun,-,Musnah,\n")
    var options = SchemeImportOptions()
    do {
      _ = try engine.schedule.importScheme(path, options)
      Issue.record("the list was taken")
    } catch ClassificationFailure.refused(let result) {
      #expect((result.read, result.refused, result.problems.count) == (2, 1, 1))
    }
    #expect(try engine.texts(engine.schedule.schemeCodes(of: nil)).isEmpty)
    options.isPartial = true
    #expect(try engine.schedule.importScheme(path, options).refused == 1)
    #expect(try engine.texts(engine.schedule.schemeCodes(of: nil)).map { $0[0] } == ["PR.02"])
  }

  @Test func `no list makes the reader fall over`() throws {
    var random = SeededRandom(seed: 7)
    let pieces = [
      "Kode Klasifikasi", "AKTIF", "INAKTIF", "NASIB AKHIR", "PR.01", "2 Tahun", "setelah", "-", "Musnah", "kecuali", ",", ",", ";", "\n",
      "\n", "\"", " ", "(", "masuk berkas", "🙂", "1", "2", "selama ", "l Tahun",
      "a)", "*)", "…", "(Tahun)", "Kode Primer", "Kode Sekunder", "KU", "01", "PR.", "5 (enam) tahun", "1)",
    ]
    let heads = [Self.head, "KODE;;;URAIAN;;AKTIF (TH);INAKTIF (TH);NASIB AKHIR\n", ""]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...60, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let list = try? read((heads.randomElement(using: &random) ?? "") + text, mending: Bool.random(using: &random))
      for code in list?.codes ?? [] where code.hasRetention {
        #expect(code.active.flatMap { RetentionTerm($0) } != nil && code.fate != nil, "\(text)")
      }
    }
  }
}
