import PPIDValues
import Testing

@testable import PPIDEngine

/// Many records into an archive that held none: another way, the same result.
@Suite struct BulkLoadTests {
  private let count = BulkLoad.threshold + 2_000

  /// A list in which titles come again, some of them before and some after the other way begins.
  private func list(_ archive: TemporaryArchive, _ numbers: some Sequence<Int>, ending: String = "") throws -> String {
    try archive.file(
      "daftar.csv",
      "judul,unit,kategori,ringkasan\n"
        + numbers.map { "Laporan \($0 % 7_000),BU,\($0 % 5 == 0 ? "" : "berkala"),isi nomor \($0)\n" }.joined() + ending)
  }

  private func office() throws -> (TemporaryArchive, Engine) {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    return (archive, engine)
  }

  private let state = """
    SELECT id, title, category, summary, folded_title, occurrence FROM record ORDER BY id;
    SELECT name, sql FROM sqlite_master WHERE tbl_name = 'record' ORDER BY name;
    """

  @Test func `records, occurrences and indexes are those of an import row by row`() throws {
    let (bulk, engine) = try office()
    let result = try engine.records.importList(list(bulk, 0..<count), ImportOptions())
    #expect(result.new == count)
    // A record that is there makes the import go row by row; numbers then begin one later.
    let (slow, other) = try office()
    _ = try other.records.addRecord(RecordContent(title: "Lain"), unit: nil)
    _ = try other.records.importList(list(slow, 0..<count), ImportOptions())
    _ = try slow.sqlite("DELETE FROM record WHERE id = 1; UPDATE record SET id = id - 1")
    #expect(try bulk.sqlite(state) == slow.sqlite(state))
    #expect(try engine.care.inspect().records == count)
    #expect(try bulk.sqlite("SELECT k, v FROM record_text_config WHERE k <> 'version' ORDER BY k") == "automerge|4\ncrisismerge|16\n")
    // The same again finds each of them.
    let again = try engine.records.importList(list(bulk, 0..<count), ImportOptions())
    #expect(again.unchanged == count && again.new == 0)
  }

  private let frame = "SELECT name, sql FROM sqlite_master ORDER BY name; SELECT * FROM record_text_config"

  @Test func `what is refused or undone leaves indexes as they were, and the next import works`() throws {
    let (archive, engine) = try office()
    let before = try archive.sqlite(frame)
    #expect(throws: RecordRefusal.self) {
      try engine.records.importList(list(archive, 0..<count, ending: "Salah,BU,entah,x\n"), ImportOptions())
    }
    #expect(try archive.sqlite(frame) == before)
    try engine.beginTransaction()
    _ = try engine.records.importList(list(archive, 0..<count), ImportOptions())
    try engine.rollbackTransaction()
    #expect(try archive.sqlite(frame) == before)
    #expect(try engine.records.importList(list(archive, 0..<count), ImportOptions()).new == count)
    #expect(try engine.care.inspect().records == count)
  }
}
