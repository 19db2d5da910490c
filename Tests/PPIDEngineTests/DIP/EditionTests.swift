import PPIDValues
import Testing

@testable import PPIDEngine

/// What an edition that is determined outside of a cycle lists: it reads only what may have changed, and lists the same as if it had read
/// everything.
@Suite struct EditionTests {
  private static let eligible = """
    SELECT r.id, r.title, r.summary, r.category FROM record r WHERE r.category IS NOT NULL AND r.category <> 'dikecualikan'
    AND r.status NOT IN ('ditarik', 'dimusnahkan') AND r.dip <> 'dikeluarkan' ORDER BY r.id
    """
  private static let listed = """
    SELECT c.record_id, c.title, c.summary, c.category FROM edition_change c WHERE c.listed = 1 AND c.edition_id =
    (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = c.record_id) ORDER BY c.record_id
    """

  @Test(arguments: 1...6) func `it lists every eligible record as it stands, however it came to stand so`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("SETDA")!, name: "Sekretariat Daerah")
    try engine.office.addPerson("rani", roles: [.ppid, .sekretariat], unit: nil, account: nil)
    engine.endRun()
    let other = archive.engine(account: "rani")
    func add(_ title: String) throws {
      var content = RecordContent(title: title)
      content.category = [nil, .berkala, .setiapSaat].randomElement(using: &random)!
      _ = try engine.records.addRecord(content, unit: UnitCode("SETDA"))
    }
    for number in 1...12 { try add("Awal \(number)") }
    var total = 12
    for month in 1...10 {
      for step in 0..<Int.random(in: 0...8, using: &random) {
        let number = RecordNumber(Int.random(in: 1...total, using: &random))
        let person = Bool.random(using: &random) ? engine : other
        let test = ConsequenceTest(ground: .privacy, basis: "d", ifOpened: "b", ifClosed: "t", span: TimeSpan(.months, 12))
        // What the rules refuse changes nothing.
        switch Int.random(in: 0...8, using: &random) {
        case 0: _ = try? person.publicList.takeOut(number, reason: "uji")
        case 1: _ = try? person.publicList.propose([number], reason: nil)
        case 2: _ = try? person.records.updateRecord(number) { $0.summary = "bulan \(month) ke-\(step)" }
        case 3: _ = try? person.records.updateRecord(number) { $0.category = .sertaMerta }
        case 4: _ = try? person.publicList.exclude(number, by: test, replacing: false)
        case 5: _ = try? person.publicList.open(number, as: .berkala, reason: "uji")
        case 6: _ = try? person.records.withdraw(number, reason: "uji")
        case 7: _ = try? person.history.undoLastChange()
        default:
          try add("Tambahan \(month)-\(step)")
          total += 1
        }
        person.endRun()
      }
      let period = Period("2026-\(month < 10 ? "0" : "")\(month)")!
      let before = try archive.sqlite(Self.listed)
      let edition = try engine.publicList.determine(period, number: nil, outsideCycle: "uji", unlessDone: false)
      engine.endRun()
      let after = try archive.sqlite(Self.listed)
      #expect(try after == archive.sqlite(Self.eligible), "seed \(seed), month \(month)")
      #expect(edition.counts?.total == after.split(separator: "\n").count)
      if before == after { #expect(edition.counts.map { $0.added + $0.changed + $0.removed } == 0) }
      #expect(
        try archive.sqlite("SELECT category, total FROM edition_category WHERE edition_id = \(edition.edition.id)")
          == archive.sqlite("SELECT category, count(*) FROM (\(Self.listed)) GROUP BY category"))
    }
  }

  @Test(arguments: [
    "UPDATE edition SET number = 'X'", "DELETE FROM edition", "UPDATE edition_change SET title = 'X'", "DELETE FROM edition_change",
    "UPDATE edition_count SET total = 9", "DELETE FROM edition_count",
    "INSERT OR REPLACE INTO edition (id, period, ordinal, number, determined_at, signer, journal_id) VALUES (1, '2026-11', 1, 'X', 'x', 's', 1)",
    "REPLACE INTO edition (period, ordinal, number, determined_at, signer, journal_id) VALUES ('2027-01', 1, 'KEP-11', 'x', 's', 1)",
    "REPLACE INTO edition_change (record_id, edition_id, listed, title, category, unit) VALUES (1, 1, 1, 'X', 'berkala', 'SETDA')",
    "INSERT INTO edition_change (record_id, edition_id, listed, title, category, unit) VALUES (2, 1, 1, 'X', 'berkala', 'SETDA')",
    "INSERT INTO edition_change (record_id, edition_id, listed) VALUES (2, 1, 0)",
    "REPLACE INTO edition_count (edition_id, added, changed, removed, total) VALUES (1, 9, 9, 9, 9)",
    "UPDATE edition_category SET total = 9", "DELETE FROM edition_category",
    "REPLACE INTO edition_category (edition_id, category, total) VALUES (1, 'berkala', 9)",
    "INSERT INTO edition_category (edition_id, category, total) VALUES (1, 'setiap-saat', 9)",
    """
    REPLACE INTO journal (id, recorded_at, stated_at, actor, roles, action, previous_hash, hash) VALUES (1, 'x', 'x', 'x', 'x', 'x', 'x', 'x')
    """,
  ])
  func `the schema keeps a determined edition, whatever is tried`(_ statement: String) throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("SETDA")!, name: "Sekretariat Daerah")
    var content = RecordContent(title: "Laporan")
    content.category = .berkala
    _ = try engine.records.addRecord(content, unit: nil)
    _ = try engine.records.addRecord(RecordContent(title: "Rencana"), unit: nil)
    _ = try engine.publicList.determine(Period("2026-11")!, number: "KEP-11", outsideCycle: "uji", unlessDone: false)
    engine.close()
    let all = ["edition", "edition_change", "edition_count", "edition_category", "journal"].map { "SELECT * FROM \($0);" }.joined()
    let before = try archive.sqlite(all)
    #expect(try archive.sqlite(statement).contains("cannot be changed"))
    #expect(try archive.sqlite(all) == before)
  }

  @Test(arguments: [
    "DROP TRIGGER edition_category_stays; UPDATE edition_category SET total = 9",
    "DROP TRIGGER edition_category_is_kept; DELETE FROM edition_category",
    "DROP TRIGGER edition_count_stays; UPDATE edition_count SET total = 9",
  ])
  func `an edition that lists something else than was counted is a fault`(_ harm: String) throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("SETDA")!, name: "Sekretariat Daerah")
    var content = RecordContent(title: "Laporan")
    content.category = .berkala
    _ = try engine.records.addRecord(content, unit: nil)
    _ = try engine.publicList.determine(Period("2026-11")!, number: "KEP-11", outsideCycle: "uji", unlessDone: false)
    _ = try engine.care.inspect()
    engine.close()
    _ = try archive.sqlite(harm)
    let damage = try #require(throws: DamagedArchive.self) { try archive.engine().care.inspect() }
    #expect(damage.faults.contains { $0.text.id == "DIP 2026-11 tidak berisi sebanyak hitungannya" })
  }
}
