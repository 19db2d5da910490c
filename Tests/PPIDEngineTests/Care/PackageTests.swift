import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Packages after RFC 8493, and the Library of Congress's `bagit` as a second opinion.
@Suite struct PackageTests {
  private let archive: TemporaryArchive
  private var folder: String { archive.folder.path }

  init() throws {
    archive = try TemporaryArchive()
  }

  /// A package of three files, two of them of one record.
  private func written(_ name: String = "paket") throws -> String {
    let path = "\(folder)/\(name)"
    let source = try archive.file("sumber.pdf", "%PDF-1.7 laporan")
    let digest = try RegularFile(path: source).hash { _ in }.digest
    let writer = try BagWriter(path: path)
    try writer.add("lapor.pdf", in: "A-1", copying: source, digest: digest)
    try writer.add("catatan rapat – Jum’at.txt", in: "A-1", Array("isi".utf8))
    try writer.add("daftar.csv", Array("nomor,judul\nA-1,Laporan\n".utf8))
    try writer.finish([("External-Identifier", "ST-7"), ("Source-Organization", "Biro\nUmum")], on: CalendarDate("2026-11-10")!)
    try writer.putInPlace()
    return path
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

  /// A package that somebody else made, of one file.
  private func foreign(_ manifest: String) throws -> String {
    let path = "\(folder)/asing"
    try FileManager.default.createDirectory(atPath: "\(path)/data", withIntermediateDirectories: true)
    try write("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n", "\(path)/bagit.txt")
    try write("isi", "\(path)/data/a.txt")
    try write(manifest, "\(path)/manifest-sha256.txt")
    return path
  }

  private static let content = "55c123196402ef4b16c36bad51f12467397146987c479d41375831d1de9ed935"

  // MARK: Ours

  @Test func `a package says of each file what it must be`() throws {
    let path = try written()
    #expect(try text("\(path)/bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(
      try text("\(path)/bag-info.txt") == """
        External-Identifier: ST-7
        Source-Organization: Biro Umum
        Bagging-Date: 2026-11-10
        Payload-Oxum: 43.3

        """)
    let bag = try Bag(path: path)
    #expect(bag.payload.map(\.path) == ["data/A-1/lapor.pdf", "data/A-1/catatan rapat – Jum’at.txt", "data/daftar.csv"])
    #expect(bag.info.map(\.label) == ["External-Identifier", "Source-Organization", "Bagging-Date", "Payload-Oxum"])
    try bag.verify()
  }

  @Test func `a changed byte, a missing file and an extra file are each named`() throws {
    let path = try written()
    try write("%PDF-1.7 Laporan", "\(path)/data/A-1/lapor.pdf")
    try FileManager.default.removeItem(atPath: "\(path)/data/daftar.csv")
    try write("x", "\(path)/data/A-1/sisipan.exe")
    try write(text("\(path)/bag-info.txt").replacing("ST-7", with: "ST-8"), "\(path)/bag-info.txt")
    #expect(
      try Bag(path: path).faults() == [
        BagFault(kind: .changed, path: "bag-info.txt"), BagFault(kind: .changed, path: "data/A-1/lapor.pdf"),
        BagFault(kind: .missing, path: "data/daftar.csv"), BagFault(kind: .extra, path: "data/A-1/sisipan.exe"),
      ])
    #expect(throws: BagFailure.self) { try Bag(path: path).verify() }
  }

  @Test func `every byte of a package counts`() throws {
    let path = try written()
    for name in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "data/A-1/lapor.pdf", "data/daftar.csv"] {
      let whole = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
      for index in stride(from: 0, to: whole.count, by: 7) {
        var changed = whole
        changed[index] ^= 1
        try changed.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        let isSound = (try? Bag(path: path).faults().isEmpty) ?? false
        #expect(!isSound, "\(name), byte \(index)")
      }
      try whole.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    try Bag(path: path).verify()
  }

  @Test func `names that readers take for something else are written otherwise, and none is lost`() throws {
    let path = "\(folder)/paket"
    let writer = try BagWriter(path: path)
    for name in ["100%.txt", "100_.txt", "a\nb", "../../x", "..", "Sama.txt", "sama.txt", "\u{1B}[31m"] { try writer.add(name, [1, 2]) }
    try writer.finish([], on: CalendarDate("2026-11-10")!)
    try writer.putInPlace()
    let bag = try Bag(path: path)
    try bag.verify()
    #expect(
      bag.payload.map(\.path) == [
        "data/100_.txt", "data/100_ (2).txt", "data/a_b", "data/.._.._x", "data/_", "data/Sama.txt", "data/sama (2).txt", "data/_[31m",
      ])
  }

  @Test func `a package is put in place whole, into a new folder, or not at all`() throws {
    let path = try written()
    #expect(throws: BagFailure.self) { try BagWriter(path: path) }
    let source = try archive.file("lain.txt", "lain")
    let writer = try BagWriter(path: "\(folder)/lain")
    #expect(throws: HoldingFailure.self) { try writer.add("lain.txt", copying: source, digest: Self.content) }
    writer.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["lain.txt", "paket", "sumber.pdf"])
  }

  // MARK: Theirs

  @Test func `line breaks and percent signs in names are read as RFC 8493 writes them, and as others do`() throws {
    let path = try foreign("")
    let names = ["data/baris\nbaru", "data/100%", "data/a%25b", "data/a%0Ab\r"]
    for name in names { try write("isi", "\(path)/\(name)") }
    // As the standard has it, as a writer that knows only line breaks has it, and as it stands.
    for spellings in [
      ["data/baris%0Abaru", "data/100%25", "data/a%2525b", "data/a%250Ab%0D"],
      ["data/baris%0abaru", "data/100%", "data/a%25b", "data/a%250Ab%0d"],
    ] {
      try write(
        (["data/a.txt"] + spellings).map { "\(Self.content)  \($0)\n" }.joined(), "\(path)/manifest-sha256.txt")
      #expect(try Bag(path: path).faults() == [], "\(spellings)")
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "data/../../etc/passwd", "~/x", "data/~/../../x", "bagit.txt", "data//a.txt", "data/./a.txt",
    "data/..%0A/../x", "%2E%2E/x",
  ])
  func `a path that leads out of the payload is refused`(_ path: String) throws {
    let bag = try Bag(path: foreign("\(Self.content)  data/a.txt\n\(Self.content)  \(path)\n"))
    #expect(try bag.faults() == [BagFault(kind: .outside, path: path)])
    #expect(bag.payload.map(\.path) == ["data/a.txt"])
  }

  @Test func `links and pipes in a package are refused, not followed`() throws {
    let path = try foreign("\(Self.content)  data/a.txt\n\(Self.content)  data/tautan\n\(Self.content)  data/luar/a.txt\n")
    let other = archive.folder.appendingPathComponent("di-luar").path
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    try write("isi", "\(other)/a.txt")
    try FileManager.default.createSymbolicLink(atPath: "\(path)/data/tautan", withDestinationPath: "\(other)/a.txt")
    try FileManager.default.createSymbolicLink(atPath: "\(path)/data/luar", withDestinationPath: other)
    #expect(mkfifo("\(path)/data/pipa", 0o600) == 0)
    let faults = try Bag(path: path).faults()
    #expect(
      Set(faults) == [
        BagFault(kind: .outside, path: "data/tautan"), BagFault(kind: .outside, path: "data/luar/a.txt"),
        BagFault(kind: .outside, path: "data/luar"), BagFault(kind: .outside, path: "data/pipa"),
      ])
  }

  @Test func `what contradicts itself or can't be read is named`() throws {
    let other = String(repeating: "0", count: 64)
    let bag = try Bag(path: foreign("\(Self.content) *data/a.txt\r\n\(other)  data/a.txt\r\nbukan baris\r\n"))
    #expect(try bag.faults() == [BagFault(kind: .malformed, path: "data/a.txt"), BagFault(kind: .malformed, path: "bukan baris")])
    let path = bag.path
    try write("Payload-Oxum: 4.1\n", "\(path)/bag-info.txt")
    try write("\(Self.content)  data/a.txt\n", "\(path)/manifest-sha256.txt")
    #expect(try Bag(path: path).faults() == [BagFault(kind: .malformed, path: "Payload-Oxum: 4.1")])
  }

  @Test func `a folder that is no package, or one of another kind, is refused`() throws {
    #expect(throws: BagFailure.self) { try Bag(path: folder) }
    let path = try foreign("\(Self.content)  data/a.txt\n")
    for (name, text) in [
      ("fetch.txt", "https://contoh.id/a.txt 3 data/b.txt\n"), ("bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-16\n"),
      ("bagit.txt", "bukan\n"),
    ] {
      try write(text, "\(path)/\(name)")
      #expect(throws: BagFailure.self, "\(name)") { try Bag(path: path) }
      try FileManager.default.removeItem(atPath: "\(path)/fetch.txt", ifThere: true)
    }
    try write("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "\(path)/bagit.txt")
    try FileManager.default.removeItem(atPath: "\(path)/manifest-sha256.txt")
    #expect(throws: BagFailure.self) { try Bag(path: path) }
  }

  // MARK: A second opinion

  /// The Library of Congress's program, which `scripts/test` installs and names; nil where nobody names one.
  private static let program = ProcessInfo.processInfo.environment["PPID_BAGIT"].flatMap { $0.isEmpty ? nil : $0 }

  /// Runs it; its status and what it says.
  private func bagit(_ arguments: String...) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.program))
    process.arguments = arguments
    let output = Pipe()
    (process.standardError, process.standardOutput) = (output, output)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// What it says of a package that it finds unsound.
  private func verdict(_ package: String) throws -> String {
    let (status, text) = try bagit("--validate", package)
    #expect(status == 1, "\(text)")
    return text.split(separator: "\n").last { $0.contains("is invalid:") }.map(String.init) ?? ""
  }

  /// What both programs find wrong with a package that was sound.
  private func expectBoth(_ package: String, _ fault: BagFault, _ words: String) throws {
    #expect(try Bag(path: package).faults().filter { $0.path != "bag-info.txt" && $0.kind != .malformed } == [fault])
    let theirs = try verdict(package)
    #expect(theirs.contains("\(fault.path) \(words)"), "\(theirs)")
  }

  /// A changed byte, a missing and an extra file in a sound package, each to be named by both. Theirs would stop at the count of bytes
  /// (Payload-Oxum), without a name, so that line is taken out for the two that change it.
  private func disturb(_ package: String, _ path: String) throws {
    let file = "\(package)/\(path)"
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    var changed = whole
    changed[changed.count / 2] ^= 1
    try changed.write(to: URL(fileURLWithPath: file))
    try expectBoth(package, BagFault(kind: .changed, path: path), "sha256 validation failed")
    try whole.write(to: URL(fileURLWithPath: file))
    let info = try text("\(package)/bag-info.txt")
    try write(info.split(separator: "\n").filter { !$0.hasPrefix("Payload-Oxum") }.joined(separator: "\n"), "\(package)/bag-info.txt")
    try FileManager.default.removeItem(atPath: file)
    try expectBoth(package, BagFault(kind: .missing, path: path), "exists in manifest but was not found on filesystem")
    try whole.write(to: URL(fileURLWithPath: file))
    try write("x", "\(package)/data/sisipan.txt")
    try expectBoth(package, BagFault(kind: .extra, path: "data/sisipan.txt"), "exists on filesystem but is not in the manifest")
    try FileManager.default.removeItem(atPath: "\(package)/data/sisipan.txt")
    try write(info, "\(package)/bag-info.txt")
    #expect(try bagit("--validate", package).status == 0 && Bag(path: package).faults() == [])
  }

  private static let needsBagit = Comment("scripts/test installs the Library of Congress's bagit; alone, name one in PPID_BAGIT")

  @Test(.enabled(if: PackageTests.program != nil, needsBagit))
  func `the Library of Congress's bagit reads our packages, and names what is wrong with them`()
    throws
  {
    let ours = try written()
    let (status, text) = try bagit("--validate", ours)
    #expect(status == 0, "\(text)")
    for path in ["data/A-1/lapor.pdf", "data/A-1/catatan rapat – Jum’at.txt", "data/daftar.csv"] { try disturb(ours, path) }
  }

  @Test(.enabled(if: PackageTests.program != nil, needsBagit))
  func `we read the packages of the Library of Congress's bagit, and name what is wrong with them`()
    throws
  {
    let theirs = "\(folder)/mereka"
    try FileManager.default.createDirectory(atPath: "\(theirs)/dalam", withIntermediateDirectories: true)
    let names = ["a.txt", "dalam/catatan rapat – Jum’at.txt", "baris\nbaru", "100%.txt", "a%25b", "kosong"]
    for name in names { try write(name == "kosong" ? "" : "isi", "\(theirs)/\(name)") }
    let (status, text) = try bagit("--sha256", "--sha512", "--contact-name", "Biro Umum", theirs)
    #expect(status == 0, "\(text)")
    let bag = try Bag(path: theirs)
    #expect(try bag.faults() == [])
    #expect(Set(bag.payload.map(\.path)) == Set(names.map { "data/\($0)" }))
    for path in ["data/a.txt", "data/dalam/catatan rapat – Jum’at.txt"] { try disturb(theirs, path) }
  }
}

extension FileManager {
  fileprivate func removeItem(atPath path: String, ifThere: Bool) throws {
    if ifThere, !fileExists(atPath: path) { return }
    try removeItem(atPath: path)
  }
}
