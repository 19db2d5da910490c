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

  // MARK: Attached files

  /// An archive with files, some of them taken away and others attached since its backup.
  private func officeWithFiles() throws -> Office {
    let office = try Office()
    for number in 1...12 { try office.write("\(number).bin", Data(repeating: UInt8(number), count: 30_000)) }
    func attach(_ numbers: ClosedRange<Int>) -> String { numbers.map { "arsip lampirkan A-1 \($0).bin" }.joined(separator: "; ") }
    try office.lines(
      "unit tambah SETDA \"Sekretariat Daerah\"; arsip tambah Profil", attach(1...8), "cadangkan cadangan.db",
      "arsip copot A-1 1.bin; arsip copot A-1 2.bin; " + attach(9...12))
    return office
  }

  private func copy(_ office: Office) throws -> Office {
    let copy = try Office()
    for name in try FileManager.default.contentsOfDirectory(atPath: office.folder.path) {
      try FileManager.default.copyItem(atPath: office.path(name), toPath: copy.path(name))
    }
    return copy
  }

  @Test(arguments: ["cadangkan cadangan.db", "pulihkan cadangan.db"])
  func `a run that is killed while it copies files leaves archive and backup whole`(_ line: String) throws {
    let office = try officeWithFiles()
    let began = Date()
    try copy(office).lines(line)
    let whole = Date().timeIntervalSince(began)
    var cut = 0
    for _ in 1...8 {
      let office = try copy(office)
      let run = try office.start([Office.program.path] + Office.clock + ["-c", line])
      let delay = Double.random(in: 0.1...1) * whole
      usleep(UInt32(delay * 1_000_000))
      run.send(SIGKILL)
      if try run.wait().status != 0 { cut += 1 }
      let told = try office.lines("periksa")
      #expect(told.hasSuffix("10 lampiran") || told.hasSuffix("8 lampiran"), "killed after \(delay) s: \(told)")
      let kept = try office.ppid("--arsip", "cadangan.db", "--hanya-baca", "-c", "periksa").succeeded()
      #expect(kept.hasSuffix("10 lampiran") || kept.hasSuffix("8 lampiran"), "killed after \(delay) s: \(kept)")
      try office.lines("cadangkan cadangan.db; pulihkan cadangan.db; periksa")
    }
    #expect(cut > 0)
  }

  /// Whether this machine lets a process mount file systems that only it sees.
  private static let canMount = (try? Office().start(["unshare", "--mount", "sh", "-c", "mount -t tmpfs none /mnt"]).wait().status) == 0

  @Test(.enabled(if: canMount, "known limitation: this machine mounts nothing, so full disks are not tested"))
  func `where files don't fit, no backup is made and nothing is restored`() throws {
    let office = try officeWithFiles()
    let outcome = try office.start([
      "unshare", "--mount", "sh", "-ec",
      """
      mkdir penuh; mount -t tmpfs -o size=2m none penuh
      cp -r cadangan.db cadangan.db.berkas penuh/; sha256sum penuh/cadangan.db > jumlah
      dd if=/dev/zero of=penuh/beban bs=1k 2> /dev/null || true
      ppid -c 'cadangkan penuh/cadangan.db' && exit 1 || echo "cadangkan: $?"
      sha256sum -c --quiet jumlah
      ppid --arsip penuh/cadangan.db --hanya-baca -c periksa
      rm -r penuh/*
      cp arsip.db penuh/; cp -r arsip.db.berkas penuh/
      dd if=/dev/zero of=penuh/beban bs=1k 2> /dev/null || true
      PPID_ARSIP=penuh/arsip.db ppid -c 'pulihkan cadangan.db' && exit 1 || echo "pulihkan: $?"
      rm penuh/beban
      PPID_ARSIP=penuh/arsip.db ppid -c 'periksa'
      """,
    ]).wait()
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.map { $0.split(separator: ",").last ?? "" } == ["cadangkan: 5", " 8 lampiran", "pulihkan: 5", " 10 lampiran"],
      "\(outcome.output)")
    #expect(outcome.errors.contains("penuh"))
  }
}
