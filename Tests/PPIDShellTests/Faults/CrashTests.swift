import Foundation
import Testing

/// A run may be killed at any moment, and many may work at once: what was stored is whole.
@Suite(.serialized) struct CrashTests {
  private static let listed = 400

  /// A list long enough to be killed in the middle of.
  private static let list =
    "judul,kategori,unit,ringkasan\n"
    + (1...listed).map { "Dokumen \($0),berkala,SETDA,isi dokumen nomor \($0)\n" }.joined()

  private func office() throws -> Office {
    let office = try Office()
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"", "arsip tambah Profil --kategori berkala")
    return office
  }

  /// What the archive must hold after anything: a sound file, an unbroken chain.
  private func expectWhole(_ office: Office, _ when: String) throws {
    #expect(try office.sqlite("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok", "\(when)")
    #expect(
      try office.sqlite("INSERT INTO record_text (record_text, rank) VALUES ('integrity-check', 1)") == "", "\(when)")
    #expect(try office.line("jejak periksa").status == 0, "\(when)")
  }

  @Test func `a run that is killed while it imports and determines leaves all of a change or nothing`() throws {
    let script =
      "arsip impor besar.csv; dip tetapkan 2026-10 --nomor K-10 --di-luar-siklus \"uji\"; dip terbit 2026-10 --ke publik"
    func begin() throws -> (Office, Run) {
      let office = try office()
      try office.write("besar.csv", Self.list)
      return (office, try office.start([Office.program.path] + Office.clock + ["-c", script]))
    }
    let began = Date()
    let (calm, undisturbed) = try begin()
    _ = try undisturbed.wait().succeeded()
    let whole = Date().timeIntervalSince(began)
    try expectWhole(calm, "not killed")
    var cut = 0
    for _ in 1...20 {
      let (office, run) = try begin()
      let delay = Double.random(in: 0...whole)
      usleep(UInt32(delay * 1_000_000))
      run.send(SIGKILL)
      let status = try run.wait().status
      if status != 0 { cut += 1 }
      let when = "killed after \(delay) s, status \(status)"
      try expectWhole(office, when)
      let counts = try office.sqlite(
        "SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM edition), (SELECT count(*) FROM edition_change), (SELECT count(*) FROM journal)"
      )
      let all = Self.listed + 1
      #expect(["1|0|0|2", "\(all)|0|0|3", "\(all)|1|\(all)|4", "\(all)|1|\(all)|5"].contains(counts), "\(when)")
      #expect(try office.lines("unit ubah SETDA --nama \"Sekretariat\"") == "unit SETDA diubah", "\(when)")
    }
    #expect(cut > 0)
  }

  @Test(arguments: [2, 8]) func `runs that write at once all succeed, and none undoes another's work`(_ count: Int)
    throws
  {
    let office = try office()
    try office.lines("arsip ubah A-1 --tahun 1000")
    let rounds = 24 / count
    let line =
      "arsip ubah A-1 --tahun ($(arsip lihat A-1).tahun + 1); arsip tambah \"Dokumen {$(argumen 0)}\" --kategori berkala"
    try office.write("tulis.ppid", "transaksi {\n\(line)\n}\n")
    let runs = try (1...count).map { writer in
      try office.start([
        "sh", "-c", "for i in $(seq \(rounds)); do ppid tulis.ppid \"w\(writer)-$i\" || exit; done",
      ])
    }
    for run in runs { _ = try run.wait().succeeded() }
    #expect(try office.sqlite("SELECT year FROM record WHERE id = 1") == "\(1000 + rounds * count)")
    #expect(try office.sqlite("SELECT count(DISTINCT title) FROM record") == "\(1 + rounds * count)")
    #expect(try office.journalCount() == 3 + 2 * rounds * count)
    try expectWhole(office, "\(count) writers")
  }

  @Test func `a run waits for another that holds the archive`() throws {
    let office = try office()
    let holder = try hold(office)
    let waiting = try office.start([Office.program.path, "-c", "unit tambah BKD \"Badan Kepegawaian Daerah\""])
    usleep(500_000)
    #expect(waiting.output == "")
    holder.send(SIGINT)
    #expect(try holder.wait().status == 130)
    #expect(try waiting.wait().succeeded().contains("BKD"))
    #expect(try office.sqlite("SELECT count(*) FROM unit WHERE code = 'LAIN'") == "0")
  }

  @Test func `a run that has waited long enough ends with 5 and says who holds the archive`() throws {
    let office = try office()
    let holder = try hold(office)
    let before = try office.dump()
    #expect(try office.lines("arsip | hitung") == "1", "reading never waits")
    let outcome = try office.line("unit tambah BKD \"Badan Kepegawaian Daerah\"")
    #expect(outcome.status == 5)
    #expect(outcome.errors.contains("(pid \(holder.process))"), "\(outcome.errors)")
    #expect(try office.dump() == before)
    holder.send(SIGKILL)
    #expect(try holder.wait().status == -SIGKILL)
    #expect(
      try office.line("unit tambah BKD \"Badan Kepegawaian Daerah\"").status == 0, "the lock ends with its holder")
  }

  /// A run that has written something and doesn't end.
  private func hold(_ office: Office) throws -> Run {
    let line = "transaksi { unit tambah LAIN \"Unit lain\"; cetak \"mulai\"; selama benar {} }"
    let run = try office.start([Office.program.path, "-c", line])
    // Its name stands in the lock's file as soon as it holds it.
    let isHeld = Screen.wait { (try? office.bytes(Office.archive + ".kunci"))?.isEmpty == false }
    try #require(isHeld)
    return run
  }
}
