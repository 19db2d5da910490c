import Foundation
import PPIDEngine
import PPIDValues
import Testing

@Suite("The journal")
struct JournalTests {
  /// An archive with a few entries of different kinds.
  private func filled() throws -> TemporaryArchive {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    let unit = UnitCode("BU")!
    try engine.office.addUnit(unit, name: "Biro Umum")
    let number = try engine.records.addRecord(RecordContent(title: "Satu"), unit: unit)
    _ = try engine.records.updateRecord(number) { $0.summary = "isi" }
    let path = try archive.file("a.csv", "judul,ringkasan,unit\nSatu,lain,BU\n")
    _ = try engine.records.importList(path, ImportOptions())
    _ = try engine.publicList.determine(Period("2026-11")!, number: "K-1", outsideCycle: "uji", unlessDone: false)
    return archive
  }

  @Test("an untouched journal holds")
  func holds() throws {
    let archive = try filled()
    #expect(try archive.engine().history.verifyJournal() == 5)
  }

  @Test("the program's own connections can't change it, nor can anybody by accident")
  func isProtected() throws {
    let archive = try filled()
    #expect(try archive.sqlite("UPDATE journal SET actor = 'x'").contains("cannot be changed"))
    #expect(try archive.sqlite("DELETE FROM journal").contains("cannot be changed"))
  }

  @Test("a change of any column of any row shows, and says which")
  func everyColumn() throws {
    let columns = [
      "id", "recorded_at", "stated_at", "actor", "on_behalf_of", "roles", "action", "subject", "before", "after",
      "count",
      "digest", "previous_hash", "hash",
    ]
    let original = try filled()
    let drop = "DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_loses_no_rows;"
    for column in columns {
      for row in 1...5 {
        let value = ["id", "count"].contains(column) ? "\(column) + 1000" : "coalesce(\(column), '') || 'x'"
        let archive = try TemporaryArchive()
        try FileManager.default.copyItem(atPath: original.path, toPath: archive.path)
        #expect(try archive.forge("\(drop) UPDATE journal SET \(column) = \(value) WHERE id = \(row)") == "")
        do {
          _ = try archive.engine().history.verifyJournal()
          Issue.record("a change of \(column) in row \(row) doesn't show")
        } catch let fault as JournalFault {
          switch fault {
          case .changed(let entry): #expect(entry == row, "\(column)")
          case .missing(let entry): #expect(column == "id" && entry == (row == 5 ? 1005 : row + 1))
          default: Issue.record("\(column) of row \(row): \(fault)")
          }
        }
      }
    }
  }

  @Test("rows that are cut off, taken out or have their revisions changed show")
  func missingRows() throws {
    let drop = "DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_loses_no_rows;"
    func fault(_ sql: String) throws -> JournalFault? {
      let archive = try filled()
      #expect(try archive.forge(drop + sql) == "")
      do {
        _ = try archive.engine().history.verifyJournal()
        return nil
      } catch let fault as JournalFault {
        return fault
      }
    }
    #expect(try fault("DELETE FROM journal WHERE id = 5") == .wrongEnd(expected: 5, found: 4))
    #expect(try fault("DELETE FROM journal WHERE id = 2") == .missing(before: 3))
    #expect(
      try fault("DROP TRIGGER entry_digest_stays; UPDATE entry_digest SET count = 2 WHERE journal_id = 4 AND name = 'revision'")
        == .changedDigests(entry: 4))
    #expect(try fault("UPDATE journal SET subject = subject || char(0) || 'x' WHERE id = 2") == .changed(entry: 2))
  }
}
