import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Backups hold attached files too, and come back whole or not at all.
@Suite struct BackupTests {
  private let archive: TemporaryArchive
  private let engine: Engine
  private let first = RecordNumber(1)

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    for title in ["Laporan Kinerja", "Neraca"] { _ = try engine.records.addRecord(RecordContent(title: title), unit: nil) }
  }

  private var backup: String { archive.folder.appendingPathComponent("cadangan.db").path }

  @discardableResult private func attach(_ name: String, _ text: String, replacing: Bool = false) throws -> HeldFile {
    try engine.holdings.attach(archive.file(name, text), to: first, as: nil, replacing: replacing).file
  }

  private func content(_ file: HeldFile, of path: String? = nil) -> String {
    ContentStore(archive: path ?? archive.path).path(of: file.digest)
  }

  /// The contents that stand beside an archive.
  private func contents(of path: String) -> Set<String> {
    var all: Set<String> = []
    ContentStore(archive: path).forEachDigest { all.insert($0) }
    return all
  }

  private func spoil(_ path: String) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[0] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  private func inode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }

  /// All files of the test's folder, but for what SQLite and the lock leave.
  private func listing() -> [String] {
    let all = FileManager.default.enumerator(atPath: archive.folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var status = stat()
      stat("\(archive.folder.path)/\(name)", &status)
      return status.st_mode & S_IFMT == S_IFREG && !["-wal", "-shm", ".kunci"].contains(where: name.hasSuffix)
    }.sorted()
  }

  @Test func `attached files are backed up, each content once, and come back`() throws {
    let files = [try attach("a.txt", "satu"), try attach("b.txt", "dua"), try attach("c.txt", "satu")]
    let made = try engine.care.backUp(to: backup)
    #expect(made.files == 2 && contents(of: backup) == Set(files.map(\.digest)))
    #expect(try inode(content(files[0])) != inode(content(files[0], of: backup)), "a backup shares nothing with the archive")
    _ = try engine.holdings.detach("a.txt", from: first)
    _ = try engine.holdings.detach("c.txt", from: first)
    try attach("d.txt", "empat")
    #expect(contents(of: archive.path).count == 3, "what was taken from a record is kept for `batal`")
    let restored = try engine.care.restore(from: backup)
    #expect(restored.files == 2 && engine.takeRemarks().isEmpty)
    #expect(try engine.holdings.heldFiles(of: first).map(\.name) == ["a.txt", "b.txt", "c.txt"])
    #expect(contents(of: archive.path) == Set(files.map(\.digest)), "what the backup doesn't know is kept elsewhere")
    #expect(try engine.care.inspect().files == 2)
    let kept = try #require(restored.kept)
    #expect(contents(of: kept).count == 3)
    // And back again.
    _ = try engine.care.restore(from: kept)
    #expect(try engine.holdings.heldFiles(of: first).map(\.name) == ["b.txt", "d.txt"] && engine.care.inspect().files == 2)
  }

  @Test(arguments: ["", "a", "\0", String(repeating: "x", count: 5_000)])
  func `a file that holds no archive restores nothing`(_ text: String) throws {
    try attach("a.txt", "satu")
    try text.write(toFile: backup, atomically: false, encoding: .utf8)
    let before = listing()
    #expect(throws: CareFailure.self) { try engine.care.restore(from: backup) }
    #expect(listing() == before)
    #expect(try engine.holdings.heldFiles(of: first).count == 1)
  }

  @Test func `a later backup copies only what is new, and drops what is gone`() throws {
    let (old, stays) = (try attach("a.txt", "satu"), try attach("b.txt", "dua"))
    _ = try engine.care.backUp(to: backup)
    let before = try inode(content(stays, of: backup))
    _ = try engine.holdings.detach("a.txt", from: first)
    let new = try attach("c.txt", "tiga")
    _ = try engine.care.backUp(to: backup)
    #expect(contents(of: backup) == [stays.digest, new.digest] && !contents(of: backup).contains(old.digest))
    #expect(try inode(content(stays, of: backup)) == before)
  }

  @Test func `a damaged copy in the backup is copied anew, and one in the archive is mended from the backup`() throws {
    let file = try attach("a.txt", "satu")
    _ = try engine.care.backUp(to: backup)
    try spoil(content(file, of: backup))
    _ = try engine.care.backUp(to: backup)
    #expect(try String(contentsOfFile: content(file, of: backup), encoding: .utf8) == "satu")
    // The older backup has what the archive lost: the next one is whole all the same.
    try FileManager.default.removeItem(atPath: content(file))
    _ = try engine.care.backUp(to: backup)
    #expect(throws: DamagedArchive.self) { try engine.care.inspect() }
    _ = try engine.care.restore(from: backup)
    #expect(try engine.care.inspect().files == 1)
    #expect(try String(contentsOfFile: content(file), encoding: .utf8) == "satu")
  }

  @Test func `a file that nobody has soundly is named, there is no backup, and the older one stays`() throws {
    _ = try engine.care.backUp(to: backup)
    let (file, other) = (try attach("a.txt", "satu"), try attach("b.txt", "dua"))
    try spoil(content(file))
    let before = listing()
    let failure = try #require(throws: CareFailure.self) { try engine.care.backUp(to: backup) }
    #expect(failure.kind == .storage && failure.message.id.contains("berubah: A-1 a.txt") && failure.advice != nil)
    #expect(listing() == before && contents(of: backup).isEmpty)
    let partial = try engine.care.backUp(to: backup, isPartial: true)
    #expect(partial.files == 1 && contents(of: backup) == [other.digest])
    #expect(engine.takeRemarks().map(\.id).filter { $0.contains("A-1 a.txt") }.count == 1)
    // The bytes come back with the next attachment of the same file.
    try attach("a.txt", "satu")
    #expect(try engine.care.inspect().files == 2)
  }

  @Test func `a backup without some of its files restores nothing, unless what is there is asked for`() throws {
    let (file, other) = (try attach("a.txt", "satu"), try attach("b.txt", "dua"))
    _ = try engine.care.backUp(to: backup)
    _ = try engine.holdings.detach("a.txt", from: first)
    _ = try engine.holdings.detach("b.txt", from: first)
    // Neither the backup has it, nor what the archive keeps for `batal`.
    for path in [content(file), content(file, of: backup)] { try FileManager.default.removeItem(atPath: path) }
    let before = listing()
    let failure = try #require(throws: CareFailure.self) { try engine.care.restore(from: backup) }
    #expect(failure.kind == .storage && failure.message.id.contains("hilang") && failure.advice!.id.contains("cadangan.db.berkas"))
    #expect(listing() == before, "what was brought before the fault was found is gone again")
    #expect(try engine.holdings.heldFiles(of: first).isEmpty)
    _ = try engine.care.restore(from: backup, isPartial: true)
    #expect(contents(of: archive.path) == [other.digest])
    let damage = try #require(throws: DamagedArchive.self) { try engine.care.inspect() }
    #expect(damage.message.id.contains("berkas terlampir: hilang: A-1 a.txt"))
  }

  @Test func `what is still in the archive is not needed from the backup`() throws {
    try attach("a.txt", "satu")
    _ = try engine.care.backUp(to: backup)
    try FileManager.default.removeItem(atPath: backup + ".berkas")
    _ = try engine.care.restore(from: backup)
    #expect(try engine.care.inspect().files == 1)
  }

  @Test func `names of excluded records' files are not told to those who may not see them`() throws {
    let file = try attach("rahasia.txt", "satu")
    try engine.office.addUnit(UnitCode("BK")!, name: "Biro Keuangan")
    try engine.office.addPerson("siti", roles: [.pendukung], unit: UnitCode("BK")!, account: "siti")
    _ = try archive.sqlite("UPDATE record SET category = 'dikecualikan' WHERE id = 1")
    try FileManager.default.removeItem(atPath: content(file))
    let damage = try #require(throws: DamagedArchive.self) { try archive.engine(account: "siti").care.inspect() }
    #expect(damage.message.id.contains(content(file)) && !damage.message.id.contains("rahasia"))
  }
}
