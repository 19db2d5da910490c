import Foundation
import Testing

/// The board as a class sees it on a screen.
@Suite struct BoardTests {
  @Test(arguments: [(80, 24), (160, 50)]) func `no step of the SOP's demo is taller than the screen, and each shows what comes next`(
    _ columns: Int, _ rows: Int
  ) throws {
    let stage = try Stage(columns: columns, rows: rows)
    let demo = try #require(DemoStepTexts("sop"))
    try stage.screen.type("demo mulai sop")
    try stage.screen.press("Enter")
    for position in 0...demo.commands.count {
      if position > 0 { try stage.screen.press("Enter") }
      let mark = "(DEMO \(min(position + 1, demo.commands.count))/\(demo.commands.count) "
      let header = position == demo.commands.count ? " DEMO sop selesai" : " DEMO sop \(position + 1)/\(demo.commands.count)"
      let isShown = try stage.screen.wait {
        let seen = try stage.screen.rows()
        return seen.first?.hasPrefix(header) == true && seen.last?.contains(mark) == true && Stage.isWaiting(seen.last)
      }
      let seen = try stage.screen.rows()
      #expect(isShown, "step \(position + 1):\n\(seen.joined(separator: "\n"))")
      #expect(seen.count <= rows)
      for lane in ["Tim Pendukung", "Tim Sekretariat", "PPID"] { #expect(seen.dropFirst().contains { $0.hasPrefix(lane) }) }
      guard isShown, position < demo.commands.count else { continue }
      let next = try #require(demo.commands[position].split(separator: " ").first)
      #expect(seen.contains { $0.hasPrefix("▶ \(next)") }, "step \(position + 1)")
    }
  }

  @Test func `the short words lead through a demo, and everything else is the class's own`() throws {
    let stage = try Stage()
    try stage.enter("demo mulai latihan.ppid", to: 0)
    try stage.enter("n", to: 1)
    try stage.enter("", to: 2)
    try stage.enter("lanjut 2", to: 4)
    try stage.enter("b", to: 3)
    try stage.enter("lompat 6", to: 5)
    try stage.enter("mundur 2", to: 3)
    try stage.enter("lompat --langkah 5", to: 10)
    try stage.enter("ulang", to: 10)
    try stage.enter("lompat 1", to: 0)
    for (entry, answer) in [
      ("jelaskan", "Dasar: UU 14/2008 Pasal 9"), ("daftar", "13 baris"), ("peran ppid", "ppid kini bertindak"), ("siapa", "ppid"),
      ("jam 2026-12-01T09:00", "1 Desember 2026 pukul 09.00"), ("bantuan lanjut", "lanjut"), ("hasil", ">"),
    ] {
      try stage.screen.type(entry)
      try stage.screen.press("Enter")
      try stage.screen.expect(containing: answer)
      #expect(try stage.screen.wait { Stage.isWaiting(try stage.screen.rows().last) })
    }
    try stage.enter("n", to: 1)
    try stage.screen.type("selesai")
    try stage.screen.press("Enter")
    try stage.screen.expect(containing: "Demo selesai. Ini kembali arsip Anda.")
    #expect(try stage.sandboxes() == [])
    // Outside of a demo the words are what they were.
    try stage.screen.type("n")
    try stage.screen.press("Enter")
    try stage.screen.expect(containing: "perintah tidak dikenal: `n`")
  }

  @Test func `Ctrl-C in a step leaves everything as it was before the step`() throws {
    let stage = try Stage("#: Satu.\n\"satu\" | simpan a.txt\n#: Tak berakhir.\n\"dua\" | simpan a.txt; selama benar { }\n")
    try stage.enter("demo mulai latihan.ppid", to: 0, of: 3)
    try stage.enter("", to: 1, of: 3)
    let before = try stage.state()
    try stage.enter("", to: 2, of: 3)
    let during = try stage.state()
    try stage.screen.press("Enter")
    usleep(300_000)
    try stage.screen.press("C-c")
    try stage.screen.expect(containing: "Langkah 3 tidak jadi")
    #expect(try stage.state() == during)
    try stage.enter("b", to: 1, of: 3)
    #expect(try stage.state() == before)
  }

  @Test func `leaving the program in a demo leaves nothing behind`() throws {
    for key in ["keluar", "C-d"] {
      let stage = try Stage()
      try stage.enter("demo mulai latihan.ppid", to: 0)
      try stage.enter("", to: 1)
      if key == "keluar" {
        try stage.screen.type(key)
        try stage.screen.press("Enter")
      } else {
        try stage.screen.press(key)
      }
      #expect(try stage.screen.wait { try stage.sandboxes().isEmpty })
    }
  }

  @Test func `on a terminal that draws nothing the board is plain lines`() throws {
    let stage = try Stage(environment: ["TERM": "dumb"])
    try stage.screen.type("demo mulai latihan.ppid")
    try stage.screen.press("Enter")
    try stage.screen.expect(containing: "▶ arsip tambah")
    #expect(try !stage.screen.rows(styled: true).contains { $0.contains("\u{1B}") })
  }
}
