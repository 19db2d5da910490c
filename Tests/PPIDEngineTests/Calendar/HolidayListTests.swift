import PPIDValues
import Testing

@testable import PPIDEngine

@Suite struct HolidayListTests {
  private func list(_ text: String) throws -> [String] {
    let archive = try TemporaryArchive()
    let list = try HolidayList(path: archive.file("libur.csv", text))
    return list.holidays.map { "\($0.date) \($0.kind.rawValue) \($0.name)" }
  }

  @Test func `the built-in list has the years 2024 to 2026`() throws {
    let list = try HolidayList.builtIn()
    #expect(list.years == [2024, 2025, 2026])
    #expect(list.holidays.count == 82)
  }

  /// `libur-holidays.csv` is what `scripts/holidays` wrote; its first line tells the package's version. The package follows the joint
  /// decrees too, so no day differs: neither a national holiday nor collective leave.
  @Test func `the built-in list has the very days that the PyPI package holidays has`() throws {
    let lines = try String(contentsOfFile: fixture("libur-holidays.csv"), encoding: .utf8).split(separator: "\n").dropFirst(2)
    let theirs = Set(lines.map { $0.split(separator: ",").prefix(2).joined(separator: " ") })
    let ours = Set(try HolidayList.builtIn().holidays.map { "\($0.date) \($0.kind.rawValue)" })
    #expect(theirs.count == 82)
    #expect(ours == theirs)
  }

  @Test func `a list is read whatever its columns' order, its separator and the spelling of its days`() throws {
    #expect(
      try list("Nama;Jenis;Tanggal\nTahun Baru;Libur;1 Januari 2027\n\nCuti;Cuti Bersama;2027-01-02\n")
        == ["2027-01-01 libur Tahun Baru", "2027-01-02 cuti-bersama Cuti"])
  }

  @Test func `two holidays on one day are one, and a holiday outweighs leave`() throws {
    #expect(
      try list("tanggal,jenis,nama\n2027-05-06,cuti-bersama,A\n2027-05-06,libur,B\n2027-05-07,libur,C\n2027-05-07,libur,C\n")
        == ["2027-05-06 libur A / B", "2027-05-07 libur C"])
  }

  @Test(arguments: [
    ("", HolidayListFault.empty), ("tanggal,jenis,nama\n", .empty), ("hari,nama\n1,2\n", .noHeader(line: 1)),
    ("tanggal,jenis,nama\n\n2027-02-30,libur,X\n", .noDate("2027-02-30", line: 3)),
    ("tanggal,jenis,nama\n2027-01-01,pesta,X\n", .unknownKind("pesta", line: 2)),
    ("tanggal,jenis,nama\n2027-01-01,libur\n", .noName(line: 2)),
  ])
  func `a list with a mistake is refused with its line`(_ text: String, _ fault: HolidayListFault) {
    #expect(throws: fault) { try list(text) }
  }
}
