import Foundation
import Testing

/// People with roles of their own, as the program's users meet them.
@Suite struct RoleTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.lines(
      "unit tambah SETDA \"Sekretariat Daerah\"; unit tambah BKD \"Badan Kepegawaian\"",
      "pengguna tambah sari --peran sekretariat; pengguna tambah joko --peran pendukung --unit BKD",
      "pengguna tambah rani --peran \"ppid,pertimbangan\"; pengguna tambah tono --peran tamu")
    return office
  }

  private func run(_ office: Office, as person: String, _ line: String) throws -> Outcome {
    try office.ppid("--sebagai", person, "-c", line)
  }

  @Test(arguments: [
    ("sari", "siklus buka 2026-11", 0), ("joko", "siklus buka 2026-11", 4), ("rani", "siklus buka 2026-11", 4),
    ("joko", "arsip tambah \"X\" --unit BKD", 0), ("joko", "arsip tambah \"X\" --unit SETDA", 4),
    ("rani", "arsip tambah \"X\" --unit BKD", 4), ("sari", "unit tambah Z \"z\"", 4), ("sari", "pengguna ubah sari --peran ppid", 4),
    ("sari", "atur kantor.nama X", 4), ("sari", "kalender atur --cuti-bersama kerja", 4), ("sari", "atur kantor.zona", 0),
    ("tono", "unit", 4), ("tono", "pengguna", 4), ("tono", "kalender", 4), ("tono", "dip", 0), ("tono", "hari-kerja 2026-03-13 10", 0),
    ("sari", "dip tetapkan 2026-11 --di-luar-siklus uji", 4), ("rani", "dip tetapkan 2026-11 --di-luar-siklus uji", 0),
  ])
  func `everybody may what the roles may`(_ person: String, _ line: String, _ status: Int) throws {
    #expect(try run(office(), as: person, line).status == Int32(status), "\(line)")
  }

  @Test func `a refusal names the roles that may`() throws {
    let outcome = try run(office(), as: "joko", "siklus buka 2026-11")
    #expect(outcome.errors.contains("yang boleh: sekretariat"))
  }

  @Test func `acting for nobody known fails`() throws {
    let office = try office()
    #expect(try run(office, as: "siapa", "unit").status == 1)
    try office.sqlite("UPDATE person SET roles = 'ppid' WHERE id = 1")
    #expect(try run(office, as: "sari", "unit").status == 4)
  }

  @Test func `people, their roles and accounts are listed`() throws {
    let office = try office()
    let listed = try office.ppid("--format", "csv", "-c", "pengguna | lewati 1").succeeded()
    #expect(
      listed == """
        nama,akun,peran,unit
        sari,sari,sekretariat,
        joko,joko,pendukung,BKD
        rani,rani,"ppid,pertimbangan",
        tono,tono,tamu,
        """)
  }

  @Test func `a person is changed in what is named, and the same again changes nothing`() throws {
    let office = try office()
    #expect(try office.lines("pengguna ubah joko --unit SETDA --akun joko2") == "pengguna joko diubah")
    let before = try office.dump()
    #expect(try office.lines("pengguna ubah joko --unit SETDA") == "pengguna joko tidak berubah")
    #expect(try office.dump() == before)
    #expect(try office.line("pengguna ubah joko --tanpa-unit").status == 1)
    #expect(try office.lines("pengguna ubah joko --tanpa-unit --peran pemeriksa") == "pengguna joko diubah")
    #expect(try office.line("pengguna ubah joko --unit BKD --tanpa-unit").status == 1)
    #expect(try office.line("pengguna ubah joko --peran raja").status == 2)
    #expect(try office.line("pengguna ubah jako --peran ppid").status == 1)
  }

  @Test func `settings are told, changed and checked`() throws {
    let office = try office()
    #expect(try office.lines("atur kantor.zona wit") == "kantor.zona kini WIT")
    #expect(try office.lines("atur kantor.zona WIT") == "kantor.zona memang sudah WIT")
    let wrong = try office.line("atur kantor.zona GMT")
    #expect(wrong.status == 3 && wrong.errors.contains("WIB|WITA|WIT"))
    let unknown = try office.line("atur kantor.zone WIB")
    #expect(unknown.status == 2 && unknown.errors.contains("kantor.zona"))
    let listed = try office.ppid("--format", "csv", "-c", "atur | saring kunci cocok \"kantor.*\" | pilih kunci nilai").succeeded()
    #expect(
      listed == "kunci,nilai\nkantor.nama,\nkantor.alamat,\nkantor.ppid,\nkantor.atasan,\nkantor.tempat,\nkantor.zona,WIT")
  }

  @Test func `the office's clock follows its zone`() throws {
    let office = try office()
    func hour() throws -> String { try office.start([Office.program.path, "-c", "cetak $(kini)"]).wait().succeeded() }
    let western = try hour()
    try office.lines("atur kantor.zona WIT")
    #expect(try hour() > western)
  }
}
