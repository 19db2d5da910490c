import Foundation
import Testing

/// Publishing as its users meet it: killed, repeated, with records that mean harm.
@Suite(.serialized) struct PublicationTests {
  private func office(records: Int) throws -> Office {
    let office = try Office()
    let lines = (1...records).map { "Dokumen \($0),berkala,isi dokumen nomor \($0)\n" }
    try office.write("daftar.csv", "judul,kategori,ringkasan\n" + lines.joined())
    try office.lines(
      "unit tambah SETDA \"Sekretariat Daerah\"", "arsip impor daftar.csv", "dip tetapkan 2026-10 --nomor K-10 --di-luar-siklus uji")
    return office
  }

  /// Every file of the site with its bytes.
  private func site(_ office: Office, _ name: String = "situs") throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: office.path(name)) ?? FileManager.DirectoryEnumerator() {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: office.path("\(name)/\(path)"), isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[path] = try office.bytes("\(name)/\(path)")
    }
    return files
  }

  @Test func `a run that is killed while it publishes leaves the old site or the new, and the next one cleans up`() throws {
    let office = try office(records: 60)
    try office.lines("dip terbit 2026-10 --ke situs")
    let old = try site(office)
    try office.lines(
      "arsip ubah A-7 --judul \"Dokumen tujuh\"; dip keluarkan A-9 --alasan uji", "dip tetapkan 2026-11 --nomor K-11 --di-luar-siklus uji")
    let began = Date()
    try office.lines("dip terbit 2026-11 --ke lain")
    let whole = Date().timeIntervalSince(began)
    let new = try site(office, "lain")
    #expect(old != new && new.count > 120)
    var (cut, switched) = (0, 0)
    for _ in 1...20 {
      let run = try office.start([Office.program.path] + Office.clock + ["-c", "dip terbit 2026-11 --ke situs"])
      usleep(UInt32(Double.random(in: 0...whole) * 1_000_000))
      run.send(SIGKILL)
      if try run.wait().status != 0 { cut += 1 }
      let found = try site(office)
      #expect(found == old || found == new)
      if found == new {
        switched += 1
        try office.lines("dip terbit 2026-10 --ke situs")
        #expect(try site(office) == old)
      }
    }
    #expect(cut > 0)
    try office.lines("dip terbit 2026-11 --ke situs")
    #expect(try site(office) == new)
    let left = try FileManager.default.contentsOfDirectory(atPath: office.folder.path).filter { $0.contains(".baru-") }
    #expect(left == [], "\(switched) of 20 had switched")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")))
  func `in a browser, words are searched and found, the language is switched and a list is printed`() throws {
    let office = try Office()
    try FileManager.default.copyItem(atPath: Office.westJava.path, toPath: office.path("jabar.csv"))
    try office.lines(
      "unit tambah SETDA \"Sekretariat Daerah\"", "arsip impor jabar.csv", "dip tetapkan 2026-10 --nomor K-10 --di-luar-siklus uji",
      "dip terbit 2026-10 --ke situs")
    let script = Office.source.deletingLastPathComponent().appendingPathComponent("scripts/check-site").path
    let outcome = try office.start(["python3", script, "--browser", office.path("situs")]).wait(upTo: 300)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(!outcome.output.contains("FAILS") && outcome.output.contains("the language is switched"), "\(outcome.output)")
  }

  @Test func `a disk that is full leaves the old site as it was`() throws {
    let office = try office(records: 5)
    try office.lines("dip terbit 2026-10 --ke situs")
    let old = try site(office)
    try office.lines("arsip ubah A-1 --judul Lain", "dip tetapkan 2026-11 --nomor K-11 --di-luar-siklus uji")
    // No file may grow beyond this many blocks: writing fails as it does on a full disk.
    let run = try office.start(["bash", "-c", "trap '' XFSZ; ulimit -f 1; ppid -c 'dip terbit 2026-11 --ke situs'"])
    #expect(try run.wait().status == 5)
    #expect(try site(office) == old)
  }

  @Test func `what was excluded while nobody published again is gone with the next publication`() throws {
    let office = try office(records: 3)
    try office.lines("dip terbit 2026-10 --ke situs")
    let outcome = try office.line("kecuali tambah A-2 --pasal 17.h --dasar d --dibuka b --ditutup t --jangka 1tahun")
    #expect(outcome.errors.contains("terbitkan lagi"))
    #expect(try office.lines("dip terbit 2026-10 --ke situs") == "DIP 2026-10 diterbitkan ke situs: 2 informasi")
    #expect(try !site(office).values.contains { $0.range(of: Data("Dokumen 2".utf8)) != nil })
  }

  @Test func `records that mean harm command no terminal`() throws {
    let office = try office(records: 1)
    let harm = "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m\u{202E}gnp"
    try office.write("bahaya.csv", "judul,kategori,ringkasan,kode\n\"\(harm)\",berkala,\"\(harm)\",\"\(harm)\"\n")
    try office.lines(
      "arsip impor bahaya.csv", "dip tetapkan 2026-11 --nomor K-11 --di-luar-siklus uji",
      "kecuali tambah A-2 --pasal 17.h --dasar \"\(harm)\" --dibuka b --ditutup t --jangka 1tahun")
    for line in [
      "arsip", "arsip lihat A-2", "dip 2026-11", "dip banding 2026-10 2026-11", "kecuali", "kecuali lihat A-2", "kecuali surat A-2",
      "dip nomor A-2", "jejak", "arsip cari gnp",
      "kecuali buka A-2", "dip usul A-2",
    ] {
      let outcome = try office.ppid("-c", line)
      for scalar in (outcome.output + outcome.errors).unicodeScalars {
        #expect(
          scalar == "\n" || !(scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value || 0x202A...0x202E ~= scalar.value),
          "\(line): \(scalar.value)")
      }
    }
  }
}
