import Foundation
import Testing

@Suite("Random keys")
struct RandomKeyTests {
  /// A line and its cursor, in characters: what an editor does in a few lines, without a screen.
  private struct Model {
    var line: [Character] = []
    var cursor = 0

    static let letters: [Character] = ["a", "b", "Z", "0", "-", "é", "ÿ", "—", "日", "語", "😀", "."]

    /// Does something at random and returns the keys for it.
    mutating func act(_ random: inout SeededGenerator) -> String {
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<11:
        let letter = Self.letters.randomElement(using: &random) ?? "a"
        line.insert(letter, at: cursor)
        cursor += 1
        return String(letter)
      case 11...12:
        cursor = max(cursor - 1, 0)
        return ["\u{1B}[D", "\u{1B}OD", "\u{2}"].randomElement(using: &random) ?? ""
      case 13...14:
        cursor = min(cursor + 1, line.count)
        return ["\u{1B}[C", "\u{1B}OC", "\u{6}"].randomElement(using: &random) ?? ""
      case 15...16:
        if cursor > 0 {
          line.remove(at: cursor - 1)
          cursor -= 1
        }
        return ["\u{7F}", "\u{8}"].randomElement(using: &random) ?? ""
      case 17:
        if cursor < line.count { line.remove(at: cursor) }
        return "\u{1B}[3~"
      case 18:
        cursor = 0
        return ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1}"].randomElement(using: &random) ?? ""
      default:
        cursor = line.count
        return ["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{5}"].randomElement(using: &random) ?? ""
      }
    }

    /// What a terminal of that width shows.
    func picture(columns: Int) -> Screen.Picture {
      var rows = ["uji> "]
      var width = 5
      var place: [Int] = []
      for (index, letter) in line.enumerated() {
        let taken = ["日", "語", "😀"].contains(letter) ? 2 : 1
        if width + taken > columns {
          if index == cursor { place = [width, rows.count - 1] }
          rows.append("")
          width = 0
        }
        if index == cursor { place = [width, rows.count - 1] }
        rows[rows.count - 1].append(letter)
        width += taken
        if width == columns {
          rows.append("")
          width = 0
        }
      }
      if place.isEmpty { place = [width, rows.count - 1] }
      rows = rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
      while rows.last == "" { rows.removeLast() }
      return Screen.Picture(rows: rows, cursor: place)
    }
  }

  @Test(
    "The screen shows exactly what a simple model of the line says",
    arguments: [(40, 10, UInt64(1)), (20, 12, 2), (80, 24, 3), (160, 50, 4), (11, 30, 5)])
  func model(columns: Int, rows: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let screen = try Screen(columns: columns, rows: rows, environment: ["PROBE_PLAIN": "1"])
    for _ in 0..<6 {
      var model = Model()
      for _ in 0..<12 {
        let keys = (0..<20).map { _ in model.act(&random) }
        try screen.type(keys.joined())
        let picture = model.picture(columns: columns)
        // A line taller than the screen is shown in part.
        guard picture.rows.count < rows else { break }
        try screen.expect(picture.rows, cursor: picture.cursor)
      }
      try screen.press("Enter", "C-l")
      try screen.expect(["uji>"], cursor: [5, 0])
    }
  }

  /// Without those that mean the end of the line or the session, and Ctrl-S: while an entry runs it holds the terminal.
  private static let wild: [String] =
    (1...31).filter { ![3, 4, 12, 19].contains($0) }.map { String(Unicode.Scalar(UInt8($0))) }
    + [
      "\u{7F}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}[Z",
      "\u{1B}[5~",
    ]
    + [
      "\u{1B}[1;5C", "\u{1B}[1;3D", "\u{1B}b", "\u{1B}f", "\u{1B}d", "\u{1B}u", "\u{1B}l", "\u{1B}c", "\u{1B}\r",
      "\u{1B}\u{7F}",
    ]
    + [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[20", "a", "ar", "dip ", "{", "}", "|", "日", "e\u{301}",
      "\u{301}", "\u{200D}", "👨‍👩‍👧",
    ]
    + [
      "\u{1B}[200~satu\rdua {\t\u{1B}[201~", "\u{1B}[200~" + String(repeating: "panjang ", count: 60) + "\u{1B}[201~",
      "\u{AD}", "\u{85}",
    ]

  @Test(
    "Any keys, on any screen, leave a shell that works",
    arguments: [
      (40, 10, "C.UTF-8", "screen"), (80, 24, "", "xterm"), (50, 16, "C", "linux"), (160, 50, "C.UTF-8", "unknown"),
    ])
  func wildKeys(columns: Int, rows: Int, locale: String, term: String) throws {
    var random = SeededGenerator(UInt64(columns))
    let screen = try Screen(
      columns: columns, rows: rows,
      environment: ["LANG": locale, "TERM": term, "EDITOR": "true", "PROBE_RIGHT": "12ms"])
    for round in 0..<12 {
      for _ in 0..<6 {
        try screen.type((0..<20).map { _ in Self.wild.randomElement(using: &random) ?? "" }.joined())
        if Int.random(in: 0..<3, using: &random) == 0 {
          try screen.resize(
            columns: Int.random(in: 10...160, using: &random), rows: Int.random(in: 2...50, using: &random))
        }
      }
      try screen.resize(columns: columns, rows: rows)
      // An unfinished paste ends by itself, then the line is dropped. While an entry runs Ctrl-C is for that, so it may
      // take a second time.
      try screen.type("\u{1B}[201~")
      let isWell = try screen.wait {
        try screen.press("C-c")
        try screen.type("akhir \(round)")
        try screen.press("Enter")
        usleep(30_000)
        return try screen.rows().contains("baris: \"akhir \(round)\"")
      }
      let rows = try screen.rows()
      #expect(isWell, "\(rows.joined(separator: "\n"))")
    }
  }
}
