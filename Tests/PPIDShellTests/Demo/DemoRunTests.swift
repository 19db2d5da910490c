import Foundation
import PPIDScript
import Testing

@testable import PPIDShell

/// Demos without a terminal: as the tests of those who write them, and cron, run them.
@Suite struct DemoRunTests {
  /// An office with an archive of its own, and a short demo.
  private func office(_ script: String = Stage.script) throws -> Office {
    let office = try Office()
    try office.write("latihan.ppid", script)
    try FileManager.default.createDirectory(atPath: office.path("sementara"), withIntermediateDirectories: true)
    return office
  }

  private func ppid(_ office: Office, _ words: String...) throws -> Outcome {
    try office.start([Office.program.path] + words, environment: ["TMPDIR": office.path("sementara")]).wait()
  }

  private func leftovers(_ office: Office) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.path("sementara"))
  }

  @Test(arguments: DemoResources.demos.map(\.name), ["id", "en"])
  func `a demo that comes with the program runs by itself to its end`(_ name: String, _ language: String) throws {
    let office = try office()
    let outcome = try ppid(office, "--bahasa", language, "-c", "demo mulai \(name) --otomatis")
    let printed = try outcome.succeeded()
    #expect(printed.contains(language == "id" ? "Demo sampai di akhir" : "The demo has come to its end"))
    #expect(outcome.errors == "")
    #expect(try leftovers(office) == [])
    #expect(!FileManager.default.fileExists(atPath: office.path(Office.archive)))
  }

  @Test(arguments: DemoResources.demos.map(\.name))
  func `each step of a demo that comes with the program has a note in both languages`(_ name: String) throws {
    let demo = try #require(DemoResources.demos.first { $0.name == name })
    var faults: [Diagnostic] = []
    let script = DemoScript(SourceText(name: name, bytes: demo.text()), activities: 15, faults: &faults)
    #expect(faults.isEmpty && script.steps.count > 10)
    for step in script.steps {
      let note = try #require(step.notes.text, "\(step.command(in: script.source))")
      #expect(note.id != note.en)
      #expect(step.notes.heading != nil)
    }
  }

  @Test func `a step that fails though it shouldn't ends the demo with its status, and what was before is left`() throws {
    let script = "cetak 1\n\"isi\" | simpan a.txt\narsip ubah A-1 --lokasi X; arsip ubah A-999 --lokasi X\ncetak 3\n"
    let office = try office(script)
    let outcome = try ppid(office, "-c", "demo mulai latihan.ppid --otomatis")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("latihan.ppid:3:"))
    #expect(outcome.errors.contains("Langkah 4 tidak jadi; semuanya kembali seperti sebelum langkah itu."))
    #expect(try leftovers(office) == [])
  }

  @Test func `what should be refused and isn't, or is refused otherwise, fails`() throws {
    let done = try ppid(office("#: galat: 1\ncetak 1\n"), "-c", "demo mulai latihan.ppid --otomatis")
    #expect(done.status == 1 && done.errors.contains("langkah ini seharusnya ditolak (status 1), tetapi berhasil"))
    let other = try ppid(office("#: galat: 4\narsip ubah A-999 --lokasi X\n"), "-c", "demo mulai latihan.ppid --otomatis")
    #expect(other.status == 1 && other.errors.contains("A-999"))
  }

  @Test func `a wrong script is refused before anything begins, all of it in one go`() throws {
    let office = try office("#: dasr: x\ncetak 1\narsip caru\n#: lepas\n")
    let outcome = try ppid(office, "-c", "demo mulai latihan.ppid")
    #expect(outcome.status == 2)
    for part in ["latihan.ppid:1:1", "latihan.ppid:3:7", "latihan.ppid:4:1", "maksud Anda `dasar:`?", "demo tidak dimulai"] {
      #expect(outcome.errors.contains(part), "\(part)")
    }
    #expect(try ppid(office, "-c", "demo mulai tiada.ppid").status == 3)
    #expect(try ppid(office, "-c", "demo mulai tiada").errors.contains("tidak ada demo `tiada`"))
    try office.write("kosong.ppid", "# tanpa isi\n")
    #expect(try ppid(office, "-c", "demo mulai kosong.ppid").status == 2)
    #expect(try leftovers(office) == [])
  }

  @Test(arguments: [
    ("demo lanjut", "tidak ada demo yang berjalan"), ("demo peran ppid", "tidak ada demo yang berjalan"),
    ("transaksi { demo mulai latihan.ppid }", "di dalam `transaksi`"),
    ("demo mulai latihan.ppid; demo mulai sop", "demo `latihan.ppid` masih berjalan"),
    ("demo mulai latihan.ppid; transaksi { demo lanjut }", "di dalam `transaksi`"),
    ("demo mulai latihan.ppid; demo mundur", "masih di awal"), ("demo mulai latihan.ppid; demo lompat 99", "langkah 1 sampai 13"),
    ("demo mulai latihan.ppid; demo lompat --langkah 9", "tidak memuat kegiatan 9"),
    ("demo mulai latihan.ppid; demo peran budi", "tidak ada pelaku `budi`"),
    ("misal x = $(arsip); demo mulai latihan.ppid; $x | hitung", "tidak disentuh selama demo"),
    ("demo mulai latihan.ppid; baca-berkas \"../../../latihan.ppid\"", "di luar folder"),
    ("demo mulai latihan.ppid; demo selesai --simpan latihan.ppid", "latihan.ppid"),
  ])
  func `what can't be done is refused, and says why`(_ line: String, _ reason: String) throws {
    let office = try office()
    try office.lines("unit tambah A A")
    let outcome = try ppid(office, "-c", line)
    #expect(outcome.status != 0 && outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(try leftovers(office) == [])
  }

  @Test func `a demo is refused in a dry run, and runs where the archive is only read, for guests, and without a home`() throws {
    let office = try office()
    try office.lines("unit tambah A A; pengguna tambah sari --peran tamu")
    let before = try office.bytes(Office.archive)
    #expect(try ppid(office, "--coba", "-c", "demo mulai latihan.ppid").errors.contains("dengan `--coba`"))
    for flags in [["--hanya-baca"], ["--sebagai", "sari"]] {
      _ = try office.start(
        [Office.program.path] + flags + ["-c", "demo mulai latihan.ppid --otomatis"], environment: ["TMPDIR": office.path("sementara")]
      ).wait().succeeded()
    }
    _ = try office.start(
      ["env", "-u", "HOME", Office.program.path, "-c", "demo mulai latihan.ppid --otomatis"],
      environment: ["TMPDIR": office.path("sementara")]
    ).wait().succeeded()
    #expect(try office.bytes(Office.archive) == before)
    #expect(try leftovers(office) == [])
  }

  @Test func `a demo's archive is kept as a file on request, and whoever kept it may work in it`() throws {
    let office = try office()
    _ = try ppid(office, "-c", "demo mulai latihan.ppid; demo lompat 12; demo selesai --simpan latihan.db").succeeded()
    let kept = try ppid(
      office, "--arsip", "latihan.db", "-c", "arsip | saring judul == \"Latihan satu\" | hitung; siapa; jejak periksa; periksa"
    )
    #expect(try kept.succeeded().hasPrefix("1\n"), "\(kept.errors)")
    #expect(!FileManager.default.fileExists(atPath: office.path(Office.archive)))
    #expect(try leftovers(office) == [])
  }

  @Test func `the role on stage is told with what it may and may not do`() throws {
    let printed = try ppid(office(), "-c", "demo mulai latihan.ppid; demo peran umum").succeeded()
    let lines = printed.split(separator: "\n").suffix(3)
    #expect(lines.first?.hasPrefix("umum (BU) kini bertindak, sebagai pendukung.") == true)
    #expect(lines.dropFirst().first?.contains("menyediakan dan menyerahkan (1-4)") == true)
    #expect(lines.last?.hasPrefix("Tidak boleh: ") == true && lines.last?.contains("memutus di 7 dan 11") == true)
  }
}
