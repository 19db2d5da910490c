import Foundation
import Testing

/// Backing up and restoring may be disturbed at any moment: the archive and the backups that are there stay whole.
@Suite(.serialized) struct CareFaultTests {
  private static let listed = 3000

  private func office() throws -> Office {
    let office = try Office()
    try office.write(
      "besar.csv",
      "judul,kategori,unit,ringkasan\n" + (1...Self.listed).map { "Dokumen \($0),berkala,SETDA,isi nomor \($0)\n" }.joined())
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"", "arsip impor besar.csv", "cadangkan cadangan.db")
    return office
  }

  private func names(_ office: Office) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.folder.path).filter { $0.contains(".baru-") }.sorted()
  }

  @Test func `a run that is killed while it restores leaves the old archive or the new one`() throws {
    let office = try office()
    try office.lines("arsip tambah \"Sesudah cadangan\"")
    let before = try office.bytes(Office.archive)
    func begin() throws -> Run { try office.start([Office.program.path] + Office.clock + ["-c", "pulihkan cadangan.db"]) }
    let began = Date()
    _ = try begin().wait().succeeded()
    let whole = Date().timeIntervalSince(began)
    var cut = 0
    for _ in 1...8 {
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: office.path(Office.archive + ending)) }
      try before.write(to: office.folder.appendingPathComponent(Office.archive))
      let run = try begin()
      let delay = Double.random(in: 0.2...1) * whole
      usleep(UInt32(delay * 1_000_000))
      run.send(SIGKILL)
      if try run.wait().status != 0 { cut += 1 }
      let counts = try office.sqlite("SELECT count(*) FROM record; SELECT count(*) FROM journal")
      #expect(["\(Self.listed + 1)\n3", "\(Self.listed)\n3"].contains(counts), "killed after \(delay) s")
      #expect(try office.line("periksa").status == 0, "killed after \(delay) s")
    }
    #expect(cut > 0)
    #expect(try office.line("cadangkan cadangan.db").status == 0)
  }

  @Test func `numbers given since the backup are not given again`() throws {
    let office = try office()
    try office.lines("arsip tambah \"Sesudah cadangan\"", "pulihkan cadangan.db")
    #expect(try office.lines("arsip tambah Baru").hasPrefix("A-\(Self.listed + 2) "))
  }

  @Test func `a backup that is interrupted leaves nothing behind`() throws {
    let office = try office()
    let before = try office.bytes("cadangan.db")
    let run = try office.start([Office.program.path] + Office.clock + ["-c", "selama benar { cadangkan cadangan.db }"])
    let hasBegun = try Screen.wait { try !names(office).isEmpty }
    #expect(hasBegun)
    run.send(SIGINT)
    #expect(try run.wait(upTo: 20).status == 130)
    #expect(try names(office).isEmpty)
    #expect(try office.ppid("--arsip", "cadangan.db", "--hanya-baca", "-c", "periksa").status == 0)
    #expect(try before.count == office.bytes("cadangan.db").count)
  }

  @Test func `a backup that is made while others write holds whole changes`() throws {
    let office = try office()
    let writers = try (1...3).map { writer in
      try office.start(["sh", "-c", "for i in $(seq 12); do ppid -c \"arsip tambah 'Tulis \(writer)-$i'\" || exit; done"])
    }
    for _ in 1...4 {
      let told = try office.lines("cadangkan cadangan.db")
      #expect(told.contains("sudah diperiksa"))
      let counts = try office.start(["sqlite3", "cadangan.db", "SELECT (SELECT count(*) FROM record) - (SELECT count(*) FROM journal)"])
        .wait()
      #expect(try counts.succeeded() == "\(Self.listed - 2)")
    }
    for writer in writers { _ = try writer.wait().succeeded() }
    #expect(try office.lines("periksa").hasPrefix("arsip utuh: \(Self.listed + 36) rekaman"))
  }

  @Test func `a damaged backup is refused and the archive stays`() throws {
    let office = try office()
    let before = try office.dump()
    let sound = try office.bytes("cadangan.db")
    // In a record, in the journal, in the schema.
    for text in ["isi nomor 1500", "arsip impor", "CREATE TABLE journal"] {
      var bytes = sound
      let place = try #require(bytes.range(of: Data(text.utf8)))
      for offset in place { bytes[offset] ^= 0x03 }
      try bytes.write(to: office.folder.appendingPathComponent("rusak.db"))
      let outcome = try office.line("pulihkan rusak.db")
      #expect(outcome.status == 5, "\(text): \(outcome.output)\(outcome.errors)")
      #expect(try office.dump() == before)
    }
    for part in [0.1, 0.5, 0.9] {
      try sound.prefix(Int(Double(sound.count) * part)).write(to: office.folder.appendingPathComponent("rusak.db"))
      #expect(try office.line("pulihkan rusak.db").status == 5)
      #expect(try office.dump() == before)
    }
    #expect(try names(office).isEmpty)
  }

  @Test func `a backup is its owner's alone, and the archive keeps its mode`() throws {
    let office = try office()
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: office.path(name))[.posixPermissions] as? Int
    }
    #expect(try mode("cadangan.db") == 0o600)
    chmod(office.path(Office.archive), 0o660)
    try office.lines("arsip tambah Lain", "pulihkan cadangan.db")
    #expect(try mode(Office.archive) == 0o660)
    #expect(try mode("arsip.db.2026-11-10T09.00.cadangan") == 0o600)
  }
}
