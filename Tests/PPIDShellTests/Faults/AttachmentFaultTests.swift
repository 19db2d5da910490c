import Foundation
import Testing

/// Files that mean harm, or change, or don't fit, leave the archive as it was.
@Suite struct AttachmentFaultTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.lines("unit tambah BU \"Biro Umum\"; arsip tambah Laporan --unit BU")
    return office
  }

  /// What stands in the folder of contents.
  private func stored(_ office: Office) throws -> String {
    try office.start(["find", "arsip.db.berkas", "-type", "f"]).wait().output
  }

  @Test func `names from a file system that mean harm are shown, and do none`() throws {
    let office = try office()
    let names = [
      "\u{1B}[31mmerah\u{1B}]0;judul\u{07}", "baris\nbaru", "\u{202E}fdp.exe", "-rf", "'; arsip tarik A-1", "$(arsip)",
    ]
    for name in names { try office.write("masuk/\(name)", "isi \(name)") }
    try office.write("masuk/" + String(repeating: "n", count: 255), "panjang")
    try office.lines("untuk b di $(daftar-berkas \"masuk/*\") { arsip lampirkan A-1 $b.jalur }")
    let listed = try office.lines("arsip berkas A-1; arsip lihat A-1; arsip riwayat A-1")
    #expect(listed.contains("merah"))
    #expect(!listed.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{202E}" })
    #expect(try office.lines("arsip berkas A-1 | hitung") == "\(names.count + 1)")
    #expect(try office.lines("arsip periksa-berkas").contains("utuh: \(names.count + 1) berkas"))
    for name in ["../x", "/etc/passwd", "..", String(repeating: "n", count: 300)] {
      #expect(try office.line("arsip lampirkan A-1 'masuk/-rf' --nama '\(name)'").status != 0, "\(name)")
    }
    try office.lines(
      "arsip ambil A-1 \"-rf\" --ke .; untuk b di $(arsip berkas A-1) { arsip copot A-1 $b.nama }; arsip ubah A-1 --judul Baru")
    #expect(try office.bytes("-rf") == Data("isi -rf".utf8))
  }

  @Test func `a file that is written to while it is read is refused, and can be attached afterwards`() throws {
    let office = try office()
    try office.write("tumbuh", "awal")
    #expect(truncate(office.path("tumbuh"), 16 << 20) == 0)
    let writer = try office.start(["sh", "-c", "while [ ! -e berhenti ]; do printf x >> tumbuh; sleep 0.01; done"])
    let outcome = try office.line("arsip lampirkan A-1 tumbuh")
    #expect(outcome.status == 3 && outcome.errors.contains("berubah selagi dibaca"), "\(outcome.errors)")
    try office.write("berhenti", "")
    _ = try writer.wait()
    #expect(try stored(office) == "")
    try office.lines("arsip lampirkan A-1 tumbuh", "arsip periksa-berkas")
  }

  @Test func `what is no file is refused at once`() throws {
    let office = try office()
    #expect(mkfifo(office.path("pipa"), 0o600) == 0)
    try FileManager.default.createDirectory(atPath: office.path("folder"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: office.path("lingkar"), withDestinationPath: "lingkar")
    for path in ["pipa", "folder", "lingkar", "/dev/zero", "/dev/null", "/dev/tty", "/proc/self/mem", "tidak-ada", "."] {
      let outcome = try office.line("arsip lampirkan A-1 \(path)")
      #expect(outcome.status == 3 && outcome.errors.hasPrefix("galat: "), "\(path): \(outcome.errors)")
    }
    #expect(try office.lines("arsip berkas A-1 | hitung") == "0")
  }

  /// Whether this machine lets a process mount file systems that only it sees.
  private static let canMount = (try? Office().start(["unshare", "--mount", "sh", "-ec", "mount -t tmpfs none /mnt"]).wait().status) == 0
  private static let limitation: Comment = "known limitation: this machine mounts nothing, so full disks are not tested"

  @Test(.enabled(if: canMount, limitation)) func `on a full disk nothing is attached and nothing is left`() throws {
    let office = try office()
    try office.write("besar", Data(repeating: 0x61, count: 3 << 20))
    let outcome = try office.start([
      "unshare", "--mount", "sh", "-ec",
      """
      mount -t tmpfs none /mnt
      mkdir /mnt/penuh; mount -t tmpfs -o size=2m none /mnt/penuh
      cp arsip.db /mnt/penuh/; export PPID_ARSIP=/mnt/penuh/arsip.db
      ppid -c 'arsip lampirkan A-1 besar' && exit 1 || echo "penuh: $?"
      find /mnt/penuh/arsip.db.berkas -type f
      ppid -c 'arsip berkas A-1 | hitung; arsip periksa-berkas; jejak periksa'
      mount -o remount,size=9m /mnt/penuh
      ppid -c 'arsip lampirkan A-1 besar; arsip periksa-berkas'
      """,
    ]).wait()
    #expect(
      outcome.output.split(separator: "\n") == [
        "penuh: 5", "0", "berkas arsip utuh: 0 berkas, 0 bita", "rantai jejak utuh: 3 catatan",
        "A-1: besar dilampirkan (text/plain, 3145728 bita)", "berkas arsip utuh: 1 berkas, 3145728 bita",
      ], "\(outcome.errors)")
  }
}
