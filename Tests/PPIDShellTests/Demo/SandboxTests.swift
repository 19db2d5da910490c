import Foundation
import Testing

/// Nothing that happens in a demo touches the real archive, and nothing of a demo stays behind.
@Suite struct SandboxTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.write("latihan.ppid", Stage.script)
    try FileManager.default.createDirectory(atPath: office.path("sementara"), withIntermediateDirectories: true)
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"", "arsip tambah Asli --unit SETDA --kategori berkala", "siklus buka 2026-11")
    return office
  }

  private func environment(_ office: Office) -> [String: String] { ["TMPDIR": office.path("sementara")] }

  private func leftovers(_ office: Office) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.path("sementara"))
  }

  /// The archive's bytes, with the names of all that stands beside it.
  private func real(_ office: Office) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path).filter { $0.hasPrefix("arsip") }
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try office.bytes($0)) })
  }

  /// Starts a demo that goes on until it is stopped, and waits until it does.
  private func start(_ office: Office) throws -> Run {
    let run = try office.start(
      [Office.program.path, "-c", "demo mulai latihan.ppid; demo lompat 5; arsip tambah kelas --unit BU; demo lanjut; selama benar { }"],
      environment: environment(office))
    #expect(Screen.wait { run.output.contains(" DEMO latihan.ppid 6/") })
    return run
  }

  @Test func `the real archive is the same to the byte after a demo, and so is its folder`() throws {
    let office = try office()
    let before = try real(office)
    #expect(before["arsip.db"] != nil)
    let outcome = try office.start(
      [
        Office.program.path, "-c",
        "demo mulai latihan.ppid; demo lompat 9; arsip tambah kelas --unit BU; demo mundur 3; demo lanjut 5; cadangkan cadangan.db; demo selesai",
      ], environment: environment(office)
    ).wait()
    #expect(outcome.status != 0 && outcome.errors.contains("yang boleh: pengelola"))
    _ = try office.start([Office.program.path, "-c", "demo mulai sop --otomatis; demo selesai"], environment: environment(office)).wait()
      .succeeded()
    #expect(try real(office) == before)
    #expect(try leftovers(office) == [])
  }

  @Test func `a class's commands write over neither the archive nor the office's site`() throws {
    let office = try office()
    try office.lines("dip tetapkan 2026-10 --nomor K-10 --di-luar-siklus uji", "dip terbit 2026-10 --ke situs")
    let before = try (real(office), office.bytes("situs/index.html"))
    for line in ["dip terbit 2026-10 --ke \"\(office.path("situs"))\"", "arsip ekspor \"\(office.path(Office.archive))\""] {
      let outcome = try office.start(
        [Office.program.path, "-c", "demo mulai dip; \(line); demo selesai"], environment: environment(office)
      ).wait()
      #expect(outcome.status != 0 && (outcome.errors.contains("di luar foldernya") || outcome.errors.contains("milik sebuah arsip")))
    }
    _ = try office.start(
      [Office.program.path, "-c", "demo mulai dip; dip terbit 2026-10 --ke kelas; demo selesai"], environment: environment(office)
    ).wait().succeeded()
    #expect(try real(office) == before.0 && office.bytes("situs/index.html") == before.1)
  }

  @Test func `a demo that is killed leaves the archive alone, and the next one sweeps what it left`() throws {
    let office = try office()
    let before = try real(office)
    let run = try start(office)
    #expect(try leftovers(office).count == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: office.path("sementara/\(leftovers(office)[0])"))
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    run.send(SIGKILL)
    #expect(try run.wait().status == -SIGKILL)
    #expect(try leftovers(office).count == 1)
    #expect(try real(office) == before)
    _ = try office.start([Office.program.path, "-c", "demo mulai latihan.ppid; demo lanjut"], environment: environment(office)).wait()
      .succeeded()
    #expect(try leftovers(office) == [])
    #expect(try real(office) == before)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func `a demo that is asked to end leaves nothing behind`(_ signal: Int32) throws {
    let office = try office()
    let run = try start(office)
    run.send(signal)
    #expect(try run.wait().status == (signal == SIGINT ? 130 : -signal))
    #expect(try leftovers(office) == [])
  }

  @Test func `two demos at once are two`() throws {
    let office = try office()
    let first = try start(office)
    let second = try start(office)
    #expect(try leftovers(office).count == 2)
    _ = try office.start([Office.program.path, "-c", "demo mulai latihan.ppid --otomatis"], environment: environment(office)).wait()
      .succeeded()
    #expect(try leftovers(office).count == 2)
    first.send(SIGTERM)
    _ = try first.wait()
    #expect(try leftovers(office).count == 1)
    second.send(SIGTERM)
    _ = try second.wait()
    #expect(try leftovers(office) == [])
  }

  @Test func `what other folders hold and only looks like a demo's is left alone`() throws {
    let office = try office()
    try office.write("sementara/ppid-demo-catatan.txt", "milik orang")
    try FileManager.default.createDirectory(atPath: office.path("penting"), withIntermediateDirectories: true)
    try office.write("penting/isi.txt", "penting")
    try FileManager.default.createSymbolicLink(
      atPath: office.path("sementara/ppid-demo-tautan"), withDestinationPath: office.path("penting"))
    _ = try office.start([Office.program.path, "-c", "demo mulai latihan.ppid"], environment: environment(office)).wait().succeeded()
    #expect(try leftovers(office).sorted() == ["ppid-demo-catatan.txt", "ppid-demo-tautan"])
    #expect(try office.bytes("penting/isi.txt") == Data("penting".utf8))
  }

  /// Whether this machine lets a process mount file systems that only it sees.
  private static let canMount = (try? mounted(Office(), "true").status) == 0

  private static func mounted(_ office: Office, _ commands: String) throws -> Outcome {
    let flags = getuid() == 0 ? ["--mount"] : ["--mount", "--map-root-user"]
    return try office.start(["unshare"] + flags + ["sh", "-ec", "mount -t tmpfs none /mnt\n" + commands]).wait(upTo: 180)
  }

  @Test(.enabled(if: canMount, "known limitation: this machine mounts nothing, so full disks are not tested"))
  func `where its place gets full, a demo ends in order, wherever that happens`() throws {
    let office = try office()
    let outcome = try Self.mounted(
      office,
      """
      mkdir penuh; cp arsip.db sebelum.db
      for size in 256k 1m 2m 3m 5m 8m; do
        mount -t tmpfs -o size=$size none penuh
        status=0; TMPDIR=$PWD/penuh ppid -c 'demo mulai sop --otomatis' > /dev/null 2> galat.txt || status=$?
        test $status = 5 || test $status = 0 || { echo "$size: $status"; cat galat.txt; }
        test -z "$(ls penuh)" || echo "$size: $(ls penuh)"
        umount penuh
      done
      cmp arsip.db sebelum.db
      """)
    #expect(outcome.status == 0 && outcome.output == "", "\(outcome.output)\(outcome.errors)")
  }

  @Test func `where there is no place for a demo it says so`() throws {
    let office = try office()
    let outcome = try office.start(
      [Office.program.path, "-c", "demo mulai latihan.ppid"], environment: ["TMPDIR": office.path("tiada")]
    ).wait()
    #expect(outcome.status == 5 && outcome.errors.contains("TMPDIR"))
  }
}
