import Foundation
import Testing

/// The prompt of the program itself, as it is seen on a terminal.
@Suite struct PromptTests {
  /// An office with a cycle under way.
  private func office() throws -> Office {
    let office = try Office()
    try office.lines(
      "unit tambah SETDA \"Sekretariat Daerah\"; unit tambah BU \"Biro Umum\"",
      "arsip tambah \"Laporan Keuangan\" --unit BU --kategori berkala",
      "pengguna tambah sari --peran sekretariat; pengguna tambah joko --peran pendukung --unit BU")
    return office
  }

  /// The program on a screen, in an office that lasts as long.
  private final class Sitting {
    let office: Office
    let screen: Screen

    init(_ office: Office, columns: Int = 90, rows: Int = 16, environment: [String: String] = [:], _ flags: [String] = []) throws {
      self.office = office
      let variables = ["HOME": office.folder.path, "PPID_ARSIP": office.path(Office.archive)].merging(environment) { $1 }
      screen = try Screen(columns: columns, rows: rows, environment: variables, [Office.program.path] + Office.clock + flags)
      _ = try screen.wait { try screen.rows().last?.contains(">") == true }
    }

    /// Types a line and Enter, and waits for the next prompt.
    func enter(_ line: String) throws {
      let before = try office.entered()
      try screen.type(line)
      try screen.press("Enter")
      _ = try screen.wait { try office.entered() > before }
      _ = try screen.wait { try screen.rows().last?.hasSuffix(">") == true }
    }

    var last: String? { get throws { try screen.rows().last } }
  }

  private func sitting(_ office: Office, columns: Int = 90, rows: Int = 16, environment: [String: String] = [:], _ flags: String...) throws
    -> Sitting
  {
    try Sitting(office, columns: columns, rows: rows, environment: environment, flags)
  }

  // MARK: What stands before the line

  /// Whether the last row begins like this; behind it may stand what the SOP asks for next.
  private func last(_ sitting: Sitting, is text: String) throws -> Bool {
    try sitting.screen.wait { try sitting.last.map { $0 == text || $0.hasPrefix(text + " ") } ?? false }
  }

  @Test func `the prompt tells archive, month, how far it is, and role`() throws {
    let office = try office()
    #expect(try last(sitting(office), is: "arsip 2026-11 semua peran>"))
    try office.lines("siklus buka 2026-11")
    #expect(try last(sitting(office), is: "arsip 2026-11 0/2 unit semua peran>"))
    #expect(try last(sitting(office, "--sebagai", "joko"), is: "arsip 2026-11 0/2 unit joko:pendukung>"))
    try office.lines("siklus kecualikan 2026-11 --unit BU --alasan uji; siklus kecualikan 2026-11 --unit SETDA --alasan uji")
    #expect(try last(sitting(office, "--sebagai", "sari"), is: "arsip 2026-11 langkah 8 sari:sekretariat>"))
  }

  @Test func `narrow windows get a shorter prompt`() throws {
    let office = try office()
    try office.lines("siklus buka 2026-11")
    #expect(try last(sitting(office, columns: 60), is: "arsip 2026-11>"))
    #expect(try last(sitting(office, columns: 40), is: "ppid>"))
  }

  @Test func `dry runs, archives that are only read and new ones are marked`() throws {
    let office = try office()
    #expect(try sitting(office, "--coba").last == "arsip 2026-11 semua peran (coba)>")
    #expect(try sitting(office, "--hanya-baca").last == "arsip 2026-11 semua peran (hanya baca)>")
    let empty = try Office()
    let sitting = try sitting(empty)
    let screen = sitting.screen
    #expect(try screen.rows().last == "arsip (baru)>")
    #expect(!FileManager.default.fileExists(atPath: empty.path(Office.archive)))
    try screen.type("unit tambah BU Biro")
    try screen.press("Enter")
    try screen.expect(containing: "ditambahkan")
    #expect(try screen.wait { try screen.rows().last == "arsip 2026-11 semua peran>" })
  }

  @Test func `a damaged archive still gets a prompt`() throws {
    let office = try Office()
    try office.write(
      Office.archive, "this is no database, and longer than a header of one hundred bytes " + String(repeating: "x", count: 200))
    let sitting = try sitting(office)
    let screen = sitting.screen
    #expect(try screen.rows().last == "arsip>")
    try screen.type("arsip")
    try screen.press("Enter")
    try screen.expect(containing: "galat")
  }

  @Test func `what a long command took stands at the right edge`() throws {
    let office = try office()
    let sitting = try sitting(office)
    let screen = sitting.screen
    try screen.type("misal n = 0; selama $n < 40000000 { $n = $n + 1 }")
    try screen.press("Enter")
    #expect(try screen.wait { try screen.rows().last?.hasSuffix("dtk") == true })
    try screen.type("cetak 1")
    try screen.press("Enter")
    #expect(try screen.wait { try screen.rows().last == "arsip 2026-11 semua peran>" })
  }

  // MARK: Suggestions

  @Test func `an empty line suggests what the SOP asks for next`() throws {
    let office = try office()
    try office.lines("siklus buka 2026-11")
    #expect(
      try last(sitting(office, "--sebagai", "joko"), is: "arsip 2026-11 0/2 unit joko:pendukung> langkah selesai 1 --unit BU --siklus"))
    #expect(try last(sitting(office, "--sebagai", "sari"), is: "arsip 2026-11 0/2 unit sari:sekretariat>"))
    try office.lines("siklus kecualikan 2026-11 --unit BU --alasan uji; siklus kecualikan 2026-11 --unit SETDA --alasan uji")
    let sitting = try sitting(office)
    try sitting.screen.expect(containing: "> dip tetapkan 2026-11")
    try sitting.screen.press("Right", "Enter")
    try sitting.screen.expect(containing: "DIP 2026-11 ditetapkan")
    try sitting.screen.expect(containing: "> dip terbit 2026-11 --ke publik")
  }

  // MARK: Completion

  @Test func `Tab offers what the archive holds`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    try screen.type("arsip ubah A-1 --kategori ")
    try screen.press("Tab")
    try screen.expect(containing: "setiap-saat   tersedia setiap saat (pasal 11)")
    try screen.type("set")
    #expect(try screen.wait { try screen.rows().last == "setiap-saat  tersedia setiap saat (pasal 11)" })
    try screen.press("Tab")
    try screen.expect(containing: "--kategori setiap-saat")
    try screen.press("Enter", "Enter")
    try screen.expect(containing: "A-1 diubah: kategori")
  }

  @Test func `a menu and a suggestion survive a window change in mid-line`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    try screen.type("arsip | saring ka")
    try screen.press("Tab")
    try screen.resize(columns: 60, rows: 12)
    #expect(try screen.wait { try screen.rows().last == "arsip 2026-11> arsip | saring kategori" })
    try screen.type("== ")
    try screen.press("Tab")
    try screen.expect(containing: "\"berkala\"")
    try screen.resize(columns: 44, rows: 9)
    try screen.expect(containing: "\"berkala\"")
    try screen.press("Down", "Enter")
    try screen.resize(columns: 90, rows: 16)
    #expect(try screen.wait { try screen.rows().last == "arsip 2026-11 semua peran> arsip | saring kategori == \"berkala\"" })
    try screen.type("| pilih nomor judul")
    try screen.press("Enter")
    try screen.expect(containing: "A-1   │ Laporan Keuangan")
  }

  // MARK: History, help, the screen

  @Test func `the history is a table, and entries are run again by number`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    for line in ["cetak satu", "arsip tambah", "riwayat | pilih nomor status perintah"] { try sitting.enter(line) }
    try screen.expect(containing: "│     2 │      2 │ arsip tambah")
    try screen.expect(containing: "│     1 │      0 │ cetak satu")
    try screen.press("C-l")
    try screen.type("ulang 1")
    try screen.press("Enter")
    #expect(
      try screen.wait { try screen.rows() == ["arsip 2026-11 semua peran> ulang 1", "cetak satu", "satu", "arsip 2026-11 semua peran>"] })
    try screen.press("C-l")
    try screen.type("ulang")
    try screen.press("Enter")
    #expect(
      try screen.wait { try screen.rows() == ["arsip 2026-11 semua peran> ulang", "cetak satu", "satu", "arsip 2026-11 semua peran>"] })
    try screen.type("riwayat ulang | ambil 1 | pilih nomor perintah | ke csv")
    try screen.press("Enter")
    try screen.expect(containing: "6,ulang")
    try screen.type("ulang 6")
    try screen.press("Enter")
    try screen.expect(containing: "nomor 6 sendiri mengulang")
  }

  @Test func `a question mark is short for help`() throws {
    let sitting = try sitting(office(), rows: 40)
    let screen = sitting.screen
    try screen.type("? arsip li")
    try screen.press("Tab", "Enter")
    try screen.expect(containing: "arsip lihat <nomor>")
    try screen.press("C-l")
    try screen.type("?versi")
    try screen.press("Enter")
    #expect(try screen.wait { try screen.rows().count > 3 && screen.rows()[1].hasPrefix("Menampilkan versi") })
  }

  @Test func `bersihkan leaves the prompt at the top of the screen`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    try screen.type("cetak satu; bersihkan")
    try screen.press("Enter")
    #expect(try screen.wait { try screen.rows() == ["arsip 2026-11 semua peran>"] })
  }

  @Test func `without a terminal bersihkan and ulang do nothing`() throws {
    let office = try office()
    #expect(try office.line("bersihkan").succeeded() == "")
    let outcome = try office.line("ulang")
    #expect(outcome.status == 0 && outcome.errors == "Belum ada yang dapat diulang.\n")
    #expect(try office.line("ulang 3").status == 1)
    #expect(try office.ppid("--format", "csv", "-c", "riwayat").succeeded() == "nomor,waktu,durasi,status,perintah")
  }

  // MARK: Long work

  @Test func `what takes long says so, and leaves no trace`() throws {
    let office = try office()
    let rows = (1...20_000).map { "Laporan nomor \($0),berkala,isi laporan nomor \($0)" }.joined(separator: "\n")
    try office.write("besar.csv", "judul,kategori,ringkasan\n\(rows)\n")
    let sitting = try sitting(office)
    let screen = sitting.screen
    try screen.type("arsip impor \(office.path("besar.csv")) --unit BU")
    try screen.press("Enter")
    try screen.expect(containing: "arsip impor: ")
    try screen.expect(containing: "20000 rekaman dibaca: 20000 baru")
    #expect(!(try screen.rows().contains { $0.hasPrefix("arsip impor: ") }))
    try screen.type("arsip | pilih unit | gabung $(arsip | pilih unit kategori) --pada unit | hitung")
    try screen.press("Enter")
    try screen.expect(containing: "sedang berjalan: ")
    try screen.press("C-c")
    try screen.expect(containing: "dihentikan")
    #expect(!(try screen.rows().contains { $0.hasPrefix("sedang berjalan") }))
  }

  @Test func `an import tells how many records it has read, how fast, and how long it will take`() throws {
    let office = try office()
    let sitting = try sitting(office)
    let screen = sitting.screen
    let before = try office.sqlite("SELECT count(*) FROM record")
    try office.write("besar.csv", "judul,ringkasan,kategori\n" + (1...100_000).map { "Dokumen \($0),isi \($0),berkala\n" }.joined())
    try screen.type("arsip impor \(office.path("besar.csv")) --unit BU")
    try screen.press("Enter")
    try screen.expect(containing: " per detik, ")
    try screen.expect(containing: "%, sisa ")
    try screen.press("C-c")
    try screen.expect(containing: "dihentikan")
    #expect(!(try screen.rows().contains { $0.contains("per detik") }))
    #expect(try office.sqlite("SELECT count(*) FROM record") == before)
  }

  @Test func `a loop ends at once when Ctrl-C is pressed`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    try screen.type("selama benar { }")
    try screen.press("Enter")
    _ = try screen.wait { try screen.rows().last?.hasSuffix("{ }") == true }
    usleep(300_000)
    let began = Date()
    try screen.press("C-c")
    try screen.expect(containing: "dihentikan")
    // Far more than it takes, on a busy machine.
    #expect(Date().timeIntervalSince(began) < 2)
    try sitting.enter("cetak lagi")
    try screen.expect(containing: "lagi")
  }

  @Test func `nothing is said of long work where nobody looks`() throws {
    let office = try office()
    let rows = (1...20_000).map { "Laporan nomor \($0),berkala" }.joined(separator: "\n")
    try office.write("besar.csv", "judul,kategori\n\(rows)\n")
    #expect(try office.line("arsip impor besar.csv --unit BU").errors == "")
  }

  // MARK: Errors

  @Test func `an error stands under what was typed, with what was meant`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    try screen.type("arsip tambah X --kategori berkla")
    try screen.press("Enter")
    try screen.expect(containing: "│                           ^^^^^^ maksud Anda `berkala`?")
    try screen.type("arsip lihat A-1 --formt csv")
    try screen.press("Enter")
    try screen.expect(containing: "^^^^^^^")
    try screen.type("arsip tambah X --unit BUU")
    try screen.press("Enter")
    try screen.expect(containing: "maksud Anda `BU`?")
  }
}

extension Office {
  /// How many entries the prompt's history has to their end.
  fileprivate func entered() throws -> Int {
    let file = folder.appendingPathComponent(".local/state/ppid/riwayat.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return 0 }
    return text.split(separator: "\n").count { !$0.contains("\"text\"") }
  }
}
