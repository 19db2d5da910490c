import PPIDValues

/// What the search in the pages reads: the list in parts as scripts, because a page that was opened from a folder may load nothing else.
struct SearchIndex {
  static let path = "aset/indeks.js"
  private static let partLength = 1000
  private var prints: [Fingerprint] = []
  private var count = 0

  /// The part in which the list's row of that place stands, from 0.
  static func part(at place: Int) -> Int { place / partLength }

  /// Whether the row is its part's last, in a list of `count`.
  static func isLast(_ place: Int, in count: Int) -> Bool { place == count - 1 || (place + 1) % partLength == 0 }

  static func path(ofPart part: Int) -> String { "aset/indeks/\(part).js" }

  /// Counts the list's next row, by its fingerprint.
  mutating func count(_ print: String) {
    if count % SearchIndex.partLength == 0 { prints.append(Fingerprint()) }
    prints[prints.count - 1].add(print)
    count += 1
  }

  var parts: Range<Int> { prints.indices }

  func fingerprint(ofPart part: Int) -> String { Fingerprint.of("indeks", prints[part].value) }

  /// The script that names the parts.
  var script: String { "ppidIndeks([\(parts.map(String.init).joined(separator: ","))]);\n" }

  /// The script of a part with these rows, which begins with the place of its first one.
  static func script(ofPart part: Int, _ rows: [String]) -> String {
    "ppidMuat(\(part * partLength), [\n\(rows.joined(separator: ",\n"))\n]);\n"
  }

  static func row(_ record: PublishedRecord) -> String {
    let texts = [
      record["nomor"], PublicText.beginning(of: record["judul"], 200), PublicText.beginning(of: record["ringkasan"], 160),
      record["kategori"], record["unit"], record["tahun"],
    ]
    return "[\(texts.map(FieldText.quoted).joined(separator: ","))]"
  }
}
