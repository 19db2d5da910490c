import Mustache
import PPIDValues

/// What activity 9 puts on the office's web server for one edition: a page to read, a CSV and a JSON to reckon with.
struct Publication {
  let edition: Edition
  /// The list's columns, by the names that users know.
  let columns: [String]

  /// Writes all files into `folder`, a row at a time; `open` starts a pass over the list. The number of records.
  func write(to folder: StagedFolder, open: () throws -> RelationCursor) throws -> Int {
    try folder.write("dip.csv") { try writeCSV(to: $0, open()) }
    try folder.write("dip.json") { try writeJSON(to: $0, open()) }
    var count = 0
    try folder.write("index.html") { count = try writePage(to: $0, open()) }
    return count
  }

  private func writeCSV(to file: StagedFile, _ rows: RelationCursor) throws {
    var writer = CSVWriter(profile: .data)
    try file.write(writer.line(columns))
    var row: [FieldValue] = []
    while try rows.next(&row) { try file.write(writer.line(row)) }
  }

  private func writeJSON(to file: StagedFile, _ rows: RelationCursor) throws {
    let head = [
      Field("edisi", .text(edition.name)), Field("nomor", .text(edition.number)), Field("ditetapkan", .time(edition.determined)),
      Field("penanda_tangan", .text(edition.signer)),
    ]
    try file.write("{\"edisi\":\(FieldText.object(head) ?? "{}"),\"daftar\":[".utf8)
    var row: [FieldValue] = []
    var separator = "\n"
    while try rows.next(&row) {
      let fields = zip(columns, row).map { Field($0, $1) }
      try file.write("\(separator)\(FieldText.object(fields) ?? "{}")".utf8)
      separator = ",\n"
    }
    try file.write("\n]}\n".utf8)
  }

  private func writePage(to file: StagedFile, _ rows: RelationCursor) throws -> Int {
    let head = try MustacheTemplate(string: String(decoding: PackageResources.halaman_mustache, as: UTF8.self))
    let line = try MustacheTemplate(string: String(decoding: PackageResources.baris_mustache, as: UTF8.self))
    // The page is one template; its list is streamed where the template says so.
    let page = head.render([
      "bulan": edition.period.inWords.id, "nomor": edition.number, "tanggal": edition.determined.date.inWords.id,
      "penanda_tangan": edition.signer, "daftar": Publication.placeForList,
    ])
    let parts = page.split(separator: Publication.placeForList, maxSplits: 1, omittingEmptySubsequences: false)
    try file.write(String(parts[0]).utf8)
    var row: [FieldValue] = []
    var count = 0
    while try rows.next(&row) {
      try file.write(line.render(Dictionary(uniqueKeysWithValues: zip(columns, row.map(\.plain)))).utf8)
      count += 1
    }
    try file.write(String(parts[1]).utf8)
    return count
  }

  private static let placeForList = "\u{1A}"
}
