import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// What `dip terbit` writes.
@Suite struct SiteTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("SETDA")!, name: "Sekretariat <Daerah>")
  }

  // MARK: Setting up

  private func add(_ title: String, _ category: PPIDEngine.Category = .berkala, _ edit: (inout RecordContent) -> Void = { _ in }) throws {
    var content = RecordContent(title: title)
    content.category = category
    edit(&content)
    _ = try engine.records.addRecord(content, unit: nil)
  }

  /// Records of all three categories in turn, in one go.
  private func addMany(_ count: Int) throws {
    let lines = (1...count).map { "Dokumen \($0),\(PPIDEngine.Category.published[$0 % 3].rawValue)\n" }
    _ = try engine.records.importList(archive.file("daftar.csv", "judul,kategori\n" + lines.joined()), ImportOptions())
  }

  private func determine(_ period: String) throws {
    _ = try engine.publicList.determine(Period(period)!, number: "KEP-\(period)", outsideCycle: "uji", unlessDone: false)
  }

  private var site: URL { archive.folder.appendingPathComponent("situs") }

  @discardableResult
  private func publish(_ period: String, to name: String = "situs", base: String? = nil) throws -> Int {
    try engine.publicList.publish(Period(period)!, to: archive.folder.appendingPathComponent(name).path, base: base)
  }

  /// Every file below a folder with its bytes.
  private func files(_ folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder.path)! {
      let file = folder.appendingPathComponent(path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true { files[path] = try Data(contentsOf: file) }
    }
    return files
  }

  /// Where the page of a record stands.
  private func page(of record: Int) throws -> String {
    "informasi/\(try engine.publicList.publicNumber(of: .archive(RecordNumber(record))).number).html"
  }

  private func text(_ path: String) throws -> String { try String(contentsOf: site.appendingPathComponent(path), encoding: .utf8) }

  private func inodes() throws -> [String: Int] {
    try files(site).keys.reduce(into: [:]) { inodes, path in
      var status = stat()
      guard stat(site.appendingPathComponent(path).path, &status) == 0 else { return }
      inodes[path] = Int(status.st_ino)
    }
  }

  // MARK: Pages

  @Test func `every link of every page leads to a file of the site`() throws {
    try addMany(205)
    try determine("2026-10")
    try add("Dokumen baru", .berkala)
    try engine.publicList.takeOut(RecordNumber(7), reason: "uji")
    try determine("2026-11")
    #expect(try publish("2026-11") == 205)
    let files = try files(site)
    let pages = files.keys.filter { $0.hasSuffix(".html") }
    #expect(pages.count == 2 * (1 + 3 + 3 + 3 + 205 + 1 + 3 + 1))
    for page in pages {
      let text = String(decoding: files[page]!, as: UTF8.self)
      let folder = URL(fileURLWithPath: "/\(page)").deletingLastPathComponent()
      for link in text.matches(of: /(?:href|src)="([^"]*)"/).map(\.1) where !link.hasPrefix("#") {
        let target = URL(fileURLWithPath: String(link), relativeTo: folder).standardizedFileURL.path.dropFirst()
        #expect(files[String(target)] != nil, "\(page): \(link)")
      }
      #expect(!text.contains(/(href|src)="[a-z]+:/), "\(page) asks of another place")
      #expect(!text.contains(/<script>|<style|style="| on[a-z]+="/), "\(page) has something inline")
      #expect(text.contains("default-src 'none'"), "\(page)")
    }
    #expect(try pages.contains(page(of: 8)) && !pages.contains(page(of: 7)))
    #expect(try text("edisi/2026-11.html").contains("Dokumen 7"))
    #expect(try text("en/edisi/2026-11.html").contains("removed"))
    #expect(try text("daftar/semua~3.html").contains("Informasi 201–205 dari 205"))
  }

  @Test func `an empty edition is a site too`() throws {
    try determine("2026-11")
    #expect(try publish("2026-11") == 0)
    #expect(try text("index.html").contains("Daftar ini masih kosong."))
    #expect(try text("en/kategori/berkala.html").contains("This list is still empty."))
  }

  @Test func `with an address, pages name it`() throws {
    try add("Laporan")
    try determine("2026-11")
    try publish("2026-11", base: "https://ppid.contoh.go.id/dip/")
    let page = try page(of: 1)
    #expect(try text("en/\(page)").contains("rel=\"canonical\" href=\"https://ppid.contoh.go.id/dip/en/\(page)\""))
    #expect(try text("sitemap.xml").contains("<loc>https://ppid.contoh.go.id/dip/\(page)</loc>"))
    for wrong in ["ppid.contoh.go.id", "https://", "ftp://x", "https://x\" onload=\"y", "javascript:alert(1)", "https:///x", "https://x y"]
    {
      #expect(throws: PublicationRefusal.self) { try publish("2026-11", base: wrong) }
    }
  }

  // MARK: Writing only what changed

  @Test func `the same edition gives the same bytes, wherever and whenever it is published`() throws {
    try addMany(30)
    try determine("2026-11")
    try publish("2026-11")
    try publish("2026-11", to: "lain")
    #expect(try files(site) == files(archive.folder.appendingPathComponent("lain")))
    let (events, before) = (try engine.history.lastEvent(), try inodes())
    try publish("2026-11")
    #expect(try engine.history.lastEvent() == events && inodes() == before)
  }

  @Test func `after one change, only what tells of it is written again`() throws {
    try addMany(230)
    try determine("2026-10")
    try publish("2026-10")
    let before = try inodes()
    _ = try engine.records.updateRecord(RecordNumber(150)) { $0.summary = "ringkasan baru" }
    try determine("2026-11")
    try publish("2026-11")
    let after = try inodes()
    let written = Set(after.keys.filter { after[$0] != before[$0] && !$0.hasPrefix("en/") })
    #expect(
      written == [
        ".ppid-terbitan", "index.html", try page(of: 150), "daftar/semua~2.html", "kategori/berkala.html", "unit/SETDA~2.html",
        "edisi/index.html", "edisi/2026-11.html", "aset/indeks/0.js", "dip.csv", "dip.json", "dip.db", "edisi.csv", "datapackage.json",
      ])
    try publish("2026-11", to: "lain")
    #expect(try files(site) == files(archive.folder.appendingPathComponent("lain")), "as if it were all new")
  }

  @Test func `what somebody changed in the folder is put right again`() throws {
    try add("Laporan")
    try determine("2026-11")
    try publish("2026-11")
    let before = try files(site)
    let page = try site.appendingPathComponent(page(of: 1))
    try Data("<p>diubah".utf8).write(to: page)
    try FileManager.default.removeItem(at: site.appendingPathComponent("kategori/berkala.html"))
    try publish("2026-11")
    #expect(try files(site) == before)
  }

  @Test func `an office's new name reaches every page`() throws {
    try add("Laporan")
    try determine("2026-11")
    try publish("2026-11")
    _ = try engine.office.decide([(setting: .officeName, value: "Kota Baru")], as: "atur")
    try publish("2026-11")
    for (path, data) in try files(site) where path.hasSuffix(".html") {
      #expect(String(decoding: data, as: UTF8.self).contains("Kota Baru"), "\(path)")
    }
  }

  @Test func `progress is told, up to the last record`() throws {
    try addMany(130)
    try determine("2026-11")
    var told: [PublicationProgress] = []
    _ = try engine.publicList.publish(Period("2026-11")!, to: site.path) { told.append($0) }
    #expect(told.last == PublicationProgress(records: 130, total: 130))
    #expect(told.map(\.records) == told.map(\.records).sorted())
  }

  // MARK: What is hidden

  @Test func `what was excluded or withdrawn since is gone from the site, counts included`() throws {
    for title in ["Laporan", "Rencana zqx", "Daftar zqx"] {
      try add(title) { content in
        for field in RecordField.allCases where content[field] == .null && ![.date, .year, .security].contains(field) {
          content[field] = .text("zqx \(field.rawValue)")
        }
        content.summary = title == "Laporan" ? nil : content.summary
        if title == "Laporan" { content = RecordContent(title: title) }
        content.category = .berkala
        content.extra["zqx"] = "zqx"
      }
    }
    try determine("2026-10")
    try publish("2026-10")
    #expect(try files(site).values.contains { $0.range(of: Data("zqx".utf8)) != nil })
    _ = try engine.publicList.exclude(
      RecordNumber(2),
      by: ConsequenceTest(ground: .privacy, basis: "zqx", ifOpened: "zqx", ifClosed: "zqx", span: TimeSpan(.months, 12)), replacing: false)
    engine.close()
    _ = try archive.sqlite("UPDATE record SET status = 'ditarik' WHERE id = 3")
    #expect(try publish("2026-10") == 1)
    for (path, data) in try files(site) {
      #expect(data.range(of: Data("zqx".utf8)) == nil, "\(path)")
      #expect(try !path.contains(page(of: 2)) && !path.contains(page(of: 3)))
    }
    #expect(try text("edisi/2026-10.html").contains("<span>baru</span> <strong>1</strong>"))
  }

  @Test func `no number of the archive is published, so that none is missing`() throws {
    try addMany(40)
    for number in [3, 17, 40] {
      let test = ConsequenceTest(ground: .privacy, basis: "d", ifOpened: "b", ifClosed: "t", span: TimeSpan(.months, 12))
      _ = try engine.publicList.exclude(RecordNumber(number), by: test, replacing: false)
    }
    try determine("2026-11")
    #expect(try publish("2026-11") == 37)
    for (path, data) in try files(site) {
      #expect(!path.contains("A-") && !String(decoding: data, as: UTF8.self).contains(/\bA-[0-9]/), "\(path)")
    }
    #expect(try archive.run("sqlite3", site.path + "/dip.db", "SELECT count(*), min(id), max(id) FROM informasi") == "37|1|37\n")
  }

  @Test func `after many changes the site is what it would be if it were all new`() throws {
    var random = SeededRandom(seed: 8)
    try addMany(120)
    for month in 1...8 {
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let number = RecordNumber(Int.random(in: 1...120, using: &random))
        switch Int.random(in: 0...3, using: &random) {
        case 0: _ = try? engine.publicList.takeOut(number, reason: "uji")
        case 1: _ = try? engine.publicList.propose([number], reason: nil)
        case 2: _ = try engine.records.updateRecord(number) { $0.title = "Judul bulan \(month)" }
        default: try add("Tambahan bulan \(month)", .sertaMerta)
        }
      }
      try determine("2026-\(month < 10 ? "0" : "")\(month)")
      try publish("2026-\(month < 10 ? "0" : "")\(month)")
      try publish("2026-\(month < 10 ? "0" : "")\(month)", to: "baru-\(month)")
      #expect(try files(site) == files(archive.folder.appendingPathComponent("baru-\(month)")), "month \(month)")
    }
  }

  @Test func `what is excluded while the site is built is not on it`() throws {
    try add("Laporan")
    try add("Rencana zqx")
    try determine("2026-11")
    engine.endRun()
    let other = archive.engine()
    var isDone = false
    let count = try engine.publicList.publish(Period("2026-11")!, to: site.path) { _ in
      guard !isDone else { return }
      isDone = true
      let test = ConsequenceTest(ground: .privacy, basis: "d", ifOpened: "b", ifClosed: "t", span: TimeSpan(.months, 12))
      _ = try other.publicList.exclude(RecordNumber(2), by: test, replacing: false)
      other.endRun()
    }
    #expect(isDone && count == 1)
    #expect(try !files(site).values.contains { $0.range(of: Data("zqx".utf8)) != nil })
  }

  @Test func `a site is published twice in one transaction`() throws {
    try add("Laporan")
    try determine("2026-11")
    try engine.beginTransaction()
    try publish("2026-11")
    try publish("2026-11")
    try engine.commitTransaction()
    #expect(try files(site).count > 20)
    #expect(try FileManager.default.contentsOfDirectory(atPath: archive.folder.path).filter { $0.contains(".baru-") } == [])
  }

  @Test func `personal numbers are hidden in everything that is published`() throws {
    try add("Budi, NIP 19800101 200501 1 001") { content in
      content.summary = "HP 0812-3456-7890, tahun 2023, nomor 480/12/2023"
      content.holder = "198001012005011001"
      content.place = "Telp (022) 4204483"
    }
    try determine("2026-11")
    try publish("2026-11")
    for (path, data) in try files(site) {
      for number in ["19800101", "3456-7890", "198001012005011001", "4204483"] {
        #expect(data.range(of: Data(number.utf8)) == nil, "\(path): \(number)")
      }
    }
    #expect(try text("dip.csv").contains("HP [disamarkan], tahun 2023, nomor 480/12/2023"))
  }

  // MARK: Records that mean harm

  static let hostile = [
    "<script>alert(1)</script>", "\"onload=\"alert(2)", "'><img src=x onerror=alert(3)>", "\"\u{301} onmouseover=alert(4) x=",
    "<\u{301}script>", "&\u{301}lt;", "</title><svg onload=alert(5)>", "=cmd|' /C calc'!A0", "+1+2", "-2+3", "@SUM(1)", "\t=1+1",
    "\u{1B}[31mred\u{7}", "\u{202E}gnp.exe", "../../x", "{{judul}}{{{isi}}}{{>bingkai}}", "\u{2028}alert(6)", "]]>--><!--",
    "\u{1A}", "\u{FEFF}\u{FFFF}", String(repeating: "a", count: 1_000_000),
  ]

  @Test func `records that mean harm do none`() throws {
    for text in Self.hostile {
      try add(text) { content in
        for field in [RecordField.summary, .kind, .holder, .producer, .when, .place, .form, .activeRetention, .inactiveRetention] {
          content[field] = .text(text)
        }
      }
    }
    try determine("2026-11")
    #expect(try publish("2026-11") == Self.hostile.count)
    let files = try files(site)
    for (path, data) in files where !path.hasSuffix(".db") {
      let text = String(decoding: data, as: UTF8.self)
      let forbidden = text.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || 0x7F..<0xA0 ~= $0.value || 0x202A...0x202E ~= $0.value || $0.value == 0xFFFF
          || $0.value == 0x2028
      }
      #expect(forbidden.isEmpty, "\(path)")
      guard path.hasSuffix(".html") else { continue }
      // Markup is what the templates wrote: none of the records' brackets and quotation marks is left.
      let elements = Set(text.matches(of: /<([a-zA-Z]+)/).map { String($0.1) })
      #expect(elements.isSubset(of: Self.elements), "\(path): \(elements.subtracting(Self.elements))")
      #expect(
        !text.unicodeScalars.contains(Unicode.Scalar(0x301)!) || !text.contains(/["<]\u{301}/.matchingSemantics(.unicodeScalar)), "\(path)")
    }
    #expect(files["daftar/semua.html"]!.count < 200_000, "a list shows the beginning of what is long")
    #expect(
      try archive.run("python3", "-c", Self.reader, site.path) == "\(Self.hostile.count) \(Self.hostile.count) \(Self.hostile.count) ok\n")
  }

  private static let elements: Set = [
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "div", "span", "nav", "ul", "li", "form", "label", "input",
    "p", "ol",
    "main", "h", "article", "dl", "dt", "dd", "footer", "strong", "br", "table", "thead", "tbody", "tr", "th", "td",
  ]

  /// Reads the data as others would.
  private static let reader = """
    import csv, json, sqlite3, sys
    csv.field_size_limit(10**9)
    with open(sys.argv[1] + '/dip.csv', encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    with open(sys.argv[1] + '/dip.json', encoding='utf-8') as file:
        records = json.load(file)['daftar']
    base = sqlite3.connect(sys.argv[1] + '/dip.db')
    stored = base.execute('SELECT judul FROM informasi ORDER BY id').fetchall()
    assert [r['judul'] for r in records] == [s[0] for s in stored]
    assert all(len(v) < 2 or v[0] not in '=+-@\\t\\r' for row in rows for v in row.values())
    json.load(open(sys.argv[1] + '/datapackage.json', encoding='utf-8'))
    print(len(rows), len(records), len(stored), base.execute('PRAGMA integrity_check').fetchone()[0])
    """
}
