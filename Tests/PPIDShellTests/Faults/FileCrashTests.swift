import Foundation
import Testing

/// A run that attaches or destroys files may be killed at any moment: no record ever refers to bytes that aren't there, and a
/// disposal is executed whole or not at all.
@Suite(.serialized) struct FileCrashTests {
  private static let count = 60

  private func office() throws -> Office {
    let office = try Office()
    try office.write("jra.csv", "kode,retensi_aktif,retensi_inaktif,nasib_akhir\nPR.01,1 Tahun,-,Musnah\n")
    try office.write(
      "daftar.csv", "judul,unit,kode,tahun\n" + (1...Self.count).map { "Nota \($0),BU,PR.01,2019\n" }.joined())
    for number in 1...Self.count { try office.write("b/\(number).txt", "berkas nomor \(number)\n") }
    try office.lines(
      "unit tambah BU \"Biro Umum\"; klasifikasi impor jra.csv; arsip impor daftar.csv; atur pemisahan-tugas tidak")
    return office
  }

  private static let attaching =
    (1...count).map { "arsip lampirkan A-\($0) b/\($0).txt" }.joined(separator: "\n") + "\n"

  private func copy(_ office: Office) throws -> Office {
    let copy = try Office()
    for name in try FileManager.default.contentsOfDirectory(atPath: office.folder.path) {
      try FileManager.default.copyItem(atPath: office.path(name), toPath: copy.path(name))
    }
    return copy
  }

  /// Runs a script in copies of an office, killed at random moments of its whole run; `body` judges what is left.
  private func kill(_ office: Office, _ script: String, times: Int, _ body: (Office, _ when: String) throws -> Void) throws {
    try office.write("jalan.ppid", script)
    let calm = try copy(office)
    let began = Date()
    _ = try calm.start([Office.program.path] + Office.clock + ["jalan.ppid"]).wait().succeeded()
    let whole = Date().timeIntervalSince(began)
    try body(calm, "not killed")
    var cut = 0
    for _ in 1...times {
      let office = try copy(office)
      let run = try office.start([Office.program.path] + Office.clock + ["jalan.ppid"])
      let delay = Double.random(in: 0...whole)
      usleep(UInt32(delay * 1_000_000))
      run.send(SIGKILL)
      if try run.wait().status != 0 { cut += 1 }
      #expect(try office.sqlite("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok")
      try body(office, "killed after \(delay) s")
    }
    #expect(cut > 0)
  }

  @Test func `a run that is killed while it attaches leaves no record without its bytes`() throws {
    try kill(office(), Self.attaching, times: 8) { office, when in
      let outcome = try office.line("arsip periksa-berkas")
      #expect(!outcome.errors.contains("hilang") && !outcome.errors.contains("berubah"), "\(when): \(outcome.errors)")
      #expect(try office.lines("jejak periksa").contains("utuh"), "\(when)")
      // What was cut off can be done again, and then nothing is left over but what the next attachment takes away.
      _ = try office.ppid("-c", Self.attaching).succeeded()
      #expect(try office.lines("arsip berkas | hitung") == "\(Self.count)", "\(when)")
      #expect(try office.lines("arsip periksa-berkas").contains("\(Self.count) berkas"), "\(when)")
    }
  }

  @Test func `a disposal that is killed is executed whole or not at all`() throws {
    let office = try office()
    _ = try office.ppid("-c", "transaksi {\n\(Self.attaching)}").succeeded()
    try office.lines("susut usul musnah; susut setujui S-1")
    var executed = 0
    try kill(office, "susut laksanakan S-1\n", times: 12) { office, when in
      let checked = try office.lines("arsip periksa-berkas")
      let left = try office.sqlite("SELECT count(*) FROM record WHERE status = 'dimusnahkan'")
      let certified = try office.sqlite("SELECT count(*) FROM destroyed_file")
      let state = try office.sqlite("SELECT state FROM disposal")
      #expect(["0 0 disetujui", "\(Self.count) \(Self.count) dilaksanakan"].contains("\(left) \(certified) \(state)"), "\(when)")
      // Bytes of a destroyed record are gone with the next run at the latest.
      #expect(checked.contains(state == "dilaksanakan" ? ": 0 berkas" : ": \(Self.count) berkas"), "\(when): \(checked)")
      #expect(try office.lines("jejak periksa").contains("utuh"), "\(when)")
      if state == "dilaksanakan" { executed += 1 }
    }
    #expect(executed > 0)
  }
}
