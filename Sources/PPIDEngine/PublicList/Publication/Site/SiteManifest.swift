/// What each file of a site was made of when it was written, kept in the site's mark: the next publication writes anew what is made of
/// something else.
struct SiteManifest {
  private(set) var files: [String: String] = [:]

  init() {}

  /// Reads what `text` wrote; empty for anything else.
  init(reading text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.first == Self.head[...] else { return }
    for line in lines.dropFirst() {
      guard let space = line.firstIndex(of: " ") else { continue }
      files[String(line[line.index(after: space)...])] = String(line[..<space])
    }
  }

  subscript(_ path: String) -> String? {
    get { files[path] }
    set { files[path] = newValue }
  }

  var text: String {
    files.sorted { $0.key.compareBytes(with: $1.key) < 0 }.reduce(into: Self.head + "\n") { $0 += "\($1.value) \($1.key)\n" }
  }

  /// The number rises whenever the program writes something else for the same edition: texts cleaned otherwise, rows with other columns.
  /// (Templates and words are told by their fingerprint.) A site that was written with another number is made anew.
  private static let head = "PPID 2"
}
