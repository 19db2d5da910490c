import PPIDValues

/// What the search in the pages reads: parts of the list as scripts, because a page that was opened from a folder may load nothing else.
struct SearchIndex {
  static let path = "aset/indeks.js"
  private static let partLength = 1000
  private var prints: [Int: Fingerprint] = [:]

  /// The part in which a record stands; a part's records keep their part, whatever becomes of others.
  static func part(of record: Int) -> Int { record / partLength }

  static func path(ofPart part: Int) -> String { "aset/indeks/\(part).js" }

  mutating func count(_ record: Int, _ print: String) {
    prints[SearchIndex.part(of: record), default: Fingerprint()].add(print)
  }

  var parts: [Int] { prints.keys.sorted() }

  func fingerprint(ofPart part: Int) -> String { Fingerprint.of("indeks", prints[part]?.value ?? "") }

  /// The script that names the parts.
  var script: String { "ppidIndeks([\(parts.map(String.init).joined(separator: ","))]);\n" }

  /// The script of a part with these rows.
  static func script(_ rows: [String]) -> String { "ppidMuat([\n\(rows.joined(separator: ",\n"))\n]);\n" }

  static func row(_ record: PublishedRecord) -> String {
    let texts = [
      record["nomor"], PublicText.beginning(of: record["judul"], 200), PublicText.beginning(of: record["ringkasan"], 160),
      record["kategori"], record["unit"], record["tahun"],
    ]
    return "[\(texts.map(FieldText.quoted).joined(separator: ","))]"
  }
}
