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
    try screen.type("misal n = 0; selama $n < 20000000 { $n = $n + 1 }")
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
    #expect(try screen.rows().contains("arsip 2026-11> arsip | saring kategori =="))
    try screen.resize(columns: 44, rows: 9)
    try screen.expect(containing: "\"berkala\"")
    try screen.press("Down", "Enter")
    try screen.resize(columns: 90, rows: 16)
    #expect(try screen.wait { try screen.rows().last == "arsip 2026-11 semua peran> arsip | saring kategori == \"berkala\"" })
    try screen.type("| pilih nomor judul")
    try screen.press("Enter")
    try screen.expect(containing: "A-1   │ Laporan Keuangan")
  }

  // MARK: Terminals of all kinds

  @Test(arguments: ["dumb", ""])
  func `where nothing can be drawn over there are plain lines`(_ term: String) throws {
    let office = try office()
    try office.lines("siklus buka 2026-11")
    let sitting = try sitting(office, rows: 20, environment: ["TERM": term])
    let screen = sitting.screen
    // No suggestion, no colour.
    #expect(try screen.wait { try sitting.last == "arsip 2026-11 0/2 unit semua peran>" })
    try screen.type("untuk i di [1, 2] {\r")
    #expect(try screen.wait { try sitting.last == "  …" })
    try screen.type("cetak $i }\r")
    #expect(
      try screen.wait {
        try screen.rows().suffix(5) == [
          "arsip 2026-11 0/2 unit semua peran> untuk i di [1, 2] {", "  … cetak $i }", "1", "2", "arsip 2026-11 0/2 unit semua peran>",
        ]
      })
    try screen.type("arsp")
    try screen.press("Enter")
    try screen.expect(containing: "^^^^ maksud Anda `arsip`?")
    #expect(!(try screen.rows(styled: true).contains { $0.contains("\u{1B}[") }))
  }

  @Test func `without colour there is none, and unknown commands are underlined`() throws {
    let sitting = try sitting(office(), environment: ["NO_COLOR": "1"])
    let screen = sitting.screen
    try screen.type("arsp | saring tahun == 2026 dan \"x\" # y")
    try screen.expect(containing: "# y")
    let styled = try screen.rows(styled: true).joined()
    #expect(styled.contains("\u{1B}[4marsp") && styled.firstMatch(of: /\u{1B}\[(\d+;)*3[0-7]m/) == nil)
    try screen.press("C-u")
    try screen.type("arsip ca")
    _ = try screen.wait { try screen.rows(styled: true).joined().contains("\u{1B}[4mca") }
    try screen.type("ri x")
    try screen.expect(containing: "cari x")
    #expect(try !screen.rows(styled: true).joined().contains("\u{1B}[4m"))
  }

  @Test(arguments: [[:], ["LANG": "C"], ["LANG": "C.UTF-8", "LC_ALL": "C"], ["LANG": "tidak_ADA.UTF-8"]])
  func `letters of all kinds can be typed whatever the locale`(_ locale: [String: String]) throws {
    let sitting = try sitting(office(), environment: ["LANG": ""].merging(locale) { $1 })
    try sitting.enter("cetak \"é—日本\"")
    #expect(
      try sitting.screen.wait {
        try sitting.screen.rows().suffix(3) == [
          "arsip 2026-11 semua peran> cetak \"é—日本\"", "é—日本", "arsip 2026-11 semua peran>",
        ]
      })
  }

  @Test func `long results go through the pager at the prompt, and never in scripts`() throws {
    let office = try office()
    try office.lines("untuk i di 1..40 { arsip tambah \"Nomor {$i}\" --unit BU }")
    let sitting = try sitting(office, environment: ["PAGER": "less -FRX"])
    let screen = sitting.screen
    try screen.type("arsip | pilih nomor judul")
    try screen.press("Enter")
    try screen.expect(containing: "A-10  │ Nomor 9")
    #expect(try screen.wait { try screen.rows().last == ":" })
    try screen.type("q")
    #expect(try screen.wait { try sitting.last == "arsip 2026-11 semua peran>" })
    let script = try Screen(
      columns: 90, rows: 16, environment: ["HOME": office.folder.path, "PPID_ARSIP": office.path(Office.archive), "PAGER": "less -FRX"],
      [Office.program.path, "-c", "arsip | pilih nomor judul"])
    #expect(try script.wait { try script.rows().contains("41 baris") })
  }

  @Test func `help is broken between words where the window ends`() throws {
    let sitting = try sitting(office(), columns: 50, rows: 40)
    try sitting.enter("? arsip impor")
    try sitting.screen.expect(containing: "arsip impor masuk/daftar.csv")
    let rows = try sitting.screen.rows()
    #expect(rows.contains("Memasukkan daftar dari berkas CSV seperti yang") && rows.contains("dikirim kantor-kantor. Bila ada baris yang"))
    #expect(rows.contains("  --sebagian") && rows.contains("      simpan yang baik walau ada yang ditolak"))
  }

  @Test func `half a statement is pasted, finished by hand and run once`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    try screen.paste("arsip |\nsaring kategori ==")
    #expect(try screen.wait { try screen.rows().suffix(2) == ["arsip 2026-11 semua peran> arsip |", "  … saring kategori =="] })
    try screen.type(" \"berkala\" | hitung")
    try screen.press("Enter")
    #expect(
      try screen.wait {
        try screen.rows().suffix(3) == ["  … saring kategori == \"berkala\" | hitung", "1", "arsip 2026-11 semua peran>"]
      })
  }

  @Test func `what was only offered doesn't stay on the screen when the shell is stopped`() throws {
    let office = try office()
    try office.lines("siklus buka 2026-11")
    let screen = try Screen(
      columns: 90, rows: 16,
      environment: ["HOME": office.folder.path, "PPID_ARSIP": office.path(Office.archive), "PS1": "luar$ "], ["sh", "-i"])
    try screen.type(([Office.program.path] + Office.clock).joined(separator: " "))
    try screen.press("Enter")
    try screen.expect(containing: "semua peran> langkah selesai 1")
    try screen.press("C-z")
    try screen.expect(containing: "Stopped")
    #expect(try screen.wait { try screen.rows().last == "luar$" })
    #expect(!(try screen.rows().contains { $0.contains("langkah selesai") }))
    try screen.type("fg")
    try screen.press("Enter")
    #expect(try screen.wait { try screen.rows().last?.hasPrefix("arsip 2026-11 0/2 unit semua peran> langkah") == true })
    try screen.type("cetak 6 * 7")
    try screen.press("Enter")
    try screen.expect(containing: "6 * 7")
  }

  @Test func `Tab offers fields, and items of lists`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    try sitting.enter("misal r = $(arsip lihat A-1)")
    try screen.type("cetak $r.jud")
    try screen.press("Tab", "Enter")
    try screen.expect(containing: "Laporan Keuangan")
    try screen.type("pengguna ubah sari --peran [sekretariat, ppi")
    try screen.press("Tab")
    try screen.expect(containing: "--peran [sekretariat, ppid")
    try screen.type("]")
    try screen.press("Enter")
    try screen.expect(containing: "pengguna sari")
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
    #expect(try screen.wait { try screen.rows().dropFirst().first?.hasPrefix("Menampilkan versi") == true })
  }

  @Test func `all the help there is begins with one screen, and breaks between words`() throws {
    let sitting = try sitting(office(), columns: 80, rows: 24)
    try sitting.enter("bantuan")
    let rows = try sitting.screen.rows()
    #expect(rows.first?.hasPrefix("`bantuan sop` mendaftar satu kelompok") == true)
    #expect(rows.contains("  kearsipan  klasifikasi, retensi, susut, tahan, lepas"))
    #expect(rows.contains("             pertimbangan"))
    #expect(rows.allSatisfy { $0.count <= 80 })
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

  @Test func `a loop ends when Ctrl-C is pressed, also together with Enter`() throws {
    let sitting = try sitting(office())
    let screen = sitting.screen
    try screen.type("selama benar { }")
    try screen.press("Enter")
    #expect(try screen.wait { try screen.picture().cursor == [0, 2] })
    try screen.press("C-c")
    try screen.expect(containing: "dihentikan")
    try sitting.enter("cetak lagi")
    try screen.expect(containing: "lagi")
    try screen.press("C-l")
    #expect(try screen.wait { try screen.rows() == ["arsip 2026-11 semua peran>"] })
    try screen.type("selama benar { }\rcetak 1\u{3}")
    try screen.expect(containing: "dihentikan")
    #expect(try screen.wait { try screen.rows().last == "arsip 2026-11 semua peran>" })
  }

  @Test func `nothing is said of long work where nobody looks`() throws {
    let office = try office()
    let rows = (1...10_000).map { "Laporan nomor \($0),berkala" }.joined(separator: "\n")
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

  @Test func `an error is broken between words, and its advice goes below where there is no room beside it`() throws {
    let office = try office()
    try office.lines("wajib tambah BU \"Laporan Kinerja\" --kategori berkala; siklus buka 2026-11")
    let screen = try sitting(office, columns: 48, rows: 30).screen
    try screen.type("arsip tambah X --kategori berkla")
    try screen.press("Enter")
    try screen.expect(containing: "  = maksud Anda `berkala`?")
    #expect(try screen.rows().contains("  │                           ^^^^^^"))
    try screen.type("langkah selesai 1 --unit BU")
    try screen.press("Enter")
    try screen.expect(containing: "    Kinerja\"; `arsip tambah \"…\" --unit BU")
    #expect(try screen.rows().contains("  - belum ada rekaman berjenis \"Laporan"))
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
