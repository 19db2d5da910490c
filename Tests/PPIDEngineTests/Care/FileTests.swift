import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Files that are attached to records.
@Suite struct FileTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    for title in ["Laporan Kinerja", "Neraca"] { _ = try engine.records.addRecord(RecordContent(title: title), unit: nil) }
  }

  private let first = RecordNumber(1)
  private let second = RecordNumber(2)

  private func attach(_ path: String, to number: RecordNumber? = nil, as name: String? = nil, replacing: Bool = false) throws -> HeldFile {
    try engine.holdings.attach(path, to: number ?? first, as: name, replacing: replacing).file
  }

  /// All that stands in the folder of contents.
  private func stored() -> [String] {
    let folder = archive.path + ".berkas"
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter {
      !(((try? FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)"))?[.type] as? FileAttributeType) == .typeDirectory)
    }
  }

  private func faults() throws -> [FixityFault] {
    do {
      _ = try engine.holdings.checkFiles()
      return []
    } catch HoldingFailure.unsound(let faults) {
      return faults
    }
  }

  @Test func `a file is kept under its SHA-256, and comes out as it went in`() throws {
    let path = try archive.file("lapor.txt", "isi laporan\n")
    let file = try attach(path)
    // As `sha256sum` reckons it.
    #expect(file.digest == "ebce84bcf79cda4b99308e7870b14ebbe64e71608bcedc211f67531781743389")
    #expect((file.name, file.type, file.size) == ("lapor.txt", "text/plain", 12))
    #expect(stored() == ["\(file.digest.prefix(2))/\(file.digest.dropFirst(2))"])
    let mode = try FileManager.default.attributesOfItem(atPath: archive.path + ".berkas/" + stored()[0])[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let target = archive.folder.appendingPathComponent("keluar.txt").path
    _ = try engine.holdings.copyOut(nil, of: first, to: target)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "isi laporan\n")
    #expect(try engine.texts(engine.records.records()).map { $0[22] } == ["1", "0"])
    #expect(try engine.holdings.checkFiles() == (1, 12))
  }

  @Test func `the same bytes are kept once, and thirty days longer than the last record has them`() throws {
    let path = try archive.file("sama.txt", "sama")
    _ = try attach(path)
    _ = try attach(path, to: second)
    _ = try attach(path, as: "salinan.txt")
    #expect(stored().count == 1)
    let events = try engine.history.lastEvent()
    #expect(try !engine.holdings.attach(path, to: first, as: nil, replacing: false).hasChanged)
    #expect(try engine.history.lastEvent() == events, "the same again is no change")
    _ = try engine.holdings.detach("sama.txt", from: first)
    _ = try engine.holdings.detach("salinan.txt", from: first)
    #expect(try stored().count == 1 && faults().isEmpty)
    _ = try engine.holdings.detach("sama.txt", from: second)
    #expect(try stored().count == 1 && faults().isEmpty && engine.holdings.checkFiles() == (0, 0))
    _ = try attach(path)
    #expect(try stored().count == 1 && faults().isEmpty)
    _ = try engine.holdings.detach("sama.txt", from: first)
    engine.close()
    #expect(try archive.engine(at: "2026-12-10T09:01").holdings.checkFiles() == (0, 0))
    #expect(stored().isEmpty)
  }

  @Test func `another content under a taken name is refused, or replaces it when asked`() throws {
    _ = try attach(archive.file("a.txt", "satu"))
    let other = try archive.file("a.txt", "dua")
    #expect(throws: HoldingFailure.self) { try attach(other) }
    #expect(stored().count == 1, "what was copied in vain is gone")
    let file = try attach(other, replacing: true)
    #expect(try stored().count == 2 && engine.holdings.heldFiles(of: first) == [file])
  }

  @Test func `what is undone leaves no bytes, and what was there stays`() throws {
    let (one, two) = (try archive.file("1.txt", "satu"), try archive.file("2.txt", "dua"))
    _ = try attach(one)
    try engine.beginTransaction()
    _ = try attach(two)
    _ = try engine.holdings.detach("1.txt", from: first)
    try engine.beginTransaction()
    _ = try attach(two, to: second)
    try engine.rollbackTransaction()
    #expect(stored().count == 2, "the outer transaction has it still")
    try engine.rollbackTransaction()
    #expect(try stored().count == 1 && faults().isEmpty)
    #expect(try engine.holdings.heldFiles(of: first).map(\.name) == ["1.txt"])
    #expect(try engine.history.verifyJournal() > 0)
  }

  @Test func `what is missing, changed or extra is named, and the check stands in the journal`() throws {
    let files = try (1...3).map { try attach(archive.file("\($0).txt", "berkas \($0)")) }
    let folder = archive.path + ".berkas"
    func path(_ file: HeldFile) -> String { "\(folder)/\(file.digest.prefix(2))/\(file.digest.dropFirst(2))" }
    try FileManager.default.removeItem(atPath: path(files[0]))
    try Data("berkas X".utf8).write(to: URL(fileURLWithPath: path(files[1])))
    try Data("asing".utf8).write(to: URL(fileURLWithPath: "\(folder)/asing"))
    try Data("asing".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(files[2].digest.prefix(2))/asing"))
    let found = try faults()
    #expect(Set(found.filter { $0.kind == .missing }.flatMap(\.holders).map(\.name)) == ["1.txt"])
    #expect(Set(found.filter { $0.kind == .changed }.flatMap(\.holders).map(\.name)) == ["2.txt"])
    #expect(Set(found.filter { $0.kind == .extra }.map(\.path)) == ["\(folder)/asing", "\(folder)/\(files[2].digest.prefix(2))/asing"])
    let last = try #require(engine.texts(engine.history.journal(of: nil, since: nil, by: nil)).last)
    #expect(last[4] == "arsip periksa-berkas" && last[8] == #"{"diperiksa":3,"hilang":1,"berubah":1,"berlebih":2}"#)
    #expect(throws: HoldingFailure.self) {
      try engine.holdings.copyOut("1.txt", of: first, to: archive.folder.appendingPathComponent("x").path)
    }
    #expect(throws: HoldingFailure.self) {
      try engine.holdings.copyOut("2.txt", of: first, to: archive.folder.appendingPathComponent("x").path)
    }
    #expect(access(archive.folder.appendingPathComponent("x").path, F_OK) != 0, "nothing wrong comes out")
    let findings = try engine.desk.read { try Checks(inquiry: $0).findings(for: [first]) }.filter { $0.rule == "berkas" }
    #expect(findings.map { $0.message.id } == ["hilang atau berubah: `1.txt`"], "of the same size, only the full check tells")
    // The originals put them right, and the journal says so.
    for number in 1...2 {
      let original = try archive.file("\(number).txt", "berkas \(number)")
      #expect(try engine.holdings.attach(original, to: first, as: nil, replacing: false).hasChanged)
      #expect(try !engine.holdings.attach(original, to: first, as: nil, replacing: false).hasChanged)
    }
    #expect(try faults().map(\.kind) == [.extra, .extra])
    let mended = try engine.texts(engine.history.journal(of: nil, since: nil, by: nil)).filter { $0[8].contains("diperbaiki") }
    #expect(mended.map { $0[4] } == ["arsip lampirkan", "arsip lampirkan"])
  }

  @Test func `only regular files are attached`() throws {
    let fifo = archive.folder.appendingPathComponent("pipa").path
    #expect(mkfifo(fifo, 0o600) == 0)
    let link = archive.folder.appendingPathComponent("putus").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/tidak/ada")
    for path in [archive.folder.path, fifo, "/dev/zero", "/dev/null", link, "", "/", "..", "tidak-ada", "a\0b"] {
      let error = #expect(throws: (any Error).self, "\(path)") { try attach(path) }
      #expect(error is FileFailure || error is HoldingFailure, "\(path)")
    }
    #expect(try stored().isEmpty && engine.holdings.heldFiles(of: first).isEmpty)
    let target = try archive.file("sasaran.txt", "isi")
    let good = archive.folder.appendingPathComponent("tautan.txt").path
    try FileManager.default.createSymbolicLink(atPath: good, withDestinationPath: target)
    #expect(try attach(good).size == 3, "a link stands for its file")
  }

  @Test func `hostile names are refused, or harmless`() throws {
    let path = try archive.file("a.txt", "isi")
    for name in ["../../x", "/etc/x", ".", "..", "", "a\0b", String(repeating: "n", count: 300), String(repeating: "é", count: 200)] {
      #expect(throws: HoldingFailure.self, "\(name)") { try attach(path, as: name) }
    }
    let name = "\u{1B}[31m\n\u{202E}.txt"
    #expect(try attach(path, as: name).name == name)
    let folder = archive.folder.appendingPathComponent("keluar").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    #expect(try engine.holdings.copyOut(nil, of: first, to: folder).path == "\(folder)/_[31m_\u{202E}.txt")
  }

  @Test func `an empty file and one full of holes are files like others`() throws {
    let empty = try attach(archive.file("kosong", ""))
    #expect((empty.size, empty.type) == (0, "application/x-empty"))
    #expect(empty.digest == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let path = try archive.file("jarang", "awal")
    #expect(truncate(path, 40 << 20) == 0)
    let sparse = try attach(path)
    #expect(sparse.size == 40 << 20)
    var status = stat()
    #expect(stat("\(archive.path).berkas/\(sparse.digest.prefix(2))/\(sparse.digest.dropFirst(2))", &status) == 0)
    #expect(status.st_blocks * 512 < 4 << 20, "its holes take no room")
    #expect(try faults().isEmpty)
  }

  @Test func `who may not change the record may not change its files, and hidden ones don't show`() throws {
    try engine.office.addUnit(UnitCode("KP")!, name: "Kepegawaian")
    try engine.office.addPerson("ani", roles: [.pendukung], unit: UnitCode("KP"), account: "ani")
    try engine.office.addPerson("tono", roles: [.pengelola], unit: nil, account: "tono")
    let path = try archive.file("a.txt", "isi")
    _ = try attach(path)
    engine.endRun()
    #expect(throws: OfficeFailure.self) { try archive.engine(account: "ani").holdings.attach(path, to: first, as: "b", replacing: false) }
    _ = try engine.records.updateRecord(first) { $0.category = .dikecualikan }
    engine.endRun()
    let other = archive.engine(account: "tono")
    #expect(throws: RecordRefusal.self) { try other.holdings.heldFiles(of: first) }
    #expect(throws: RecordRefusal.self) { try other.holdings.copyOut(nil, of: first, to: archive.folder.path) }
    #expect(try other.texts(other.holdings.files(of: nil)).isEmpty)
    try FileManager.default.removeItem(atPath: archive.path + ".berkas")
    do {
      _ = try other.holdings.checkFiles()
      Issue.record("nothing was found")
    } catch HoldingFailure.unsound(let faults) {
      #expect(faults.map(\.holders) == [[]], "what is hidden is not named")
    }
  }

  @Test func `bytes that a killed run had discarded are taken away by the next one`() throws {
    _ = try attach(archive.file("a.txt", "isi"))
    engine.close()
    #expect(stored().count == 1)
    let digest = String(stored()[0].filter { $0 != "/" })
    #expect(
      try archive.sqlite("DELETE FROM attachment; DELETE FROM content; INSERT INTO discarded_content (digest) VALUES ('\(digest)')") == "")
    _ = try archive.engine().history.lastEvent()
    #expect(stored().isEmpty)
    #expect(try archive.sqlite("SELECT count(*) FROM discarded_content") == "0\n")
  }

  @Test(arguments: [
    ("%PDF-1.7\n", "application/pdf"), ("\u{FEFF}<!DOCTYPE html><p>", "text/html"), ("<?xml version=\"1.0\"?>", "application/xml"),
    ("nomor;judul\n", "text/plain"), ("{\\rtf1", "application/rtf"), ("Jum’at", "text/plain"),
    ("SQLite format 3\0", "application/vnd.sqlite3"),
    ("a\0b", "application/octet-stream"), ("", "application/x-empty"),
    (
      "PK\u{3}\u{4}" + String(repeating: "\0", count: 26) + "word/document.xml",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    (
      "PK\u{3}\u{4}" + String(repeating: "\0", count: 26) + "mimetypeapplication/vnd.oasis.opendocument.textPK",
      "application/vnd.oasis.opendocument.text"
    ),
    ("PK\u{3}\u{4}" + String(repeating: "\0", count: 26) + "foto.jpg", "application/zip"),
  ])
  func `a type is told from the bytes`(_ bytes: String, _ type: String) {
    #expect(FileType.mediaType(of: Array(bytes.utf8), isWhole: true) == type)
  }

  @Test func `a text that is cut within a character is a text`() {
    #expect(FileType.mediaType(of: Array("Jum’at".utf8.prefix(5)), isWhole: false) == "text/plain")
    #expect(FileType.mediaType(of: Array("Jum’at".utf8.prefix(5)), isWhole: true) == "application/octet-stream")
    #expect(FileType.mediaType(of: [0xFF, 0xD8, 0xFF, 0xE0], isWhole: false) == "image/jpeg")
  }
}
