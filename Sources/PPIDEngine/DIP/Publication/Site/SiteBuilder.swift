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
    /// Every record of the edition: ``Relation/publishedRecords(in:)``.
    let records: () throws -> RelationCursor
    /// What one edition changed: ``Relation/changes(of:)``.
    let changes: (Edition) throws -> RelationCursor
  }

  let site: Site
  let folder: StagedFolder
  let templates: SiteTemplates
  private let source: Source
  private let progress: (PublicationProgress) throws -> Void
  private let old: SiteManifest
  private var new = SiteManifest()
  private var stale: Set<String> = []

  /// The site's lists: of all, of the categories, and of the units by their codes.
  private let all = SiteList(folder: "daftar", name: "semua", title: SiteWords["semua"])
  private let categories = Category.published.map {
    SiteList(folder: "kategori", name: $0.rawValue, title: $0.siteName, explanation: $0.siteExplanation)
  }
  private var units: [String: SiteList] = [:]
  private var index = SearchIndex()
  private var print = Fingerprint()
  private(set) var numbers: Set<Int> = []
  private(set) var tallies: [EditionTally] = []

  init(_ site: Site, in folder: StagedFolder, from source: Source, progress: @escaping (PublicationProgress) throws -> Void) throws {
    self.site = site
    self.folder = folder
    self.source = source
    self.progress = progress
    templates = try SiteTemplates()
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

  /// Notes that the page is to be made where it is made of something else now.
  private func check(_ page: SitePage, _ print: String) throws {
    // What every page tells.
    let whole = Fingerprint.of(templates.fingerprint, site.office, site.address ?? "", site.base ?? "", page.language.rawValue, print)
    if try !isCurrent(page.path, whole) { stale.insert(page.path) }
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
    let cursor = try source.records()
    while try cursor.next(&row) {
      guard let record = PublishedRecord(row) else { continue }
      let print = record.fingerprint
      numbers.insert(record.number)
      self.print.add(print)
      index.count(record.number, print)
      for list in lists(of: record) { list.count(print) }
      let context = Fingerprint.of(print, site.unitName(record["unit"]), site.edition(record.edition)?.fingerprint ?? "")
      for language in Language.allCases { try check(recordPage(record, language), context) }
      if all.count % 256 == 0 { try progress(PublicationProgress(records: 0, total: all.count)) }
    }
    for list in everyList {
      for sheet in 1...list.sheetCount {
        for language in Language.allCases { try check(list.page(language, sheet: sheet), list.fingerprint(ofSheet: sheet)) }
      }
    }
    for part in index.parts where try !isCurrent(SearchIndex.path(ofPart: part), index.fingerprint(ofPart: part)) {
      stale.insert(SearchIndex.path(ofPart: part))
    }
  }

  private var everyList: [SiteList] { [all] + categories + units.values.sorted { $0.name < $1.name } }

  private func lists(of record: PublishedRecord) -> [SiteList] {
    let unit = record["unit"]
    let list = units[unit] ?? SiteList(folder: "unit", name: unit, title: Phrase(site.unitName(unit)))
    units[unit] = list
    return [all] + categories.filter { $0.name == record["kategori"] } + [list]
  }

  private func recordPage(_ record: PublishedRecord, _ language: Language) -> SitePage { SitePage(language, "informasi", record["nomor"]) }

  // MARK: The second pass

  private func makeLists() throws {
    try put(PublicTables.editions, PublicTables.editionTable(site, tallies))
    try put(PublicTables.package, PublicTables.description(site).utf8)
    try put(SearchIndex.path, index.script.utf8)
    let tables = [PublicTables.list, PublicTables.document, PublicTables.database]
    let made = Fingerprint.of(
      "data 1", print.value, Fingerprint.of(site.editions.map(\.fingerprint)), Fingerprint.of(tallies.map { "\($0)" }))
    let areTablesCurrent = try tables.map { try isCurrent($0, made) }.allSatisfy { $0 }
    if stale.isEmpty, areTablesCurrent { return }
    var data = areTablesCurrent ? nil : try PublicTables(site, tallies, in: folder)
    for list in everyList where list.count == 0 { try makeSheet(list, 1, [:]) }
    var row: [FieldValue] = []
    var part: (number: Int, rows: [String])?
    var done = 0
    let cursor = try source.records()
    while try cursor.next(&row) {
      guard let record = PublishedRecord(row) else { continue }
      try data?.add(record)
      for language in Language.allCases {
        let page = recordPage(record, language)
        if stale.contains(page.path) { try put(page, title: PublicText.beginning(of: record["judul"], 120), text(of: record, language)) }
      }
      try addToSheets(record)
      if part?.number != SearchIndex.part(of: record.number) {
        try part.map(makePart)
        part = (SearchIndex.part(of: record.number), [])
      }
      if stale.contains(SearchIndex.path(ofPart: SearchIndex.part(of: record.number))) { part?.rows.append(SearchIndex.row(record)) }
      done += 1
      if done % 64 == 0 || done == all.count { try progress(PublicationProgress(records: done, total: all.count)) }
    }
    try part.map(makePart)
    try data?.finish()
  }

  private func makePart(_ part: (number: Int, rows: [String])) throws {
    guard !part.rows.isEmpty else { return }
    try folder.write(SearchIndex.path(ofPart: part.number), Array(SearchIndex.script(part.rows).utf8))
  }

  private func addToSheets(_ record: PublishedRecord) throws {
    var made: [Language: String] = [:]
    for list in lists(of: record) {
      let sheet = list.nextSheet
      var row: [Language: String] = [:]
      for language in Language.allCases where stale.contains(list.page(language, sheet: sheet).path) {
        let text = made[language] ?? self.row(of: record, language)
        made[language] = text
        row[language] = text
      }
      if let rows = list.take(row) { try makeSheet(list, sheet, rows) }
    }
  }

  private func makeSheet(_ list: SiteList, _ sheet: Int, _ rows: [Language: String]) throws {
    for language in Language.allCases {
      let page = list.page(language, sheet: sheet)
      guard stale.contains(page.path) else { continue }
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
        guard let change = PublishedChange(row, listed: numbers) else { continue }
        tally.count(change.kind)
        list.count(change.fingerprint)
      }
      tallies.append(tally)
      let made = edition.fingerprint
      var isStale = false
      for sheet in 1...list.sheetCount {
        for language in Language.allCases {
          try check(list.page(language, sheet: sheet), Fingerprint.of(made, list.fingerprint(ofSheet: sheet), "\(tally)"))
          if stale.contains(list.page(language, sheet: sheet).path) { isStale = true }
        }
      }
      guard isStale else { continue }
      if list.count == 0 { try makeEdition(edition, tally, list, 1, []) }
      var changes: [PublishedChange] = []
      var sheet = 1
      let second = try source.changes(edition)
      while try second.next(&row) {
        guard let change = PublishedChange(row, listed: numbers) else { continue }
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

  private func makeEdition(_ edition: Edition, _ tally: EditionTally, _ list: SiteList, _ sheet: Int, _ changes: [PublishedChange]) throws {
    for language in Language.allCases {
      let page = list.page(language, sheet: sheet)
      guard stale.contains(page.path) else { continue }
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
      if let change = PublishedChange(row, listed: numbers), change.kind == "baru", change.isListed { changes.append(change) }
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
