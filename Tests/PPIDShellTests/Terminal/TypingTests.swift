import Foundation
import Testing

@Suite("Typing at the prompt")
struct TypingTests {
  @Test("What is typed stands on the screen, and Enter hands it over", arguments: [20, 40, 80])
  func typing(columns: Int) throws {
    let screen = try Screen(columns: columns)
    try screen.expect(["uji>"], cursor: [5, 0])
    try screen.type("salam")
    try screen.expect(["uji> salam"], cursor: [10, 0])
    try screen.press("Enter")
    try screen.expect(["uji> salam", #"baris: "salam""#, "uji>"], cursor: [5, 2])
  }

  @Test("A long line is broken at the edge, and the cursor goes along")
  func wrapping() throws {
    let screen = try Screen(columns: 20)
    try screen.type("abcdefghijklmnopqrstuvwxyz0123456789ABCDE")
    try screen.expect(["uji> abcdefghijklmno", "pqrstuvwxyz012345678", "9ABCDE"], cursor: [6, 2])
    try screen.press("Home")
    try screen.expect(["uji> abcdefghijklmno", "pqrstuvwxyz012345678", "9ABCDE"], cursor: [5, 0])
    try screen.type("->")
    try screen.expect(["uji> ->abcdefghijklm", "nopqrstuvwxyz0123456", "789ABCDE"], cursor: [7, 0])
  }

  @Test("A row that is just full leaves the cursor at the beginning of the next")
  func fullRow() throws {
    let screen = try Screen(columns: 20)
    try screen.type("abcdefghijklmno")
    try screen.expect(["uji> abcdefghijklmno"], cursor: [0, 1])
    try screen.press("BSpace")
    try screen.expect(["uji> abcdefghijklmn"], cursor: [19, 0])
  }

  @Test("Wide characters take two columns and are never cut in two")
  func wideCharacters() throws {
    let screen = try Screen(columns: 20)
    try screen.type("日本語日本語日本語")
    try screen.expect(["uji> 日本語日本語日", "本語"], cursor: [4, 1])
    try screen.press("Left", "Left", "Left")
    try screen.expect(["uji> 日本語日本語日", "本語"], cursor: [17, 0])
    try screen.type("x")
    try screen.expect(["uji> 日本語日本語x日", "本語"], cursor: [18, 0])
    try screen.press("Enter")
    try screen.expect(["uji> 日本語日本語x日", "本語", #"baris: "日本語日本語"#, #"x日本語""#, "uji>"])
  }

  @Test("A letter with combining marks is one step and goes at once")
  func combiningMarks() throws {
    let screen = try Screen(columns: 40)
    try screen.type("e\u{301}\u{323}a")
    try screen.expect(["uji> e\u{301}\u{323}a"], cursor: [7, 0])
    try screen.press("Left", "Left")
    try screen.expect(["uji> e\u{301}\u{323}a"], cursor: [5, 0])
    try screen.press("DC", "Enter")
    try screen.expect(["uji> a", #"baris: "a""#, "uji>"])
  }

  @Test("A mark at the beginning of a row stands on a dotted circle, since terminals drop one that stands on nothing")
  func loneMark() throws {
    let screen = try Screen(columns: 20)
    try screen.type("abcdefghi\u{AD}\u{301}")
    try screen.expect([#"uji> abcdefghi\u{AD}"#, "◌\u{301}"], cursor: [1, 1])
    try screen.type("x")
    try screen.press("Left", "Left")
    try screen.expect([#"uji> abcdefghi\u{AD}"#, "◌\u{301}x"], cursor: [0, 1])
    try screen.press("DC", "End")
    try screen.expect([#"uji> abcdefghi\u{AD}"#, "x"], cursor: [1, 1])
    try screen.press("Left")
    try screen.type("\u{301}")
    try screen.press("Enter")
    try screen.expect(containing: "baris: " + "abc")
  }

  @Test(
    "Letters of Latin-1 and rare characters come through whatever the locale",
    arguments: ["C.UTF-8", "C", "", "id_ID.UTF-8"])
  func locales(locale: String) throws {
    let screen = try Screen(columns: 60, environment: ["LANG": locale])
    try screen.type("é°ß—\u{AD}\u{1F600}\u{10FFFD}")
    try screen.press("Enter")
    try screen.expect(containing: "baris: " + "é°ß—\u{AD}\u{1F600}\u{10FFFD}".debugDescription)
  }

  @Test("Words are cut and put back")
  func cutting() throws {
    let screen = try Screen()
    try screen.type("satu dua-2 tiga")
    try screen.press("C-w")
    try screen.expect(["uji> satu dua-2"], cursor: [16, 0])
    try screen.press("C-w", "C-a", "C-y")
    try screen.expect(["uji> dua-2 satu"], cursor: [11, 0])
    try screen.press("M-d", "C-y", "C-y")
    try screen.expect(["uji> dua-2 satusatu"], cursor: [19, 0])
    try screen.press("M-b", "C-k")
    try screen.expect(["uji> dua-2"], cursor: [11, 0])
    try screen.press("C-u")
    try screen.expect(["uji>"], cursor: [5, 0])
  }

  @Test("Libedit's own commands turn letters and change case")
  func libeditCommands() throws {
    let screen = try Screen()
    try screen.type("aruk besar")
    try screen.press("Home", "Right", "Right", "C-t")
    try screen.expect(["uji> aurk besar"])
    try screen.press("C-e", "M-b", "M-u")
    try screen.expect(["uji> aurk BESAR"])
    try screen.press("C-a", "M-c")
    try screen.expect(["uji> Aurk BESAR"])
  }

  @Test("Ctrl-_ takes back word by word")
  func takingBack() throws {
    let screen = try Screen()
    try screen.type("satu dua")
    try screen.press("C-w")
    try screen.expect(["uji> satu"])
    try screen.send(bytes: [0x1F])
    try screen.expect(["uji> satu dua"])
    try screen.send(bytes: [0x1F])
    try screen.expect(["uji> satu"])
    try screen.send(bytes: [0x1F])
    try screen.expect(["uji>"])
  }

  @Test("Ctrl-C drops the line and nothing else")
  func dropping() throws {
    let screen = try Screen()
    try screen.type("salah")
    try screen.press("C-c")
    try screen.expect(["uji> salah^C", "batal", "uji>"], cursor: [5, 2])
    try screen.type("benar")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "benar""#)
  }

  @Test("Ctrl-D deletes in a line and ends the session on an empty one")
  func endOfInput() throws {
    let screen = try Screen(["sh", "-c", "\(Probe.path); echo status $?; sleep 100"])
    try screen.type("ab")
    try screen.press("Home", "C-d")
    try screen.expect(["uji> b"], cursor: [5, 0])
    try screen.press("C-d", "C-d")
    try screen.expect(containing: "status 0")
    #expect(try screen.rows().prefix(3) == ["uji>", "selesai", "status 0"])
  }

  @Test("Ctrl-L clears the screen and keeps the line")
  func clearing() throws {
    let screen = try Screen()
    try screen.enter("satu")
    try screen.type("dua")
    try screen.press("C-l")
    try screen.expect(["uji> dua"], cursor: [8, 0])
  }

  @Test("Keys that nobody knows leave no trace in the line")
  func unknownKeys() throws {
    let screen = try Screen()
    try screen.type("a")
    for sequence in [
      "\u{1B}[[A", "\u{1B}[15~", "\u{1B}[1;9X", "\u{1B}OP", "\u{1B}[I", "\u{1B}[?1;2c", "\u{1B}#", "\u{0}", "\u{7}",
    ] {
      try screen.type(sequence)
    }
    try screen.type("b")
    try screen.expect(["uji> ab"], cursor: [7, 0])
  }

  @Test(
    "Home, End and Delete are known in every terminal's spelling",
    arguments: [
      ("\u{1B}[H", "\u{1B}[F", "\u{1B}[3~"), ("\u{1B}OH", "\u{1B}OF", "\u{1B}[3~"), ("\u{1B}[1~", "\u{1B}[4~", "\u{4}"),
      ("\u{1B}[7~", "\u{1B}[8~", "\u{1B}[3~"), ("\u{1}", "\u{5}", "\u{4}"),
    ])
  func spellings(home: String, end: String, delete: String) throws {
    let screen = try Screen()
    try screen.type("xabc" + home + delete + end + "d")
    try screen.expect(["uji> abcd"], cursor: [9, 0])
  }

  @Test("A line taller than the screen shows the part around the cursor")
  func tallLine() throws {
    let screen = try Screen(columns: 20, rows: 4)
    try screen.type((0..<10).map { String(repeating: "\($0)", count: 20) }.joined())
    try screen.expect(
      ["66666777777777777777", "77777888888888888888", "88888999999999999999", "99999"], cursor: [5, 3])
    try screen.press("Home")
    try screen.expect(
      ["uji> 000000000000000", "00000111111111111111", "11111222222222222222", "22222333333333333333"], cursor: [5, 0])
  }

  @Test("Who asks for the keys of vi is told that those of Emacs are in force")
  func viKeys() throws {
    let folder = try Probe.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("# mine\nbind -v\n".utf8).write(to: folder.appendingPathComponent(".editrc"))
    let screen = try Screen(environment: ["HOME": folder.path])
    try screen.expect(containing: "Tombol vi belum dapat dipakai")
    try screen.type("a")
    try screen.expect(["uji> arsip"], cursor: [6, 0])
  }

  @Test("Colours are left out where they aren't wanted, and a known command looks known")
  func colours() throws {
    let coloured = try Screen()
    try coloured.type("arsi")
    #expect(try coloured.wait { try coloured.rows(styled: true).joined().contains("\u{1B}[31m") })
    try coloured.type("p")
    #expect(try coloured.wait { !(try coloured.rows(styled: true).joined().contains("\u{1B}[31m")) })
    let plain = try Screen(environment: ["NO_COLOR": "1"])
    try plain.type("arsi")
    try plain.expect(["uji> arsip"])
    #expect(!(try plain.rows(styled: true).joined().contains("\u{1B}[31m")))
  }
}
