import Foundation
import PPIDValues

/// A package of files after RFC 8493 (BagIt), as somebody sent it: nothing in it is trusted before ``verify(check:)``.
package struct Bag: Sendable {
  package let path: String
  /// What `bag-info.txt` says, in its order; a label may occur several times.
  package let info: [(label: String, value: String)]
  /// The files of the payload, by the manifest.
  package let payload: [BagFile]

  private let tags: [BagFile]
  /// What was wrong already with the manifests.
  private let manifestFaults: [BagFault]

  /// How large a manifest may be, in bytes.
  private static let largestManifest = 256 << 20

  /// Reads what a package says of itself. Throws ``BagFailure`` for a folder that is none, or one that this program doesn't take.
  package init(path: String) throws {
    self.path = path
    let declaration = try Bag.text("bagit.txt", in: path)
    guard let declaration else { throw BagFailure.notABag(path: path) }
    let fields = Bag.fields(declaration)
    func field(_ label: String) -> String { fields.first { $0.label == label }?.value ?? "" }
    guard field("BagIt-Version").hasPrefix("0.") || field("BagIt-Version").hasPrefix("1.") else {
      throw BagFailure.unsupported(
        path: path, Phrase(id: "`bagit.txt` tidak menyebut versi yang dikenal", en: "`bagit.txt` names no known version"))
    }
    guard ["UTF-8", "UTF8"].contains(field("Tag-File-Character-Encoding").uppercased()) else {
      throw BagFailure.unsupported(path: path, Phrase(id: "isinya bukan UTF-8", en: "it isn't in UTF-8"))
    }
    guard access("\(path)/fetch.txt", F_OK) != 0 else {
      throw BagFailure.unsupported(
        path: path,
        Phrase(id: "sebagian berkasnya harus diambil dari tempat lain (fetch.txt)", en: "some files must be fetched (fetch.txt)"))
    }
    guard let manifest = try Bag.text("manifest-sha256.txt", in: path) else {
      throw BagFailure.unsupported(path: path, Phrase(id: "tidak ada manifest-sha256.txt", en: "there is no manifest-sha256.txt"))
    }
    info = try Bag.text("bag-info.txt", in: path).map(Bag.fields) ?? []
    let payload = BagManifest(manifest, of: path, isPayload: true)
    let tags = BagManifest(try Bag.text("tagmanifest-sha256.txt", in: path) ?? "", of: path, isPayload: false)
    self.payload = payload.files
    self.tags = tags.files
    manifestFaults = payload.faults + tags.faults
  }

  /// Where a file of the payload stands.
  package func location(of file: BagFile) -> String { "\(path)/\(file.path)" }

  /// Reads every file and compares it with the manifests: everything that is wrong, or nothing.
  package func faults(check: () throws -> Void = {}) throws -> [BagFault] {
    var faults = manifestFaults
    for file in tags + payload {
      if let kind = try fault(of: file, check: check) { faults.append(BagFault(kind: kind, path: file.path)) }
    }
    let known = Set(payload.map(\.path))
    var (bytes, count) = (0, 0)
    try walk("data") { place, status in
      guard status.st_mode & S_IFMT == S_IFREG else {
        if !known.contains(place) { faults.append(BagFault(kind: .outside, path: place)) }
        return
      }
      (bytes, count) = (bytes + Int(status.st_size), count + 1)
      if !known.contains(place) { faults.append(BagFault(kind: .extra, path: place)) }
    }
    let sum = info.first { $0.label.lowercased() == "payload-oxum" }?.value
    if faults.isEmpty, let sum, sum != "\(bytes).\(count)" {
      faults.append(BagFault(kind: .malformed, path: "Payload-Oxum: \(sum)"))
    }
    return faults
  }

  /// Throws ``BagFailure/unsound(path:_:)`` unless every file is what the manifests say.
  package func verify(check: () throws -> Void = {}) throws {
    let faults = try faults(check: check)
    guard faults.isEmpty else { throw BagFailure.unsound(path: path, faults) }
  }

  private func fault(of file: BagFile, check: () throws -> Void) throws -> BagFault.Kind? {
    // A link anywhere on the way could lead out of the package.
    var parent = file.path.folderPath
    while !parent.isEmpty {
      var status = stat()
      if lstat("\(path)/\(parent)", &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return .outside }
      parent = parent.folderPath
    }
    do {
      let found = try RegularFile(path: location(of: file), followsLinks: false).hash { _ in try check() }
      return found.digest == file.digest ? nil : .changed
    } catch FileFailure.missing {
      return .missing
    } catch FileFailure.notRegular {
      return .outside
    } catch is FileFailure {
      return .changed
    }
  }

  /// Goes through everything below a folder of the package, without following links.
  private func walk(_ folder: String, _ body: (_ place: String, stat) throws -> Void) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
    for name in names.sorted() {
      let place = "\(folder)/\(name)"
      var status = stat()
      guard lstat("\(path)/\(place)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { try walk(place, body) } else { try body(place, status) }
    }
  }

  /// The text of a tag file; nil where there is none.
  private static func text(_ name: String, in path: String) throws -> String? {
    let file: RegularFile
    do {
      file = try RegularFile(path: "\(path)/\(name)", followsLinks: false)
    } catch FileFailure.missing {
      return nil
    }
    guard file.size <= largestManifest else {
      throw BagFailure.unsupported(path: path, Phrase(id: "\(name) terlalu besar", en: "\(name) is too large"))
    }
    var bytes: [UInt8] = []
    _ = try file.hash { bytes += $0 }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw BagFailure.unsupported(path: path, Phrase(id: "\(name) bukan UTF-8", en: "\(name) isn't UTF-8"))
    }
    return text
  }

  /// The lines `label: value` of a tag file; an indented line goes on with the one above.
  private static func fields(_ text: String) -> [(label: String, value: String)] {
    var fields: [(label: String, value: String)] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if let first = line.first, first == " " || first == "\t", !fields.isEmpty {
        fields[fields.count - 1].value += " " + line.drop { $0 == " " || $0 == "\t" }
      } else if let colon = line.firstIndex(of: ":") {
        fields.append((String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })))
      }
    }
    return fields
  }
}
