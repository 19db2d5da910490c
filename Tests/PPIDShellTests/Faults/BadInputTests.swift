import Foundation
import Testing

/// What is handed in may be anything: it is refused with a reason, and the archive stays as it was.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let name: String
    /// Nil where there is no such file.
    let content: Data?
    /// What is typed; without it the file is imported.
    var line: String?
    /// What the message names, in Indonesian and English.
    let words: (String, String)

    init(_ description: String, _ name: String, _ content: Data?, line: String? = nil, _ words: (String, String)) {
      (testDescription, self.name, self.content, self.line, self.words) = (description, name, content, line, words)
    }

    init(_ description: String, _ name: String, _ text: String, line: String? = nil, _ words: (String, String)) {
      self.init(description, name, Data(text.utf8), line: line, words)
    }
  }

  private static let head = "judul,kategori,unit\n"

  private static let lists: [Case] = [
    Case("a missing file", "tidak-ada.csv", nil, ("tidak ada", "there is no file")),
    Case("a folder", "folder", nil, line: "arsip impor .", ("folder", "folder")),
    Case("an empty file", "kosong.csv", "", ("kosong", "empty")),
    Case(
      "a program", "program.csv", Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 64)),
      ("program", "program")),
    Case(
      "a spreadsheet", "daftar.xlsx", Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 400)),
      ("lembar kerja", "spreadsheet")),
    Case(
      "random bytes", "acak.csv", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 * $0 &+ $0 / 7) }),
      ("biner", "binary")),
    Case("a broken quote", "kutip.csv", head + "\"Neraca,berkala,SETDA\nAgenda,berkala,SETDA\n", ("baris 2", "line 2")),
    Case("a head that can't be recognised", "kepala.csv", "satu,dua,tiga\n1,2,3\n", ("kepala tabel", "no header")),
    Case(
      "a record with an unknown category", "kategori.csv", head + "Neraca,rahasia sekali,SETDA\n", ("baris 2", "row 2")),
    Case("a record of an unknown unit", "unit.csv", head + "Neraca,berkala,SETDAA\n", ("SETDAA", "SETDAA")),
    Case(
      "a byte that is no UTF-8 behind a UTF-8 mark", "utf8.csv",
      Data(
        [0xEF, 0xBB, 0xBF] + Array("\(head)Neraca \u{E9},berkala,SETDA\nAgenda ".utf8) + [0xFF, 0x2C]
          + Array("berkala,SETDA\n".utf8)),
      ("baris 3", "line 3")),
    Case(
      "half a UTF-16 character", "utf16.csv",
      Data([0xFF, 0xFE] + head.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0x4E]), ("byte", "byte")),
  ]

  private func office() throws -> Office {
    let office = try Office()
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"", "arsip tambah Profil --kategori berkala")
    return office
  }

  @Test(arguments: lists) func `a list that can't be taken is refused with its reason`(_ list: Case) throws {
    let office = try office()
    if let content = list.content { try office.write(list.name, content) }
    let before = try office.dump()
    for (language, words) in [("id", list.words.0), ("en", list.words.1)] {
      let outcome = try office.ppid("--bahasa", language, "-c", list.line ?? "arsip impor \(list.name)")
      #expect(outcome.status == 3)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    #expect(try office.dump() == before)
  }

  @Test func `a line of 100 MB is refused without holding it in memory`() throws {
    let office = try office()
    try office.write("panjang.csv", Self.head)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: office.path("panjang.csv")))
    try file.seekToEnd()
    let piece = Data(repeating: UInt8(ascii: "a"), count: 1 << 20)
    for _ in 0..<100 { try file.write(contentsOf: piece) }
    try file.close()
    let before = try office.dump()
    let outcome = try office.start(["sh", "-c", "ulimit -v 1500000; exec ppid -c 'arsip impor panjang.csv'"]).wait()
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("baris 2 lebih panjang"))
    #expect(try office.dump() == before)
  }

  @Test(arguments: ["ini bukan arsip\n", String(repeating: "SQLite format 3\0", count: 500)])
  func `a file that is no archive is left as it is`(_ text: String) throws {
    let office = try Office()
    try office.write(Office.archive, text)
    for line in ["unit", "unit tambah SETDA \"x\"", "jejak periksa", "arsip impor x.csv"] {
      #expect(try office.line(line).status == 5)
    }
    #expect(try office.bytes(Office.archive) == Data(text.utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.folder.path) == [Office.archive])
  }

  @Test(arguments: [
    "arsip ekspor TUJUAN", "cetak x | simpan TUJUAN", "arsip ambil A-1 --ke TUJUAN",
    "laporan dip 2026-11 --ke lain.html", "sop diagram --ke lain.svg",
  ])
  func `nothing is written over an archive, whichever`(_ line: String) throws {
    let office = try Office()
    try office.write("bukti.txt", "bukti")
    try office.lines(
      "unit tambah BU \"Biro Umum\"; arsip tambah Laporan --unit BU --kategori berkala; arsip lampirkan A-1 bukti.txt",
      "dip tetapkan 2026-11 --nomor K-1 --di-luar-siklus uji", "cadangkan cadangan.db")
    for other in ["lain.html", "lain.svg"] { try office.write(other, office.bytes(Office.archive)) }
    let folder = FileManager.default.enumerator(atPath: office.folder.path)
    let files = try #require(folder?.compactMap { $0 as? String }.filter { !$0.hasPrefix(".local") })
    let attached = try #require(files.first { $0.hasPrefix("\(Office.archive).berkas/") && $0.split(separator: "/").count == 3 })
    let targets = [Office.archive, "\(Office.archive).kunci", "\(Office.archive)-wal", "./cadangan.db", attached, "\(attached)-baru"]
    let kept = [Office.archive, "cadangan.db", attached, "lain.html", "lain.svg"]
    let before = try kept.map(office.bytes)
    for target in line.contains("TUJUAN") ? targets : [""] {
      let outcome = try office.line(line.replacing("TUJUAN", with: "\"\(target)\""))
      #expect(outcome.status == 3 && outcome.errors.contains("milik sebuah arsip"), "\(outcome.errors)")
    }
    #expect(try kept.map(office.bytes) == before)
    #expect(try office.line("periksa").status == 0)
  }

  @Test func `a link stays, what it leads to is written, and a pipe is not replaced`() throws {
    let office = try Office()
    try office.write("lama.csv", "lama")
    for folder in ["jauh", "jauh/publik"] {
      try FileManager.default.createDirectory(atPath: office.path(folder), withIntermediateDirectories: true)
    }
    for (link, target) in [("daftar.csv", "lama.csv"), ("situs", "jauh/publik")] {
      try FileManager.default.createSymbolicLink(atPath: office.path(link), withDestinationPath: target)
    }
    #expect(mkfifo(office.path("pipa"), 0o600) == 0)
    try office.lines(
      "unit tambah BU \"Biro Umum\"; arsip tambah Laporan --unit BU --kategori berkala", "arsip ekspor daftar.csv",
      "dip tetapkan 2026-11 --nomor K-1 --di-luar-siklus uji; dip terbit 2026-11 --ke situs", "dip terbit 2026-11 --ke situs")
    #expect(try String(decoding: office.bytes("lama.csv"), as: UTF8.self).contains("Laporan"))
    #expect(FileManager.default.fileExists(atPath: office.path("jauh/publik/index.html")))
    for link in ["daftar.csv", "situs"] {
      #expect(try FileManager.default.attributesOfItem(atPath: office.path(link))[.type] as? FileAttributeType == .typeSymbolicLink)
    }
    let outcome = try office.line("arsip ekspor pipa")
    #expect(outcome.status == 3 && outcome.errors.contains("bukan berkas biasa"))
    var status = stat()
    #expect(stat(office.path("pipa"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `another program's database is left as it is`() throws {
    let office = try Office()
    try office.sqlite("CREATE TABLE milik_orang (isi TEXT); INSERT INTO milik_orang VALUES ('penting')")
    let before = try office.bytes(Office.archive)
    for line in ["unit", "unit tambah SETDA \"x\""] {
      let outcome = try office.line(line)
      #expect(outcome.status == 5)
      #expect(outcome.errors.contains("bukan arsip PPID"))
    }
    #expect(try office.bytes(Office.archive) == before)
  }

  @Test func `an archive of a newer program is left as it is`() throws {
    let office = try office()
    try office.sqlite("PRAGMA user_version = 99")
    let before = try office.dump()
    let outcome = try office.line("unit tambah BKD \"x\"")
    #expect(outcome.status == 5)
    #expect(outcome.errors.contains("99"))
    #expect(try office.dump() == before)
  }

  @Test(arguments: ["folder", "tidak/ada.db", "/dev/null", "/proc/ppid.db"])
  func `a place where no archive can be is refused`(_ place: String) throws {
    let office = try Office()
    try FileManager.default.createDirectory(atPath: office.path("folder"), withIntermediateDirectories: true)
    #expect(try office.ppid("--arsip", place, "-c", "unit tambah SETDA \"x\"").status == 5)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.folder.path) == ["folder"])
  }
}
