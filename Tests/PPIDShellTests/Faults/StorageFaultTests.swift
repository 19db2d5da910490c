import Foundation
import Testing

/// Disks fill up, go read-only and lose bytes; a run says so, and makes nothing worse.
@Suite struct StorageFaultTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.write("jabar.csv", Data(contentsOf: Office.westJava))
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"", "arsip impor jabar.csv")
    return office
  }

  @Test func `the usual archive's folder is made with the archive, not before`() throws {
    let office = try Office()
    let home = ["HOME": office.path("rumah"), "PPID_ARSIP": "", "XDG_DATA_HOME": ""]
    try #expect(office.ppid("-c", "cetak 1", environment: home).succeeded() == "1")
    #expect(!FileManager.default.fileExists(atPath: office.path("rumah")))
    _ = try office.ppid("-c", "unit tambah A A", environment: home).succeeded()
    let folder = office.path("rumah/.local/share/ppid")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    let archive = try FileManager.default.attributesOfItem(atPath: folder + "/arsip.db")
    #expect(archive[.posixPermissions] as? Int == 0o600)
  }

  // MARK: Mounts

  /// Whether this machine lets a process mount file systems that only it sees.
  private static let canMount = (try? sandbox(Office(), "true").status) == 0

  /// Runs shell commands where they may mount what they like; it is gone with them.
  private static func sandbox(_ office: Office, _ commands: String) throws -> Outcome {
    let flags = getuid() == 0 ? ["--mount"] : ["--mount", "--map-root-user"]
    return try office.start(["unshare"] + flags + ["sh", "-ec", "mount -t tmpfs none /mnt\n" + commands]).wait()
  }

  /// What tests say that need a mount, where there can be none.
  private static let limitation: Comment =
    "known limitation: this machine mounts nothing, so full and read-only disks are not tested"

  @Test(.enabled(if: canMount, limitation))
  func `on a full disk nothing is stored, and work goes on when there is room again`() throws {
    let office = try office()
    let rows = (1...1000).map { "Dokumen \($0),berkala,\(String(repeating: "isi ", count: 1000))\n" }.joined()
    try office.write("besar.csv", "judul,kategori,ringkasan\n" + rows)
    let outcome = try Self.sandbox(
      office,
      """
      mkdir penuh; mount -t tmpfs -o size=1m none penuh
      cp arsip.db penuh/; export PPID_ARSIP=penuh/arsip.db
      sqlite3 penuh/arsip.db .dump > sebelum.sql
      dd if=/dev/zero of=penuh/beban bs=1k count=400 2> /dev/null
      ppid -c 'arsip impor besar.csv' && exit 1 || echo "impor: $?"
      sqlite3 penuh/arsip.db .dump | cmp - sebelum.sql
      ppid -c 'transaksi { arsip tambah Kecil; arsip impor besar.csv }' && exit 1 || echo "transaksi: $?"
      sqlite3 penuh/arsip.db .dump | cmp - sebelum.sql
      dd if=/dev/zero of=penuh/beban2 bs=1k 2> /dev/null || true
      ppid -c 'arsip | hitung; arsip cari profil | hitung; jejak periksa'
      ppid -c 'arsip tambah Kecil' && exit 1 || echo "tulis: $?"
      PPID_ARSIP=arsip.db ppid -c 'arsip ekspor penuh/semua.csv' && exit 1 || echo "ekspor: $?"
      PPID_ARSIP=arsip.db ppid -c 'arsip | simpan penuh/semua.csv' && exit 1 || echo "simpan: $?"
      ! ls penuh/semua.csv 2> /dev/null
      PPID_ARSIP=penuh/baru.db ppid -c 'unit tambah SETDA "x"' && exit 1 || echo "arsip baru: $?"
      rm penuh/beban penuh/beban2
      ppid -c 'arsip tambah "Ada tempat lagi"; jejak periksa'
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines == [
        "impor: 5", "transaksi: 5", "32", "6", "rantai jejak utuh: 2 catatan", "tulis: 5", "ekspor: 5", "simpan: 5", "arsip baru: 5",
        "A-33 ditambahkan: Ada tempat lagi",
        "rantai jejak utuh: 3 catatan",
      ])
    #expect(!outcome.errors.contains("I/O"))
  }

  @Test(.enabled(if: canMount, limitation))
  func `a read-only file system is read, and refused to be written`() throws {
    let office = try office()
    let outcome = try Self.sandbox(
      office,
      """
      mkdir tetap; mount -t tmpfs none tetap; cp arsip.db tetap/; mount -o remount,ro tetap
      export PPID_ARSIP=tetap/arsip.db
      ppid -c 'arsip | hitung'
      ppid -c 'jejak periksa'
      ppid -c 'unit tambah BKD "x"' && exit 1 || echo "tulis: $?"
      ppid -c 'dip tetapkan 2026-10 --di-luar-siklus "x"' && exit 1 || echo "tetapkan: $?"
      PPID_ARSIP=tetap/baru.db ppid -c 'unit' && exit 1 || echo "arsip baru: $?"
      cmp arsip.db tetap/arsip.db
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines == ["32", "rantai jejak utuh: 2 catatan", "tulis: 5", "tetapkan: 5", "arsip baru: 5"])
    #expect(outcome.errors.contains("hanya dapat dibaca"))
  }

  @Test func `what follows a failure that undid the whole transaction is not stored either`() throws {
    let office = try office()
    // A full disk has SQLite do the same, when changes no longer fit into memory.
    try office.sqlite(
      """
      CREATE TRIGGER penuh BEFORE INSERT ON unit WHEN new.code = 'PENUH'
      BEGIN SELECT raise(ROLLBACK, 'disk is full'); END
      """)
    let before = try office.dump()
    let outcome = try office.line(
      """
      transaksi {
        unit tambah A "sebelumnya"
        coba { unit tambah PENUH "x" } tangkap g { cetak $g.kode }
        coba { unit tambah B "sesudahnya" } tangkap g { cetak $g.kode }
        coba { transaksi { unit tambah C "di dalam" } } tangkap g { cetak $g.kode }
      }
      """)
    #expect(outcome.status == 5)
    #expect(outcome.output == "5\n5\n5\n")
    #expect(try office.dump() == before)
  }

  // MARK: Permissions

  @Test(
    .enabled(
      if: getuid() == 0, "known limitation: only root can become another user, so foreign archives are not tested"))
  func `an archive that one may not write is read, and refused to be written`() throws {
    let office = try office()
    try office.sqlite("INSERT INTO person (name, account, roles, journal_id) VALUES ('siti', 'nobody', 'pengelola,sekretariat', 0)")
    // Where the tests are built may be closed to others.
    _ = try office.start(["cp", Office.program.path, "."]).wait().succeeded()
    func asNobody(_ line: String) throws -> Outcome {
      try office.start([
        "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", office.path("ppid"), "-c", line,
      ]).wait()
    }
    let closed = try asNobody("arsip | hitung")
    #expect(closed.status == 5)
    #expect(closed.errors.contains("tidak dapat dibuka"))
    chmod(office.path(Office.archive), 0o644)
    let before = try office.bytes(Office.archive)
    #expect(try asNobody("arsip | hitung").succeeded() == "32")
    for line in ["unit tambah BKD \"x\"", "arsip impor jabar.csv"] {
      let outcome = try asNobody(line)
      #expect(outcome.status == 5)
      #expect(outcome.errors.contains("hanya dapat dibaca"), "\(outcome.errors)")
    }
    #expect(try office.bytes(Office.archive) == before)
  }

  // MARK: Damage

  @Test func `an archive with flipped bytes is never made worse, and no run crashes`() throws {
    let office = try office()
    try office.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
    let sound = try office.bytes(Office.archive)
    var noticed = 0
    for step in 0..<24 {
      var bytes = sound
      // The head, then everywhere: a stretch of each page in turn.
      let place = step < 4 ? 16 + step * 7 : (step - 3) * (sound.count / 22)
      for offset in place..<min(place + 64, bytes.count) { bytes[offset] ^= 0xFF }
      try restore(office, bytes)
      for line in [
        "arsip | urutkan judul | hitung", "jejak periksa", "dip tetapkan 2026-10 --di-luar-siklus \"uji\" --nomor K",
      ] {
        try restore(office, bytes)
        let outcome = try office.line(line)
        #expect(
          [0, 1, 4, 5].contains(outcome.status), "\(line), flipped at \(place): \(outcome.status)\n\(outcome.errors)")
        if outcome.status != 0 {
          noticed += 1
          #expect(outcome.errors.contains("galat"))
          #expect(try office.bytes(Office.archive) == bytes, "\(line), flipped at \(place)")
        }
      }
    }
    #expect(noticed > 10)
  }

  @Test(arguments: [0.1, 0.5, 0.9]) func `a cut archive is refused and left as it is`(_ part: Double) throws {
    let office = try office()
    try office.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
    let sound = try office.bytes(Office.archive)
    let cut = sound.prefix(Int(Double(sound.count) * part))
    for line in ["arsip | urutkan judul | hitung", "jejak periksa", "arsip impor jabar.csv"] {
      try restore(office, cut)
      let outcome = try office.line(line)
      #expect(outcome.status == 5, "\(line): \(outcome.output)\(outcome.errors)")
      #expect(try office.bytes(Office.archive) == cut)
    }
  }

  /// Puts an archive's bytes in place, without what runs leave beside it.
  private func restore(_ office: Office, _ bytes: Data) throws {
    for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: office.path(Office.archive + ending)) }
    try bytes.write(to: URL(fileURLWithPath: office.path(Office.archive)))
  }
}
