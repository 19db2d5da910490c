import Foundation
import Testing

/// Ctrl-C stops whatever runs, and what it had not stored is as if it had never been.
@Suite struct InterruptTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"")
    return office
  }

  /// Starts a script and interrupts it once `isUnderWay`; it must end at once, with 130 and nothing stored.
  private func interrupt(
    _ office: Office, _ script: String, sourceLocation: SourceLocation = #_sourceLocation,
    when isUnderWay: (Run) throws -> Bool
  ) throws -> Outcome {
    let before = try office.dump()
    let run = try office.start([Office.program.path] + Office.clock + ["-c", script])
    let hasBegun = try Screen.wait { try isUnderWay(run) }
    #expect(hasBegun, sourceLocation: sourceLocation)
    let spent = run.processorTime
    run.send(SIGINT)
    let outcome = try run.wait(upTo: 20, sourceLocation: sourceLocation)
    // However long it has to wait for a processor, it may not work on for long.
    #expect(outcome.processorTime - spent < 0.5, sourceLocation: sourceLocation)
    #expect(outcome.status == 130, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(try office.dump() == before, sourceLocation: sourceLocation)
    return outcome
  }

  /// Whether a run has taken the archive's lock.
  private func isWriting(_ office: Office) -> Bool {
    (try? office.bytes(Office.archive + ".kunci"))?.isEmpty == false
  }

  @Test func `an endless loop can't hold it up with coba`() throws {
    let office = try office()
    let script = """
      transaksi {
        unit tambah BKD "Badan"
        coba { selama benar {} } tangkap g { cetak "tertangkap" }
        cetak "sesudahnya"
      }
      """
    let outcome = try interrupt(office, script) { _ in isWriting(office) }
    #expect(outcome.output == "")
  }

  @Test func `a query over many rows stops`() throws {
    let office = try office()
    try office.sqlite(
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
      INSERT INTO record (unit_id, title, category, folded_title, created_in, changed_at, journal_id)
      SELECT 1, 'Dokumen ' || (i * 7919 % 60000), 'berkala', 'dokumen ' || i, 1, '2026-11-10T09:00', 1 FROM n
      """)
    let script = """
      transaksi {
        unit tambah BKD "Badan"
        coba { selama benar { arsip | saring judul cocok "*9*1*" | urutkan judul --turun | kelompok judul jumlah = hitung() | hitung } } tangkap g { cetak "tertangkap" }
      }
      """
    let outcome = try interrupt(office, script) { _ in isWriting(office) }
    #expect(outcome.output == "")
  }

  @Test(arguments: [
    #"cetak "{1..30000000}""#, "1..30000000 | urutkan --turun | hitung",
    #"misal t = "{1..200000}"; cetak ("{$t}" cocok "*{$t}x")"#,
    "misal l = $(1..3000000 | balik); selama benar { misal b = salah di $l }",
  ])
  func `long work inside one statement stops`(work: String) throws {
    let office = try office()
    let script = "transaksi { unit tambah BKD \"Badan\"; coba { \(work) } tangkap g { cetak tertangkap } }"
    _ = try interrupt(office, script) { _ in isWriting(office) }
  }

  @Test func `an import stops, and nothing of the list is stored`() throws {
    let office = try office()
    let rows = (1...20_000).map { "Dokumen \($0),berkala,isi nomor \($0)\n" }.joined()
    try office.write("besar.csv", "judul,kategori,ringkasan\n" + rows)
    _ = try interrupt(office, "coba { arsip impor besar.csv } tangkap g { cetak \"tertangkap\" }") { _ in
      isWriting(office)
    }
    #expect(try office.lines("arsip | hitung") == "0")
  }

  @Test func `a run that waits for the archive stops waiting`() throws {
    let office = try office()
    let holder = try office.start([Office.program.path, "-c", "transaksi { unit tambah LAIN \"x\"; selama benar {} }"])
    try #require(Screen.wait { isWriting(office) })
    let waiting = try office.start([Office.program.path, "-c", "unit tambah BKD \"x\""])
    usleep(300_000)
    waiting.send(SIGINT)
    #expect(try waiting.wait(upTo: 8).status == 130)
    holder.send(SIGINT)
    #expect(try holder.wait().status == 130)
    #expect(try office.sqlite("SELECT count(*) FROM unit") == "1")
  }

  @Test func `files that were to be written are not there afterwards`() throws {
    let office = try office()
    let script = "transaksi { unit tambah BKD \"x\"; unit | simpan unit.csv; selama benar {} }"
    _ = try interrupt(office, script) { _ in isWriting(office) }
    let files = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
    #expect(files.filter { !$0.hasPrefix(Office.archive) } == [])
  }
}
