import Foundation
import Testing

/// The calendar as its users meet it.
@Suite struct CalendarCommandTests {
  @Test func `working days are reckoned in scripts`() throws {
    let office = try Office()
    #expect(try office.lines("cetak $(hari-kerja 2026-05-11 17) $(hari-kerja 2026-04-06 -10)") == "2026-06-10 2026-03-13")
    let outcome = try office.line("hari-kerja 2026-12-28 10")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("hari libur tahun 2027 belum ada") && outcome.errors.contains("kalender impor"))
  }

  @Test func `working days can't be added like other durations, and the error says what to use`() throws {
    let outcome = try Office().line("2026-03-13 + 10harikerja")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("hari-kerja tanggal n"))
  }

  @Test func `a year without a table is an empty one, and is said`() throws {
    let office = try Office()
    let outcome = try office.ppid("--format", "csv", "-c", "kalender 2027")
    #expect(outcome.status == 0 && outcome.output == "tanggal,jenis,nama\n")
    #expect(outcome.errors.contains("hari libur tahun 2027 belum ada di kalender"))
    #expect(try office.line("kalender").errors.isEmpty)
  }

  @Test func `an imported table says which due times moved`() throws {
    let office = try Office()
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"", "siklus buka 2026-11")
    try office.lines("kalender 2026 | simpan libur.csv")
    try office.write("libur.csv", office.bytes("libur.csv") + Data("2026-11-11,libur,Hari X\n".utf8))
    let outcome = try office.line("kalender impor libur.csv")
    #expect(outcome.output == "kalender 2026: 1 hari berubah\n")
    #expect(outcome.errors == "tenggat langkah 1 (2026-11 SETDA) kini 2026-11-12T16:00, sebelumnya 2026-11-11T16:00\n")
    let before = try office.dump()
    #expect(try office.lines("kalender impor libur.csv") == "kalender 2026 sudah seperti itu")
    #expect(try office.dump() == before)
    #expect(try office.lines("jejak 2026 | pilih tindakan jumlah sesudah | ke json").contains("2026-11-11"))
  }

  @Test func `a table with a mistake is refused, and nothing of it stays`() throws {
    let office = try Office()
    try office.lines("kalender")
    try office.write("libur.csv", "tanggal,jenis,nama\n2027-01-01,libur,X\n2027-02-30,libur,Y\n")
    let before = try office.dump()
    let outcome = try office.line("kalender impor libur.csv")
    #expect(outcome.status == 3 && outcome.errors.contains("baris 3: `2027-02-30` bukan tanggal"))
    #expect(try office.line("kalender impor tidak-ada.csv").status == 3)
    #expect(try office.dump() == before)
  }

  @Test(arguments: [
    ("--kerja senin-kamis --jam 08.00-16.30", "08.00-12.00, 13.00-16.30", "07.30-11.30, 13.00-16.30", "libur"),
    ("--jam 08.00-15.00", "08.00-12.00, 13.00-15.00", "08.00-11.30, 13.00-15.00", "libur"),
    ("--kerja \"jumat,sabtu\" --jam 8:00-11:00 --istirahat tanpa", "07.30-12.00, 13.00-16.00", "08.00-11.00", "08.00-11.00"),
    ("--istirahat 11.00-12.00", "07.30-11.00, 12.00-16.00", "07.30-11.00, 12.00-16.30", "libur"),
    ("--libur jumat", "07.30-12.00, 13.00-16.00", "libur", "libur"),
    ("--kerja [senin, sabtu] --jam 09.00-12.00 --istirahat tanpa --libur jumat", "09.00-12.00", "libur", "09.00-12.00"),
  ])
  func `office hours are set by day`(_ options: String, _ monday: String, _ friday: String, _ saturday: String) throws {
    let office = try Office()
    #expect(try office.lines("kalender atur \(options)") == "kalender diatur")
    #expect(try office.lines("kalender atur \(options)") == "kalender sudah seperti itu")
    let days = try office.lines("untuk h di $(kalender jam) { jika $h.hari di [senin, jumat, sabtu] { cetak $h.jam } }")
    #expect(days == "\(monday)\n\(friday)\n\(saturday)")
  }

  @Test(arguments: [
    ("", 1), ("--kerja sabtu", 1), ("--jam 12.30-16.00", 1), ("--istirahat 06.00-07.00", 1), ("--libur senin-minggu", 1),
    ("--kerja jumat-senin", 2), ("--kerja hari", 2), ("--jam 16.00-07.30", 2), ("--istirahat nanti", 2), ("--cuti-bersama ya", 2),
  ])
  func `what can't be set is refused, and nothing changes`(_ options: String, _ status: Int) throws {
    let office = try Office()
    try office.lines("kalender")
    let before = try office.dump()
    #expect(try office.line("kalender atur \(options)").status == Int32(status))
    #expect(try office.dump() == before)
  }

  @Test func `collective leave that is worked through counts`() throws {
    let office = try Office()
    #expect(try office.lines("cetak $(hari-kerja 2026-12-23 1)") == "2026-12-28")
    try office.lines("kalender atur --cuti-bersama kerja")
    #expect(try office.lines("cetak $(hari-kerja 2026-12-23 1)") == "2026-12-24")
  }
}
