import Foundation
import Testing

/// The month as an office lives it, on a list that a province published.
@Suite struct MonthlyUpdateTests {
  private static let script = Office.source.deletingLastPathComponent().appendingPathComponent(
    "scripts/perbarui-dip.ppid")

  /// An office with its unit, and the province's list at hand.
  private func office(_ list: String = "jabar.csv") throws -> Office {
    let office = try Office()
    try office.write(list, Data(contentsOf: Office.westJava))
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"")
    return office
  }

  private func json(_ office: Office, _ line: String) throws -> String {
    try office.ppid("--format", "json", "-c", line).succeeded()
  }

  @Test func `a published list becomes two editions that differ by what was added`() throws {
    let office = try office()
    let taken = #"{"dibaca":32,"baru":32,"berubah":0,"tetap":0,"ditolak":0,"galat":[]}"#
    #expect(try json(office, "arsip impor jabar.csv --unit SETDA") == taken)
    let journal = try office.journalCount()
    let again = #"{"dibaca":32,"baru":0,"berubah":0,"tetap":32,"ditolak":0,"galat":[]}"#
    #expect(try json(office, "arsip impor jabar.csv --unit SETDA") == again)
    #expect(try office.journalCount() == journal)
    #expect(try json(office, "arsip | saring kategori == \"berkala\" | hitung") == "32")
    _ = try json(office, "dip tetapkan 2026-10 --nomor \"KEP-10\" --di-luar-siklus \"uji\"")
    _ = try json(office, "arsip tambah \"Laporan Kinerja 2025\" --unit SETDA --kategori setiap-saat")
    _ = try json(office, "dip tetapkan 2026-11 --nomor \"KEP-11\" --di-luar-siklus \"uji\"")
    let added = try json(office, "dip banding 2026-10 2026-11 | saring perubahan == \"baru\" | pilih judul")
    #expect(added == #"[{"judul":"Laporan Kinerja 2025"}]"#)
    #expect(try json(office, "jejak periksa") == #"{"catatan":5,"utuh":true}"#)
  }

  @Test(arguments: [
    "recorded_at", "stated_at", "actor", "on_behalf_of", "roles", "action", "subject", "before", "after", "count",
    "digest",
    "previous_hash", "hash", "id",
  ])
  func `the journal's chain says which entry somebody changed, whatever column it was`(_ column: String) throws {
    let office = try office()
    try office.lines("arsip impor jabar.csv --unit SETDA", "unit tambah BKD \"Badan Kepegawaian Daerah\"")
    let value = ["count": "count + 1", "id": "70"][column] ?? "'x'"
    try office.sqlite(
      "PRAGMA ignore_check_constraints = ON; DROP TRIGGER journal_keeps_rows; UPDATE journal SET \(column) = \(value) WHERE id = 2")
    let before = try office.dump()
    let outcome = try office.line("jejak periksa")
    #expect(outcome.status == 5)
    #expect(outcome.errors.contains(column == "id" ? "3" : "2"))
    #expect(try office.dump() == before)
  }

  @Test func `the monthly script waits for the deliveries, and a second run changes nothing`() throws {
    let office = try office("masuk/2026-11/jabar.csv")
    let first = try office.ppid(Self.script.path, "2026-11").succeeded()
    #expect(first.hasPrefix("jabar.csv: 32 baru, 0 berubah\n"))
    #expect(first.contains("SETDA") && first.contains("menunggu"))
    let before = try office.dump()
    let second = try office.ppid(Self.script.path, "2026-11").succeeded()
    #expect(second.hasPrefix("jabar.csv: 0 baru, 0 berubah\n"))
    #expect(try office.dump() == before)
    #expect(!FileManager.default.fileExists(atPath: office.path("publik")))
  }

  @Test func `when every delivery is decided the script determines and publishes, once`() throws {
    let office = try office("masuk/2026-11/jabar.csv")
    _ = try office.ppid(Self.script.path, "2026-11").succeeded()
    try office.lines(
      "atur pemisahan-tugas tidak", "langkah selesai 1; serah kirim; langkah selesai 3",
      "untuk r di $(arsip) { arsip ubah $r.nomor --kode PR.01 --lokasi \"Rak 1\" }",
      "langkah selesai 4; serah terima ST-1; verifikasi | hitung", "langkah selesai 6; langkah selesai 7; langkah putus 7 ya")
    #expect(try office.lines("siklus siap 2026-11") == "benar")
    let first = try office.ppid("--format", "csv", Self.script.path, "2026-11").succeeded()
    #expect(first.hasSuffix("perubahan,jumlah\nbaru,32"))
    #expect(try office.sqlite("SELECT step FROM track WHERE unit_id IS NULL") == "10")
    let site = try contents(of: office, "publik")
    #expect(site.count >= 3)
    let before = try office.dump()
    let second = try office.ppid("--format", "csv", Self.script.path, "2026-11").succeeded()
    #expect(second == "jabar.csv: 0 baru, 0 berubah\nperubahan,jumlah\nbaru,32")
    #expect(try office.dump() == before)
    #expect(try contents(of: office, "publik") == site)
    #expect(try office.lines("jejak periksa").hasPrefix("rantai jejak utuh"))
  }

  @Test func `a determination that can't be published is not stored either`() throws {
    let office = try office("masuk/2026-11/jabar.csv")
    _ = try office.ppid(Self.script.path, "2026-11").succeeded()
    try office.sqlite("UPDATE track SET step = 7, state = 'selesai' WHERE unit_id IS NOT NULL")
    try office.write("publik/milik-orang.txt", "jangan ditimpa")
    let before = try office.dump()
    let outcome = try office.ppid(Self.script.path, "2026-11")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("publik"))
    #expect(try office.dump() == before)
    #expect(try contents(of: office, "publik").keys.sorted() == ["milik-orang.txt"])
  }

  /// The files below a folder of the office.
  private func contents(of office: Office, _ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: office.path(folder)).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: office.path("\(folder)/\(name)"), isDirectory: &isFolder) && !isFolder.boolValue
    }
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try office.bytes("\(folder)/\($0)")) })
  }
}
