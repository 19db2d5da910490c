import Foundation

/// What a manifest of a package says: each file with its SHA-256, and the lines that say something else.
struct BagManifest {
  private(set) var files: [BagFile] = []
  private(set) var faults: [BagFault] = []

  /// - Parameters:
  ///   - path: the package's folder, to see which of two readings of a name is there.
  ///   - isPayload: whether the files must stand in `data/`.
  init(_ text: String, of path: String, isPayload: Bool) {
    var known: [String: String] = [:]
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }) {
      guard let (digest, written) = BagManifest.entry(line) else {
        faults.append(BagFault(kind: .malformed, path: String(line.prefix(200))))
        continue
      }
      guard BagManifest.isInside(written, isPayload: isPayload), BagManifest.isInside(BagManifest.decoded(written), isPayload: isPayload)
      else {
        faults.append(BagFault(kind: .outside, path: written))
        continue
      }
      let place = BagManifest.reading(written, in: path)
      if let other = known[place] {
        if other != digest { faults.append(BagFault(kind: .malformed, path: place)) }
        continue
      }
      known[place] = digest
      files.append(BagFile(path: place, digest: digest))
    }
  }

  /// A digest and a path, with white space and perhaps a `*` between them.
  private static func entry(_ line: Substring) -> (digest: String, path: String)? {
    let digest = line.prefix { !$0.isWhitespace }.lowercased()
    guard digest.utf8.count == 64, digest.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else { return nil }
    var path = line.dropFirst(64).drop { $0 == " " || $0 == "\t" }
    if path.first == "*" { path.removeFirst() }
    if path.hasPrefix("./") { path.removeFirst(2) }
    return path.isEmpty ? nil : (digest, String(path))
  }

  /// Whether a path stays within the package.
  private static func isInside(_ path: String, isPayload: Bool) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) } && parts.first?.first != "~"
      && (!isPayload || parts.count > 1 && parts[0] == "data")
  }

  /// The file that is meant: line breaks and `%` are written `%0A`, `%0D`, `%25`, but not every writer knows the last.
  private static func reading(_ written: String, in path: String) -> String {
    let decoded = decoded(written)
    guard decoded != written else { return written }
    var status = stat()
    func isThere(_ place: String) -> Bool { lstat("\(path)/\(place)", &status) == 0 }
    if isThere(decoded) { return decoded }
    let halfway = written.replacing("%0A", with: "\n").replacing("%0a", with: "\n").replacing("%0D", with: "\r").replacing(
      "%0d", with: "\r")
    return [halfway, written].first(where: isThere) ?? decoded
  }

  private static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var result = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "%") {
      result += rest[..<sign]
      let code = rest[sign...].prefix(3).uppercased()
      let meant = ["%0A": "\n", "%0D": "\r", "%25": "%"][code]
      result += meant ?? "%"
      rest = meant == nil ? rest[rest.index(after: sign)...] : rest[sign...].dropFirst(3)
    }
    return result + rest
  }
}
