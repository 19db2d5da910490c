import Foundation
import Testing

/// `--langkah`: a script, statement by statement, by somebody at a terminal.
@Suite struct SteppingTests {
  private static let script = """
    #: Tim membuka bulannya.
    #: dasar: SOP langkah 1
    misal n = 1
    unit tambah BU "Biro Umum"
    $n += 1
    arsip tambah "Satu" --unit BU
    cetak "n adalah {$n}, arsip {$(arsip | hitung)}"
    arsip tambah "Dua" --unit BU
    """

  /// What the screen shows of the next statement.
  private func screen(_ office: Office, _ flags: String...) throws -> Screen {
    try office.write("uji.ppid", Self.script)
    return try Screen(
      columns: 110, rows: 40, environment: ["HOME": office.folder.path, "PPID_ARSIP": office.path(Office.archive)],
      [Office.program.path] + flags + ["--langkah", office.path("uji.ppid")])
  }

  private static func asks(_ screen: Screen) throws -> Bool { try screen.rows().last?.hasSuffix(" keluar >") == true }

  /// Types an answer once it is asked for.
  private func enter(_ screen: Screen, _ word: String) throws {
    #expect(try screen.wait { try Self.asks(screen) })
    try screen.type(word)
    try screen.press("Enter")
  }

  private func answer(_ screen: Screen, _ word: String, then text: String) throws {
    try enter(screen, word)
    let isShown = try screen.wait { try screen.rows().suffix(2).contains { $0.contains(text) } && Self.asks(screen) }
    let rows = try screen.rows()
    #expect(isShown, "\(text):\n\(rows.joined(separator: "\n"))")
  }

  @Test func `in a dry run there is a way back, and nothing is stored`() throws {
    let office = try Office()
    let screen = try screen(office, "--coba")
    try screen.expect(containing: "3 │ misal n = 1")
    try screen.expect(containing: "Tim membuka bulannya.")
    try answer(screen, "", then: "4 │ unit tambah")
    try answer(screen, "n", then: "5 │ $n += 1")
    try answer(screen, "", then: "6 │ arsip tambah")
    try answer(screen, "b", then: "5 │ $n += 1")
    try answer(screen, "b", then: "4 │ unit tambah")
    try answer(screen, "l 8", then: "8 │ arsip tambah")
    #expect(try screen.rows().filter { $0 == "n adalah 2, arsip 1" }.count == 1)
    try answer(screen, "b", then: "7 │ cetak")
    try answer(screen, "b", then: "6 │ arsip tambah")
    // What was printed on the way back was printed before.
    #expect(try screen.rows().filter { $0 == "n adalah 2, arsip 1" }.count == 1)
    try enter(screen, "t")
    try screen.expect(containing: "tidak ada yang disimpan")
    #expect(try screen.wait { try screen.rows().filter { $0 == "n adalah 2, arsip 1" }.count == 2 })
    #expect(try office.line("arsip | hitung").succeeded() == "0")
  }

  @Test func `outside of a dry run there is none, and it is said why`() throws {
    let office = try Office()
    let screen = try screen(office)
    try answer(screen, "", then: "4 │ unit tambah")
    try enter(screen, "b")
    try screen.expect(containing: "mundur hanya ada dalam percobaan (`--coba`)")
    try enter(screen, "j")
    try screen.expect(containing: "unit tambah: Menambah unit.")
    try answer(screen, "l 8", then: "8 │ arsip tambah")
    try enter(screen, "k")
    #expect(try screen.wait { try office.line("arsip | hitung").output == "1\n" })
  }
}
