import Foundation
import Testing

@Suite("The model of a terminal")
struct TerminalModelTests {
  @Test("It shows what tmux shows, also in another window", arguments: [UInt64(1), 2, 3, 4])
  func agreesWithTmux(seed: UInt64) throws {
    let (columns, rows) = [(60, 12), (80, 24), (41, 10), (120, 40)][Int(seed) - 1]
    let ordeal = try EditorOrdeal(
      seed: seed,
      EditorOrdeal.Surroundings(columns: columns, rows: rows, locale: "C.UTF-8", term: "screen", hasColour: true, isPlain: true))
    try ordeal.play(80)
    let folder = try Probe.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("tercetak").path
    try Data(ordeal.printed).write(to: URL(fileURLWithPath: file))
    let screen = try Screen(
      columns: columns, rows: rows, ["sh", "-c", "stty raw -echo; cat \(file); printf '\\033]2;selesai\\007'; sleep 100"])
    #expect(try screen.wait { try screen.title() == "selesai" })
    #expect(try screen.picture() == ordeal.picture)
    // Only as narrow as the editor's own reckoning must be right in.
    for newColumns in [columns - 13, columns + 7, columns / 2] {
      try screen.resize(columns: newColumns, rows: rows)
      ordeal.reshape(columns: newColumns)
      let wanted = ordeal.picture
      try screen.expect(wanted.rows, cursor: wanted.cursor)
    }
  }
}
