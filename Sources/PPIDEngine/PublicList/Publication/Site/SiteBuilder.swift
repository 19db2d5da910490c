import PPIDValues

/// How far a publication has come.
package struct PublicationProgress: Sendable, Hashable {
  /// Records that are done.
  package let records: Int
  package let total: Int
}

/// Builds the site of one edition in a folder beside its place, and writes only what is made of something else than last time.
///
/// Two passes over the list: the first finds out what each file is made of, the second makes those that changed.
final class SiteBuilder {
  /// Passes over what is published.
  struct Source {
    /// Where every record of the edition stands: ``Relation/publishedPlaces(in:)``.
    let places: () throws -> RelationCursor
    /// Every record of the edition, in the same order: ``Relation/publishedRecords(in:)``.
    let records: () throws -> RelationCursor
    /// What one edition changed: ``Relation/changes(of:)``.
    let changes: (Edition) throws -> RelationCursor
  }

  let site: Site
  let folder: StagedFolder
  let templates: SiteTemplates
  /// What every page is made of, whatever it tells.
  private let surroundings: String
  private let source: Source
  private let progress: (PublicationProgress) throws -> Void
  private let old: SiteManifest
  private var new = SiteManifest()
  /// What is to be made anew, beside the lists' sheets: pages of records, and parts of the search's list.
  private var staleRecords: [RecordNumber: [Language]] = [:]
  private var staleParts: Set<Int> = []

  /// The site's lists: of all, of the categories, and of the units by their codes.
  private let all = SiteList(folder: "daftar", name: "semua", title: SiteWords["semua"])
  private let categories = Category.published.map {
    SiteList(folder: "kategori", name: $0.rawValue, title: $0.siteName, explanation: $0.siteExplanation)
  }
  private var units: [String: SiteList] = [:]
  private var index = SearchIndex()
  private var print = Fingerprint()
  /// The public numbers of all that is listed.
  private(set) var numbers: [RecordNumber: PublicNumber] = [:]
  private(set) var tallies: [EditionTally] = []

  init(_ site: Site, in folder: StagedFolder, from source: Source, progress: @escaping (PublicationProgress) throws -> Void) throws {
    self.site = site
    self.folder = folder
    self.source = source
    self.progress = progress
    templates = try SiteTemplates()
    surroundings = Fingerprint.of(templates.fingerprint, site.office, site.address ?? "", site.base ?? "")
    old = SiteManifest(reading: folder.oldMark)
  }

  /// Builds all of it; the number of records.
  func build() throws -> Int {
    try takeStock()
    try makeAssets()
    try makeEditions()
    try makeLists()
    try makeHome()
    if let base = site.base { try makeMap(base) }
    try folder.mark(new.text)
    return all.count
  }

  // MARK: What is old and what is new

  /// Whether the file need not be made anew: it stands, made of the same.
  private func isCurrent(_ path: String, _ print: String) throws -> Bool {
    new[path] = print
    return try old[path] == print && folder.keep(path)
  }

  private func isCurrent(_ page: SitePage, _ print: String) throws -> Bool {
    try isCurrent(page.path, Fingerprint.of(surroundings, page.language.rawValue, print))
  }

  /// Finds out which of a list's sheets are to be made anew; `print` is what all of them are made of.
  private func check(_ list: SiteList, _ print: String = "") throws {
    for sheet in 1...list.sheetCount {
      for language in Language.allCases {
        let made = Fingerprint.of(print, list.fingerprint(ofSheet: sheet))
        if try !isCurrent(list.page(language, sheet: sheet), made) { list.setStale(sheet, language) }
      }
    }
  }

  /// Makes a file that is quickly made, and so needs no finding out.
  private func put(_ path: String, _ bytes: some Collection<UInt8>) throws {
    new[path] = "-"
    try folder.write(path, Array(bytes))
  }

  func put(_ page: SitePage, title: String, _ text: String) throws {
    try folder.write(page.path, Array(frame(page, title: title, text).utf8))
  }

  // MARK: The first pass

  private func takeStock() throws {
    var row: [FieldValue] = []
    let cursor = try source.places()
    while try cursor.next(&row) {
      guard let place = PublishedPlace(row) else { continue }
      let number = publicNumber(of: place.number).description
      let print = "\(number) \(site.editionHashes[place.edition] ?? "")"
      self.print.add(print)
      index.count(print)
      for list in lists(place.category, place.unit) { list.count(print) }
      let context = Fingerprint.of(print, site.unitName(place.unit))
      for language in Language.allCases where try !isCurrent(SitePage(language, "informasi", number), context) {
        staleRecords[place.number, default: []].append(language)
      }
      if all.count % 256 == 0 { try progress(PublicationProgress(records: 0, total: all.count)) }
    }
    for list in everyList { try check(list) }
    for part in index.parts where try !isCurrent(SearchIndex.path(ofPart: part), index.fingerprint(ofPart: part)) {
      staleParts.insert(part)
    }
  }

  /// The public number of a listed record, reckoned once.
  private func publicNumber(of record: RecordNumber) -> PublicNumber {
    if let known = numbers[record] { return known }
    let number = site.numbers.number(of: record)
    numbers[record] = number
    return number
  }

  private var everyList: [SiteList] { [all] + categories + units.values.sorted { $0.name < $1.name } }

  private func lists(_ category: String, _ unit: String) -> [SiteList] {
    let list = units[unit] ?? SiteList(folder: "unit", name: unit, title: Phrase(site.unitName(unit)))
    units[unit] = list
    return [all] + categories.filter { $0.name == category } + [list]
  }

  // MARK: The second pass

  private func makeLists() throws {
    try put(PublicTables.editions, PublicTables.editionTable(site, tallies))
    try put(PublicTables.package, PublicTables.description(site).utf8)
    try put(SearchIndex.path, index.script.utf8)
    let tables = [PublicTables.list, PublicTables.document, PublicTables.database]
    let made = Fingerprint.of(
      "data 1", print.value, Fingerprint.of(site.editions.map(\.fingerprint)), Fingerprint.of(tallies.map { "\($0)" }))
    let areTablesCurrent = try tables.map { try isCurrent($0, made) }.allSatisfy { $0 }
    if areTablesCurrent, staleRecords.isEmpty, staleParts.isEmpty, everyList.allSatisfy({ !$0.isStale }) { return }
    var data = areTablesCurrent ? nil : try PublicTables(site, tallies, in: folder)
    for list in everyList where list.count == 0 { try makeSheet(list, 1, [:]) }
    var row: [FieldValue] = []
    var part: [String] = []
    var done = 0
    let cursor = try source.records()
    while try cursor.next(&row) {
      guard let record = PublishedRecord(row, publicNumber: publicNumber) else { continue }
      try data?.add(record)
      for language in staleRecords[record.number] ?? [] {
        let page = SitePage(language, "informasi", record["nomor"])
        try put(page, title: PublicText.beginning(of: record["judul"], 120), text(of: record, language))
      }
      try addToSheets(record)
      if staleParts.contains(SearchIndex.part(at: done)) { part.append(SearchIndex.row(record)) }
      if SearchIndex.isLast(done, in: all.count) { try makePart(SearchIndex.part(at: done), &part) }
      done += 1
      if done % 64 == 0 || done == all.count { try progress(PublicationProgress(records: done, total: all.count)) }
    }
    try data?.finish()
  }

  private func makePart(_ number: Int, _ rows: inout [String]) throws {
    guard !rows.isEmpty else { return }
    try folder.write(SearchIndex.path(ofPart: number), Array(SearchIndex.script(ofPart: number, rows).utf8))
    rows = []
  }

  private func addToSheets(_ record: PublishedRecord) throws {
    var made: [Language: String] = [:]
    for list in lists(record["kategori"], record["unit"]) {
      let sheet = list.nextSheet
      var row: [Language: String] = [:]
      for language in list.staleLanguages(ofSheet: sheet) {
        let text = made[language] ?? self.row(of: record, language)
        made[language] = text
        row[language] = text
      }
      if let rows = list.take(row) { try makeSheet(list, sheet, rows) }
    }
  }

  private func makeSheet(_ list: SiteList, _ sheet: Int, _ rows: [Language: String]) throws {
    for language in list.staleLanguages(ofSheet: sheet) {
      let page = list.page(language, sheet: sheet)
      try put(page, title: list.title[language], text(of: list, sheet: sheet, rows: rows[language] ?? "", language))
    }
  }

  // MARK: Other pages

  private func makeAssets() throws {
    try put("aset/gaya.css", PackageResources.gaya_css)
    try put("aset/cari.js", PackageResources.cari_js)
    try put("aset/ikon.svg", PackageResources.ikon_svg)
  }

  /// An edition's page lists its changes in sheets, as they are read.
  private func makeEditions() throws {
    var row: [FieldValue] = []
    for edition in site.editions {
      let list = SiteList(folder: "edisi", name: edition.name, title: Phrase(""))
      var tally = EditionTally()
      let first = try source.changes(edition)
      while try first.next(&row) {
        guard let change = self.change(row) else { continue }
        tally.count(change.kind)
        list.count(change.fingerprint)
      }
      tallies.append(tally)
      try check(list, Fingerprint.of(edition.fingerprint, "\(tally)"))
      guard list.isStale else { continue }
      if list.count == 0 { try makeEdition(edition, tally, list, 1, []) }
      var changes: [PublishedChange] = []
      var sheet = 1
      let second = try source.changes(edition)
      while try second.next(&row) {
        guard let change = self.change(row) else { continue }
        changes.append(change)
        if changes.count == SiteList.sheetLength {
          try makeEdition(edition, tally, list, sheet, changes)
          (changes, sheet) = ([], sheet + 1)
        }
      }
      if !changes.isEmpty { try makeEdition(edition, tally, list, sheet, changes) }
    }
    for language in Language.allCases {
      let page = SitePage(language, "edisi")
      new[page.path] = "-"
      try put(page, title: SiteWords["arsip_edisi"][language], textOfEditions(page))
    }
  }

  private func change(_ row: [FieldValue]) -> PublishedChange? {
    PublishedChange(row, listed: numbers, by: site.numbers)
  }

  private func makeEdition(_ edition: Edition, _ tally: EditionTally, _ list: SiteList, _ sheet: Int, _ changes: [PublishedChange]) throws {
    for language in list.staleLanguages(ofSheet: sheet) {
      let page = list.page(language, sheet: sheet)
      let title = SiteWords["edisi_bulan"][language].replacing("{bulan}", with: edition.title(in: language))
      try put(page, title: title, text(of: edition, tally, changes, list, sheet: sheet, title: title, language))
    }
  }

  private func makeHome() throws {
    let latest = try newest(10)
    for language in Language.allCases {
      let page = SitePage(language)
      new[page.path] = "-"
      let shown = everyList.filter { $0.folder != "daftar" }
      try put(page, title: SiteWords["dip"][language], textOfHome(page, lists: shown, count: all.count, latest: latest))
    }
  }

  /// The first records that the edition added.
  private func newest(_ count: Int) throws -> [PublishedChange] {
    var row: [FieldValue] = []
    var changes: [PublishedChange] = []
    let cursor = try source.changes(site.edition)
    while changes.count < count, try cursor.next(&row) {
      if let change = self.change(row), change.kind == "baru", change.isListed { changes.append(change) }
    }
    return changes
  }

  /// All pages for search engines (sitemaps.org), as many as one file may name.
  private func makeMap(_ base: String) throws {
    let paths = new.files.keys.filter { $0.hasSuffix(".html") }.sorted { $0.compareBytes(with: $1) < 0 }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for path in paths.prefix(50_000) { text += "<url><loc>\(templates.escaped("\(base)/\(path)"))</loc></url>\n" }
    try put("sitemap.xml", (text + "</urlset>\n").utf8)
  }
}
