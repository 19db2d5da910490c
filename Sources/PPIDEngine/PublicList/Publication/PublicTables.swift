import PPIDValues

/// The list as data, beside the site's pages: CSV, JSON, an SQLite file, each with every record, and a description of the columns.
struct PublicTables {
  static let list = "dip.csv"
  static let document = "dip.json"
  static let database = "dip.db"
  static let editions = "edisi.csv"
  static let package = "datapackage.json"

  private let csv: StagedFile
  private let json: StagedFile
  private let database: PublicDatabase
  private let folder: StagedFolder
  private var writer = CSVWriter(profile: .data)
  private var separator = "\n"

  /// Begins all three; `tallies` are those of the site's editions, in order.
  init(_ site: Site, _ tallies: [EditionTally], in folder: StagedFolder) throws {
    self.folder = folder
    csv = try folder.begin(PublicTables.list)
    json = try folder.begin(PublicTables.document)
    database = try PublicDatabase(path: folder.path(of: PublicTables.database))
    try csv.write(writer.line(PublishedRecord.columns))
    let edition = site.edition
    let head = [
      Field("edisi", .text(edition.name)), Field("nomor", .text(edition.number)), Field("ditetapkan", .time(edition.determined)),
      Field("penanda_tangan", .text(edition.signer)),
    ]
    try json.write("{\"edisi\":\(FieldText.object(head) ?? "{}"),\"daftar\":[".utf8)
    for (edition, tally) in zip(site.editions, tallies) { try database.insert(PublicTables.fields(of: edition, tally)) }
  }

  mutating func add(_ record: PublishedRecord) throws {
    try csv.write(writer.line(record.guardedValues))
    try json.write("\(separator)\(FieldText.object(record.fields) ?? "{}")".utf8)
    separator = ",\n"
    try database.insert(record)
  }

  func finish() throws {
    try json.write("\n]}\n".utf8)
    try database.finish()
    try csv.putInPlace()
    try json.putInPlace()
    for name in [PublicTables.list, PublicTables.document, PublicTables.database] { try folder.end(name) }
  }

  /// The table of all editions.
  static func editionTable(_ site: Site, _ tallies: [EditionTally]) -> [UInt8] {
    var writer = CSVWriter(profile: .data)
    var bytes = writer.line(editionColumns.map(\.name))
    for (edition, tally) in zip(site.editions, tallies) {
      bytes += writer.line(
        fields(of: edition, tally).map { field in
          if case .text(let text) = field.value { .text(SpreadsheetGuard.harmless(text)) } else { field.value }
        })
    }
    return bytes
  }

  private static func fields(of edition: Edition, _ tally: EditionTally) -> [Field] {
    let values: [FieldValue] = [
      .text(edition.name), .period(edition.period), .text(edition.number), .text(edition.determined.description), .text(edition.signer),
      .int(tally.added), .int(tally.changed), .int(tally.removed),
    ]
    return zip(editionColumns, values).map { Field($0.name, $1) }
  }

  private static let editionColumns: [(name: String, kind: String, meaning: String)] = [
    ("edisi", "string", "Edisi: bulan, dengan urutan bila bukan yang pertama"), ("periode", "yearmonth", "Bulan"),
    ("nomor", "string", "Nomor keputusan"), ("ditetapkan", "string", "Waktu penetapan, waktu kantor"),
    ("penanda_tangan", "string", "Penanda tangan"), ("baru", "integer", "Informasi yang ditambahkan"),
    ("berubah", "integer", "Informasi yang diubah"), ("hapus", "integer", "Informasi yang dikeluarkan"),
  ]
}

extension PublicTables {
  /// The description of both tables (Frictionless Data Package).
  static func description(_ site: Site) -> String {
    let list = PublishedRecord.columns.enumerated().map { index, name in
      column(name, kind: kind(PublishedRecord.types[index]), meaning: meanings[name] ?? name, isKey: index == 0)
    }
    let editions = editionColumns.enumerated().map { index, column in
      self.column(column.name, kind: column.kind, meaning: column.meaning, isKey: index == 0)
    }
    var head = [
      Field("name", .text("daftar-informasi-publik")), Field("title", .text("Daftar Informasi Publik \(site.office)")),
      Field("version", .text(site.edition.name)), Field("created", .text("\(site.edition.determined):00")),
    ]
    if let base = site.base { head.append(Field("homepage", .text("\(base)/"))) }
    let publisher = FieldText.object([Field("title", .text(site.office)), Field("role", .text("publisher"))]) ?? "{}"
    let resources = [
      resource("dip", PublicTables.list, "Daftar Informasi Publik", list, key: "nomor"),
      resource("edisi", PublicTables.editions, "Edisi Daftar Informasi Publik", editions, key: "edisi"),
    ]
    let opening = FieldText.object(head)?.dropLast() ?? "{"
    return "\(opening),\"contributors\":[\(publisher)],\"resources\":[\n\(resources.joined(separator: ",\n"))\n]}\n"
  }

  private static func resource(_ name: String, _ path: String, _ title: String, _ columns: [String], key: String) -> String {
    let fields = [
      Field("name", .text(name)), Field("path", .text(path)), Field("title", .text(title)),
      Field("profile", .text("tabular-data-resource")),
      Field("format", .text("csv")), Field("mediatype", .text("text/csv")), Field("encoding", .text("utf-8")),
    ]
    let opening = FieldText.object(fields)?.dropLast() ?? "{"
    return """
      \(opening),"schema":{"fields":[
      \(columns.joined(separator: ",\n"))
      ],"missingValues":[""],"primaryKey":"\(key)"}}
      """
  }

  private static func column(_ name: String, kind: String, meaning: String, isKey: Bool) -> String {
    let fields = [Field("name", .text(name)), Field("type", .text(kind)), Field("description", .text(meaning))]
    let text = FieldText.object(fields) ?? "{}"
    return isKey ? text.dropLast() + ",\"constraints\":{\"required\":true,\"unique\":true}}" : text
  }

  private static func kind(_ type: FieldType) -> String {
    switch type {
    case .int: "integer"
    case .date: "date"
    default: "string"
    }
  }

  private static let meanings = [
    "nomor": "Nomor informasi", "judul": "Judul informasi", "ringkasan": "Ringkasan isi informasi", "jenis": "Jenis informasi",
    "kategori": "Kategori menurut UU 14/2008: berkala, serta-merta, atau setiap-saat", "unit": "Kode unit",
    "penguasa": "Pejabat atau unit yang menguasai informasi",
    "penanggung_jawab": "Penanggung jawab pembuatan atau penerbitan informasi", "waktu": "Waktu pembuatan, seperti tertulis",
    "tanggal": "Tanggal pembuatan", "tahun": "Tahun pembuatan", "tempat": "Tempat pembuatan", "bentuk": "Bentuk informasi yang tersedia",
    "retensi_aktif": "Jangka waktu penyimpanan aktif", "retensi_inaktif": "Jangka waktu penyimpanan inaktif",
  ]
}
