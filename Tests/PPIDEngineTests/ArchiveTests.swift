import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

@Suite("The archive")
struct ArchiveTests {
  private let november = Period("2026-11")!
  private let october = Period("2026-10")!

  @Test("a new archive is its owner's alone, and its maker holds every role")
  func newArchive() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    #expect(try engine.actor().roles.count == Role.allCases.count - 1)
    let mode = try FileManager.default.attributesOfItem(atPath: archive.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try archive.engine(account: "orang lain").actor().roles == [.tamu])
  }

  @Test("the West Java list gives 32 records once, and nothing the second time")
  func realList() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("SETDA")!, name: "Sekretariat Daerah")
    var options = ImportOptions()
    options.unit = UnitCode("SETDA")
    let first = try engine.records.importList(fixture("dip-jabar-2023-berkala.csv"), options)
    #expect((first.read, first.new, first.changed, first.unchanged, first.refused) == (32, 32, 0, 0, 0))
    let events = try engine.history.lastEvent()
    let second = try engine.records.importList(fixture("dip-jabar-2023-berkala.csv"), options)
    #expect((second.read, second.new, second.changed, second.unchanged, second.refused) == (32, 0, 0, 32, 0))
    #expect(try engine.history.lastEvent() == events)
    let records = try engine.texts(engine.records.records())
    #expect(records.count == 32)
    #expect(records.allSatisfy { $0[12] == "berkala" })
    let vision = try #require(records.first { $0[1] == "Visi dan Misi" })
    for point in 1...5 { #expect(vision[2].contains("\(point). Me")) }
  }

  @Test("a refused row refuses the whole list, unless the good rows are asked for")
  func refusedRow() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    let path = try archive.file(
      "a.csv", "judul,kategori,unit\nSatu,berkala,BU\nDua,rahasia sekali,BU\nTiga,berkala,BUX\n")
    var options = ImportOptions()
    do {
      _ = try engine.records.importList(path, options)
      Issue.record("the list was taken")
    } catch RecordRefusal.importRefused(let result) {
      #expect(result.read == 3 && result.refused == 2)
      #expect(result.problems.map(\.row) == [3, 4])
      #expect(result.problems[0].column == "kategori" && result.problems[0].value == "rahasia sekali")
    }
    #expect(try engine.texts(engine.records.records()).isEmpty)
    options.isPartial = true
    let result = try engine.records.importList(path, options)
    #expect(result.new == 1 && result.refused == 2)
    #expect(try engine.texts(engine.records.records()).map { $0[1] } == ["Satu"])
  }

  @Test("equal titles in one list are records of their own, told apart by their order")
  func equalTitles() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    var options = ImportOptions()
    options.unit = UnitCode("BU")
    options.category = .berkala
    let path = try archive.file("a.csv", "judul,ringkasan\nNeraca,satu\nneraca ,dua\nNERACA,tiga\n")
    #expect(try engine.records.importList(path, options).new == 3)
    #expect(try engine.records.importList(path, options).unchanged == 3)
    let changed = try archive.file("b.csv", "judul,ringkasan\nNeraca,satu\nneraca ,dua\nNERACA,empat\n")
    let result = try engine.records.importList(changed, options)
    #expect(result.changed == 1 && result.unchanged == 2)
    #expect(try engine.texts(engine.records.records()).map { $0[2] } == ["satu", "dua", "empat"])
  }

  @Test("editions are stored as changes and compared by them")
  func editions() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    let unit = UnitCode("BU")!
    try engine.office.addUnit(unit, name: "Biro Umum")
    var content = RecordContent(title: "Satu")
    content.category = .berkala
    let one = try engine.records.addRecord(content, unit: unit)
    content.title = "Dua"
    _ = try engine.records.addRecord(content, unit: unit)
    let first = try engine.publicList.determine(october, number: "K-10", outsideCycle: "uji", unlessDone: false)
    #expect(first.counts == EditionCounts(added: 2, changed: 0, removed: 0, total: 2))
    content.title = "Tiga"
    _ = try engine.records.addRecord(content, unit: unit)
    _ = try engine.records.updateRecord(one) { $0.summary = "isi" }
    let second = try engine.publicList.determine(november, number: "K-11", outsideCycle: "uji", unlessDone: false)
    #expect(second.counts == EditionCounts(added: 1, changed: 1, removed: 0, total: 3))
    let changes = try engine.texts(engine.publicList.difference(from: october, to: november))
    #expect(
      changes.map { [$0[0], $0[2], $0[5]] } == [
        ["berubah", "Satu", "ringkasan"], ["tetap", "Dua", "-"], ["baru", "Tiga", "-"],
      ])
    #expect(try engine.texts(engine.publicList.dip(october)).map { $0[2] } == ["-", "-"])
    #expect(try engine.texts(engine.publicList.dip(Period("2026-09")!)).isEmpty)
    #expect(try engine.texts(engine.publicList.dip(Period("2027-05")!)).count == 3)
    #expect(throws: EditionRefusal.self) {
      try engine.publicList.determine(november, number: "K-12", outsideCycle: "uji", unlessDone: false)
    }
    #expect(throws: EditionRefusal.self) {
      try engine.publicList.determine(october, number: "K-12", outsideCycle: "uji", unlessDone: false)
    }
    #expect(try engine.publicList.determine(november, number: nil, outsideCycle: "uji", unlessDone: true).counts == nil)
    #expect(try archive.sqlite("UPDATE edition_change SET title = 'x'").contains("cannot be changed"))
    #expect(try archive.sqlite("DELETE FROM edition").contains("cannot be changed"))
  }

  @Test("a record that became excluded is in no list of those who may not see it, not even in old editions")
  func excluded() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    let unit = UnitCode("BU")!
    try engine.office.addUnit(unit, name: "Biro Umum")
    var content = RecordContent(title: "Rahasia")
    content.category = .berkala
    let number = try engine.records.addRecord(content, unit: unit)
    _ = try engine.publicList.determine(october, number: "K-10", outsideCycle: "uji", unlessDone: false)
    _ = try engine.records.updateRecord(number) { $0.category = .dikecualikan }
    let guest = archive.engine(account: "tamu")
    #expect(try guest.texts(guest.publicList.dip(october)).isEmpty)
    #expect(try guest.texts(guest.records.records()).isEmpty)
    #expect(try guest.texts(guest.records.search("rahasia").found).isEmpty)
    #expect(throws: RecordRefusal.self) { try guest.records.record(number) }
    #expect(throws: OfficeFailure.self) { try guest.history.journal(of: nil, since: nil, by: nil) }
    #expect(try engine.texts(engine.publicList.dip(october)).count == 1)
    _ = try engine.publicList.determine(november, number: "K-11", outsideCycle: "uji", unlessDone: false)
    #expect(try engine.texts(engine.publicList.dip(november)).isEmpty)
    #expect(throws: RecordRefusal.self) { try engine.records.updateRecord(number) { $0.category = .berkala } }
  }

  @Test("a search finds beginnings of words, phrases and without what is excluded")
  func search() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    let unit = UnitCode("BU")!
    try engine.office.addUnit(unit, name: "Biro Umum")
    for title in ["Laporan Keuangan", "Laporan Kinerja", "Neraca dan Laporan"] {
      _ = try engine.records.addRecord(RecordContent(title: title), unit: unit)
    }
    func found(_ text: String) throws -> [String] { try engine.texts(engine.records.search(text).found).map { $0[1] }.sorted() }
    #expect(try found("lapor") == ["Laporan Keuangan", "Laporan Kinerja", "Neraca dan Laporan"])
    #expect(try found("laporan -kinerja") == ["Laporan Keuangan", "Neraca dan Laporan"])
    #expect(try found("\"dan laporan\"") == ["Neraca dan Laporan"])
    #expect(try found("\" OR NEAR(a)").isEmpty)
    #expect(throws: RecordRefusal.self) { try engine.records.search("-  \"\"") }
  }

  @Test("a transaction inside a transaction undoes itself only")
  func nestedTransactions() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.beginTransaction()
    try engine.office.addUnit(UnitCode("A")!, name: "A")
    try engine.beginTransaction()
    try engine.office.addUnit(UnitCode("B")!, name: "B")
    try engine.rollbackTransaction()
    try engine.office.addUnit(UnitCode("C")!, name: "C")
    try engine.commitTransaction()
    #expect(try engine.office.unitCodes() == ["A", "C"])
    #expect(try engine.history.verifyJournal() == 2)
  }

  @Test("rows are those of when reading began, whatever is written meanwhile", arguments: [false, true])
  func stableRows(isInsideTransaction: Bool) throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    for code in ["A", "B", "C"] { try engine.office.addUnit(UnitCode(code)!, name: code) }
    if isInsideTransaction { try engine.beginTransaction() }
    let cursor = try engine.rows(of: engine.office.units(), reading: [0])
    var row: [FieldValue] = []
    var seen: [String] = []
    while try cursor.next(&row) {
      seen.append(row[0].plainText)
      try engine.office.addUnit(UnitCode(seen.last! + "X")!, name: "baru")
    }
    if isInsideTransaction { try engine.commitTransaction() }
    #expect(seen == ["A", "B", "C"])
    #expect(try engine.office.unitCodes().count == 6)
  }

  @Test("publishing takes away what killed runs left beside the folder, and nothing else")
  func leftovers() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    _ = try engine.publicList.determine(november, number: "K-11", outsideCycle: "uji", unlessDone: false)
    let manager = FileManager.default
    // No process has the highest number that there can be.
    let left = archive.folder.appendingPathComponent("publik.baru-4194304")
    let foreign = archive.folder.appendingPathComponent("publik.baru-4194303")
    let running = archive.folder.appendingPathComponent("publik.baru-1")
    for folder in [left, foreign, running] { try manager.createDirectory(at: folder, withIntermediateDirectories: true) }
    try Data().write(to: foreign.appendingPathComponent("catatan.txt"))
    for folder in [left, running] { try Data().write(to: folder.appendingPathComponent(".ppid-terbitan")) }
    #expect(try engine.publicList.publish(november, to: archive.folder.appendingPathComponent("publik").path) == 0)
    #expect(!manager.fileExists(atPath: left.path))
    #expect(manager.fileExists(atPath: foreign.path) && manager.fileExists(atPath: running.path))
  }
}
