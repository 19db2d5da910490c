import Foundation
import Testing

@Suite("Entries at the prompt")
struct EntryTests {
  // MARK: Several lines

  @Test("An open bracket continues the entry, which is edited and run as one")
  func severalLines() throws {
    let screen = try Screen()
    try screen.type("untuk x {")
    try screen.press("Enter")
    try screen.expect(["uji> untuk x {", "  …"], cursor: [4, 1])
    try screen.type("cetak |")
    try screen.press("Enter")
    try screen.type("tampil }")
    try screen.expect(["uji> untuk x {", "  … cetak |", "  … tampil }"], cursor: [12, 2])
    try screen.press("Up", "Up", "End")
    try screen.type("!")
    try screen.expect(["uji> untuk x {!", "  … cetak |", "  … tampil }"], cursor: [15, 0])
    try screen.press("Down", "Home", "BSpace")
    try screen.expect(["uji> untuk x {!cetak |", "  … tampil }"], cursor: [15, 0])
    try screen.press("Enter")
    try screen.expect(
      ["uji> untuk x {!cetak |", "  … tampil }", #"baris: "untuk x {!cetak |\ntampil }""#, "uji>"], cursor: [5, 3])
  }

  @Test("Alt-Enter begins a new line anywhere")
  func forcedLine() throws {
    let screen = try Screen()
    try screen.type("satu")
    try screen.press("M-Enter")
    try screen.type("dua")
    try screen.press("C-a", "C-k", "C-k")
    try screen.expect(["uji> satu", "  …"])
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "satu\n""#)
  }

  @Test("A paste of several lines stands in the line at once and runs only on Enter")
  func pasting() throws {
    let screen = try Screen()
    try screen.type("a")
    try screen.paste("satu\ndua 日本\ntiga\u{1B}[A\n\n")
    try screen.expect(["uji> asatu", "  … dua 日本", "  … tiga[A"], cursor: [10, 2])
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "asatu\ndua 日本\ntiga[A""#)
  }

  @Test("What is too long for the line goes through the text editor")
  func longPaste() throws {
    let folder = try Probe.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let screen = try Screen(environment: ["EDITOR": "sed -i s/x*/pendek/"])
    try screen.paste(String(repeating: "x", count: 20_000))
    try screen.expect(containing: "uji> pendek")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "pendek""#)
  }

  @Test("A megabyte is pasted into the text editor, whole, and the line is what comes back")
  func hugePaste() throws {
    let folder = try Probe.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let kept = folder.appendingPathComponent("tempelan").path
    let editor = "sh -c 'cp \"$1\" \(kept); echo pendek > \"$1\"' x"
    let screen = try Screen(environment: ["EDITOR": editor])
    let text = (0..<65_536).map { String(format: "baris %08d\n", $0) }.joined()
    try screen.paste(text + "akhir")
    try screen.expect(containing: "uji> pendek")
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == text + "akhir\n")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "pendek""#)
  }

  @Test("Alt-E opens the line in the text editor, and a failing one changes nothing")
  func textEditor() throws {
    let screen = try Screen(environment: ["EDITOR": "sed -i s/lama/baru/"])
    try screen.type("kata lama")
    try screen.press("M-e")
    try screen.expect(containing: "uji> kata baru")
    let failing = try Screen(environment: ["VISUAL": "false"])
    try failing.type("tetap")
    try failing.press("M-e")
    try failing.expect(containing: "Penyunting teks gagal")
    try failing.press("Enter")
    try failing.expect(containing: #"baris: "tetap""#)
  }

  // MARK: Suggestions

  @Test("A suggestion stands behind the cursor and is taken by →, End, or word by word")
  func suggestions() throws {
    let screen = try Screen()
    try screen.enter("arsip cari \"anggaran\"")
    try screen.type("ar")
    try screen.expect(containing: #"uji> arsip cari "anggaran""#)
    #expect(try screen.wait { try screen.picture().cursor == [7, 2] })
    try screen.press("M-Right", "M-Right")
    #expect(try screen.wait { try screen.picture().cursor == [15, 2] })
    try screen.press("End", "Enter")
    try screen.expect(
      [
        #"uji> arsip cari "anggaran""#, #"baris: "arsip cari \"anggaran\"""#, #"uji> arsip cari "anggaran""#,
        #"baris: "arsip cari \"anggaran\"""#, "uji>",
      ], cursor: [5, 4])
    try screen.type("di")
    try screen.press("Right", "Enter")
    try screen.expect(containing: #"baris: "dip""#)
  }

  @Test("A suggestion isn't part of the line and never breaks the row")
  func clippedSuggestion() throws {
    let screen = try Screen(columns: 24)
    try screen.enter("panjang sekali baris yang ini")
    try screen.press("C-l")
    try screen.type("pan")
    try screen.expect(["uji> panjang sekali bar…"], cursor: [8, 0])
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "pan""#)
  }

  @Test("The right prompt gives way to the line")
  func rightPrompt() throws {
    let screen = try Screen(columns: 20, environment: ["PROBE_RIGHT": "12ms"])
    try screen.expect(["uji>            12ms"], cursor: [5, 0])
    try screen.type("abcdefghij")
    try screen.expect(["uji> abcdefghij 12ms"], cursor: [15, 0])
    try screen.type("k")
    try screen.expect(["uji> abcdefghijk"], cursor: [16, 0])
    try screen.press("BSpace")
    try screen.expect(["uji> abcdefghij 12ms"], cursor: [15, 0])
  }

  // MARK: Completion

  @Test("Tab shows what could follow, with descriptions, and the keys choose in it")
  func completion() throws {
    let screen = try Screen(columns: 40)
    try screen.type("a")
    try screen.press("Tab")
    let menu = ["arsip       isi arsip", "arsip cari  mencari dalam arsip", "antrean     pekerjaan yang menunggu"]
    try screen.expect(["uji> a"] + menu, cursor: [6, 0])
    try screen.press("Tab", "Down")
    try screen.expect(["uji> arsip cari"] + menu, cursor: [15, 0])
    try screen.press("BTab")
    try screen.expect(["uji> arsip"] + menu, cursor: [10, 0])
    try screen.press("Escape")
    try screen.expect(containing: "uji> a")
    #expect(try screen.wait { try screen.rows().count == 1 })
    try screen.press("Tab", "Up", "Enter")
    try screen.expect(["uji> antrean"], cursor: [12, 0])
    try screen.press("Enter")
    try screen.expect(["uji> antrean", #"baris: "antrean""#, "uji>"])
  }

  @Test("What is certain is completed at once, and typing narrows the menu")
  func certainCompletion() throws {
    let screen = try Screen(columns: 40)
    try screen.type("ar")
    try screen.press("Tab")
    try screen.expect(["uji> arsip", "arsip       isi arsip", "arsip cari  mencari dalam arsip"], cursor: [10, 0])
    try screen.type(" ")
    try screen.expect(["uji> arsip", "arsip cari  mencari dalam arsip"], cursor: [11, 0])
    try screen.press("Tab", "Enter")
    try screen.expect(["uji> arsip cari"], cursor: [15, 0])
    try screen.press("C-u")
    try screen.type("ba")
    try screen.press("Tab")
    try screen.expect(["uji> bantuan"], cursor: [12, 0])
    try screen.press("C-u")
    try screen.type("zz")
    try screen.press("Tab")
    try screen.expect(["uji> zz"], cursor: [7, 0])
  }

  @Test("The menu fits a narrow and low window, wide characters included")
  func narrowMenu() throws {
    let screen = try Screen(columns: 18, rows: 5)
    try screen.press("Tab")
    try screen.expect(
      ["uji>", "arsip       isi a…", "arsip cari  menca…", "antrean     peker…", "1–3 dari 7"], cursor: [5, 0])
    try screen.press("Up")
    try screen.expect(
      ["uji> 日本語", "dip terbit  mener…", "bantuan     halam…", "日本語      aksar…", "5–7 dari 7"], cursor: [11, 0])
  }

  // MARK: History at the prompt

  @Test("↑ and ↓ go through the entries that begin with what was typed, and back to it")
  func walking() throws {
    let screen = try Screen()
    for line in ["satu", "sapi", "dua", "satu { ", "} tiga"] {
      try screen.enter(line)
    }
    try screen.press("C-l")
    try screen.type("sa")
    try screen.press("Up")
    try screen.expect(["uji> satu {", "  … } tiga"], cursor: [10, 1])
    try screen.press("Up")
    try screen.expect(["uji> sapi"], cursor: [9, 0])
    try screen.press("Up", "Up")
    try screen.expect(["uji> satu"], cursor: [9, 0])
    try screen.press("Down", "Down")
    try screen.expect(["uji> satu {", "  … } tiga"], cursor: [10, 1])
    try screen.press("Down")
    try screen.expect(containing: "uji> sa")
    #expect(try screen.wait { try screen.picture().cursor == [7, 0] })
  }

  @Test("An entry of several lines comes back as one, is edited as one and runs as one")
  func walkingThroughLines() throws {
    let screen = try Screen()
    for line in ["satu {", "dua", "}"] { try screen.enter(line) }
    try screen.press("C-l", "Up")
    try screen.expect(["uji> satu {", "  … dua", "  … }"], cursor: [5, 2])
    try screen.press("Left", "Up", "End")
    try screen.type("-tiga")
    try screen.expect(["uji> satu {", "  … dua-tiga", "  … }"], cursor: [12, 1])
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "satu {\ndua-tiga\n}""#)
  }

  @Test("What begins with a space is forgotten")
  func leadingSpace() throws {
    let screen = try Screen()
    try screen.enter("satu")
    try screen.enter(" rahasia")
    try screen.press("C-l", "Up")
    try screen.expect(["uji> satu"], cursor: [9, 0])
  }

  @Test("Ctrl-R finds while the pattern is typed, shows the match, and gives the entry to be edited")
  func searching() throws {
    let screen = try Screen(columns: 40)
    for line in ["arsip cari Anggaran", "dip terbit", "cetak anggaran"] {
      try screen.enter(line)
    }
    try screen.press("C-l")
    try screen.type("x")
    try screen.press("C-r")
    try screen.type("angg")
    try screen.expect(["uji> cetak anggaran", "cari: angg"], cursor: [10, 1])
    #expect(try screen.rows(styled: true)[0].contains("\u{1B}[1;4m"))
    try screen.press("C-r")
    try screen.expect(["uji> arsip cari Anggaran", "cari: angg"], cursor: [10, 1])
    try screen.press("C-r")
    try screen.expect(["uji> arsip cari Anggaran", "cari: angg  tidak ada"], cursor: [10, 1])
    try screen.press("C-s")
    try screen.expect(["uji> cetak anggaran", "cari: angg"], cursor: [10, 1])
    try screen.press("Enter")
    try screen.expect(["uji> cetak anggaran"], cursor: [11, 0])
    try screen.press("C-r")
    try screen.type("dip")
    try screen.expect(["uji> dip terbit", "cari: dip"], cursor: [9, 1])
    try screen.press("C-g")
    try screen.expect(["uji> cetak anggaran"], cursor: [11, 0])
  }

  // MARK: The window

  @Test("A window that changes while typing keeps the line whole", arguments: [(20, 0), (33, 4), (40, 0), (80, 7)])
  func resizing(columns: Int, leading: Int) throws {
    let text = String(repeating: "a", count: leading) + (0..<9).map { "kata日\($0)" }.joined(separator: " ")
    let screen = try Screen(columns: 60, environment: ["PROBE_RIGHT": "12ms"])
    let asNarrow = try Screen(columns: columns, environment: ["PROBE_RIGHT": "12ms"])
    let asWide = try Screen(columns: 60, environment: ["PROBE_RIGHT": "12ms"])
    for screen in [screen, asNarrow, asWide] {
      try screen.type(text)
      try screen.press("Left", "Left")
      try screen.type("|")
      #expect(try screen.wait { try screen.rows().joined().contains("|日8") })
    }
    for (width, other) in [(columns, asNarrow), (60, asWide)] {
      try screen.resize(columns: width, rows: 12)
      let picture = try other.picture()
      try screen.expect(picture.rows, cursor: picture.cursor)
    }
  }
}
