import Crypto
import Foundation
import PPIDValues

/// Writes a package of files after RFC 8493 (BagIt 1.0) with SHA-256: a folder that says of each file what it must be.
///
/// It is built beside its place, and put there when the transaction around it is stored. Names are kept, but for characters about
/// which readers disagree (`%`, line breaks, other control characters), in whose place `_` stands.
package final class BagWriter: StagedFiles {
  private let path: String
  private let temporary: String
  private var isPending = true
  private var manifest: [BagFile] = []
  private var taken: Set<String> = []
  private var bytes = 0

  /// Begins a package that is to stand at `path`: a folder that doesn't exist yet, or is empty.
  package init(path: String) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    temporary = "\(path).baru-\(getpid())"
    try BagWriter.checkPlace(path)
    try? FileManager.default.removeItem(atPath: temporary)
    guard mkdir(temporary, 0o755) == 0, mkdir("\(temporary)/data", 0o755) == 0 else { throw StagedFile.failure(path) }
  }

  deinit { discard() }

  /// Adds a copy of the file at `source` as `folder/name`; one folder at most. Throws ``HoldingFailure/unsound(_:)`` when the source
  /// isn't what `digest` says. Where it stands in the package.
  @discardableResult
  package func add(_ name: String, in folder: String? = nil, copying source: String, digest: String, check: () throws -> Void = {}) throws
    -> String
  {
    let file = try RegularFile(path: source, followsLinks: false)
    return try add(name, in: folder) { write in
      let found = try file.hash {
        try check()
        try write($0)
      }
      guard found.digest == digest else {
        throw HoldingFailure.unsound([FixityFault(kind: .changed, path: source, holders: [])])
      }
    }
  }

  /// Adds a file of these bytes. Where it stands in the package.
  @discardableResult
  package func add(_ name: String, in folder: String? = nil, _ content: some Collection<UInt8>) throws -> String {
    try add(name, in: folder) { try $0(Array(content)[...]) }
  }

  private func add(_ name: String, in folder: String?, _ body: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws -> String {
    let parts = ["data"] + [folder, name].compactMap(\.self).map(BagWriter.plain)
    let place = freeName(parts.joined(separator: "/"))
    if folder != nil { mkdir("\(temporary)/\(parts.dropLast().joined(separator: "/"))", 0o755) }
    manifest.append(BagFile(path: place, digest: try write(place, counting: true, body)))
    return place
  }

  /// Ends the package; nothing can be added after this.
  ///
  /// - Parameter info: what `bag-info.txt` says besides (`External-Identifier`, `Source-Organization`, …).
  package func finish(_ info: [(label: String, value: String)], on day: CalendarDate) throws {
    var tags: [BagFile] = []
    func tag(_ name: String, _ text: String) throws {
      tags.append(BagFile(path: name, digest: try write(name, counting: false) { try $0(Array(text.utf8)[...]) }))
    }
    try tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    let own = [("Bagging-Date", day.description), ("Payload-Oxum", "\(bytes).\(manifest.count)")]
    try tag("bag-info.txt", (info.map { ($0.label, $0.value) } + own).map { "\($0): \(BagWriter.line($1))\n" }.joined())
    try tag("manifest-sha256.txt", BagWriter.lines(manifest))
    let list = BagWriter.lines(tags)
    _ = try write("tagmanifest-sha256.txt", counting: false) { try $0(Array(list.utf8)[...]) }
  }

  package func putInPlace() throws {
    guard isPending else { return }
    try BagWriter.checkPlace(path)
    guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
    isPending = false
  }

  package func discard() {
    guard isPending else { return }
    isPending = false
    try? FileManager.default.removeItem(atPath: temporary)
  }

  /// Writes one file of the package; its SHA-256.
  private func write(_ place: String, counting: Bool, _ body: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws -> String {
    let file = try StagedFile(path: "\(temporary)/\(place)")
    var sum = SHA256()
    try body { chunk in
      chunk.withUnsafeBytes { sum.update(bufferPointer: $0) }
      if counting { bytes += chunk.count }
      try file.write(chunk)
    }
    try file.putInPlace()
    return hexadecimal(sum.finalize())
  }

  /// A path that no file of the package has yet, whatever the case of its letters: some readers' disks don't tell those apart.
  private func freeName(_ path: String) -> String {
    var name = path
    var count = 1
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      let ending = path.fileEnding
      name = ending.isEmpty ? "\(path) (\(count))" : "\(Substring(path.utf8.dropLast(ending.utf8.count + 1))) (\(count)).\(ending)"
    }
    return name
  }

  /// A name that all readers of packages understand alike: one path component.
  private static func plain(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar == "%" || scalar == "/" || scalar.properties.generalCategory == .control ? "_" : scalar
    }
    let text = String(String.UnicodeScalarView(scalars))
    return text.isEmpty || text == "." || text == ".." ? "_" : text
  }

  private static func lines(_ files: [BagFile]) -> String { files.map { "\($0.digest)  \($0.path)\n" }.joined() }

  /// A value of `bag-info.txt`, which has one line.
  private static func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

  private static func checkPlace(_ path: String) throws {
    guard access(path, F_OK) == 0 else { return }
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard names == [] else { throw BagFailure.folderInUse(path: path) }
  }
}
